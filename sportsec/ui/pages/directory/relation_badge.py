"""The word and the shape of a relation, on the middle of its line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from sportsec.domain.graph_layout import Place
from sportsec.domain.graph_routes import Curve, Room, curve, word_place
from sportsec.domain.groups import RelationKind
from sportsec.ui.language import label
from sportsec.ui.pages.directory.relation_text import write
from sportsec.ui.pages.directory.relations import RELATION_LEVELS
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.shapes import draw_shape

_SAID, _HIGH = 10, 15.0
#: The word on a line keeps the size it has at this scale, up to so many times; with
#: larger text of the program, at a larger one.
_SAID_AT, _SAID_LARGEST = 1.15, 3.0
#: How far beside its line it stands at most.
_FURTHEST = 120.0


class Badge:
    """A badge as it is drawn; its middle is the origin."""

    def __init__(self, kind: RelationKind, font: QFont) -> None:
        self.kind = kind
        self.text = label(kind)
        self._font = QFont(font)
        self._font.setPixelSize(_SAID)
        width = QFontMetricsF(self._font).horizontalAdvance(self.text) + 26
        self._rect = QRectF(-width / 2, -_HIGH / 2, width, _HIGH)

    @property
    def room(self) -> QRectF:
        """Its place at its largest."""
        return self._grown(_SAID_LARGEST)

    def half(self, scale: float) -> Place:
        """Return half of its width and height at a scale of the map."""
        size = self._grown(_larger(scale)).size() / 2
        return Place(size.width(), size.height())

    def draw(self, painter: QPainter, at: QPointF, scale: float) -> None:
        """Draw it, of a size that can be read."""
        painter.save()
        painter.translate(at)
        painter.scale(_larger(scale), _larger(scale))
        level, badge = RELATION_LEVELS[self.kind], self._rect
        ink = colour(f"level_{level}_ink")
        painter.setPen(QPen(ink, 0.8))
        painter.setBrush(colour(f"level_{level}"))
        painter.drawRoundedRect(badge, _HIGH / 2, _HIGH / 2)
        rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = badge.right() - 15 if rtl else badge.x() + 6
        draw_shape(painter, level, QRectF(left, -4.5, 9, 9), ink)
        room = badge.adjusted(2, 0, -18, 0) if rtl else badge.adjusted(18, 0, -2, 0)
        write(painter, room, self.text, self._font, ink)
        painter.restore()

    def _grown(self, by: float) -> QRectF:
        wide, high = self._rect.width() * by, self._rect.height() * by
        return QRectF(-wide / 2, -high / 2, wide, high)


class BadgeItem(QGraphicsItem):
    """The badge of a line that stands out: above the boxes, which would hide it."""

    def __init__(self, badge: Badge) -> None:
        super().__init__()
        self._badge = badge
        self._line = curve(Place(0, 0), Place(0, 0), 0)
        self._boxes: Sequence[Room] = ()
        self.setZValue(4)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def stand(self, line: Curve, boxes: Sequence[Room]) -> None:
        """Stand on a line, or beside it where that would hide a name.

        Args:
            boxes: Those that are not to be covered.
        """
        self.prepareGeometryChange()
        self._line, self._boxes = line, boxes
        self.setPos(*line.at(0.5))

    def boundingRect(self) -> QRectF:
        """Return its room, wherever it stands."""
        xs, ys = zip(*self._line, strict=True)
        left, top = min(xs), min(ys)
        room = QRectF(left, top, max(xs) - left, max(ys) - top)
        by = _FURTHEST + self._badge.room.width()
        return room.adjusted(-by, -by, by, by).translated(-self.pos())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        """Draw it."""
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        at = word_place(self._line, self._badge.half(scale), self._boxes)
        self._badge.draw(painter, QPointF(*at) - self.pos(), scale)


def _larger(scale: float) -> float:
    wanted = _SAID_AT * scaled(100) / 100
    return min(max(1.0, wanted / scale), _SAID_LARGEST)
