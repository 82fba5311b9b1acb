"""Promises still due by the old day of a match that moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.fixtures import FixtureStatus, MoveDraft
from sportsec.queries.commitments import commitment_draft
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.left_behind import OldDay, left_behind, old_days
from sportsec.queries.match_steps import match_steps
from sportsec.services.commitments import (
    add_commitment,
    revise_commitment,
    settle_old_days,
    shift_due_days,
)
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.services.history import undo_last
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.acts import do
from tests.builders import NOW, a_season_match

DAY = date(2026, 12, 5)
TODAY = NOW.date()


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    values = {"kick_off_date": DAY, "kick_off_at": None}
    return do(workspace, lambda work: a_season_match(work, **values))


def promise(workspace: Workspace, match: UUID, due: date = DAY) -> UUID:
    draft = CommitmentDraft(
        fixture_id=match, is_ours=True, wording="Escort", due_on=due
    )
    return do(workspace, lambda work: add_commitment(work, draft))


def move(workspace: Workspace, match: UUID, day: date) -> None:
    def job(work: Work) -> None:
        seen = fixture_draft(work, match)
        draft = MoveDraft(
            kick_off_date=day, venue_id=seen.venue_id, reason="Television"
        )
        reschedule_fixture(work, match, draft, seen=seen)

    do(workspace, job)


def found(workspace: Workspace, match: UUID) -> Mapping[int, Sequence[UUID]]:
    """Return what is thought to follow the match, by how many days."""
    told: dict[int, list[UUID]] = {}
    for each in offered(workspace, match):
        if each.goes_along:
            told.setdefault(each.days, []).append(each.row.id)
    with workspace.reading() as work:
        assert left_behind(work, match) == sum(map(len, told.values()))
        # The match file leads to them for as long as they stand.
        assert match_steps(work, match).due_days == left_behind(work, match)
    return told


def offered(workspace: Workspace, match: UUID) -> tuple[OldDay, ...]:
    with workspace.reading() as work:
        return old_days(work, match)


def test_one_due_by_the_old_day_is_told_until_it_is_moved_along(
    workspace: Workspace, match: UUID
) -> None:
    one = promise(workspace, match)
    promise(workspace, match, DAY - timedelta(12))  # well before both days
    assert found(workspace, match) == {}
    move(workspace, match, DAY + timedelta(7))
    assert found(workspace, match) == {7: [one]}
    do(workspace, lambda work: shift_due_days(work, [one], 7))
    assert found(workspace, match) == {}


def test_all_promised_before_the_move_is_offered_with_its_new_day(
    workspace: Workspace, match: UUID
) -> None:
    days = (DAY - timedelta(12), DAY - timedelta(1), DAY)
    early, eve, day = (promise(workspace, match, due) for due in days)
    assert offered(workspace, match) == ()
    move(workspace, match, DAY + timedelta(5))
    seen = {
        each.row.id: (each.new_day, each.goes_along, each.suits)
        for each in offered(workspace, match)
    }
    assert seen == {
        early: (DAY - timedelta(7), False, True),
        eve: (DAY + timedelta(4), True, True),  # the eve of the match it stays
        day: (DAY + timedelta(5), True, False),
    }


def test_what_was_left_unticked_is_told_again_only_if_it_suits_no_more(
    workspace: Workspace, match: UUID
) -> None:
    days = (DAY - timedelta(2), DAY - timedelta(1), DAY)
    _kept, moved, unsuited = (promise(workspace, match, due) for due in days)
    move(workspace, match, DAY + timedelta(5))
    seen = offered(workspace, match)
    count = do(workspace, lambda work: settle_old_days(work, seen, {moved}))
    assert count == 1
    assert [each.row.id for each in offered(workspace, match)] == [unsuited]
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    assert offered(workspace, match) == seen  # the one act is undone as a whole


def test_what_is_late_is_offered_unticked_unless_its_new_day_is_over_too(
    workspace: Workspace, match: UUID
) -> None:
    late, soon = (promise(workspace, match, TODAY + timedelta(n)) for n in (-5, 6))
    promise(workspace, match, TODAY - timedelta(6))  # a day late then too
    move(workspace, match, DAY + timedelta(5))
    seen = {each.row.id: each for each in offered(workspace, match)}
    assert seen.keys() == {late, soon}
    assert not seen[late].goes_along
    assert seen[late].new_day == TODAY
    assert found(workspace, match) == {5: [soon]}


def test_what_is_left_late_is_not_asked_again_even_after_the_match_it_was_for(
    workspace: Workspace, match: UUID
) -> None:
    over = TODAY - timedelta(2)
    move(workspace, match, over)
    late = promise(workspace, match, over)  # for the day of the match itself
    move(workspace, match, DAY)
    seen = offered(workspace, match)
    assert [each.row.id for each in seen] == [late]
    assert found(workspace, match) == {}
    assert do(workspace, lambda work: settle_old_days(work, seen, ())) == 0
    assert offered(workspace, match) == ()
    with workspace.reading() as work:
        assert commitment_draft(work, late).due_on == over


def test_what_is_late_moves_where_the_officer_ticks_it(
    workspace: Workspace, match: UUID
) -> None:
    late = promise(workspace, match, TODAY - timedelta(2))
    move(workspace, match, DAY + timedelta(5))
    seen = offered(workspace, match)
    assert do(workspace, lambda work: settle_old_days(work, seen, {late})) == 1
    with workspace.reading() as work:
        assert commitment_draft(work, late).due_on == TODAY + timedelta(3)


def test_moving_it_along_taken_back_it_is_told_again(
    workspace: Workspace, match: UUID
) -> None:
    one = promise(workspace, match)
    move(workspace, match, DAY + timedelta(7))
    do(workspace, lambda work: shift_due_days(work, [one], 7))
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    assert found(workspace, match) == {7: [one]}


def test_one_promised_or_dated_after_the_move_knew_the_new_day(
    workspace: Workspace, match: UUID
) -> None:
    dated = promise(workspace, match)
    move(workspace, match, DAY + timedelta(7))
    promise(workspace, match, DAY)

    def date_anew(work: Work) -> None:
        seen = commitment_draft(work, dated)
        other = replace(seen, due_on=DAY + timedelta(1))
        revise_commitment(work, dated, other, seen=seen)

    do(workspace, date_anew)
    assert found(workspace, match) == {}


def test_after_two_moves_it_follows_both(workspace: Workspace, match: UUID) -> None:
    first = promise(workspace, match)
    move(workspace, match, DAY + timedelta(7))
    second = promise(workspace, match, DAY + timedelta(7))
    move(workspace, match, DAY + timedelta(9))
    assert found(workspace, match) == {9: [first], 2: [second]}
    move(workspace, match, DAY)  # back where it was
    assert found(workspace, match) == {-7: [second]}


def test_of_a_match_called_off_nothing_is_told(
    workspace: Workspace, match: UUID
) -> None:
    promise(workspace, match)
    move(workspace, match, DAY + timedelta(7))

    def off(work: Work) -> None:
        work.get(Fixture, match).status = FixtureStatus.POSTPONED

    do(workspace, off)
    assert found(workspace, match) == {}
