"""Promises and decisions under each other, each with what can be said of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QMenu, QToolButton

from sportsec.domain.commitments import CommitmentState
from sportsec.domain.words import N_
from sportsec.queries.commitments import CommitmentRow
from sportsec.services.commitments import (
    close_commitment,
    confirm_wording,
    delete_commitment,
    reopen_commitment,
)
from sportsec.ui.commitment_look import (
    closing_act,
    due_day_of,
    more_promises,
    said_as,
    state_badge,
)
from sportsec.ui.icons import icon
from sportsec.ui.language import tr, words
from sportsec.ui.pages.directory.ranges import day, joined
from sportsec.ui.pages.liaison.commitment_form import edit_commitment
from sportsec.ui.pages.liaison.lines import Line, RecordLines
from sportsec.ui.pages.liaison.not_kept_form import open_not_kept
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.buttons import IconButton, sign_button
from sportsec.ui.widgets.form_dialog import FormDialog

REOPENED, DELETED = N_("Opened again"), N_("Promise or decision deleted")
CONFIRMED = N_("Wording confirmed")
OLD_HOUR, OLD_FIGURE = N_("Hour from before the move?"), N_("Figure from before?")


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
    closed = ""
    if row.closed_on is not None:
        closed = tr("{name}: {text}", name=tr("Closed on"), text=day(row.closed_on))
    due = due_day_of(row)
    if due:
        due = tr("{name}: {text}", name=tr("Due on"), text=due)
    return joined(due, closed) or tr("No day set")


class CommitmentTable(RecordLines):
    """Promises and decisions, in the order given; each act can be undone."""

    def show_rows(
        self,
        rows: Sequence[CommitmentRow],
        old: Collection[UUID] = (),
        outdated: Collection[UUID] = (),
    ) -> None:
        """Show other ones.

        Args:
            old: Those that may speak of the time before their match moved.
            outdated: Those that give a figure which has changed since.
        """
        marks = {OLD_HOUR: old, OLD_FIGURE: outdated}
        self.show_lines(
            [
                self._line(row, [said for said, of in marks.items() if row.id in of])
                for row in rows
            ]
        )

    @staticmethod
    def left_out(count: int) -> str:
        """Return what the button says that shows so many others."""
        return more_promises(count)

    # ---- what the buttons do

    def keep(self, row: CommitmentRow) -> None:
        """Say that one was kept."""
        kept = CommitmentState.KEPT
        act = closing_act(kept, row.kind)
        self._write(act, lambda work: close_commitment(work, row.id, kept))

    def ask_why(self, row: CommitmentRow) -> FormDialog:
        """Ask why one was not kept."""
        return open_not_kept(self, self._desk, row)

    def reopen(self, one: UUID) -> None:
        """Let one wait to be kept again."""
        self._write(REOPENED, lambda work: reopen_commitment(work, one))

    def confirm(self, one: UUID) -> None:
        """Say that what one says is right, though it is marked as of before."""
        self._write(CONFIRMED, lambda work: confirm_wording(work, one))

    def delete(self, one: UUID) -> None:
        """Delete one taken down by mistake."""
        self._write(DELETED, lambda work: delete_commitment(work, one))

    def edit(self, one: UUID) -> None:
        """Open the form of one, as it stands now."""
        edit_commitment(self, self._desk, one)

    # ---- inside

    def _write(self, act: str, job: Callable[[Work], object]) -> None:
        self._desk.runner.write(self, act, job, lambda _done: self._desk.say(tr(act)))

    def _line(self, row: CommitmentRow, marks: Sequence[str]) -> Line:
        line, one = Line(row.wording), row.id
        line.tell(row.wording)
        match = words(row.match) if self._with_match else ""
        line.tell(joined(match, said_of(row)), "caption")
        line.tell(row.remark, "caption")
        line.add(state_badge(row))
        for mark in marks:
            line.add(Badge(tr(mark), "warn"))
        if row.state is CommitmentState.OPEN:
            kept = IconButton("check", said_as(row, CommitmentState.KEPT))
            kept.clicked.connect(lambda _on: self.keep(row))
            line.offer(kept)
            broken = IconButton("close", said_as(row, CommitmentState.BROKEN))
            broken.clicked.connect(lambda _on: self.ask_why(row))
            line.offer(broken)
        else:
            line.offer(sign_button("undo", tr("Open again"), partial(self.reopen, one)))
        edit = sign_button("edit", tr("Edit"), partial(self.edit, one))
        line.offer(edit, is_start=True)
        line.offer(self._rest(one, is_old=bool(marks)))
        return line

    def _rest(self, one: UUID, *, is_old: bool) -> QToolButton:
        """Return what is not to be pressed by mistake for what stands beside it.

        Args:
            is_old: Whether it may say an hour, a day or a figure of before.
        """
        button = sign_button("more", tr("More"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        if is_old:
            right = menu.addAction(icon("check"), tr("The text is right"))
            right.triggered.connect(lambda _on: self.confirm(one))
        action = menu.addAction(icon("delete"), tr("Delete"))
        action.triggered.connect(lambda _on: self.delete(one))
        button.setMenu(menu)
        return button
