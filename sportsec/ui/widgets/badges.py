"""Badges: a short text on a tinted ground, with the shape of its level.

    Badge("Postponed", "warn")      RiskChip(label(category), "critical")
    badge.show_level("Ready", "ok")

`draw_badge` paints the same in a table cell.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from sportsec.ui.theme import colour, scaled, signals
from sportsec.ui.widgets.shapes import draw_shape
from sportsec.ui.widgets.shortened import shortened

#: Pixels at the usual text size; they grow with the text.
PAD, GAP, ABOVE_AND_BELOW = 9, 6, 6


def badge_size(metrics: QFontMetrics, text: str) -> QSize:
    """Return how much room a badge needs."""
    mark = _mark_edge(metrics)
    width = metrics.horizontalAdvance(text) + mark + scaled(GAP) + 2 * scaled(PAD)
    return QSize(width, metrics.height() + scaled(ABOVE_AND_BELOW))


def draw_badge(
    painter: QPainter,
    box: QRect,
    text: str,
    level: str,
    direction: Qt.LayoutDirection,
) -> None:
    """Draw a badge into `box`, its shape before the text in reading direction."""
    metrics = painter.fontMetrics()
    ink = colour(f"level_{level}_ink")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(f"level_{level}"))
    radius = box.height() / 2
    painter.drawRoundedRect(QRectF(box), radius, radius)
    edge = _mark_edge(metrics)
    pad = scaled(PAD)
    mark = QRect(box.x() + pad, box.center().y() - edge // 2 + 1, edge, edge)
    words = box.adjusted(pad + edge + scaled(GAP), 0, -pad, 0)
    visual = QStyle.visualRect
    draw_shape(painter, level, QRectF(visual(direction, box, mark)), ink)
    painter.setPen(ink)
    words = visual(direction, box, words)
    elided = shortened(text, metrics, words.width() + 1)
    align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeading)
    painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter, elided)
    painter.restore()


def _mark_edge(metrics: QFontMetrics) -> int:
    return max(8, round(metrics.ascent() * 0.72))


class Badge(QWidget):
    """A badge as a widget.

    Args:
        level: One of `theme.LEVELS`.
    """

    def __init__(
        self, text: str = "", level: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        signals().changed.connect(self.update)
        self.show_level(text, level)

    def show_level(self, text: str, level: str) -> None:
        """Say something else."""
        self.text = text
        self.level = level
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the text needs."""
        return badge_size(self.fontMetrics(), self.text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_badge(painter, self.rect(), self.text, self.level, self.layoutDirection())
        painter.end()


class RiskChip(Badge):
    """The category of a match, a little larger and bold."""

    def __init__(
        self, text: str = "", level: str = "muted", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, level, parent)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
