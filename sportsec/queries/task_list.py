"""The tasks of matches: what is done, what is late, and how that is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import func, or_, select

from sportsec.domain.errors import NotFound
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.task_list import (
    CALENDAR,
    Noted,
    Planned,
    TaskDraft,
    TaskRole,
    TaskState,
    TaskStep,
    counting,
    days_of_step,
    due_day,
)
from sportsec.domain.task_rules import Spared, awaited, is_outrun, standing
from sportsec.domain.task_times import (
    ASKED_FOR,
    CALLED_OFF,
    WAITING,
    Timing,
    passed_by_move,
    timing,
)
from sportsec.queries.clock import local_day
from sportsec.queries.drafts import draft_of
from sportsec.queries.task_facts import MatchFacts, match_facts
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work

#: What names a task of a match: a step of the calendar, or the row of one's own.
TaskKey: TypeAlias = TaskStep | UUID

_ORDER = {planned.step: place for place, planned in enumerate(CALENDAR)}
#: Matches asked about at once.
MOST = 300
_FIRST = max(planned.days_before for planned in CALENDAR)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of a match.

    Args:
        step: Of the planning calendar; None for a task of the officer's own.
        task: Its text; empty for a step, which has words of its own.
        due_on: None for one without a day.
        is_seen: The record shows that it is done or not needed: nobody ticked it.
        why: Why the record shows that it is not needed.
        closed_on: When somebody ticked it, or said that it is not needed.
        awaited: How many requests wait for the answer that it is about.
        is_outrun: New figures of the public speak against the rating that it is about.
    """

    key: TaskKey
    step: TaskStep | None
    task: str
    role: TaskRole
    days_before: int | None
    due_on: date | None
    state: TaskState
    timing: Timing
    is_seen: bool = False
    why: Spared | None = None
    closed_on: date | None = None
    remark: str = ""
    awaited: int = 0
    is_outrun: bool = False

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been done by now."""
        return self.timing is Timing.LATE


@dataclass(frozen=True, slots=True)
class TaskList:
    """The tasks of one match, by the day on which they fall due.

    Args:
        kick_off_date: The day of the match, from which they are planned back.
        status: Of the match: nothing of one that is called off is due.
        today: The local day on which the question was asked.
    """

    kick_off_date: date
    status: FixtureStatus
    today: date
    rows: tuple[TaskRow, ...]

    def count(self, *when: Timing) -> int:
        """Return how many tasks are to be done then."""
        return sum(row.timing in when for row in self.rows)

    @property
    def late(self) -> int:
        """How many should have been done by now."""
        return self.count(Timing.LATE)

    @property
    def due(self) -> int:
        """How many are to be done today or at once, besides those that are late."""
        return self.count(Timing.TODAY, Timing.AT_ONCE)

    @property
    def today_only(self) -> int:
        """How many are to be done today: this is their day."""
        return self.count(Timing.TODAY)

    @property
    def at_once(self) -> int:
        """How many are to be done at once: their day had passed before it was known."""
        return self.count(Timing.AT_ONCE)

    @property
    def waiting(self) -> int:
        """How many are still to be done."""
        return self.count(*WAITING)

    @property
    def held(self) -> int:
        """How many are open though nothing is due: of a match that is called off."""
        if self.status not in CALLED_OFF:
            return 0
        return sum(row.state is TaskState.OPEN for row in self.rows)

    @property
    def dated(self) -> tuple[TaskRow, ...]:
        """Those still to be done that have a day: they move with the match."""
        return tuple(
            row for row in self.rows if row.timing in WAITING and row.due_on is not None
        )

    def passed_since(self, day: date) -> tuple[TaskRow, ...]:
        """Return those whose day has passed because the match was on another day.

        Args:
            day: That of the match before.
        """
        pairs = ((row, row.days_before) for row in self.dated)
        return tuple(passed_by_move(pairs, day, self.kick_off_date, self.today))


def task_list(work: Work, fixture_id: UUID) -> TaskList:
    """Return the tasks of a match.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    found = task_lists(work, [fixture_id]).get(fixture_id)
    if found is None:
        raise NotFound("fixture", fixture_id)
    return found


def tasks_of(work: Work, fixture_id: UUID) -> tuple[TaskRow, ...]:
    """Return the tasks of a match by the day on which they fall due."""
    return task_list(work, fixture_id).rows


