"""Receiving: files are judged, looked into, and taken in with one act each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import CellRow
from sportsec.domain.exchange_received import Fate, ReceiveResult
from sportsec.ui.desk import Desk
from sportsec.ui.errors import message_of
from sportsec.ui.language import tr, tr_count, translator
from sportsec.ui.pages.exchange import doing, doing_files
from sportsec.ui.pages.exchange.file_card import FileCard
from sportsec.ui.pages.exchange.receive_panels import DonePanel, DropPanel, WorkPanel
from sportsec.ui.pages.exchange.state import ReceiveState
from sportsec.ui.pages.exchange.trust_dialog import TrustDialog
from sportsec.ui.tasks import Task
from sportsec.ui.widgets.clearing import clear_layout

DROP, WORK, DONE = range(3)
_FOLDER = "exchange/folder"


class ReceiveTab(QWidget):
    """Drop panel, then the files with their preview, then what happened."""

    wants_inbox = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.state = ReceiveState()
        self.result: ReceiveResult | None = None
        self.cards: dict[Path, FileCard] = {}
        self._accepting = False
        self._look: Task | None = None
        self.drop = DropPanel()
        self.work = WorkPanel(desk.runner)
        self.done = DonePanel(desk)
        self.accept_button = self.work.take_in
        self.tree = self.work.tree
        self.stack = QStackedWidget()
        for panel in (self.drop, self.work, self.done):
            self.stack.addWidget(panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(self.stack)
        self._connect()

    # ---- for the page

    def take(self, files: Sequence[Path]) -> None:
        """Judge files; the ones at hand stay. Without any, offer to choose some."""
        if self._accepting:
            self._desk.say(tr("Files are being taken in. Wait, or stop that first."))
            return
        if self.stack.currentIndex() == DONE:
            self._start_again()
        if not files:
            self.drop.choose.setFocus()
            return
        self.state = self.state.with_files(files)
        self.look_again()

    def look_again(self) -> None:
        """Judge all files at hand, and see what they would do."""
        if self._accepting:
            return
        if not self.state.files:
            self._start_again()
            return
        self.stack.setCurrentIndex(WORK)
        self.accept_button.setEnabled(False)
        self.work.say(tr("The files are being checked…"))
        self._look = doing_files.look_into(
            *(self._desk.runner, self, self.state),
            done=self._show,
            failed=self._cannot_look,
            stopped=self._not_looked,
        )
        self.work.progress.watch(self._look)

    def reload(self) -> None:
        """The record changed: what is shown may not hold any more."""
        if self.stack.currentIndex() == WORK:
            self.look_again()
        elif self.stack.currentIndex() == DONE and self.result is not None:
            acts = self.result.acts
            self._desk.runner.read(
                *(self, "undone", lambda work: doing.are_undone(work, acts)),
                lambda undone: self._start_again() if undone else None,
            )

    # ---- what the officer does

    def choose_files(self) -> None:
        """Ask for files with the dialog of the system."""
        folder = self._desk.settings.text(_FOLDER, str(Path.home()))
        kind = tr("Exchange files (*.ssx)")
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Choose files"), folder, kind)
        if chosen:
            self._desk.settings.keep(_FOLDER, str(Path(chosen[0]).parent))
            self.take([Path(each) for each in chosen])

    def accept(self) -> None:
        """Take in what the preview shows."""
        if not self.accept_button.isEnabled():
            return
        self._set_accepting(on=True)
        self.work.say(tr("Taking in…"))
        task = doing_files.accept(
            *(self._desk.runner, self, self.state),
            done=self._accepted,
            failed=self._not_accepted,
            stopped=self._accept_stopped,
        )
        self.work.progress.watch(task)

    def ask_trust(self, cell: CellRow) -> TrustDialog:
        """Show the words of a cell to be compared."""
        dialog = TrustDialog(cell, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._trust(cell))
        dialog.open()
        return dialog

    # ---- inside

    def _connect(self) -> None:
        self.drop.choose.clicked.connect(lambda _on: self.choose_files())
        self.work.more.clicked.connect(lambda _on: self.choose_files())
        self.work.banner.button.clicked.connect(lambda _on: self.look_again())
        self.accept_button.clicked.connect(lambda _on: self.accept())
        self.tree.ticked.connect(self._tick)
        self.done.again.clicked.connect(lambda _on: self._start_again())
        self.done.decide.clicked.connect(lambda _on: self.wants_inbox.emit())
        self.done.undo.clicked.connect(lambda _on: self._take_back())
        # Queued: by then what is saved stands in its lane, and the look behind it.
        queued = Qt.ConnectionType.QueuedConnection
        self._desk.runner.busy.connect(self._give_way, queued)

    def _start_again(self) -> None:
        self._give_up_looking()
        self.state = ReceiveState()
        self.stack.setCurrentIndex(DROP)

    def _give_up_looking(self) -> None:
        look, self._look = self._look, None
        if look is not None:
            self._desk.runner.cancel(look)

    def _give_way(self, tasks: tuple[Task, ...]) -> None:
        """Let what is saved meanwhile go first: a look writes nothing, and can wait."""
        look = self._look
        if look is None or look.stop.is_set():
            return
        writing = [each for each in tasks if each.lane == "write"]
        if look in writing[:-1]:
            self.look_again()

    def _set_accepting(self, *, on: bool) -> None:
        """Leave nothing to be changed while the files are taken in."""
        self._accepting = on
        self.accept_button.setEnabled(not on and self.state.can_accept)
        for part in (self.tree, self.work.more, *self.cards.values()):
            part.setEnabled(not on)

    def _show(self, state: ReceiveState) -> None:
        self._look = None
        self.state = state
        clear_layout(self.work.files)
        self.cards = {}
        for file in state.files:
            card = FileCard(file)
            card.wants_trust.connect(self.ask_trust)
            card.unlocked.connect(self._unlock)
            card.put_aside.connect(self._put_aside)
            self.work.files.addWidget(card)
            self.cards[file.path] = card
        self.work.files.addStretch(1)
        self.tree.clear()
        if state.preview is not None:
            self.tree.show_preview(state.preview, state.left_out)
        self.tree.setVisible(self.tree.topLevelItemCount() > 0)
        self.work.name_button(state)
        self._say()

    def _say(self) -> None:
        waits = self.state.waits_for
        preview = self.state.preview
        conflicts = preview.count(Fate.CONFLICT) if preview else 0
        self.work.say(tr(waits) if waits else "", "warn" if waits else "info")
        if not waits and preview is not None and not preview.kinds:
            self.work.say(
                tr("No record will look different after this; only histories grow.")
            )
        elif not waits and conflicts:
            text = tr_count(
                "{n} record changed in both cells: both values are kept for you.",
                "{n} records changed in both cells: both values are kept for you.",
                conflicts,
            )
            self.work.say(text)
        self.accept_button.setEnabled(self.state.can_accept)

    def _not_looked(self) -> None:
        """The officer stopped it; a look that gave way to a newer one says nothing."""
        if self._look is not None and self._look.stop.is_set():
            text = tr("Stopped before all was seen. Nothing was changed.")
            self.work.say(text, "warn", may_repeat=True)

    def _cannot_look(self, error: SportsecError) -> None:
        said = message_of(translator(), error)
        self.work.say(f"{said.what} {said.next_step}", "block", may_repeat=True)

    def _tick(self, table: str, on: bool) -> None:  # noqa: FBT001 - a signal of Qt
        self.state = self.state.ticked(table, on=on)
        self.look_again()

    def _unlock(self, path: Path, passphrase: str) -> None:
        self.state = self.state.with_passphrase(path, passphrase)
        self.look_again()

    def _put_aside(self, path: Path) -> None:
        self.state = self.state.without(path)
        self.look_again()

    def _trust(self, cell: CellRow) -> None:
        doing.trust(self._desk.runner, self, cell, self.look_again)

    def _accepted(self, result: ReceiveResult) -> None:
        self._set_accepting(on=False)
        self.result = result
        self.done.show_result(result)
        self.stack.setCurrentIndex(DONE)
        self.state = ReceiveState()

    def _accept_stopped(self) -> None:
        self._set_accepting(on=False)
        text = tr("Stopped. All is as before: nothing was taken in.")
        self.work.say(text, "warn")

    def _not_accepted(self, error: SportsecError) -> None:
        self._set_accepting(on=False)
        said = message_of(translator(), error)
        self.work.say(f"{said.what} {said.next_step}", "block")

    def _take_back(self) -> None:
        if self.result is not None:
            self.done.undo.setEnabled(False)
            task = doing_files.take_back(
                *(self._desk.runner, self, self.result.acts),
                done=self._taken_back,
                failed=self._not_taken_back,
                stopped=lambda: self.done.undo.setEnabled(True),
            )
            self.done.progress.watch(task)

    def _not_taken_back(self, error: SportsecError) -> None:
        self.done.undo.setEnabled(True)
        self._desk.complain(error)

    def _taken_back(self) -> None:
        self._start_again()
        self._desk.say(tr("Undone: {act}", act=tr("File received")))
