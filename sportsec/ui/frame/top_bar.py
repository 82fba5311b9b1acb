"""The row above every page: back, undo and redo, where you are, search."""

from __future__ import annotations

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from sportsec.ui.frame.commands import Actions
from sportsec.ui.frame.search_box import SearchBox
from sportsec.ui.widgets.cards import margins
from sportsec.ui.widgets.elided import ElidedLabel

#: Between the path and the search, besides the gap of the bar.
AFTER = 4


class TopBar(QFrame):
    """Its buttons are those commands that are needed most; `search` finds the rest."""

    def __init__(self, actions: Actions, search: SearchBox) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.back = _button(actions["back"])
        self.undo = _button(actions["undo"])
        self.redo = _button(actions["redo"])
        self.crumbs = ElidedLabel("crumb")
        self.search = search
        box = QHBoxLayout(self)
        box.setContentsMargins(margins(16, 8, 24, 8))
        box.setSpacing(8)
        box.addWidget(self.back)
        box.addWidget(self.undo)
        box.addWidget(self.redo)
        box.addWidget(self.crumbs, 1)
        box.addWidget(self.search)

    def show_path(self, parts: list[str]) -> None:
        """Show where the officer is, the widest first; a page alone names itself."""
        path = "  ›  ".join(parts) if len(parts) > 1 else ""
        self.crumbs.setText(path)
        self.crumbs.setToolTip(path)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Let the search give way to the path: a short field finds as much."""
        room = self.crumbs.width() + self.search.width()
        words = self.crumbs.fontMetrics().horizontalAdvance(self.crumbs.text())
        self.search.take_width(room - words - AFTER)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    return button
