"""What is drawn on the map of relations: boxes of groups and clubs, lines between."""

from __future__ import annotations

import math
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from sportsec.domain.graph_layout import Place
from sportsec.domain.groups import RelationKind
from sportsec.ui.language import label
from sportsec.ui.pages.directory.relations import RELATION_LEVELS
from sportsec.ui.theme import colour
from sportsec.ui.widgets.shapes import draw_shape

#: Size of a box, in units of the map; text has pixels of the same size at 100 %.
WIDE, HIGH = 172.0, 58.0
_PAD = 10.0
_NAME, _UNDER, _SAID = 13, 11, 10
#: Below this scale texts would only be specks; below the other a name is all.
LEGIBLE, _ONE_NAME = 0.3, 0.75
#: Pixels on the screen that a name has at least, and the most it takes in its box.
_LEAST_READ, _LARGEST = 10.0, 21
#: The word on a line keeps the size it has at this scale, up to so many times.
_SAID_AT, _SAID_LARGEST = 0.9, 2.5

_LINES = {
    RelationKind.ALLIANCE: (Qt.PenStyle.SolidLine, 3.6),
    RelationKind.FRIENDSHIP: (Qt.PenStyle.SolidLine, 1.6),
    RelationKind.NEUTRAL: (Qt.PenStyle.DotLine, 1.6),
    RelationKind.RIVALRY: (Qt.PenStyle.DashLine, 2.2),
    RelationKind.HOSTILITY: (Qt.PenStyle.DashDotLine, 3.4),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A group or a club as the map shows it.

    Args:
        table: "supporter_group" or "club".
        under: A second, quieter line.
        faint: It is shown for its relation alone.
    """

    id: UUID
    table: str
    name: str
    under: str = ""
    faint: bool = False


def pen_of(kind: RelationKind | None) -> QPen:
    """Return the line of a relation; None is that of a group to its club."""
    if kind is None:
        return QPen(colour("line_strong"), 1.2, Qt.PenStyle.SolidLine)
    style, wide = _LINES[kind]
    pen = QPen(colour(f"level_{RELATION_LEVELS[kind]}_ink"), wide, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class BoxItem(QGraphicsItem):
    """One box; its lines follow it when it is moved."""

    def __init__(self, box: Box, font: QFont) -> None:
        super().__init__()
        self.box = box
        self.lines: list[LineItem] = []
        self.current = False
        self._name, self._under = QFont(font), QFont(font)
        self._name.setPixelSize(_NAME)
        self._name.setBold(True)
        self._under.setPixelSize(_UNDER)
        self.setZValue(2)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        said = f"{box.name}\n{box.under}" if box.under else box.name
        self.setToolTip(said)

    @property
    def place(self) -> Place:
        """Where its middle is."""
        return Place(self.pos().x(), self.pos().y())

    def show_current(self, *, current: bool) -> None:
        """Frame it or not."""
        self.current = current
        self.setZValue(3 if current else 2)
        self.update()
        for line in self.lines:
            line.show_current(current=current)

    def boundingRect(self) -> QRectF:
        """Return the box with its frame."""
        return QRectF(-WIDE / 2 - 3, -HIGH / 2 - 3, WIDE + 6, HIGH + 6)

    def itemChange(
        self, change: QGraphicsItem.GraphicsItemChange, value: object
    ) -> object:
        """Let the lines follow."""
        if change is QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged:
            for line in self.lines:
                line.follow()
        return super().itemChange(change, value)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw the box; a club is round, a group shown for its relation is pale."""
        club = self.box.table == "club"
        radius = HIGH / 2 if club else 8
        ground = "accent_soft" if club else ("window" if self.box.faint else "surface")
        edge = "accent" if self.current else ("line_strong" if club else "field_line")
        painter.setPen(QPen(colour(edge), 3.0 if self.current else 1.2))
        painter.setBrush(colour(ground))
        rect = QRectF(-WIDE / 2, -HIGH / 2, WIDE, HIGH)
        painter.drawRoundedRect(rect, radius, radius)
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if scale < LEGIBLE:
            return
        pad = HIGH / 3 if club else _PAD
        room = rect.adjusted(pad, 3, -pad, -3)
        self._write(painter, room, scale)

    def _write(self, painter: QPainter, room: QRectF, scale: float) -> None:
        """Write the name, and the second line where it can be read."""
        club = self.box.table == "club"
        ink = colour("accent_soft_ink" if club else "text")
        font = QFont(self._name)
        if not self.box.under or scale < _ONE_NAME:
            font.setPixelSize(min(max(_NAME, round(_LEAST_READ / scale)), _LARGEST))
            _write(painter, room, self.box.name, font, ink, lines=2)
            return
        half = room.height() * 0.52
        upper = QRectF(room.x(), room.y(), room.width(), half)
        lower = QRectF(room.x(), room.y() + half, room.width(), room.height() - half)
        _write(painter, upper, self.box.name, font, ink)
        quiet = colour("accent_soft_ink" if club else "soft")
        _write(painter, lower, self.box.under, self._under, quiet)


class LineItem(QGraphicsItem):
    """The line between two boxes, with the word and the shape of the relation."""

    def __init__(
        self, first: BoxItem, second: BoxItem, kind: RelationKind | None, bend: float
    ) -> None:
        super().__init__()
        self.first, self.second, self.kind = first, second, kind
        self._bend = bend
        self._current = False
        self._font = QFont(first._under)  # noqa: SLF001 - the same letters
        self._font.setPixelSize(_SAID)
        self._path = QPainterPath()
        self._middle = QPointF()
        self._bounds = QRectF()
        self.text = label(kind) if kind is not None else ""
        width = QFontMetricsF(self._font).horizontalAdvance(self.text)
        self._badge = QRectF(-(width + 26) / 2, -9, width + 26, 18)
        self.setZValue(0 if kind is None else 1)
        if kind is not None:
            ends = f"{first.box.name} – {second.box.name}"
            self.setToolTip(f"{self.text}\n{ends}")
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        for end in (first, second):
            end.lines.append(self)
        self.follow()

    def show_current(self, *, current: bool) -> None:
        """Stand out while one of its boxes is current."""
        self._current = current
        self.update()

    def follow(self) -> None:
        """Run between the places that the boxes have now."""
        self.prepareGeometryChange()
        one, other = self.first.pos(), self.second.pos()
        across = QPointF(one.y() - other.y(), other.x() - one.x())
        far = math.hypot(across.x(), across.y()) or 1.0
        bow = across * (self._bend / far)
        self._path = QPainterPath(one)
        self._path.quadTo((one + other) / 2 + bow, other)
        self._middle = self._path.pointAtPercent(0.5)
        wide, high = self._badge.width() / 2, self._badge.height() / 2
        word = QRectF(-wide, -high, 2 * wide, 2 * high)
        x, y = wide * (_SAID_LARGEST - 1), high * (_SAID_LARGEST - 1)
        room = self._path.boundingRect().adjusted(-4, -4, 4, 4)
        self._bounds = room.united(word.adjusted(-x, -y, x, y).translated(self._middle))

    def boundingRect(self) -> QRectF:
        """Return the room of the line and its word."""
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw the line, and what it means where that can be read."""
        pen = pen_of(self.kind)
        if self._current:
            pen.setWidthF(pen.widthF() + 1.6)
        if self._bend:
            painter.strokePath(self._path, pen)
        else:  # the most, and quicker
            painter.setPen(pen)
            painter.drawLine(self.first.pos(), self.second.pos())
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if self.kind is None or (scale < _ONE_NAME and not self._current):
            return
        painter.save()
        painter.translate(self._middle)
        larger = min(max(1.0, _SAID_AT / scale), _SAID_LARGEST)
        painter.scale(larger, larger)
        self._draw_badge(painter)
        painter.restore()

    def _draw_badge(self, painter: QPainter) -> None:
        level = RELATION_LEVELS[self.kind or RelationKind.NEUTRAL]
        badge = self._badge
        ink = colour(f"level_{level}_ink")
        painter.setPen(QPen(ink, 0.8))
        painter.setBrush(colour(f"level_{level}"))
        painter.drawRoundedRect(badge, 9, 9)
        rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = badge.right() - 15 if rtl else badge.x() + 6
        draw_shape(painter, level, QRectF(left, badge.y() + 4.5, 9, 9), ink)
        shift = -8 if rtl else 8
        _write(painter, badge.translated(shift, 0), self.text, self._font, ink)


def _write(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    *,
    lines: int = 1,
) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    metrics = QFontMetricsF(font)
    wide = room.width() * (1.0 if lines == 1 else lines * 0.85)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide + 1)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
    if lines > 1:
        flags |= Qt.TextFlag.TextWordWrap
    painter.drawText(room, int(flags), cut)
