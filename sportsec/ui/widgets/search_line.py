"""A line with a magnifier at its beginning, which grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.clear_button import ClearButton
from sportsec.ui.widgets.sides import absolute

EDGE, AFTER = 16, 6
#: Frame and padding of every line, in the same pixels at all text sizes.
BEFORE = 9


class SearchLine(QLineEdit):
    """One that is emptied by a cross; Qt's own icons keep their size for ever."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._magnifier = icon("search")
        self.setAlignment(absolute(right=is_rtl()))  # whatever is typed
        self.cross = ClearButton(self, lambda: scaled(EDGE) + scaled(AFTER))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the magnifier where reading begins."""
        super().paintEvent(event)
        edge = scaled(EDGE)
        room = QRect(BEFORE, (self.height() - edge) // 2, edge, edge)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        painter = QPainter(self)
        self._magnifier.paint(painter, place)
        painter.end()
