"""The planning calendar, which row of a task counts, and tasks of one's own."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.identity import new_id
from sportsec.domain.problems import Level
from sportsec.domain.task_list import (
    CALENDAR,
    FURTHEST,
    Noted,
    TaskDraft,
    TaskState,
    TaskStep,
    check_task,
    counting,
    due_day,
    is_overdue,
)

DAY = date(2026, 12, 5)
ROWS = st.lists(
    st.builds(
        Noted,
        id=st.uuids(),
        state=st.sampled_from(TaskState),
        closed_on=st.none() | st.dates(date(2026, 11, 1), date(2026, 11, 9)),
    ),
    unique_by=lambda row: row.id,
)


def test_every_step_stands_in_the_calendar_once_and_in_the_order_of_its_day() -> None:
    assert [planned.step for planned in CALENDAR] == list(TaskStep)
    days = [planned.days_before for planned in CALENDAR]
    assert days == sorted(days, reverse=True)


def test_a_task_falls_due_so_many_days_before_the_match_or_after_it() -> None:
    assert due_day(7, DAY) == date(2026, 11, 28)
    assert due_day(0, DAY) == DAY
    assert due_day(-1, DAY) == date(2026, 12, 6)
    assert due_day(None, DAY) is None


def test_only_an_open_task_whose_day_has_passed_is_overdue() -> None:
    today = DAY + timedelta(1)
    assert is_overdue(DAY, TaskState.OPEN, today)
    assert not is_overdue(today, TaskState.OPEN, today)
    assert not is_overdue(DAY, TaskState.DONE, today)
    assert not is_overdue(None, TaskState.OPEN, today)


def row(number: int, state: TaskState, closed_on: date | None = None) -> Noted:
    return Noted(UUID(int=number), state, closed_on)


def test_of_two_rows_a_closed_one_counts_before_an_open_one_then_the_latest() -> None:
    opened = row(9, TaskState.OPEN)
    early, late = (row(n, TaskState.DONE, date(2026, 11, n)) for n in (1, 2))
    spared = row(3, TaskState.NOT_NEEDED, date(2026, 11, 2))
    assert counting([]) is None
    assert counting([opened]) is opened
    assert counting([opened, early]) is early
    assert counting([late, early, opened]) is late
    assert counting([spared, late]) is spared  # of one day, that made last


@given(rows=ROWS, random=st.randoms())
def test_every_cell_finds_the_same_row_in_whatever_order(
    rows: list[Noted], random: object
) -> None:
    other = list(rows)
    random.shuffle(other)  # type: ignore[attr-defined]
    assert counting(rows) == counting(other)
    if any(each.is_closed for each in rows):
        found = counting(rows)
        assert found is not None
        assert found.is_closed


def test_a_task_says_what_is_to_be_done() -> None:
    (problem,) = check_task(TaskDraft("  ", days_before=3))
    assert (problem.field, problem.level) == ("task", Level.BLOCK)
    assert not check_task(TaskDraft("Caméras", days_before=0))


def test_a_task_without_a_day_is_warned_of_and_may_be_saved() -> None:
    (problem,) = check_task(TaskDraft("Caméras"))
    assert (problem.field, problem.level) == ("days_before", Level.WARN)


def test_a_task_is_not_planned_more_than_a_year_away_from_its_match() -> None:
    for days in (FURTHEST, -FURTHEST):
        assert not check_task(TaskDraft("Caméras", days_before=days))
        further = days + (1 if days > 0 else -1)
        (problem,) = check_task(TaskDraft("Caméras", days_before=further))
        assert (problem.field, problem.level) == ("days_before", Level.BLOCK)


def test_ids_are_made_in_order_so_that_the_latest_row_counts() -> None:
    first, second = (Noted(new_id(), TaskState.DONE, DAY) for _ in range(2))
    assert counting([second, first]) is second
