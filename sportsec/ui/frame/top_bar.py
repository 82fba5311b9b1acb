"""The row above every page: back, undo and redo, where you are, search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from sportsec.ui.frame.commands import Actions, plain
from sportsec.ui.frame.search_box import LEAST_WIDTH, SearchBox
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import ICON_GAP
from sportsec.ui.widgets.cards import margins
from sportsec.ui.widgets.elided import ElidedLabel

#: Between the path and the search, besides the gap of the bar.
AFTER = 4
#: Room for the buttons, at text size normal, from which on they are told in words.
WITH_WORDS = 520


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
        self._tell_buttons()
        room = self.crumbs.width() + self.search.width()
        words = self.crumbs.fontMetrics().horizontalAdvance(self.crumbs.text())
        self.search.take_width(room - words - AFTER)

    def _tell_buttons(self) -> None:
        """Give the buttons their words, unless path and search need the room."""
        path = self.crumbs.fontMetrics().horizontalAdvance(self.crumbs.text())
        room = self.width() - path - scaled(LEAST_WIDTH)
        is_wide = room >= scaled(WITH_WORDS)
        style = Qt.ToolButtonStyle
        for button in (self.back, self.undo, self.redo):
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if is_wide else style.ToolButtonIconOnly
            )


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    name = plain(action.text())  # the menu says what would be undone
    button.setAccessibleName(name)
    action.setIconText(f"{ICON_GAP}{name}")
    return button
