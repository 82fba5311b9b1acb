"""What is done with a task: ticked, put aside, remarked, added, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.problems import Problem
from sportsec.domain.task_list import (
    RemarkDraft,
    TaskDraft,
    TaskState,
    check_task,
)
from sportsec.domain.words import N_
from sportsec.queries.task_list import TaskList, TaskRow, task_draft
from sportsec.services.task_list import (
    add_task,
    delete_task,
    remark_task,
    reopen_task,
    revise_task,
    spare_task,
    tick_task,
)
from sportsec.ui.desk import Desk
from sportsec.ui.language import tr
from sportsec.ui.pages.tasks.forms import first_days_before, remark_form, task_form
from sportsec.ui.pages.tasks.places import PLACES
from sportsec.ui.pages.tasks.words import against_text, task_name
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class _Remark:
    """A remark as it is typed, and of which task: no other is offered what was lost."""

    of: str
    remark: str


class TaskActs:
    """Changes the tasks of one match; each act can be undone by itself."""

    def __init__(self, owner: QWidget, desk: Desk, fixture_id: UUID) -> None:
        self._owner = owner
        self._desk = desk
        self._fixture_id = fixture_id

    def tick(self, row: TaskRow) -> None:
        """Note that a task is done; one that was ticked waits again."""
        if row.state is TaskState.DONE:
            self.reopen(row)
        else:
            self._write(N_("Task done"), tick_task, row, warned=against_text(row))

    def reopen(self, row: TaskRow) -> None:
        """Let a task wait to be done again."""
        self._write(N_("Task put back on the list"), reopen_task, row)

    def spare(self, row: TaskRow) -> FormDialog:
        """Ask why the match does not need a task, and note that it does not."""
        fixture_id, key = self._fixture_id, row.key
        return self._open(
            tr("Task not needed"),
            remark_form(tr("Why this match does not need it; may stay empty.")),
            N_("Task not needed"),
            self._remark_of(row),
            lambda work, new: spare_task(work, fixture_id, key, new.remark),
            row,
        )

    def remark(self, row: TaskRow) -> FormDialog:
        """Open the remark on a task."""
        fixture_id, key, seen = self._fixture_id, row.key, RemarkDraft(row.remark)

        def save(work: Work, new: _Remark) -> None:
            remark_task(work, fixture_id, key, RemarkDraft(new.remark), seen=seen)

        return self._open(
            tr("Remark"),
            remark_form(),
            N_("Remark on a task saved"),
            self._remark_of(row),
            save,
            row,
        )

    def add(self, tasks: TaskList) -> FormDialog:
        """Open the form of a new task."""
        fixture_id, day = self._fixture_id, tasks.kick_off_date
        return self._open(
            tr("New task"),
            task_form(day),
            N_("Task added"),
            TaskDraft(days_before=first_days_before(day, tasks.today)),
            lambda work, new: add_task(work, fixture_id, new),
            check=check_task,
        )

    def edit(self, row: TaskRow, tasks: TaskList) -> None:
        """Open a task of the officer's own in its form."""
        key = row.key
        if not isinstance(key, UUID):
            return

        def show(seen: TaskDraft) -> None:
            self._open(
                tr("Task of a match"),
                task_form(tasks.kick_off_date),
                N_("Task saved"),
                seen,
                lambda work, new: revise_task(work, key, new, seen=seen),
                check=check_task,
            )

        self._desk.runner.read(
            self._owner, "task", lambda work: task_draft(work, key), show
        )

    def delete(self, row: TaskRow) -> None:
        """Delete a task of the officer's own."""
        key = row.key
        if isinstance(key, UUID):
            self._do(N_("Task deleted"), lambda work: delete_task(work, key), row)

    # ---- inside

    def _remark_of(self, row: TaskRow) -> _Remark:
        return _Remark(f"{self._fixture_id} {row.key}", row.remark)

    def _write(
        self,
        act: str,
        job: Callable[[Work, UUID, Any], object],
        row: TaskRow,
        warned: str = "",
    ) -> None:
        self._do(act, lambda work: job(work, self._fixture_id, row.key), row, warned)

    def _do(
        self,
        act: str,
        job: Callable[[Work], object],
        row: TaskRow,
        warned: str = "",
    ) -> None:
        self._desk.runner.write(
            *(self._owner, act, job),
            lambda _result: self._say(act, row, warned),
            self._desk.complain,
        )

    def _say(self, act: str, row: TaskRow | None, warned: str = "") -> None:
        """Say what was done; with what speaks against it, the way there."""
        said = tr(act)
        if row is not None:
            said = tr("{name}: {text}", name=said, text=task_name(row))
        if row is None or row.step is None or not warned:
            self._desk.say(said)
            return
        place = (self._fixture_id, PLACES[row.step])
        self._desk.say(
            f"{said}\n{warned}",
            level="warn",
            action=tr("To the rating") if row.is_outrun else tr("Look at them"),
            on_action=lambda: self._desk.go("match", place),
        )

    def _open(
        self,
        title: str,
        form: Form,
        act: str,
        draft: Any,
        job: Callable[[Work, Any], object],
        row: TaskRow | None = None,
        check: Callable[[TaskDraft], list[Problem]] | None = None,
    ) -> FormDialog:
        if row is not None:
            title = tr("{name}: {text}", name=title, text=task_name(row))
        dialog = FormDialog(self._desk, title, form, act, self._owner)
        dialog.check = check
        dialog.saved.connect(lambda _result: self._say(act, row))
        dialog.wants_theirs.connect(lambda: _show_theirs(dialog))
        dialog.edit(draft, job)
        dialog.open()
        return dialog


def _show_theirs(dialog: FormDialog) -> None:
    """Close a form that was overtaken: the list behind shows what was saved."""
    dialog.form.mark_clean()
    dialog.reject()
