"""Open conflicts, read and decided; they come of forms saved over unseen changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.conflicts import (
    Conflict,
    ConflictFilter,
    Decision,
    Side,
    conflict_key,
    decisions_for,
    enter,
    take,
)
from sportsec.domain.errors import Invalid, NotFound
from sportsec.domain.words import N_
from sportsec.queries.conflicts import (
    conflict,
    conflict_counts,
    conflict_of,
    conflicts_in,
    count_conflicts,
    open_conflicts,
)
from sportsec.services.conflicts import DECIDED, decide
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.workspace import Workspace
from tests.builders import a_club, a_fixture, a_group

Change = Callable[[UUID, dict[str, Any], dict[str, Any]], None]


def made(workspace: Workspace, build: Callable[[Any], Any]) -> Any:
    with workspace.writing() as work:
        record = build(work)
        work.session.flush()
        work.commit(N_("Record made"))
    return record


def change_twice(
    workspace: Workspace,
    record: Any,
    first: dict[str, Any],
    second: dict[str, Any],
) -> None:
    """Save one form over the other: both were opened at the same state."""
    with workspace.reading() as work:
        position = work.position
    for values in (first, second):
        with workspace.writing() as work:
            found = work.get(type(record), record.id)
            for name, value in values.items():
                setattr(found, name, value)
            work.saw(record.id, position)
            work.commit(N_("Record saved"))


def opened(workspace: Workspace) -> list[Conflict]:
    with workspace.reading() as work:
        return open_conflicts(work)


def carry_out(workspace: Workspace, *decisions: Decision) -> list[tuple[UUID, str]]:
    with workspace.writing() as work:
        decide(work, decisions)
        work.commit(DECIDED, saw_all=True)
        return work.collided


@pytest.fixture
def club(workspace: Workspace) -> Any:
    return made(workspace, lambda work: a_club(work, notes="one"))


def test_both_values_are_shown_with_what_stood_there_before(
    workspace: Workspace, club: Any
) -> None:
    change_twice(workspace, club, {"notes": "two"}, {"notes": "three"})
    (found,) = opened(workspace)
    assert (found.table, found.record, found.register) == ("club", club.id, "notes")
    assert {each.values["notes"] for each in found.versions} == {"two", "three"}
    assert found.base == {"notes": "one"}
    assert [each.is_shown for each in found.versions] == [True, False]
    assert found.label.fr == "Atlas Club"
    assert found.owner == ("club", club.id)
    with workspace.reading() as work:
        assert count_conflicts(work) == 1
        assert conflict_counts(work) == {club.id: 1}
        assert conflicts_in(work, club.id) == [found]
        assert conflict(work, conflict_key(club.id, "notes")) == found
        assert conflict_of(work, "club", club.id, "notes") == found
        assert conflict_of(work, "club", club.id, "code") is None


def test_equal_values_are_no_conflict(workspace: Workspace, club: Any) -> None:
    change_twice(workspace, club, {"notes": "two"}, {"notes": "two"})
    assert opened(workspace) == []
    with workspace.reading() as work:
        assert count_conflicts(work) == 0


@pytest.mark.parametrize("at", [0, 1])
def test_taking_either_value_settles_it(
    workspace: Workspace, club: Any, at: int
) -> None:
    change_twice(workspace, club, {"notes": "two"}, {"notes": "three"})
    (found,) = opened(workspace)
    assert carry_out(workspace, take(found, found.versions[at])) == []
    assert opened(workspace) == []
    with workspace.reading() as work:
        kept = work.get(Club, club.id).notes
    assert kept == found.versions[at].values["notes"]


def test_a_value_of_the_officers_own_settles_it(
    workspace: Workspace, club: Any
) -> None:
    change_twice(workspace, club, {"notes": "two"}, {"notes": "three"})
    (found,) = opened(workspace)
    carry_out(workspace, enter(found, {"notes": "four"}))
    assert opened(workspace) == []
    with workspace.reading() as work:
        assert work.get(Club, club.id).notes == "four"


def test_a_value_that_came_after_the_list_was_read_stays(
    workspace: Workspace, club: Any
) -> None:
    with workspace.reading() as work:
        position = work.position
    change_twice(workspace, club, {"notes": "two"}, {"notes": "three"})
    (found,) = opened(workspace)
    with workspace.writing() as work:
        work.get(Club, club.id).notes = "late"
        work.saw(club.id, position)
        work.commit(N_("Record saved"))
    assert carry_out(workspace, take(found, found.versions[0]))
    (left,) = opened(workspace)
    texts = {each.values["notes"] for each in left.versions}
    assert texts == {"late", found.versions[0].values["notes"]}


def test_columns_of_a_group_move_together(workspace: Workspace) -> None:
    match = made(
        workspace, lambda work: a_fixture(work, a_club(work, "A"), a_club(work, "B"))
    )
    change_twice(
        *(workspace, match),
        {"home_score": 1, "away_score": 0},
        {"home_score": 2, "away_score": 2},
    )
    (found,) = opened(workspace)
    assert found.register == "@score"
    assert found.columns == ("home_score", "away_score")
    loser = found.versions[1]
    carry_out(workspace, take(found, loser))
    with workspace.reading() as work:
        kept = work.get(Fixture, match.id)
    assert {"home_score": kept.home_score, "away_score": kept.away_score} == (
        loser.values
    )


def test_a_reference_is_shown_by_its_name(workspace: Workspace) -> None:
    def build(work: Any) -> Any:
        match = a_fixture(work, a_club(work, "A"), a_club(work, "B"))
        for name in ("C", "D"):
            a_club(work, name)
        return match

    match = made(workspace, build)
    with workspace.reading() as work:
        ids = {club.name.fr: club.id for club in work.session.query(Club)}
    change_twice(
        *(workspace, match), {"home_club_id": ids["C"]}, {"home_club_id": ids["D"]}
    )
    (found,) = opened(workspace)
    names = {
        found.named("home_club_id", each.values["home_club_id"])
        for each in found.versions
    }
    assert {name.fr for name in names} == {"C", "D"}  # type: ignore[attr-defined]  # words


def test_what_belongs_to_a_record_is_found_on_its_page(workspace: Workspace) -> None:
    club = made(workspace, lambda work: a_club(work, "A"))
    group = made(workspace, lambda work: a_group(work, work.get(Club, club.id)))
    change_twice(workspace, group, {"notes": "x"}, {"notes": "y"})
    change_twice(workspace, club, {"notes": "x"}, {"notes": "y"})
    with workspace.reading() as work:
        only = open_conflicts(work, ConflictFilter(table="club"))
        assert [each.record for each in only] == [club.id]
        only = open_conflicts(work, ConflictFilter(owner=group.id))
        assert [each.record for each in only] == [group.id]
        assert len(open_conflicts(work, limit=1)) == 1


def test_many_are_decided_at_once(workspace: Workspace) -> None:
    clubs = [made(workspace, lambda work, n=n: a_club(work, f"C{n}")) for n in range(3)]
    for club in clubs:
        change_twice(workspace, club, {"notes": "x"}, {"notes": "y"})
    found = opened(workspace)
    decisions = list(decisions_for(found, Side.SHOWN))
    assert len(decisions) == 3
    carry_out(workspace, *decisions)
    assert opened(workspace) == []


def test_conflicts_of_deleted_records_wait(workspace: Workspace, club: Any) -> None:
    change_twice(workspace, club, {"notes": "two"}, {"notes": "three"})
    with workspace.writing() as work:
        work.delete(work.get(Club, club.id))
        work.commit(N_("Club deleted"))
    assert opened(workspace) == []


def test_a_record_deleted_and_edited_is_kept_or_deleted(workspace: Workspace) -> None:
    for keeps in (True, False):
        club = made(workspace, lambda work: a_club(work, "A"))
        with workspace.reading() as work:
            position = work.position
        with workspace.writing() as work:
            work.get(Club, club.id).notes = "edited"
            work.commit(N_("Club saved"))
        with workspace.writing() as work:
            work.delete(work.get(Club, club.id))
            work.saw(club.id, position)
            work.commit(N_("Club deleted"))
        (found,) = opened(workspace)
        assert found.register == "deleted_at"
        edit, deletion = found.versions
        assert (edit.is_deletion, deletion.is_deletion) == (False, True)
        assert edit.values["notes"] == "edited"
        carry_out(workspace, take(found, edit if keeps else deletion))
        assert opened(workspace) == []
        with workspace.reading() as work:
            kept = work.session.get(Club, club.id)
            assert kept is not None
            assert (kept.deleted_at is None) is keeps


def test_what_cannot_be_taken_is_said(workspace: Workspace, club: Any) -> None:
    change_twice(workspace, club, {"founded_year": 1930}, {"founded_year": 1931})
    (found,) = opened(workspace)
    with pytest.raises(Invalid):
        carry_out(workspace, enter(found, {"founded_year": 12}))
    gone = Decision("club", club.id, "founded_year", found.position, op=99)
    with pytest.raises(NotFound):
        carry_out(workspace, gone)
    with workspace.reading() as work, pytest.raises(NotFound):
        conflict(work, "ffffffff")


def test_days_of_a_match_are_days(workspace: Workspace) -> None:
    match = made(
        workspace, lambda work: a_fixture(work, a_club(work, "A"), a_club(work, "B"))
    )
    change_twice(
        *(workspace, match),
        {"kick_off_date": date(2026, 12, 6)},
        {"kick_off_date": date(2026, 12, 7)},
    )
    (found,) = opened(workspace)
    assert found.register == "@kick_off"
    days = {each.values["kick_off_date"] for each in found.versions}
    assert days == {date(2026, 12, 6), date(2026, 12, 7)}
