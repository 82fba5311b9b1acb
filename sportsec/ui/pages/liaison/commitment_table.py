"""Promises and decisions under each other, each with what can be said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.words import N_
from sportsec.queries.commitments import CommitmentRow
from sportsec.services.commitments import (
    close_commitment,
    delete_commitment,
    reopen_commitment,
)
from sportsec.ui.commitment_look import state_badge
from sportsec.ui.language import label, tr, words
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.liaison.commitment_form import edit_commitment
from sportsec.ui.pages.liaison.lines import Line, RecordLines
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.buttons import IconButton, sign_button

KEPT, BROKEN = N_("Noted as kept"), N_("Noted as not kept")
REOPENED, DELETED = N_("Open again"), N_("Promise or decision deleted")


def said_of(row: CommitmentRow) -> str:
    """Return who is bound, who sees to it and by when, on one line."""
    towards = words(row.towards)
    if row.is_ours and towards:
        who = tr("{one} to {other}", one=words(row.bound), other=towards)
    else:
        who = words(row.bound)
    sees = tr("{name}: {text}", name=tr("Responsible"), text=row.responsible)
    return joined(who, sees if row.responsible else "", _when(row))


def _when(row: CommitmentRow) -> str:
    if row.closed_on is not None:
        return tr("{name}: {text}", name=tr("Closed on"), text=day(row.closed_on))
    if row.due_on is None:
        return tr("No day set")
    return tr("{name}: {text}", name=tr("Due on"), text=day(row.due_on))


class CommitmentTable(RecordLines):
    """Promises and decisions, in the order given; each act can be undone."""

    def show_rows(self, rows: Sequence[CommitmentRow]) -> None:
        """Show other ones."""
        self.show_lines([self._line(row) for row in rows])

    # ---- what the buttons do

    def close_as(self, one: UUID, state: CommitmentState) -> None:
        """Say what became of one."""
        act = KEPT if state is CommitmentState.KEPT else BROKEN
        self._write(act, lambda work: close_commitment(work, one, state))

    def reopen(self, one: UUID) -> None:
        """Let one wait to be kept again."""
        self._write(REOPENED, lambda work: reopen_commitment(work, one))

    def delete(self, one: UUID) -> None:
        """Delete one taken down by mistake."""
        self._write(DELETED, lambda work: delete_commitment(work, one))

    def edit(self, one: UUID) -> None:
        """Open the form of one, as it stands now."""
        edit_commitment(self, self._desk, one)

    # ---- inside

    def _write(self, act: str, job: Callable[[Work], object]) -> None:
        self._desk.runner.write(self, act, job, lambda _done: self._desk.say(tr(act)))

    def _line(self, row: CommitmentRow) -> Line:
        line, one = Line(row.wording), row.id
        line.tell(row.wording)
        match = words(row.match) if self._with_match else ""
        line.tell(joined(match, said_of(row)), "caption")
        line.tell(row.remark, "caption")
        line.add(state_badge(row))
        if row.state is CommitmentState.OPEN:
            line.offer(self._state_button(one, CommitmentState.KEPT, "check"))
            line.offer(self._state_button(one, CommitmentState.BROKEN, "close"))
        else:
            line.offer(sign_button("undo", tr("Open again"), partial(self.reopen, one)))
        line.offer(sign_button("edit", tr("Edit"), partial(self.edit, one)))
        line.offer(sign_button("delete", tr("Delete"), partial(self.delete, one)))
        return line

    def _state_button(self, one: UUID, state: CommitmentState, sign: str) -> QWidget:
        button = IconButton(sign, label(state))
        button.clicked.connect(lambda _on: self.close_as(one, state))
        return button
