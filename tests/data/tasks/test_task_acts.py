"""Acts on tasks: ticked, put aside, opened again, one's own; each undone by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from sportsec.domain.errors import Invalid, NotFound, StaleWrite
from sportsec.domain.task_list import (
    RemarkDraft,
    TaskDraft,
    TaskRole,
    TaskState,
    TaskStep,
)
from sportsec.domain.words import N_
from sportsec.queries.task_list import TaskKey, TaskRow, task_draft, tasks_of
from sportsec.services.history import undo_act
from sportsec.services.task_list import (
    add_task,
    delete_task,
    remark_task,
    reopen_task,
    restore_task,
    revise_task,
    spare_task,
    tick_task,
)
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture

STEP = TaskStep.COMMISSION
TODAY = NOW.date()
OWN = TaskDraft("Vérifier les caméras", TaskRole.COMMANDER, 4, "Avec le gestionnaire")


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        fixture = a_fixture(work, a_club(work, "Atlas"), a_club(work, "Phare"))
        work.session.flush()
        work.commit(N_("Match planned"))
        return fixture.id


@pytest.fixture
def work(workspace: Workspace, match: UUID) -> Iterator[Work]:
    """A piece of work on the record in which the match stands already."""
    assert match
    with workspace.writing() as work:
        yield work


def row_of(work: Work, match: UUID, key: TaskKey) -> TaskRow:
    work.session.flush()
    return next(row for row in tasks_of(work, match) if row.key == key)


def rows(work: Work) -> list[MatchTask]:
    work.session.flush()
    return [each for each in work.session.query(MatchTask) if not each.deleted_at]


def test_a_tick_makes_the_one_row_of_a_step(work: Work, match: UUID) -> None:
    tick_task(work, match, STEP)
    row = row_of(work, match, STEP)
    assert (row.state, row.closed_on) == (TaskState.DONE, TODAY)
    assert not row.is_seen
    reopen_task(work, match, STEP)
    again = row_of(work, match, STEP)
    assert (again.state, again.closed_on) == (TaskState.OPEN, None)
    tick_task(work, match, STEP)
    assert len(rows(work)) == 1


def test_a_second_tick_keeps_the_day_of_the_first(work: Work, match: UUID) -> None:
    tick_task(work, match, STEP)
    work.now += timedelta(3)
    tick_task(work, match, STEP)
    assert row_of(work, match, STEP).closed_on == TODAY


def test_what_is_not_needed_says_why(work: Work, match: UUID) -> None:
    spare_task(work, match, STEP, " Match amical ")
    row = row_of(work, match, STEP)
    assert (row.state, row.remark) == (TaskState.NOT_NEEDED, "Match amical")
    spare_task(work, match, STEP)
    assert row_of(work, match, STEP).remark == "Match amical"


def test_opened_again_is_what_either_cell_has_closed(work: Work, match: UUID) -> None:
    for state in (TaskState.DONE, TaskState.NOT_NEEDED):
        closed = MatchTask(fixture_id=match, step=STEP, state=state, closed_on=TODAY)
        work.add(closed)
    assert row_of(work, match, STEP).state is TaskState.NOT_NEEDED
    reopen_task(work, match, STEP)
    assert row_of(work, match, STEP).state is TaskState.OPEN
    assert {row.state for row in rows(work)} == {TaskState.OPEN}


def test_a_remark_stands_on_an_open_step_too(work: Work, match: UUID) -> None:
    seen = RemarkDraft()
    remark_task(work, match, STEP, RemarkDraft("Salle réservée"), seen=seen)
    row = row_of(work, match, STEP)
    assert (row.state, row.remark) == (TaskState.OPEN, "Salle réservée")
    with pytest.raises(StaleWrite):
        remark_task(work, match, STEP, RemarkDraft("Autre"), seen=seen)


def test_a_task_of_ones_own_is_added_revised_ticked_and_deleted(
    work: Work, match: UUID
) -> None:
    task = add_task(work, match, OWN)
    row = row_of(work, match, task)
    kick_off = work.get(Fixture, match).kick_off_date
    assert (row.task, row.role) == (OWN.task, TaskRole.COMMANDER)
    assert row.due_on == kick_off - timedelta(4)
    assert row.remark == OWN.remark
    seen = task_draft(work, task)
    assert seen == OWN
    revise_task(work, task, TaskDraft("Vérifier l'éclairage"), seen=seen)
    assert row_of(work, match, task).due_on is None
    tick_task(work, match, task)
    assert row_of(work, match, task).state is TaskState.DONE
    delete_task(work, task)
    work.session.flush()
    assert all(row.step is not None for row in tasks_of(work, match))
    restore_task(work, task)
    assert row_of(work, match, task).state is TaskState.DONE


def test_an_empty_task_is_refused(work: Work, match: UUID) -> None:
    with pytest.raises(Invalid):
        add_task(work, match, TaskDraft(" "))
    task = add_task(work, match, OWN)
    work.session.flush()
    with pytest.raises(Invalid):
        revise_task(work, task, TaskDraft(), seen=OWN)


def test_what_is_gone_cannot_be_ticked(work: Work, match: UUID) -> None:
    with pytest.raises(NotFound):
        tick_task(work, match, uuid4())
    with pytest.raises(NotFound):
        tick_task(work, uuid4(), STEP)
    task = add_task(work, match, OWN)
    work.session.flush()
    with pytest.raises(NotFound):
        tick_task(work, uuid4(), task)


def test_a_task_of_another_match_is_not_touched(work: Work, match: UUID) -> None:
    other = a_fixture(work, a_club(work, "Nord"), a_club(work, "Sud"))
    work.session.flush()
    tick_task(work, other.id, STEP)
    assert row_of(work, match, STEP).state is TaskState.OPEN
    assert row_of(work, other.id, STEP).state is TaskState.DONE


ACTS: dict[str, Callable[[Work, UUID], object]] = {
    "tick": lambda work, match: tick_task(work, match, STEP),
    "spare": lambda work, match: spare_task(work, match, STEP, "Amical"),
    "remark": lambda work, match: remark_task(
        work, match, STEP, RemarkDraft("Relancé"), seen=RemarkDraft()
    ),
    "add": lambda work, match: add_task(work, match, OWN),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_on_a_task_is_undone_by_itself(
    workspace: Workspace, match: UUID, name: str
) -> None:
    with workspace.reading() as work:
        before = tasks_of(work, match)
    with workspace.writing() as work:
        ACTS[name](work, match)
        work.commit(N_("Task done"))
        assert work.sealed is not None
        act = work.sealed.act
    with workspace.reading() as work:
        assert tasks_of(work, match) != before
    with workspace.writing() as work:
        undo_act(work, act)
        work.commit(N_("Undone"), undoes=act, saw_all=True)
    with workspace.reading() as work:
        assert tasks_of(work, match) == before
