"""What the officer said about the tasks of a match (domain.md §8.1)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.task_list import TaskRole, TaskState, TaskStep
from sportsec.store.base import IsoDate, Record, coded, note, reference


class MatchTask(Record):
    """A task that somebody ticked, or one of the officer's own.

    A task of the calendar that nobody touched has no row: it follows from the kick-off
    alone, and so moves with it.
    """

    __tablename__ = "match_task"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    step: Mapped[TaskStep | None] = coded(TaskStep)
    task: Mapped[str] = note()
    task_role: Mapped[TaskRole] = coded(TaskRole, TaskRole.PLANNER)
    days_before: Mapped[int | None] = mapped_column()
    state: Mapped[TaskState] = coded(TaskState, TaskState.OPEN, group="state")
    closed_on: Mapped[date | None] = mapped_column(IsoDate, info={"group": "state"})
    remark: Mapped[str] = note(group="state")
