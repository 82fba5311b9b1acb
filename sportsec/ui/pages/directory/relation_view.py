"""The map of relations: boxes moved by mouse and keyboard, zoomed, made to fit.

view = RelationView()
view.show_graph(boxes, lines, places)
view.chosen.connect(self.show_record)    # the box current now, or None
view.moved.connect(self.keep)            # places after a box was moved

Arrows go to the next box in their direction, with Shift they move it; plus and minus
zoom, 0 makes all fit, Enter opens. The wheel zooms too, the ground can be dragged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from sportsec.domain.graph_layout import Place
from sportsec.domain.groups import RelationKind
from sportsec.ui.language import tr
from sportsec.ui.pages.directory.relation_items import Box, BoxItem, LineItem, box_room
from sportsec.ui.theme import colour, signals

STEP = 24.0
ZOOM = 1.25
LEAST, MOST = 0.08, 4.0
_MARGIN = 40.0
_BEND = 26.0
#: Of more boxes than this, lines run straight: nobody follows one among so many.
_ROUTED = 200
_DIRECTIONS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class Line(NamedTuple):
    """A line between two boxes; without a kind it leads from a group to its club."""

    first: UUID
    second: UUID
    kind: RelationKind | None


class RelationView(QGraphicsView):
    """Draws a graph and lets it be moved."""

    chosen = Signal(object)
    moved = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._scene = QGraphicsScene(self)
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(self._scene)
        self.boxes: dict[UUID, BoxItem] = {}
        self.current: BoxItem | None = None
        self._held: tuple[BoxItem, QPointF] | None = None
        self._pressed = QPoint()
        self._dragged = False
        self._fits = True
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        for hide in (
            self.setHorizontalScrollBarPolicy,
            self.setVerticalScrollBarPolicy,
        ):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the ground is dragged
        self.setAccessibleName(tr("Map of relations"))
        signals().changed.connect(self._dress)
        self._dress()

    # ---- for the page

    def show_graph(
        self, boxes: Sequence[Box], lines: Sequence[Line], places: Mapping[UUID, Place]
    ) -> None:
        """Show another graph; what was current stays so if it is still there."""
        before = self.current.box.id if self.current else None
        self._scene.clear()
        self.current = None
        self._held = None
        font = self.font()
        self.boxes = {}
        for box in boxes:
            item = BoxItem(box, font)
            item.setPos(*places[box.id])
            self._scene.addItem(item)
            self.boxes[box.id] = item
        self._draw_lines(lines)
        self._route()
        self._make_room()
        self.setEnabled(bool(boxes))
        if self._fits:
            self.fit()
        if before in self.boxes:
            self.choose(before)
        elif before is not None:
            self.chosen.emit(None)

    def choose(self, identity: UUID | None) -> None:
        """Make a box current and bring it into view."""
        item = self.boxes.get(identity) if identity is not None else None
        if self.current is not None:
            self.current.show_current(current=False)
        self.current = item
        self.setAccessibleDescription(self.said(item) if item else "")
        if item is not None:
            item.show_current(current=True)
            self.ensureVisible(item, 30, 30)
        self.chosen.emit(item.box.id if item else None)

    def said(self, item: BoxItem) -> str:
        """Return a box and all its relations in words, for a screen reader."""
        parts = [item.box.name, item.box.under]
        for line in item.lines:
            if line.kind is not None:
                other = line.second if line.first is item else line.first
                said = tr("{name}: {text}", name=line.text, text=other.box.name)
                parts.append(said)
        return tr("; ").join(part for part in parts if part)

    def places(self) -> dict[UUID, Place]:
        """Return where each box is."""
        return {key: item.place for key, item in self.boxes.items()}

    def fit(self) -> None:
        """Show all of it, not larger than life."""
        self._fits = True
        room = QRectF()
        for item in self.boxes.values():
            room = room.united(item.sceneBoundingRect())
        if room.isEmpty():
            return
        room.adjust(-12, -12, 12, 12)
        self.fitInView(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self.transform().m11() > 1:
            self.resetTransform()
            self.centerOn(room.center())

    def zoom(self, by: float) -> None:
        """Make all larger or smaller."""
        scale = self.transform().m11() * by
        if LEAST <= scale <= MOST:
            self._fits = False
            self.scale(by, by)

    # ---- Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        self.zoom(ZOOM if event.angleDelta().y() > 0 else 1 / ZOOM)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a box, or of the ground."""
        found = self._box_at(event)
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            at = self.mapToScene(event.position().toPoint())
            self._held = (found, found.pos() - at)
            self._pressed = event.position().toPoint()
            self._dragged = False
            self.choose(found.box.id)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the box that is held."""
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        far = (here - self._pressed).manhattanLength()
        self._dragged = self._dragged or far >= QApplication.startDragDistance()
        if self._dragged:
            item, offset = self._held
            item.setPos(self.mapToScene(here) + offset)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the box go where it is."""
        if self._held is None:
            super().mouseReleaseEvent(event)
            return
        self._held = None
        if self._dragged:
            self._route()
            self._make_room()
            self.moved.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the record of the box."""
        found = self._box_at(event)
        if found is not None:
            self.opened.emit(found.box.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from box to box, move one, zoom."""
        way = _DIRECTIONS.get(Qt.Key(event.key()))
        if way is not None:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._shift(way * STEP)
            else:
                self._go(way)
        elif event.key() in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom(ZOOM)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(1 / ZOOM)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.opened.emit(self.current.box.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first box, so that keys have something to do."""
        super().focusInEvent(event)
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        if by_key and self.current is None and self.boxes:
            self.choose(next(iter(self.boxes)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on fitting until the officer has zoomed; keep what is current in view."""
        super().resizeEvent(event)
        if self._fits:
            self.fit()
        elif self.current is not None:
            self.ensureVisible(self.current, 30, 30)

    # ---- inside

    def _box_at(self, event: QMouseEvent) -> BoxItem | None:
        """Return the box under the pointer, also where a word lies over it."""
        there = self.items(event.position().toPoint())
        return next((item for item in there if isinstance(item, BoxItem)), None)

    def _draw_lines(self, lines: Sequence[Line]) -> None:
        """Draw lines; several between the same two boxes bend apart."""
        between: dict[frozenset[UUID], int] = defaultdict(int)
        for line in lines:
            pair = frozenset((line.first, line.second))
            nth = between[pair]
            between[pair] += 1
            bend = _BEND * ((nth + 1) // 2) * (1 if nth % 2 else -1)
            ends = (self.boxes[line.first], self.boxes[line.second])
            self._scene.addItem(LineItem(*ends, line.kind, bend))

    def _route(self) -> None:
        """Lead the relations round the boxes, where there are not too many."""
        if len(self.boxes) > _ROUTED:
            return
        rooms = {item: box_room(item) for item in self.boxes.values()}
        for line in {line for item in rooms for line in item.lines}:
            if line.kind is not None:
                line.go_round(rooms)

    def _make_room(self) -> None:
        room = self._scene.itemsBoundingRect()
        self._scene.setSceneRect(room.adjusted(*(-_MARGIN,) * 2, *(_MARGIN,) * 2))

    def _dress(self) -> None:
        self.setBackgroundBrush(colour("window"))
        self._scene.update()

    def _shift(self, by: QPointF) -> None:
        if self.current is not None:
            self.current.setPos(self.current.pos() + by)
            self._route()
            self._make_room()
            self.ensureVisible(self.current, 30, 30)
            self.moved.emit()

    def _go(self, way: QPointF) -> None:
        """Choose the nearest box that lies in a direction."""
        if self.current is None:
            if self.boxes:
                self.choose(next(iter(self.boxes)))
            return
        here = self.current.pos()
        best: tuple[float, UUID] | None = None
        for key, item in self.boxes.items():
            to = item.pos() - here
            ahead = QPointF.dotProduct(to, way)
            aside = abs(to.x() * way.y() - to.y() * way.x())
            if item is not self.current and ahead > aside * 0.6:
                far = ahead + 2 * aside
                best = min(best or (far, key), (far, key))
        if best is not None:
            self.choose(best[1])
