"""What the officers ticked on the task lists, and their own tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.fixtures import TravelRegime
from sportsec.domain.task_list import CALENDAR, TaskRole, TaskState, TaskStep
from sportsec.services.sample.mint import lot
from sportsec.services.sample.occasions import Occasion
from sportsec.services.sample.scribe import Scribe
from sportsec.services.sample.sources import phrase
from sportsec.store.tables.task_list import MatchTask

_STEPS = {planned.step: planned for planned in CALENDAR}
#: What only an officer can tick, for every match that has an away public.
_ALWAYS = (TaskStep.AWAY_INFORMATION, TaskStep.TICKETS_AND_ROUTE)
#: What a match at risk needs, and an ordinary one does not.
_GRAVE_ONLY = (TaskStep.COMMISSION, TaskStep.SUPPORTERS_MEETING)
#: Closed on the eve, though what is promised for the day itself still stands open.
_ON_THE_EVE = (TaskStep.TECHNICAL_MEETING, TaskStep.NOTHING_OPEN)

Tick = tuple[TaskStep, TaskState, str]


def add_ticks(scribe: Scribe, occasion: Occasion, left_open: TaskStep | None) -> None:
    """Add what was ticked by yesterday, and the tasks that officers added.

    Args:
        left_open: What was forgotten for this match.
    """
    match = occasion.match
    for step, state, remark in _ticks(scribe, occasion):
        due_on = occasion.plan.match.day - timedelta(_STEPS[step].days_before)
        if due_on < scribe.today and step is not left_open:
            closed_on = due_on - timedelta(
                lot("tick", match.fixture, step).randrange(3)
            )
            add_tick(scribe, match.fixture, step, state, closed_on, remark)
    for task in occasion.needs("tasks"):
        _add_own(scribe, occasion, task)


def _ticks(scribe: Scribe, occasion: Occasion) -> Iterator[Tick]:
    """Yield what the record does not show by itself."""
    traits, plan = occasion.traits, occasion.plan
    if plan.public.visitors and plan.travel is not TravelRegime.BANNED:
        for step in _ALWAYS:
            yield step, TaskState.DONE, ""
    if "grave" in traits:
        yield TaskStep.CONSULTATION, TaskState.DONE, ""
    for step in _GRAVE_ONLY:
        if "grave" not in traits:
            remark = phrase("ordinary").pick(scribe.tongue)
            yield step, TaskState.NOT_NEEDED, remark
        elif "main" not in traits:  # whose meetings are in the record
            yield step, TaskState.DONE, ""
    if plan.travel is TravelRegime.ALLOWED:
        remark = phrase("travel.allowed").pick(scribe.tongue)
        yield TaskStep.TRAVEL_DECISION, TaskState.DONE, remark
    for step in _ON_THE_EVE:
        yield step, TaskState.DONE, ""


def add_tick(
    scribe: Scribe,
    fixture: UUID,
    step: TaskStep,
    state: TaskState,
    closed_on: date,
    remark: str = "",
) -> None:
    """Add one task that was ticked or set aside."""
    scribe.rows.add(
        MatchTask,
        id=scribe.mint.id("match_task", fixture, step),
        fixture_id=fixture,
        step=step,
        task_role=_STEPS[step].role,
        state=state,
        closed_on=closed_on,
        remark=remark,
    )


def _add_own(scribe: Scribe, occasion: Occasion, task: dict[str, Any]) -> None:
    """Add a task that every match does not have."""
    fixture, match = occasion.match.fixture, occasion.plan.match
    due_on = match.day - timedelta(task["before"])
    is_done = due_on < scribe.today
    scribe.rows.add(
        MatchTask,
        id=scribe.mint.id("match_task", fixture, task["key"]),
        fixture_id=fixture,
        task=scribe.text(task, "", occasion),
        task_role=TaskRole(task["role"]),
        days_before=task["before"],
        state=TaskState.DONE if is_done else TaskState.OPEN,
        closed_on=due_on if is_done else None,
    )
