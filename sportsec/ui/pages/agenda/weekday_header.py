"""The letters of the weekdays above the season."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView

from sportsec.ui.pages.agenda.heat_model import HeatModel
from sportsec.ui.theme import colour

#: Between the widest letter and the ends of its section, in pixels, both together.
APART = 2


class WeekdayHeader(QHeaderView):
    """Keeps the letters apart: Arabic ones side by side would be read as a word.

    Args:
        days: Whose letters they are.
    """

    def __init__(self, days: HeatModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._days = days

    def letter_font(self) -> QFont:
        """Return the font in which the widest letter has room in the least section."""
        font = QFont(self.font())
        letters = QFontMetricsF(font)
        widest = max(map(letters.horizontalAdvance, self._days.letters()))
        least = min(map(self.sectionSize, range(self.count())), default=0)
        if APART < least < widest + APART:
            font.setPointSizeF(font.pointSizeF() * (least - APART) / widest)
        return font

    def paintSection(self, painter: QPainter, rect: QRect, index: int) -> None:
        """Draw a letter by hand where it is smaller: a style sheet knows one size."""
        font = self.letter_font()
        if font == self.font():
            super().paintSection(painter, rect, index)
            return
        painter.setPen(colour("soft"))
        painter.setFont(font)
        letter = self._days.headerData(index, self.orientation())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
