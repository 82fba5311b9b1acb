"""The shape that goes with each level, so that colour is never the only sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from sportsec.ui.icons import MODES
from sportsec.ui.theme import colour


def draw_shape(painter: QPainter, level: str, box: QRectF, ink: QColor) -> None:
    """Draw the shape of a level into a square box.

    Low is a circle, medium a triangle, high a diamond, critical a square; ok a tick,
    info an i, warn a triangle with a mark, block a crossed circle, muted a ring.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if level in _FILLED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPath(_path(_FILLED[level], box))
    else:
        pen = QPen(ink, max(1.4, box.width() / 6))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _STROKED.get(level, _ring)(painter, box)
    painter.restore()


class ShapeIcon(QIconEngine):
    """Draws the shape of a level in whatever the theme is at that moment."""

    def __init__(self, level: str) -> None:
        super().__init__()
        self.level = level

    def paint(
        self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State
    ) -> None:
        """Draw it into `rect`; in a row that is chosen in the ink of its text."""
        ink = colour(MODES.get(mode) or f"level_{self.level}_ink")
        draw_shape(painter, self.level, QRectF(rect).adjusted(1, 1, -1, -1), ink)

    def clone(self) -> QIconEngine:
        """Return a copy."""
        return ShapeIcon(self.level)


def shape_icon(level: str) -> QIcon:
    """Return the shape of a level as the icon of a line."""
    return QIcon(ShapeIcon(level))


def _path(points: tuple[tuple[float, float], ...], box: QRectF) -> QPainterPath:
    path = QPainterPath()
    if not points:
        path.addEllipse(box)
        return path
    corners = [_at(box, x, y) for x, y in points]
    path.addPolygon(QPolygonF(corners))
    path.closeSubpath()
    return path


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.x() + x * box.width(), box.y() + y * box.height())


def _tick(painter: QPainter, box: QRectF) -> None:
    points = [_at(box, 0.08, 0.55), _at(box, 0.38, 0.85), _at(box, 0.94, 0.18)]
    painter.drawPolyline(QPolygonF(points))


def _letter_i(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)
    painter.drawLine(_at(box, 0.5, 0.48), _at(box, 0.5, 0.74))
    painter.drawPoint(_at(box, 0.5, 0.26))


def _mark(painter: QPainter, box: QRectF) -> None:
    corners = [_at(box, 0.5, 0.02), _at(box, 1, 0.94), _at(box, 0, 0.94)]
    painter.drawPolygon(QPolygonF(corners))
    painter.drawLine(_at(box, 0.5, 0.4), _at(box, 0.5, 0.6))
    painter.drawPoint(_at(box, 0.5, 0.78))


def _crossed(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)
    painter.drawLine(_at(box, 0.32, 0.32), _at(box, 0.68, 0.68))
    painter.drawLine(_at(box, 0.68, 0.32), _at(box, 0.32, 0.68))


def _ring(painter: QPainter, box: QRectF) -> None:
    painter.drawEllipse(box)


_FILLED: dict[str, tuple[tuple[float, float], ...]] = {
    "low": (),
    "medium": ((0.5, 0.02), (1.0, 0.94), (0.0, 0.94)),
    "high": ((0.5, -0.05), (1.05, 0.5), (0.5, 1.05), (-0.05, 0.5)),
    # An octagon is a circle at the size of a list.
    "critical": ((0.04, 0.04), (0.96, 0.04), (0.96, 0.96), (0.04, 0.96)),
}
_STROKED = {
    "ok": _tick,
    "info": _letter_i,
    "warn": _mark,
    "block": _crossed,
    "muted": _ring,
}
