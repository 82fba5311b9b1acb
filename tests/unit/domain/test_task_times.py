"""When tasks are due, what nobody can be late with, and what a move changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.task_list import CALENDAR, TaskState, due_day
from sportsec.domain.task_times import (
    ASKED_FOR,
    DUE,
    MatchDay,
    Timing,
    passed_by_move,
    timing,
)

TODAY = date(2026, 11, 23)
OPEN = TaskState.OPEN
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
BEFORE = st.integers(-30, 60)


def in_days(days: int, **values: object) -> MatchDay:
    return MatchDay(TODAY + timedelta(days), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days_before", "match_in", "expected"),
    [
        (7, 6, Timing.LATE),
        (7, 7, Timing.TODAY),
        (7, 8, Timing.SOON),
        (7, 13, Timing.SOON),  # due six days on: the last of the next seven days
        (7, 14, Timing.LATER),
        (None, 3, Timing.LATER),
        (-1, 0, Timing.SOON),
        (1, 0, Timing.LATE),  # the match is today
        (0, 0, Timing.TODAY),
        (-1, -1, Timing.TODAY),
        (-1, -2, Timing.LATE),
        (-7, -14, Timing.LATE),
        (-7, -15, Timing.OVER),  # nobody asks for it any more
        (1, -1, Timing.OVER),
        (None, -1, Timing.OVER),
    ],
)
def test_when_an_open_task_is_to_be_done(
    days_before: int | None, match_in: int, expected: Timing
) -> None:
    assert timing(days_before, OPEN, in_days(match_in), TODAY) is expected


@pytest.mark.parametrize("state", [TaskState.DONE, TaskState.NOT_NEEDED])
def test_a_closed_task_waits_for_nobody(state: TaskState) -> None:
    assert timing(7, state, in_days(3), TODAY) is Timing.CLOSED


def test_nobody_is_late_with_what_passed_before_the_match_was_known() -> None:
    match = in_days(6, known_on=TODAY - timedelta(2))
    assert timing(30, OPEN, match, TODAY) is Timing.AT_ONCE
    assert timing(9, OPEN, match, TODAY) is Timing.AT_ONCE
    assert timing(8, OPEN, match, TODAY) is Timing.LATE  # due on the day it was known
    assert timing(7, OPEN, match, TODAY) is Timing.LATE


def test_nobody_is_late_with_what_lost_its_day_by_a_move() -> None:
    yesterday = TODAY - timedelta(1)
    match = in_days(6, moved_on=yesterday, moved_from=TODAY + timedelta(10))
    assert timing(9, OPEN, match, TODAY) is Timing.AT_ONCE
    assert timing(7, OPEN, match, TODAY) is Timing.LATE  # due on the day of the move
    assert timing(12, OPEN, match, TODAY) is Timing.LATE  # late before it already


def test_nobody_is_late_with_what_was_needed_only_after_its_day() -> None:
    match, rated = in_days(6), TODAY - timedelta(1)
    assert timing(14, OPEN, match, TODAY, known_on=rated) is Timing.AT_ONCE
    assert timing(7, OPEN, match, TODAY, known_on=rated) is Timing.LATE


@pytest.mark.parametrize("status", [FixtureStatus.POSTPONED, FixtureStatus.CANCELLED])
def test_nothing_of_a_match_that_is_called_off_is_due(status: FixtureStatus) -> None:
    for days_before in (30, 1, -1, None):
        found = timing(days_before, OPEN, in_days(3, status=status), TODAY)
        assert found is Timing.OVER


@pytest.mark.parametrize(
    "status",
    [
        *(FixtureStatus.PLAYED, FixtureStatus.ABANDONED, FixtureStatus.INTERRUPTED),
        FixtureStatus.AWARDED,
    ],
)
def test_of_a_match_that_is_over_only_the_reports_are_due(
    status: FixtureStatus,
) -> None:
    match = in_days(0, status=status)
    assert timing(1, OPEN, match, TODAY) is Timing.OVER
    assert timing(-1, OPEN, match, TODAY) is Timing.SOON


@given(day=DAYS, today=DAYS, known=DAYS, before=BEFORE)
def test_what_is_late_was_known_on_its_day(
    day: date, today: date, known: date, before: int
) -> None:
    found = timing(before, OPEN, MatchDay(day, known_on=known), today)
    due_on = due_day(before, day)
    assert due_on is not None
    if found is Timing.LATE:
        assert known <= due_on < today
    if found in DUE:
        assert due_on <= today
        assert today - day <= ASKED_FOR


@given(day=DAYS, moved_by=st.integers(-400, 400))
def test_a_move_by_days_moves_every_task_of_the_calendar_by_as_many(
    day: date, moved_by: int
) -> None:
    by = timedelta(moved_by)
    for planned in CALENDAR:
        was = due_day(planned.days_before, day)
        now = due_day(planned.days_before, day + by)
        assert was is not None
        assert now == was + by


@given(day=DAYS, moved_by=st.integers(-60, 60), today=DAYS)
def test_a_move_makes_impossible_exactly_what_was_ahead_and_is_past_now(
    day: date, moved_by: int, today: date
) -> None:
    tasks = [(planned.step, planned.days_before) for planned in CALENDAR]
    after = day + timedelta(moved_by)
    found = passed_by_move(tasks, day, after, today)
    for step, days_before in tasks:
        is_lost = after - timedelta(days_before) < today <= day - timedelta(days_before)
        assert (step in found) == is_lost
    if moved_by >= 0:
        assert not found


def test_a_task_without_a_day_is_not_lost_by_a_move() -> None:
    assert not passed_by_move([("cameras", None)], TODAY, TODAY - timedelta(9), TODAY)
