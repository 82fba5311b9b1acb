"""The row above every page: back, undo and redo, where you are, search."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from sportsec.ui.frame.search_box import Search, SearchBox
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.cards import margins
from sportsec.ui.widgets.elided import ElidedLabel


class TopBar(QFrame):
    """Emits what its buttons want; its `search` finds records."""

    back_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, runner: Runner, search: Search) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.back = _button("back", tr("Back"), self.back_wanted)
        self.back.setShortcut(QKeySequence.StandardKey.Back)
        self.undo = _button("undo", tr("Undo"), self.undo_wanted)
        self.redo = _button("redo", tr("Redo"), self.redo_wanted)
        self.crumbs = ElidedLabel("crumb")
        self.search = SearchBox(runner, search)
        box = QHBoxLayout(self)
        box.setContentsMargins(margins(16, 8, 24, 8))
        box.setSpacing(8)
        box.addWidget(self.back)
        box.addWidget(self.undo)
        box.addWidget(self.redo)
        box.addWidget(self.crumbs, 1)
        box.addWidget(self.search)

    def show_path(self, parts: list[str], *, can_go_back: bool) -> None:
        """Show where the officer is, the widest first; a page alone names itself."""
        path = "  ›  ".join(parts) if len(parts) > 1 else ""
        self.crumbs.setText(path)
        self.crumbs.setToolTip(path)
        self.back.setEnabled(can_go_back)


def _button(name: str, text: str, wanted: SignalInstance) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setAccessibleName(text)
    button.setToolTip(text)
    button.clicked.connect(lambda _on: wanted.emit())
    return button
