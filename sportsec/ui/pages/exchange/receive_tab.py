"""Receiving: files are judged, looked into, and taken in with one act each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.errors import SportsecError
from sportsec.domain.exchange import CellRow
from sportsec.domain.exchange_received import Fate, ReceiveResult
from sportsec.i18n.labels_exchange import fate_count
from sportsec.ui.desk import Desk
from sportsec.ui.errors import message_of
from sportsec.ui.icons import icon
from sportsec.ui.language import isolate, tr, tr_count, translator
from sportsec.ui.pages.exchange import doing, doing_files
from sportsec.ui.pages.exchange.file_card import FileCard
from sportsec.ui.pages.exchange.preview_tree import PreviewTree
from sportsec.ui.pages.exchange.state import ReceiveState
from sportsec.ui.pages.exchange.trust_dialog import TrustDialog
from sportsec.ui.widgets.cards import Banner, scrolled, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.icon_label import IconLabel

DROP, WORK, DONE = range(3)
_FOLDER = "exchange/folder"
EDGE = 56


class ReceiveTab(QWidget):
    """Drop panel, then the files with their preview, then what happened."""

    wants_inbox = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.state = ReceiveState()
        self.result: ReceiveResult | None = None
        self.cards: dict[Path, FileCard] = {}
        self.choose = QPushButton(f" {tr('Choose files')}")
        self.more = QPushButton(f" {tr('More files')}")
        self.accept_button = QPushButton(f" {tr('Take in')}")
        self.again = QPushButton(tr("Receive another file"))
        self.decide = QPushButton(tr("Decide now"))
        self.undo = QPushButton(tr("Undo"))
        self.banner = Banner()
        self.tree = PreviewTree()
        self.facts = text_label("", "value", wrap=True)
        self._list = QVBoxLayout()
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # ---- for the page

    def take(self, files: Sequence[Path]) -> None:
        """Judge files; the ones at hand stay."""
        if self.stack.currentIndex() == DONE:
            self.state = ReceiveState()
        self.state = self.state.with_files(files)
        self.look_again()

    def look_again(self) -> None:
        """Judge all files at hand, and see what they would do."""
        if not self.state.files:
            self.stack.setCurrentIndex(DROP)
            return
        self.stack.setCurrentIndex(WORK)
        self.accept_button.setEnabled(False)
        self.banner.say(tr("The files are being looked into …"), "info")
        doing_files.look_into(self._desk.runner, self, self.state, self._show)

    def reload(self) -> None:
        """The record changed: what is shown may not hold any more."""
        if self.stack.currentIndex() == WORK:
            self.look_again()

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
        if self.accept_button.isEnabled():
            self.accept_button.setEnabled(False)
            self.banner.say(tr("Taking in …"), "info")
            doing_files.accept(
                self._desk.runner, self, self.state, self._accepted, self._not_accepted
            )

    def ask_trust(self, cell: CellRow) -> TrustDialog:
        """Show the words of a cell to be compared."""
        dialog = TrustDialog(cell, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._trust(cell))
        dialog.open()
        return dialog

    # ---- inside

    def _lay_out(self) -> None:
        for panel in (self._drop_panel(), self._work_panel(), self._done_panel()):
            self.stack.addWidget(panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.addWidget(self.stack)

    def _drop_panel(self) -> QWidget:
        panel = QFrame()
        panel.setProperty("role", "drop")
        middle = Qt.AlignmentFlag.AlignHCenter
        box = QVBoxLayout(panel)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(IconLabel("receive", EDGE, "accent"), 0, middle)
        heading = text_label(tr("Drop the files of other cells here"), "section")
        note = text_label(
            tr("Several at once, in any order; nothing is written before you agree."),
            "caption",
            wrap=True,
        )
        for text in (heading, note):
            text.setAlignment(middle)
            box.addWidget(text)
        self.choose.setProperty("primary", True)
        self.choose.setIcon(icon("folder", "accent_ink"))
        box.addWidget(self.choose, 0, middle)
        box.addStretch(3)
        return panel

    def _work_panel(self) -> QWidget:
        files = QWidget()
        files.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(10)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(scrolled(files))
        split.addWidget(self.tree)
        split.setSizes([420, 620])
        split.setChildrenCollapsible(False)
        panel = QWidget()
        box = QVBoxLayout(panel)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.banner)
        box.addWidget(split, 1)
        row = QHBoxLayout()
        self.more.setIcon(icon("plus"))
        self.accept_button.setProperty("primary", True)
        self.accept_button.setIcon(icon("check", "accent_ink"))
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.accept_button)
        box.addLayout(row)
        return panel

    def _done_panel(self) -> QWidget:
        panel = QWidget()
        middle = Qt.AlignmentFlag.AlignHCenter
        box = QVBoxLayout(panel)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(IconLabel("check", EDGE, "accent"), 0, middle)
        heading = text_label(tr("The files are taken in"), "section")
        for text in (heading, self.facts):
            text.setAlignment(middle)
            box.addWidget(text)
        row = QHBoxLayout()
        row.addStretch(1)
        self.decide.setProperty("primary", True)
        self.undo.setIcon(icon("undo"))
        for button in (self.decide, self.undo, self.again):
            row.addWidget(button)
        row.addStretch(1)
        box.addLayout(row)
        box.addStretch(3)
        return panel

    def _connect(self) -> None:
        self.choose.clicked.connect(lambda _on: self.choose_files())
        self.more.clicked.connect(lambda _on: self.choose_files())
        self.accept_button.clicked.connect(lambda _on: self.accept())
        self.again.clicked.connect(lambda _on: self._start_again())
        self.decide.clicked.connect(lambda _on: self.wants_inbox.emit())
        self.undo.clicked.connect(lambda _on: self._take_back())
        self.tree.ticked.connect(self._tick)

    def _start_again(self) -> None:
        self.state = ReceiveState()
        self.stack.setCurrentIndex(DROP)

    def _show(self, state: ReceiveState) -> None:
        self.state = state
        clear_layout(self._list)
        self.cards = {}
        for file in state.files:
            card = FileCard(file)
            card.wants_trust.connect(self.ask_trust)
            card.unlocked.connect(self._unlock)
            card.put_aside.connect(self._put_aside)
            self._list.addWidget(card)
            self.cards[file.path] = card
        self._list.addStretch(1)
        self.tree.clear()
        if state.preview is not None:
            self.tree.show_preview(state.preview, state.left_out)
        self._say()

    def _say(self) -> None:
        waits = self.state.waits_for
        preview = self.state.preview
        conflicts = preview.count(Fate.CONFLICT) if preview else 0
        self.banner.say(tr(waits) if waits else "", "warn" if waits else "info")
        if not waits and conflicts:
            text = tr_count(
                "{n} record changed in both cells: both values are kept for you.",
                "{n} records changed in both cells: both values are kept for you.",
                conflicts,
            )
            self.banner.say(text, "info")
        self.accept_button.setEnabled(self.state.can_accept)

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
        self.result = result
        self.facts.setText(result_text(result))
        waiting = result.conflicts + result.twins
        self.decide.setVisible(waiting > 0)
        self.undo.setVisible(bool(result.acts))
        self.stack.setCurrentIndex(DONE)
        self.state = ReceiveState()

    def _not_accepted(self, error: SportsecError) -> None:
        said = message_of(translator(), error)
        self.banner.say(f"{said.what} {said.next_step}", "block")
        self.accept_button.setEnabled(self.state.can_accept)

    def _take_back(self) -> None:
        if self.result is not None:
            self.undo.setEnabled(False)
            doing_files.take_back(
                *(self._desk.runner, self, self.result.acts),
                done=self._taken_back,
                failed=self._desk.complain,
            )

    def _taken_back(self) -> None:
        self.undo.setEnabled(True)
        self._start_again()
        self._desk.say(tr("Undone: {act}", act=tr("File received")))


def result_text(result: ReceiveResult) -> str:
    """Return what happened, one sentence a line."""
    t = translator()
    lines = [
        fate_count(t, fate, total)
        for fate in Fate
        if (total := sum(kind.counts.get(fate, 0) for kind in result.kinds))
    ]
    if result.conflicts:
        lines.append(
            tr_count(
                "{n} field waits for a decision",
                "{n} fields wait for a decision",
                result.conflicts,
            )
        )
    if result.twins:
        text = tr_count(
            "{n} pair may be the same", "{n} pairs may be the same", result.twins
        )
        lines.append(text)
    if result.backup is not None:
        name = isolate(result.backup.name)
        lines.append(tr("Backup made before: {name}", name=name))
    return "\n".join(lines) or tr("You have all of this already.")
