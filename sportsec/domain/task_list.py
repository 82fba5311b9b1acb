"""The task list of a match, planned back from its kick-off (domain.md §8.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_


class TaskStep(StrEnum):
    """A task that every match has, in the order in which they fall due."""

    OPEN_FILE = "open_file"
    AWAY_INFORMATION = "away_information"
    CONSULTATION = "consultation"
    ALLOCATION = "allocation"
    FIRST_RATING = "first_rating"
    COMMISSION = "commission"
    TRAVEL_DECISION = "travel_decision"
    SUPPORTERS_MEETING = "supporters_meeting"
    TICKETS_AND_ROUTE = "tickets_and_route"
    ANIMATIONS_DECIDED = "animations_decided"
    DETACHMENTS = "detachments"
    FINAL_RATING = "final_rating"
    ORDER_APPROVED = "order_approved"
    TECHNICAL_MEETING = "technical_meeting"
    ANIMATION_CHECK = "animation_check"
    CHIEFS_BRIEFED = "chiefs_briefed"
    NOTHING_OPEN = "nothing_open"
    HOT_REPORT = "hot_report"
    FULL_REPORT = "full_report"


class TaskRole(StrEnum):
    """Whose task it is in the cell."""

    PLANNER = "planner"
    LIAISON = "liaison"
    COMMANDER = "commander"
    LOG_KEEPER = "log_keeper"
    CELL_HEAD = "cell_head"


class TaskState(StrEnum):
    """How far a task has come."""

    OPEN = "open"
    DONE = "done"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class TaskDraft(Draft):
    """A task of the officer's own, beside those that every match has.

    Args:
        days_before: On which day before the kick-off it falls due; below 0 after it.
    """

    task: str = ""
    task_role: TaskRole = TaskRole.PLANNER
    days_before: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RemarkDraft(Draft):
    """What the officer remarks on a task."""

    remark: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What one row of the record says of a task."""

    id: UUID
    state: TaskState = TaskState.OPEN
    closed_on: date | None = None
    remark: str = ""

    @property
    def is_closed(self) -> bool:
        """Whether somebody ticked it, or said that it is not needed."""
        return self.state is not TaskState.OPEN


@dataclass(frozen=True, slots=True)
class Planned:
    """When a task of every match falls due, and whose it is.

    Args:
        days_before: Days before that of the kick-off; below 0 after it.
    """

    step: TaskStep
    days_before: int
    role: TaskRole


#: The planning calendar (domain.md §8.1).
CALENDAR = (
    Planned(TaskStep.OPEN_FILE, 30, TaskRole.PLANNER),
    Planned(TaskStep.AWAY_INFORMATION, 30, TaskRole.PLANNER),
    Planned(TaskStep.CONSULTATION, 14, TaskRole.LIAISON),
    Planned(TaskStep.ALLOCATION, 14, TaskRole.LIAISON),
    Planned(TaskStep.FIRST_RATING, 10, TaskRole.CELL_HEAD),
    Planned(TaskStep.COMMISSION, 7, TaskRole.COMMANDER),
    Planned(TaskStep.TRAVEL_DECISION, 7, TaskRole.COMMANDER),
    Planned(TaskStep.SUPPORTERS_MEETING, 7, TaskRole.LIAISON),
    Planned(TaskStep.TICKETS_AND_ROUTE, 5, TaskRole.LIAISON),
    Planned(TaskStep.ANIMATIONS_DECIDED, 3, TaskRole.LIAISON),
    Planned(TaskStep.DETACHMENTS, 3, TaskRole.PLANNER),
    Planned(TaskStep.FINAL_RATING, 2, TaskRole.COMMANDER),
    Planned(TaskStep.ORDER_APPROVED, 2, TaskRole.COMMANDER),
    Planned(TaskStep.TECHNICAL_MEETING, 1, TaskRole.COMMANDER),
    Planned(TaskStep.ANIMATION_CHECK, 1, TaskRole.COMMANDER),
    Planned(TaskStep.CHIEFS_BRIEFED, 1, TaskRole.COMMANDER),
    Planned(TaskStep.NOTHING_OPEN, 1, TaskRole.COMMANDER),
    Planned(TaskStep.HOT_REPORT, -1, TaskRole.LOG_KEEPER),
    Planned(TaskStep.FULL_REPORT, -7, TaskRole.CELL_HEAD),
)

#: No task is planned further away from its match than so many days.
FURTHEST = 365


def due_day(days_before: int | None, kick_off_date: date) -> date | None:
    """Return the day on which a task falls due; None for one without a day."""
    if days_before is None:
        return None
    return kick_off_date - timedelta(days_before)


def days_of_step(
    planned: Planned, kick_off_date: date, installs_on: date | None
) -> int:
    """Return on which day before the kick-off a task of every match falls due.

    Tifos are checked as they are put up: where that day is noted, it is the day.

    Args:
        installs_on: When the first of those still to be checked is put up, once that
            is noted of all of them; one after the match is a slip.
    """
    if planned.step is not TaskStep.ANIMATION_CHECK or installs_on is None:
        return planned.days_before
    return max(0, (kick_off_date - installs_on).days)


def is_overdue(due_on: date | None, state: TaskState, today: date) -> bool:
    """Say whether a task should have been done by now."""
    return state is TaskState.OPEN and due_on is not None and due_on < today


def counting(rows: Iterable[Noted]) -> Noted | None:
    """Return which row counts where two cells have noted the same task.

    What one of them has done is done: a closed one before an open one. Of several the
    latest counts, and of one day that made last: the same one in every cell.
    """

    def place(row: Noted) -> tuple[bool, date, UUID]:
        return row.is_closed, row.closed_on or date.min, row.id

    return max(rows, key=place, default=None)


def check_task(draft: TaskDraft) -> list[Problem]:
    """Say what is wrong with a task of the officer's own."""
    found = []
    if not draft.task.strip():
        found.append(Problem("task", N_("Write what is to be done")))
    if draft.days_before is None:
        text = N_("Without a day nobody sees that it is late")
        found.append(warning("days_before", text))
    elif abs(draft.days_before) > FURTHEST:
        text = N_("At most {limit} days before or after the match")
        facts = {"limit": FURTHEST}
        found.append(Problem("days_before", text, facts=facts))
    return found
