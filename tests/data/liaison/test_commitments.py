"""Promises and decisions in the record: taken down, closed, opened again, listed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    OutcomeDraft,
)
from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.people import ContactDraft, ContactRole
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import (
    commitment_draft,
    commitments_of,
    outcome_draft,
)
from sportsec.queries.parties import offered_parties, party_name, party_of, with_party
from sportsec.services.commitments import (
    add_commitment,
    close_commitment,
    commitment_problems,
    delete_commitment,
    reopen_commitment,
    restore_commitment,
    revise_commitment,
    settle_commitment,
)
from sportsec.services.people import add_contact
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_group

CLOSED = st.sampled_from([each for each in CommitmentState if each != "open"])


@pytest.fixture
def home(work: Work) -> Club:
    return a_club(work)


@pytest.fixture
def match(work: Work, home: Club) -> Iterator[Fixture]:
    match = a_fixture(work, home, a_club(work, "Rif Club"))
    work.session.flush()
    return match


def promise(
    match: Fixture, wording: str = "No flares", **values: Any
) -> CommitmentDraft:
    values = {"club_id": match.home_club_id, "due_on": date(2026, 12, 1), **values}
    return CommitmentDraft(fixture_id=match.id, wording=wording, **values)


def wordings(work: Work, **wanted: UUID) -> list[str]:
    work.session.flush()
    return [row.wording for row in commitments_of(work, **wanted)]


def test_a_promise_without_a_side_is_refused(work: Work, match: Fixture) -> None:
    with pytest.raises(Invalid):
        add_commitment(work, promise(match, club_id=None))
    assert commitment_problems(work, promise(match)) == []


def test_a_promise_says_of_which_match_by_whom_and_whether_it_is_late(
    work: Work, match: Fixture
) -> None:
    add_commitment(work, promise(match, due_on=date(2026, 11, 20)))
    work.session.flush()
    (row,) = commitments_of(work, fixture_id=match.id)
    assert (row.bound.fr, row.match.fr) == ("Atlas Club", "Atlas Club – Rif Club")
    assert row.match_on == date(2026, 12, 5)
    assert row.is_late


def test_late_ones_come_first_then_by_day_then_the_closed(
    work: Work, match: Fixture
) -> None:
    for wording, due in (
        ("no day", None),
        ("later", date(2026, 12, 2)),
        ("late", date(2026, 11, 2)),
        ("soon", date(2026, 11, 30)),
    ):
        add_commitment(work, promise(match, wording, due_on=due))
    kept = add_commitment(work, promise(match, "kept", due_on=date(2026, 11, 1)))
    close_commitment(work, kept, CommitmentState.KEPT)
    order = ["late", "soon", "later", "no day", "kept"]
    assert wordings(work, fixture_id=match.id) == order


def test_each_side_has_its_own(work: Work, match: Fixture, home: Club) -> None:
    group = a_group(work, home)
    work.session.flush()
    person = add_contact(
        work,
        ContactDraft(
            name_latin="Foulane", role=ContactRole.SAFETY_OFFICER, club_id=home.id
        ),
    )
    add_commitment(work, promise(match, "of the club"))
    add_commitment(
        work, promise(match, "of the group", club_id=None, group_id=group.id)
    )
    add_commitment(
        work, promise(match, "of the person", club_id=None, contact_id=person)
    )
    assert set(wordings(work, club_id=home.id)) == {"of the club", "of the person"}
    assert wordings(work, group_id=group.id) == ["of the group"]
    assert wordings(work, contact_id=person) == ["of the person"]
    (row,) = commitments_of(work, contact_id=person)
    assert row.bound.en == "Foulane · Atlas Club"
    assert wordings(work) == []


def test_our_own_word_names_the_cell_and_to_whom_it_was_given(
    work: Work, match: Fixture
) -> None:
    add_commitment(work, promise(match, is_ours=True))
    work.session.flush()
    (row,) = commitments_of(work, fixture_id=match.id)
    assert (row.bound.en, row.towards.fr) == ("The cell", "Atlas Club")


def test_all_of_them_are_read_in_one_statement(work: Work, match: Fixture) -> None:
    for number in range(5):
        add_commitment(work, promise(match, f"promise {number}"))
    work.session.flush()
    asked: list[str] = []
    engine = work.session.get_bind()
    event.listen(
        engine, "before_cursor_execute", lambda *args: asked.append(str(args[2]))
    )
    assert len(commitments_of(work, fixture_id=match.id)) == 5
    assert len(asked) == 1


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=15,
)
@given(steps=st.lists(st.none() | CLOSED, max_size=5))
def test_however_often_it_is_closed_and_opened_the_last_word_counts(
    work: Work, match: Fixture, steps: list[CommitmentState | None]
) -> None:
    one = add_commitment(work, promise(match))
    before = commitment_draft(work, one)
    for state in steps:
        if state is None:
            reopen_commitment(work, one)
        else:
            close_commitment(work, one, state)
    record = work.get(Commitment, one)
    last = steps[-1] if steps else None
    assert record.state is (last or CommitmentState.OPEN)
    assert record.closed_on == (local_day(work) if last else None)
    assert commitment_draft(work, one) == before


def test_a_remark_stays_until_another_is_given(work: Work, match: Fixture) -> None:
    one = add_commitment(work, promise(match))
    close_commitment(work, one, CommitmentState.BROKEN, " Two flares ")
    close_commitment(work, one, CommitmentState.KEPT)
    assert work.get(Commitment, one).remark == "Two flares"
    with pytest.raises(ValueError, match="open"):
        close_commitment(work, one, CommitmentState.OPEN)


def test_one_that_was_deleted_comes_back(work: Work, match: Fixture) -> None:
    one = add_commitment(work, promise(match))
    delete_commitment(work, one)
    assert wordings(work, fixture_id=match.id) == []
    with pytest.raises(NotFound):
        reopen_commitment(work, one)
    restore_commitment(work, one)
    assert wordings(work, fixture_id=match.id) == ["No flares"]


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(
    work: Work, match: Fixture
) -> None:
    one = add_commitment(work, promise(match))
    seen = promise(match)
    revise_commitment(work, one, promise(match, "No smoke"), seen=seen)
    assert commitment_draft(work, one).wording == "No smoke"
    with pytest.raises(StaleWrite):
        revise_commitment(work, one, promise(match, "No fire"), seen=seen)


def test_a_party_is_found_whatever_it_is(work: Work, home: Club) -> None:
    group = a_group(work, home, "Atlas Ultras")
    work.session.flush()
    found = {(hit.kind, hit.id) for hit in offered_parties(work, "Atlas")}
    assert {("club", home.id), ("supporter_group", group.id)} <= found
    draft = with_party(work, CommitmentDraft(club_id=home.id), group.id)
    assert (draft.club_id, draft.group_id) == (None, group.id)
    assert party_of(draft) == group.id
    assert party_name(work, group.id) == Words(fr="Atlas Ultras")
    assert with_party(work, draft, None) == CommitmentDraft()


def test_a_decision_may_be_of_a_meeting(work: Work, match: Fixture) -> None:
    decision = promise(match, kind=CommitmentKind.DECISION, responsible="Captain")
    add_commitment(work, decision)
    work.session.flush()
    (row,) = commitments_of(work, fixture_id=match.id)
    assert (row.kind, row.responsible) == (CommitmentKind.DECISION, "Captain")


def test_what_became_of_it_is_written_with_how_that_is_known(
    work: Work, match: Fixture
) -> None:
    one = add_commitment(work, promise(match))
    seen = outcome_draft(work, one)
    withdrawn = OutcomeDraft(CommitmentState.CANCELLED, "The match moved")
    settle_commitment(work, one, withdrawn, seen=seen)
    assert outcome_draft(work, one) == withdrawn
    assert work.get(Commitment, one).closed_on == local_day(work)
    said = OutcomeDraft(CommitmentState.CANCELLED, "Moved to May")
    settle_commitment(work, one, said, seen=withdrawn)
    settle_commitment(work, one, OutcomeDraft(), seen=said)
    assert work.get(Commitment, one).closed_on is None
