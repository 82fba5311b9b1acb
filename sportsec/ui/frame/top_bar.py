"""The row above every page: back, undo and redo, where you are, search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
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
        self._paths = ("", "")
        self.search = search
        search.installEventFilter(self)
        self._buttons = (self.back, self.undo, self.redo)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(margins(16, 8, 24, 8))
        self._box.setSpacing(8)
        for button in self._buttons:
            self._box.addWidget(button)
        self._box.addWidget(self.crumbs, 1)
        self._box.addWidget(self.search)

    def show_path(self, parts: list[str]) -> None:
        """Show where the officer is, the widest first; a page alone names itself."""
        is_path = len(parts) > 1
        self._paths = ("  ›  ".join(parts), parts[-1]) if is_path else ("", "")
        self.crumbs.setToolTip(self._paths[0])
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the search room to type in, and take it back after."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._share()
            self._box.activate()  # the list is laid below the field at once
        return super().eventFilter(watched, event)

    def _share(self) -> None:
        """Let the search give way to the path: a short field finds as much.

        The page goes before a word of what it shows does, such as a club of a match.
        """
        self._tell_buttons()
        room = self._room()
        advance = self.crumbs.fontMetrics().horizontalAdvance
        path, name = self._paths
        said = path if advance(path) <= room - scaled(LEAST_WIDTH) else name
        self.crumbs.setText(said)
        self.search.take_width(room - advance(said))

    def _room(self) -> int:
        """Return what the buttons leave, whether all is laid out by now or not."""
        edge, gaps = self._box.contentsMargins(), self._box.count() - 1
        taken = sum(button.sizeHint().width() for button in self._buttons)
        taken += edge.left() + edge.right() + gaps * self._box.spacing()
        return self.width() - taken - AFTER

    def _tell_buttons(self) -> None:
        """Give the buttons their words, unless path and search need the room."""
        path = self.crumbs.fontMetrics().horizontalAdvance(self._paths[0])
        room = self.width() - path - scaled(LEAST_WIDTH)
        is_wide = room >= scaled(WITH_WORDS)
        style = Qt.ToolButtonStyle
        for button in self._buttons:
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
