from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from sportsec.domain.errors import NotFound, StaleWrite
from sportsec.domain.words import Words
from sportsec.services.drafts import apply_draft, draft_of
from sportsec.store.tables.clubs import Club
from sportsec.store.work import CommitOutsideWork
from sportsec.store.workspace import Workspace
from tests.builders import a_club


def test_a_work_that_does_not_commit_leaves_nothing(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_club(work)
        work.session.flush()
    with workspace.reading() as work:
        assert not work.session.scalars(select(Club)).all()


def test_a_commit_past_the_work_is_refused(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_club(work)
        with pytest.raises(CommitOutsideWork):
            work.session.commit()


def test_a_record_is_never_removed_from_the_file(workspace: Workspace) -> None:
    with workspace.writing() as work:
        club = a_club(work)
        work.session.flush()
        work.session.delete(club)
        with pytest.raises(CommitOutsideWork):
            work.commit("Delete club")


def test_a_deleted_record_is_not_found(workspace: Workspace) -> None:
    with workspace.writing() as work:
        club = a_club(work)
        work.session.flush()
        work.delete(club)
        with pytest.raises(NotFound) as caught:
            work.get(Club, club.id)
    assert caught.value.kind == "club"


def test_an_unknown_record_is_not_found(workspace: Workspace) -> None:
    with workspace.reading() as work, pytest.raises(NotFound):
        work.get(Club, uuid4())


def test_a_commit_says_which_tables_were_touched(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_club(work)
        work.commit("Add club")
        assert work.touched == {"club"}


def test_a_reading_work_can_change_nothing(workspace: Workspace) -> None:
    from sportsec.domain.errors import StoreUnavailable

    with pytest.raises((OperationalError, StoreUnavailable)):  # noqa: SIM117
        with workspace.reading() as work:
            work.session.execute(insert(Club).values(code="X"))


def test_a_dangling_reference_is_refused_at_commit(workspace: Workspace) -> None:
    with workspace.writing() as work:
        a_club(work, home_venue_id=uuid4())
        with pytest.raises(IntegrityError):
            work.commit("Add club")
    with workspace.reading() as work:
        assert not work.session.scalars(select(Club)).all()


def test_a_draft_changes_only_what_the_officer_changed(workspace: Workspace) -> None:
    from tests.drafts import ClubNameDraft

    with workspace.writing() as work:
        club = a_club(work, name="Atlas", code="ATL")
        work.session.flush()
        seen = draft_of(ClubNameDraft, club)
        club.code = "AT2"  # someone else saves meanwhile, another field
        wanted = ClubNameDraft(name=Words(fr="Atlas Club"), code=seen.code)
        assert apply_draft(club, wanted, seen) == ["name"]
        assert (club.name.fr, club.code) == ("Atlas Club", "AT2")


def test_a_draft_never_buries_what_was_saved_meanwhile(workspace: Workspace) -> None:
    from tests.drafts import ClubNameDraft

    with workspace.writing() as work:
        club = a_club(work, name="Atlas", code="ATL")
        work.session.flush()
        seen = draft_of(ClubNameDraft, club)
        club.code = "AT2"
        with pytest.raises(StaleWrite) as caught:
            apply_draft(club, ClubNameDraft(name=seen.name, code="AT3"), seen)
    assert caught.value.fields == ["code"]
    assert club.code == "AT2"
