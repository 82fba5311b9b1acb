"""A bar that shows how much a factor adds, of how much it could."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from sportsec.ui.theme import colour, signals

THICK = 8


class ContributionBar(QWidget):
    """Its length is what the factor could add, its filling what it adds.

    It is hollow: a track that stood out from the card would hide how far it is filled.
    """

    def __init__(self, width: int = 110) -> None:
        super().__init__()
        self._width = width
        self._possible = 1.0
        self._filled = 0.0
        self.level = "muted"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        signals().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for the heaviest factor."""
        return QSize(self._width, THICK + 4)

    def show_share(self, possible: float, filled: float, level: str) -> None:
        """Show other figures.

        Args:
            possible: 0 … 1 of the heaviest factor.
            filled: 0 … 1 of what is possible.
            level: Of the value, for the colour.
        """
        self._possible, self._filled, self.level = possible, filled, level
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from the side where reading starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        length = round(self.width() * self._possible)
        self._draw(painter, length, colour("edge"), QColor("transparent"))
        ink = colour(f"level_{self.level}_ink")
        self._draw(painter, round(length * self._filled), ink, ink)
        painter.end()

    def _draw(
        self, painter: QPainter, length: int, edge: QColor, filling: QColor
    ) -> None:
        if length < 1:
            return
        box = QRect(0, (self.height() - THICK) // 2, length, THICK)
        placed = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        painter.setPen(edge)
        painter.setBrush(filling)
        outline = QRectF(placed).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, THICK / 2, THICK / 2)
