"""When a task of a match is to be done, seen from today, and what a move changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from sportsec.domain.calendar_days import coming_days
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.task_list import TaskState, due_day, is_overdue

T = TypeVar("T")

#: Nobody is asked any more for what a match of longer ago still lacks.
ASKED_FOR = timedelta(days=14)
#: Their day means nothing: nothing of them is due.
CALLED_OFF = frozenset({FixtureStatus.POSTPONED, FixtureStatus.CANCELLED})


class Timing(StrEnum):
    """When a task is to be done, the most urgent first."""

    LATE = "late"
    AT_ONCE = "at_once"  #: its day had passed before it could be known
    TODAY = "today"
    SOON = "soon"  #: in the next seven days
    LATER = "later"
    OVER = "over"  #: the match is over, or called off: nobody waits for it
    CLOSED = "closed"


#: What is to be done by now.
DUE = frozenset({Timing.LATE, Timing.AT_ONCE, Timing.TODAY})
#: What is still to be done at some time.
WAITING = DUE | {Timing.SOON, Timing.LATER}


@dataclass(frozen=True, slots=True)
class MatchDay:
    """The day of a match, and since when it is known.

    Args:
        known_on: When the match was made.
        moved_on: When it moved last to another day; None if it never did.
        moved_from: Its day before that.
    """

    day: date
    status: FixtureStatus = FixtureStatus.SCHEDULED
    known_on: date = date.min
    moved_on: date | None = None
    moved_from: date | None = None


def timing(
    days_before: int | None,
    state: TaskState,
    match: MatchDay,
    today: date,
    *,
    known_on: date = date.min,
) -> Timing:
    """Say when a task is to be done.

    Nobody is late with what could not be done on its day: a task whose day passed
    before the match was known, or by a move, is to be done at once.

    Args:
        days_before: None for a task without a day.
        today: The local day.
        known_on: When it became known that the task is needed, where that was later
            than the match.
    """
    if state is not TaskState.OPEN:
        return Timing.CLOSED
    if not _is_asked_for(days_before, match, today):
        return Timing.OVER
    due_on = due_day(days_before, match.day)
    if due_on is None:
        return Timing.LATER
    if is_overdue(due_on, state, today):
        is_unknown = due_on < max(known_on, match.known_on)
        is_excused = is_unknown or _passed_by_last_move(days_before, match)
        return Timing.AT_ONCE if is_excused else Timing.LATE
    if due_on == today:
        return Timing.TODAY
    return Timing.SOON if due_on <= coming_days(today)[1] else Timing.LATER


def _is_asked_for(days_before: int | None, match: MatchDay, today: date) -> bool:
    """Say whether anybody waits for an open task: the match is ahead, or just over."""
    if match.status in CALLED_OFF:
        return False
    if match.status in AHEAD and match.day >= today:
        return True
    is_after = days_before is not None and days_before < 0
    return is_after and today - match.day <= ASKED_FOR


def _passed_by_last_move(days_before: int | None, match: MatchDay) -> bool:
    """Say whether a task lost its day by the last move; what was late stays late."""
    if match.moved_on is None or match.moved_from is None:
        return False
    task = [(None, days_before)]
    return bool(passed_by_move(task, match.moved_from, match.day, match.moved_on))


def passed_by_move(
    tasks: Iterable[tuple[T, int | None]], before: date, after: date, today: date
) -> list[T]:
    """Return which open tasks a move has left without a day: it was ahead, is past.

    Args:
        tasks: Each with its days before the kick-off.
        before, after: The day of the match.
    """
    found = []
    for task, days_before in tasks:
        was, now = due_day(days_before, before), due_day(days_before, after)
        if was is not None and now is not None and now < today <= was:
            found.append(task)
    return found
