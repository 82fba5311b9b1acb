"""What is asked of a promise or decision, and the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.commitments import (
    PARTIES,
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
    check_commitment,
    check_standing,
    goes_along,
    in_order,
    is_late,
    shifted,
)
from sportsec.domain.problems import Level

TODAY = date(2026, 11, 23)
PROMISE = CommitmentDraft(
    wording="No flares", club_id=uuid4(), due_on=date(2026, 12, 1)
)
days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
states = st.sampled_from(CommitmentState)


def found(draft: CommitmentDraft, **facts: Any) -> dict[str | None, Level]:
    return {each.field: each.level for each in check_commitment(draft, TODAY, **facts)}


def test_a_promise_with_words_a_side_and_a_day_is_fine() -> None:
    assert found(PROMISE) == {}


def test_words_are_needed() -> None:
    assert found(replace(PROMISE, wording=" ")) == {"wording": Level.BLOCK}


def test_somebody_must_be_bound() -> None:
    nobody = replace(PROMISE, club_id=None)
    assert found(nobody) == {"is_ours": Level.BLOCK}
    assert found(replace(nobody, is_ours=True)) == {}


@pytest.mark.parametrize("party", PARTIES)
def test_any_kind_of_party_may_be_bound_but_one_alone(party: str) -> None:
    only = replace(replace(PROMISE, club_id=None), **{party: uuid4()})
    assert found(only) == {}
    both = replace(only, club_id=uuid4(), contact_id=uuid4())
    assert Level.BLOCK in found(both).values()


def test_the_cell_may_say_to_whom_it_gave_its_word() -> None:
    assert found(replace(PROMISE, is_ours=True)) == {}


def test_of_a_decision_somebody_should_see_to_it() -> None:
    decision = replace(PROMISE, kind=CommitmentKind.DECISION)
    assert found(decision) == {"responsible": Level.WARN}
    assert found(replace(decision, responsible="Captain")) == {}


def test_a_decision_binds_whoever_sees_to_it() -> None:
    decision = replace(PROMISE, kind=CommitmentKind.DECISION, club_id=None)
    assert found(decision) == {"responsible": Level.BLOCK}
    assert found(replace(decision, responsible="Captain")) == {}


def test_without_a_day_or_with_one_that_has_passed_it_warns() -> None:
    assert found(replace(PROMISE, due_on=None)) == {"due_on": Level.WARN}
    passed = replace(PROMISE, due_on=TODAY - timedelta(1))
    assert found(passed) == {"due_on": Level.WARN}
    assert found(passed, is_new=False) == {}
    assert found(replace(PROMISE, due_on=TODAY)) == {}


def test_a_promise_that_is_due_after_its_match_warns() -> None:
    day = TODAY + timedelta(3)
    after = replace(PROMISE, due_on=day + timedelta(1))
    assert found(after, match_day=day) == {"due_on": Level.WARN}
    assert found(replace(PROMISE, due_on=day), match_day=day) == {}
    assert found(after) == {}  # the match has no day, or there is none
    decision = replace(after, kind=CommitmentKind.DECISION, responsible="Captain")
    assert found(decision, match_day=day) == {}


@given(due=days, state=states, other=days, its=states)
def test_late_ones_come_first_and_closed_ones_last(
    due: date | None, state: CommitmentState, other: date | None, its: CommitmentState
) -> None:
    first, second = (
        in_order(due, state, None, TODAY),
        in_order(other, its, None, TODAY),
    )
    is_closed = (
        state is not CommitmentState.OPEN,
        its is not CommitmentState.OPEN,
    )
    if is_closed == (False, True):
        assert first < second
    if is_late(due, state, TODAY) and not is_late(other, its, TODAY):
        assert first < second
    if is_closed == (False, False) and due and other and due < other:
        assert first < second


def test_before_printing_late_ones_and_decisions_of_nobody_are_named() -> None:
    decision = Standing(CommitmentKind.DECISION, wording="Gates at three")
    late = Standing(due_on=TODAY - timedelta(1))
    kept = replace(late, state=CommitmentState.KEPT)
    fine = (Standing(), replace(decision, responsible="Captain"), kept)
    assert check_standing(fine, TODAY) == []
    problems = check_standing((decision, late, *fine), TODAY)
    assert [each.facts["wording"] for each in problems] == ["Gates at three", "Word"]
    assert {each.level for each in problems} == {Level.WARN}


@dataclass(frozen=True)
class Standing:
    kind: CommitmentKind = CommitmentKind.PROMISE
    state: CommitmentState = CommitmentState.OPEN
    wording: str = "Word"
    responsible: str = ""
    due_on: date | None = None


@pytest.mark.parametrize(
    ("due", "days", "goes"),
    [
        (0, 5, True),  # on the old day of the match
        (2, 5, True),  # after it
        (-1, 5, True),  # on its eve
        (-7, 5, True),  # a week before: still set by it
        (-8, 5, False),  # well before both days: it holds by itself
        (-8, -5, False),
        (-8, -9, True),  # after the new day
        (-9, -9, True),  # on the new day
        (-20, 5, False),  # today
        (-21, 5, False),  # late already
    ],
)
def test_a_due_day_set_by_the_old_day_of_a_match_follows_it(
    due: int, days: int, *, goes: bool
) -> None:
    was = TODAY + timedelta(20)
    now = was + timedelta(days)
    assert goes_along(was + timedelta(due), was, now, TODAY) is goes


@pytest.mark.parametrize(("due", "goes"), [(-3, False), (-1, False), (0, True)])
def test_what_is_late_already_stays_late_however_near_the_match_was(
    due: int, *, goes: bool
) -> None:
    was, now = TODAY + timedelta(2), TODAY + timedelta(7)
    assert goes_along(TODAY + timedelta(due), was, now, TODAY) is goes
    # Nor does one that was for the old day itself, when that is over.
    due_on = TODAY + timedelta(due)
    assert goes_along(due_on, due_on, now, TODAY) is goes


def test_a_due_day_follows_its_match_but_never_into_the_past() -> None:
    def moved(due: int, days: int) -> int:
        return (shifted(TODAY + timedelta(due), days, TODAY) - TODAY).days

    assert moved(3, 5) == 8
    assert moved(3, -5) == 0
    assert moved(-3, 7) == 4
    assert moved(-3, -5) == -3
