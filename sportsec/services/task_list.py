"""Acts on the tasks of a match: tick, put aside, open again, remark, one's own."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import NotFound
from sportsec.domain.identity import new_id
from sportsec.domain.plain_text import plain
from sportsec.domain.task_list import (
    RemarkDraft,
    TaskDraft,
    TaskState,
    TaskStep,
    check_task,
    counting,
)
from sportsec.queries.clock import local_day
from sportsec.queries.task_list import TaskKey, noted
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work


def tick_task(work: Work, fixture_id: UUID, task: TaskKey) -> None:
    """Note that a task is done, today.

    Args:
        task: A step of the calendar, or the id of a task of the officer's own.

    Raises:
        NotFound: The match, or that task, was deleted.
    """
    _close(work, fixture_id, task, TaskState.DONE)


def spare_task(work: Work, fixture_id: UUID, task: TaskKey, remark: str = "") -> None:
    """Note that a match does not need a task.

    Args:
        remark: Why; empty leaves what stood there.

    Raises:
        NotFound: The match, or that task, was deleted.
    """
    row = _close(work, fixture_id, task, TaskState.NOT_NEEDED)
    if remark.strip():
        row.remark = plain(remark).strip()


def reopen_task(work: Work, fixture_id: UUID, task: TaskKey) -> None:
    """Let a task wait to be done again, whichever cell has closed it.

    Raises:
        NotFound: The match, or that task, was deleted.
    """
    for row in _rows_of(work, fixture_id, task):
        row.state, row.closed_on = TaskState.OPEN, None


def remark_task(
    work: Work,
    fixture_id: UUID,
    task: TaskKey,
    draft: RemarkDraft,
    *,
    seen: RemarkDraft,
) -> None:
    """Write what the officer remarks on a task.

    Args:
        seen: The remark as it was shown.

    Raises:
        NotFound: The match, or that task, was deleted.
        StaleWrite: Somebody changed the remark meanwhile.
    """
    apply_draft(_row_of(work, fixture_id, task), draft, seen)


def add_task(work: Work, fixture_id: UUID, draft: TaskDraft) -> UUID:
    """Add a task of the officer's own to a match and return its id.

    Raises:
        NotFound: The match was deleted.
        Invalid: A rule is broken.
    """
    fixture = work.get(Fixture, fixture_id)
    refuse_blocking(check_task(draft))
    row = work.add(MatchTask(id=new_id(), fixture_id=fixture.id))
    apply_draft(row, draft)
    return row.id


def revise_task(
    work: Work, task_id: UUID, draft: TaskDraft, *, seen: TaskDraft
) -> None:
    """Write what the officer changed of a task of his own.

    Args:
        seen: The task as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    row = work.get(MatchTask, task_id)
    refuse_blocking(check_task(draft))
    apply_draft(row, draft, seen)


def delete_task(work: Work, task_id: UUID) -> None:
    """Delete a task of the officer's own."""
    put_in_trash(work, work.get(MatchTask, task_id))


def restore_task(work: Work, task_id: UUID) -> None:
    """Bring a deleted task back."""
    take_from_trash(work, MatchTask, task_id)


# ---- inside


def _close(work: Work, fixture_id: UUID, task: TaskKey, state: TaskState) -> MatchTask:
    row = _row_of(work, fixture_id, task)
    if row.state is not state:
        row.state, row.closed_on = state, local_day(work)
    return row


def _row_of(work: Work, fixture_id: UUID, task: TaskKey) -> MatchTask:
    """Return the row of a task that counts; a step nobody touched gets one."""
    fixture = work.get(Fixture, fixture_id)
    rows = {row.id: row for row in _rows_of(work, fixture_id, task)}
    found = counting(map(noted, rows.values()))
    if found is not None:
        return rows[found.id]
    if not isinstance(task, TaskStep):
        raise NotFound("match_task", task)
    made = MatchTask(id=new_id(), fixture_id=fixture.id, step=task)
    made.state, made.remark = TaskState.OPEN, ""  # read before the database fills them
    return work.add(made)


def _rows_of(work: Work, fixture_id: UUID, task: TaskKey) -> list[MatchTask]:
    own, is_step = MatchTask, isinstance(task, TaskStep)
    query = select(own).where(
        own.fixture_id == fixture_id,
        own.deleted_at.is_(None),
        own.step == task if is_step else own.id == task,
    )
    return list(work.session.scalars(query))