def task_lists(work: Work, ids: Collection[UUID]) -> Mapping[UUID, TaskList]:
    """Return the tasks of several matches, by as many questions as those of one."""
    today, rows = local_day(work), _noted_tasks(work, ids)
    return {
        match: TaskList(
            facts.match.day,
            facts.match.status,
            today,
            _task_rows(facts, rows[match], today),
        )
        for match, facts in match_facts(work, ids).items()
    }


def matches_with_due_tasks(work: Work) -> tuple[UUID, ...]:
    """Return the matches of which anything may be due by now, the nearest first.

    Of a national list only the MOST nearest; a cell polices far fewer.
    """
    today = local_day(work)
    further = select(MatchTask.fixture_id).where(
        MatchTask.deleted_at.is_(None),
        MatchTask.step.is_(None),
        MatchTask.state == TaskState.OPEN,
        MatchTask.days_before > _FIRST,
    )
    last = today + timedelta(_FIRST)
    day = func.julianday(Fixture.kick_off_date)
    away = func.abs(day - func.julianday(today.isoformat()))
    query = (
        select(Fixture.id)
        .where(
            Fixture.deleted_at.is_(None),
            Fixture.kick_off_date >= today - ASKED_FOR,
            Fixture.status.not_in(CALLED_OFF),
            or_(Fixture.kick_off_date <= last, Fixture.id.in_(further)),
        )
        .order_by(away, Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
        .limit(MOST)
    )
    return tuple(work.session.scalars(query))


def task_draft(work: Work, task_id: UUID) -> TaskDraft:
    """Return a task of the officer's own, as it is edited.

    Raises:
        NotFound: It was deleted.
    """
    return draft_of(TaskDraft, work.get(MatchTask, task_id))


def noted(row: MatchTask) -> Noted:
    """Return what a row says of its task."""
    return Noted(row.id, row.state, row.closed_on, row.remark)


# ---- inside


def _noted_tasks(work: Work, ids: Collection[UUID]) -> dict[UUID, list[MatchTask]]:
    found: dict[UUID, list[MatchTask]] = defaultdict(list)
    query = select(MatchTask).where(
        MatchTask.fixture_id.in_(ids), MatchTask.deleted_at.is_(None)
    )
    for row in work.session.scalars(query):
        if row.fixture_id is not None:
            found[row.fixture_id].append(row)
    return found


def _task_rows(
    facts: MatchFacts, rows: Iterable[MatchTask], today: date
) -> tuple[TaskRow, ...]:
    steps: dict[TaskStep, list[Noted]] = defaultdict(list)
    found = []
    for row in rows:
        if row.step is not None:
            steps[row.step].append(noted(row))
        elif row.task:  # without: a step that only a newer version knows
            found.append(_own_row(row, facts, today))
    found += [
        _step_row(each, counting(steps[each.step]), facts, today) for each in CALENDAR
    ]
    return tuple(sorted(found, key=_place))


def _place(row: TaskRow) -> tuple[date, int, str]:
    """Order by day, then as matches are prepared; one's own after those."""
    order = _ORDER[row.step] if row.step is not None else len(_ORDER)
    return row.due_on or date.max, order, str(row.key)


def _step_row(
    planned: Planned, row: Noted | None, facts: MatchFacts, today: date
) -> TaskRow:
    stands = standing(planned.step, row, facts.seen)
    days_before = days_of_step(planned, facts.match.day, facts.installs_on)
    # Only once it is rated is it known that a match is to be consulted about.
    since = facts.rated_on if planned.step is TaskStep.CONSULTATION else None
    return TaskRow(
        key=planned.step,
        step=planned.step,
        task="",
        role=planned.role,
        days_before=days_before,
        due_on=due_day(days_before, facts.match.day),
        state=stands.state,
        timing=timing(
            *(days_before, stands.state, facts.match, today),
            known_on=since or date.min,
        ),
        is_seen=stands.is_seen,
        why=stands.why,
        closed_on=row.closed_on if row is not None else None,
        remark=row.remark if row is not None else "",
        awaited=awaited(planned.step, facts.seen),
        is_outrun=is_outrun(planned.step, facts.seen),
    )


def _own_row(row: MatchTask, facts: MatchFacts, today: date) -> TaskRow:
    return TaskRow(
        key=row.id,
        step=None,
        task=row.task,
        role=row.task_role,
        days_before=row.days_before,
        due_on=due_day(row.days_before, facts.match.day),
        state=row.state,
        timing=timing(row.days_before, row.state, facts.match, today),
        closed_on=row.closed_on,
        remark=row.remark,
    )
