"""The three states of the receiving tab: nothing yet, files at hand, taken in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sportsec.domain.backups import backup_named
from sportsec.domain.exchange_received import Fate, Judgement, ReceiveResult
from sportsec.i18n.formats import date_time
from sportsec.i18n.labels import problem_text
from sportsec.i18n.labels_exchange import fate_count
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, tr, tr_count, translator
from sportsec.ui.pages.exchange.erased_copies import ErasedCopies
from sportsec.ui.pages.exchange.file_list import FileList
from sportsec.ui.pages.exchange.preview_tree import PreviewTree
from sportsec.ui.pages.exchange.state import ReceiveState
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.busy import TaskProgress
from sportsec.ui.widgets.buttons import IconButton
from sportsec.ui.widgets.cards import Banner, text_label
from sportsec.ui.widgets.clearing import clear_layout
from sportsec.ui.widgets.icon_label import IconLabel
from sportsec.ui.widgets.one_bar import OneBar, WholeLines
from sportsec.ui.widgets.splitter import SideSplitter

_EDGE, _SMALL_EDGE = 56, 32
#: Of the tree at least, so that records are read beside what happens to them.
_TREE_WIDTH = 300
#: Of the files and of the tree at least, some rows of each; lower they are scrolled as
#: one, above the buttons.
_LIST_HEIGHT = 230
#: Of what happened, likewise.
_DONE_HEIGHT = 160


class DropPanel(QFrame):
    """Invites to drop files, or to choose them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "drop")
        self.choose = IconButton("folder", tr("Choose files"), "accent_ink")
        self.choose.setProperty("primary", True)
        middle = Qt.AlignmentFlag.AlignHCenter
        box = QVBoxLayout(self)
        box.setSpacing(12)
        box.addStretch(2)
        box.addWidget(IconLabel("receive", _EDGE, "accent"), 0, middle)
        heading = text_label(tr("Drop the files from other cells here"), "section")
        note = text_label(
            tr("Several at once, in any order; nothing is written before you agree."),
            "caption",
            wrap=True,
        )
        for text in (heading, note):
            text.setAlignment(middle)
            box.addWidget(text)
        box.addWidget(self.choose, 0, middle)
        box.addStretch(3)


class WorkPanel(QWidget):
    """The files with what is known of them, and what taking them in would do."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self.banner = Banner(action=tr("Look again"))
        self.tree = PreviewTree()
        self.tree.hide()  # until there is something to show
        self.progress = TaskProgress(runner)
        self.more = IconButton("plus", tr("More files"))
        self.take_in = IconButton("check", ink="accent_ink")
        self.take_in.setProperty("primary", True)
        self.tree.setMinimumWidth(scaled(_TREE_WIDTH))
        lines = WholeLines(self.tree, _LIST_HEIGHT)
        listed = FileList(scaled(_LIST_HEIGHT))
        self.files = listed.files
        self.split = SideSplitter()
        self.split.addWidget(listed)
        self.split.addWidget(self.tree)
        self.split.setSizes([380, 660])
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self.banner)
        box.addWidget(OneBar(self.split, (listed, lines), self._fits), 1)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addWidget(self.progress, 1)
        row.addStretch()
        row.addWidget(self.take_in)
        box.addLayout(row)
        self.name_button(ReceiveState())

    def say(self, text: str, level: str = "info", *, may_repeat: bool = False) -> None:
        """Say what the files wait for; offer to look again where that was stopped."""
        self.banner.say(text, level)
        self.banner.button.setVisible(may_repeat)

    def _fits(self, _needed: int, room: int) -> bool:
        """Say whether files and tree have room beside each other."""
        is_row = self.split.orientation() == Qt.Orientation.Horizontal
        return is_row and room >= scaled(_LIST_HEIGHT)

    def name_button(self, state: ReceiveState) -> None:
        """Say on the button whether all goes in, or only some files or kinds."""
        text = tr("Take all in")
        if state.left_out:
            text = tr("Take in what is ticked")
        elif not state.takes_all:
            text = tr("Take in what is ready")
        self.take_in.setText(text)


class DonePanel(QWidget):
    """What happened, record by record; it can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._result: ReceiveResult | None = None
        self.copies = ErasedCopies(desk)
        self.copies.replaced.connect(self._forget_backup)
        self.facts = text_label("", "value", wrap=True)
        self.tree = PreviewTree(can_choose=False)
        lines = WholeLines(self.tree, _DONE_HEIGHT)
        self.progress = TaskProgress(desk.runner)
        self.decide = QPushButton(tr("Decide now"))
        self.decide.setProperty("primary", True)
        self.undo = IconButton("undo", tr("Undo"))
        self.again = QPushButton(tr("Receive another file"))
        self._refused = QVBoxLayout()
        self._refused.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(14)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(IconLabel("check", _SMALL_EDGE, "accent"), 0, top)
        words = QVBoxLayout()
        words.addWidget(text_label(tr("The files have been taken in"), "section"))
        words.addWidget(self.facts)
        head.addLayout(words, 1)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addWidget(self.progress, 1)
        row.addStretch()
        row.addWidget(self.undo)
        row.addWidget(self.decide)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(self._refused)
        column.addWidget(self.copies)
        column.addWidget(self.tree, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        room = OneBar(told, (lines,), lambda needed, room: needed - lines.more <= room)
        box.addWidget(room, 1)
        box.addLayout(row)

    def show_result(self, result: ReceiveResult) -> None:
        """Show what happened."""
        self._result = result
        self.facts.setText(result_text(result))
        clear_layout(self._refused)
        for file in result.refused:
            self._refused.addWidget(Banner(_refusal(file), "warn"))
        self.copies.look(result)
        self.tree.show_changes(result.kinds, result.changes, result.told)
        self.decide.setVisible(result.conflicts + result.twins > 0)
        self.undo.setVisible(bool(result.acts) and not result.only_erased)
        self.undo.setEnabled(True)

    def _forget_backup(self) -> None:
        """Name the backup made before no more: another has taken its place."""
        if self._result is not None:
            self.facts.setText(result_text(replace(self._result, backup=None)))


def _refusal(file: Judgement) -> str:
    name = isolate(file.file.name)
    why = next((problem_text(translator(), each) for each in file.findings), "")
    return tr("{name} was not taken in. {why}", name=name, why=why)


def result_text(result: ReceiveResult) -> str:
    """Return what happened, one sentence a line."""
    t = translator()
    counts = [
        fate_count(t, fate, total) for fate in Fate if (total := result.count(fate))
    ]
    lines = [t(", ").join(counts)] if counts else []
    if result.conflicts:
        lines.append(
            tr_count(
                "{n} record waits for a decision",
                "{n} records wait for a decision",
                result.conflicts,
            )
        )
    if result.twins:
        text = tr_count(
            "{n} pair may be the same", "{n} pairs may be the same", result.twins
        )
        lines.append(text)
    if any(file.purges for file in result.files):
        lines.append(tr("What was erased by law is not brought back by an undo."))
    backup = backup_named(result.backup.name) if result.backup else None
    if backup is not None:
        when = isolate(date_time(backup.made_at))
        lines.append(tr("Backup made before: {when}", when=when))
    return "\n".join(lines) or tr("You already have all of this.")
