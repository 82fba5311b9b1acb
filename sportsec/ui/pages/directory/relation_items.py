"""What is drawn on the map of relations: boxes of groups and clubs, lines between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from sportsec.domain.graph_layout import Place
from sportsec.domain.graph_routes import Room, bend_round, curve, word_place
from sportsec.domain.groups import RelationKind
from sportsec.ui.pages.directory.relation_badge import Badge, BadgeItem
from sportsec.ui.pages.directory.relation_text import write
from sportsec.ui.pages.directory.relations import RELATION_LEVELS
from sportsec.ui.theme import colour, scaled

#: Size of a box, in units of the map; text has pixels of the same size at 100 %.
WIDE, HIGH = 184.0, 72.0
_PAD = 4.0
_NAME, _UNDER = 13, 11
#: Below this scale texts would only be specks; below the other a name is all (with
#: text of 200 %, below twice as much).
LEGIBLE, _ONE_NAME = 0.3, 0.75
#: Pixels on the screen that a name should have, the most it takes in its box, and how
#: much smaller a long one may be before its end is left out.
_READ, _LARGEST, _SMALLER = 13, 34, 0.68
_RECT = QRectF(-WIDE / 2, -HIGH / 2, WIDE, HIGH)
_LINES = {
    RelationKind.ALLIANCE: (Qt.PenStyle.SolidLine, 5.0),
    RelationKind.FRIENDSHIP: (Qt.PenStyle.SolidLine, 1.6),
    RelationKind.NEUTRAL: (Qt.PenStyle.DotLine, 3.0),
    RelationKind.RIVALRY: (Qt.PenStyle.DashLine, 2.2),
    RelationKind.HOSTILITY: (Qt.PenStyle.DashDotLine, 3.4),
}
#: Drawn as two lines beside each other, and how much of the width is between them.
_DOUBLE, _HOLLOW = RelationKind.ALLIANCE, 0.4


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


def pens_of(kind: RelationKind | None, wider: float = 0.0) -> list[QPen]:
    """Return what draws the line of a relation, one pen over the other.

    Args:
        kind: None is the line of a group to its club.
        wider: Added to its width.
    """
    if kind is None:
        return [QPen(colour("line_strong"), 1.2 + wider, Qt.PenStyle.SolidLine)]
    style, wide = _LINES[kind]
    pen = QPen(colour(f"level_{RELATION_LEVELS[kind]}_ink"), wide + wider, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is not _DOUBLE:
        return [pen]
    return [pen, QPen(colour("window"), pen.widthF() * _HOLLOW)]


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
        rect = _RECT
        painter.drawRoundedRect(rect, radius, radius)
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if scale < LEGIBLE:
            return
        pad = HIGH / 3 if club else _PAD
        room = rect.adjusted(pad, 2, -pad, -2)
        self._write(painter, room, scale)

    def _write(self, painter: QPainter, room: QRectF, scale: float) -> None:
        """Write the name, and the second line where it can be read."""
        club = self.box.table == "club"
        ink = colour("accent_soft_ink" if club else "text")
        font = QFont(self._name)
        if not self.box.under or scale < _detailed():
            font.setPixelSize(min(max(_NAME, round(scaled(_READ) / scale)), _LARGEST))
            least = max(round(font.pixelSize() * _SMALLER), _UNDER)
            write(painter, room, self.box.name, font, ink, least)
            return
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() * 0.62)
        lower.setTop(upper.bottom())
        write(painter, upper, self.box.name, font, ink, _UNDER)
        quiet = colour("accent_soft_ink" if club else "soft")
        write(painter, lower, self.box.under, self._under, quiet)


def _detailed() -> float:
    """Return the scale from which more than names can be read."""
    return _ONE_NAME * scaled(100) / 100


def box_room(item: BoxItem) -> Room:
    """Return what a box covers of the map."""
    return Room(item.place, Place(WIDE / 2, HIGH / 2))


class LineItem(QGraphicsItem):
    """The line between two boxes, with the word and the shape of the relation."""

    def __init__(
        self, first: BoxItem, second: BoxItem, kind: RelationKind | None, bend: float
    ) -> None:
        super().__init__()
        self.first, self.second, self.kind = first, second, kind
        self._bend = self._usual = bend
        self._path = QPainterPath()
        self._line = curve(first.place, second.place, bend)
        self._around: Sequence[Room] = ()
        self._word = QPointF()
        self._bounds = QRectF()
        font = first._under  # noqa: SLF001 - the same letters
        self._badge = Badge(kind, font) if kind is not None else None
        self._above: BadgeItem | None = None
        self.text = self._badge.text if self._badge else ""
        self.setZValue(0 if kind is None else 1)
        if kind is not None:
            ends = f"{first.box.name} – {second.box.name}"
            self.setToolTip(f"{self.text}\n{ends}")
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        for end in (first, second):
            end.lines.append(self)
        self.follow()

    def show_current(self, *, current: bool) -> None:
        """Stand out while one of its boxes is current, its word above the boxes."""
        scene = self.scene()
        if current and self._badge is not None and self._above is None:
            self._above = BadgeItem(self._badge)
            scene.addItem(self._above)
        elif not current and self._above is not None:
            scene.removeItem(self._above)
            self._above = None
        self._stand()
        self.update()

    def go_round(self, boxes: Mapping[BoxItem, Room]) -> None:
        """Bow out round the boxes that are none of its ends; say its word beside them.

        Args:
            boxes: All boxes of the map, each with what it covers.
        """
        ends = {self.first, self.second}
        others = [room for box, room in boxes.items() if box not in ends]
        self._bend = bend_round(
            self.first.place, self.second.place, others, self._usual
        )
        self._around = [*others, *(boxes[end] for end in ends)]
        self.follow()

    def follow(self) -> None:
        """Run between the places that the boxes have now."""
        self.prepareGeometryChange()
        self._line = curve(self.first.place, self.second.place, self._bend)
        one, control, other = (QPointF(*place) for place in self._line)
        self._path = QPainterPath(one)
        self._path.quadTo(control, other)
        self._bounds = self._path.boundingRect().adjusted(-4, -4, 4, 4)
        if self._badge is not None:
            half = self._badge.half(_detailed())  # the largest it is drawn
            self._word = QPointF(*word_place(self._line, half, self._around))
            room = self._badge.room.translated(self._word)
            self._bounds = self._bounds.united(room)
        self._stand()

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
        for pen in pens_of(self.kind, 0.0 if self._above is None else 1.6):
            if self._bend:
                painter.strokePath(self._path, pen)
            else:  # the most, and quicker
                painter.setPen(pen)
                painter.drawLine(self.first.pos(), self.second.pos())
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if self._badge is not None and self._above is None and scale >= _detailed():
            self._badge.draw(painter, self._word, scale)

    def _stand(self) -> None:
        """Put the word that is above the boxes where it hides the least of them."""
        if self._above is not None:
            ends = [box_room(end) for end in (self.first, self.second)]
            self._above.stand(self._line, self._around or ends)
