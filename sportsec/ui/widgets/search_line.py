"""A line with a magnifier at its beginning, which grows with the text."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.language import is_rtl
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.clear_button import ClearButton
from sportsec.ui.widgets.shortened import shortened
from sportsec.ui.widgets.sides import absolute

EDGE, AFTER = 16, 6
#: Frame and padding of every line, in the same pixels at all text sizes.
BEFORE = 9
#: That Qt leaves on either side of the letters.
INSIDE = 2


class SearchLine(QLineEdit):
    """One that is emptied by a cross; Qt's own icons keep their size for ever.

    While nobody types in it, a text that has no room ends in "…".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._magnifier = icon("search")
        self.setAlignment(absolute(right=is_rtl()))  # whatever is typed
        self.cross = ClearButton(self, lambda: scaled(EDGE) + scaled(AFTER))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the magnifier where reading begins."""
        drawn = self.drawn()
        if drawn == self.text():
            super().paintEvent(event)
        else:
            self._draw(drawn)
        edge = scaled(EDGE)
        room = QRect(BEFORE, (self.height() - edge) // 2, edge, edge)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        painter = QPainter(self)
        self._magnifier.paint(painter, place)
        painter.end()

    def drawn(self) -> str:
        """Return as much of the text as is drawn; all of it where it is edited."""
        if self.hasFocus():
            return self.text()
        return shortened(self.text(), self.fontMetrics(), self._room().width())

    def _draw(self, text: str) -> None:
        """Draw a text and what is around it as Qt does for the text of the line."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        painter.setPen(self.palette().text().color())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._room(), self.alignment() | middle, text)
        painter.end()

    def _room(self) -> QRect:
        """Return where the letters stand."""
        edge = BEFORE + INSIDE
        inner = self.rect().marginsRemoved(self.textMargins())
        return inner.adjusted(edge, 0, -edge, 0)
