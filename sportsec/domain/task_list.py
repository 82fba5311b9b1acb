"""The task list of a match, planned back from its kick-off (domain.md §8.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sportsec.domain.drafts import Draft


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


def is_overdue(due_on: date | None, state: TaskState, today: date) -> bool:
    """Say whether a task should have been done by now."""
    return state is TaskState.OPEN and due_on is not None and due_on < today
