"""What is due or late of tasks and promises, for the first page of the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from sportsec.domain.commitments import CommitmentState
from sportsec.queries.agenda_rows import AgendaRow, read_rows
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import (
    CommitmentRow,
    commitment_row,
    selected_commitments,
)
from sportsec.queries.task_list import matches_with_due_tasks, task_lists
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work

#: Lines of a list; its number says how many there are in all.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class DueTasks:
    """How many tasks of a match are to be done by now.

    Args:
        late: That should have been done by now.
        due: To be done today, or at once, besides these.
    """

    late: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True)
class MatchTasks:
    """A match with tasks that are to be done by now."""

    row: AgendaRow
    tasks: DueTasks


@dataclass(frozen=True, slots=True)
class TasksNow:
    """The tasks that are to be done by now, of all matches.

    Args:
        of: By match; those of which nothing is due are absent.
        with_late: The nearest matches with late tasks, by day; at most SHOWN.
        late: How many late tasks there are in all.
        matches_late: How many matches have some; `matches_due` likewise.
        with_due: Likewise those with tasks due, besides those left out.
        due: How many tasks are due in all of these, shown or not.
    """

    of: Mapping[UUID, DueTasks]
    with_late: tuple[MatchTasks, ...] = ()
    late: int = 0
    with_due: tuple[MatchTasks, ...] = ()
    due: int = 0
    matches_late: int = 0
    matches_due: int = 0


@dataclass(frozen=True, slots=True)
class LatePromises:
    """Promises and decisions whose day has passed.

    Args:
        rows: The longest late first; at most SHOWN.
        count: How many there are in all.
        due: How many are to be kept today.
    """

    rows: tuple[CommitmentRow, ...] = ()
    count: int = 0
    due: int = 0


def tasks_now(work: Work, besides: Collection[UUID]) -> TasksNow:
    """Return which tasks are to be done by now.

    Args:
        besides: Matches that say themselves what is due.
    """
    lists = task_lists(work, matches_with_due_tasks(work))
    counts = {match: DueTasks(tasks.late, tasks.due) for match, tasks in lists.items()}
    late = [match for match, tasks in counts.items() if tasks.late]
    due = [m for m, tasks in counts.items() if tasks.due and m not in besides]
    shown = {*late[:SHOWN], *due[:SHOWN]}
    rows = {row.id: row for row in read_rows(work, shown)} if shown else {}

    def named(matches: list[UUID]) -> tuple[MatchTasks, ...]:
        found = [MatchTasks(rows[each], counts[each]) for each in matches[:SHOWN]]
        return tuple(sorted(found, key=lambda one: one.row.kick_off_date))

    return TasksNow(
        of={match: tasks for match, tasks in counts.items() if tasks != DueTasks()},
        with_late=named(late),
        late=sum(counts[match].late for match in late),
        with_due=named(due),
        due=sum(counts[match].due for match in due),
        matches_late=len(late),
        matches_due=len(due),
    )


def late_promises(work: Work) -> LatePromises:
    """Return the promises and decisions whose day has passed, or is today."""
    today: date = local_day(work)
    waiting = (
        Commitment.deleted_at.is_(None),
        Commitment.state == CommitmentState.OPEN,
    )
    late = (*waiting, Commitment.due_on < today)
    count = _count(work, *late)
    due = _count(work, *waiting, Commitment.due_on == today)
    if not count:
        return LatePromises(due=due)
    first = selected_commitments().where(*late)
    first = first.order_by(Commitment.due_on, Commitment.id).limit(SHOWN)
    rows = tuple(commitment_row(row, today) for row in work.session.execute(first))
    return LatePromises(rows, count, due)


def _count(work: Work, *conditions: ColumnElement[bool]) -> int:
    query = select(func.count(Commitment.id)).where(*conditions)
    return work.session.scalar(query) or 0
