"""A stadium drawn from above: sectors and gates as vectors, one click to choose.

view = StadiumView()
view.show_plan(draw_stadium(sectors, gates))
view.picked.connect(self.choose)       # the id of a sector
view.choose(sector_id)                 # frames it

The picture is never mirrored: a stadium keeps its compass points in every language.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sportsec.domain.stadium import Look, Point, Shape, StadiumPlan, Step, Tag
from sportsec.domain.stadium_drawing import sector_at
from sportsec.domain.stadium_labels import Frame, Labels
from sportsec.ui.language import tr
from sportsec.ui.theme import colour, scaled, signals

EDGE = 300
LEAST = 180
#: Codes that would be smaller than this, in pixels, only hide each other.
LEGIBLE = {Look.GATE: 5.8, Look.GATE_EMERGENCY: 5.8}
#: Pixels of the smallest type, at text size normal.
SMALLEST = 10
#: Pixels of air around a code: half of them lie on either side.
_GAP = 2.0
#: Width of the pen that parts the letters of a code from lines below them.
_HALO = 2.5


def unplaced_text(plan: StadiumPlan) -> str:
    """Say what the sign after a code means; empty where all have their place."""
    return tr("?: position not known") if plan.has_unplaced else ""


class StadiumView(QWidget):
    """Paints a `StadiumPlan` as large as there is room."""

    picked = Signal(object)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._plan = StadiumPlan((), (), ())
        self._chosen: UUID | None = None
        self._texts: list[tuple[Tag, QRectF]] = []
        self._texts_for: tuple[object, ...] = ()
        self.setMinimumSize(scaled(LEAST), scaled(LEAST))  # its codes are read
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self.setAccessibleName(name)
        signals().changed.connect(self.update)

    def show_plan(self, plan: StadiumPlan) -> None:
        """Show another plan."""
        self._plan = plan
        self.setToolTip(unplaced_text(plan))
        self.setAccessibleDescription(unplaced_text(plan))
        self.update()

    def choose(self, sector: UUID | None) -> None:
        """Frame a sector; None frames none."""
        self._chosen = sector
        self.update()

    def centre_of(self, sector: UUID) -> QPointF | None:
        """Return where the code of a sector stands, in pixels; None if nowhere."""
        tags = (tag for tag in self._plan.tags if tag.id == sector)
        tag = next(tags, None)
        return None if tag is None else self._point(*tag.at)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(scaled(EDGE), scaled(EDGE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sector under the pointer."""
        square = self._square()
        at = event.position() - square.topLeft()
        edge = square.width()
        found = sector_at(self._plan, (at.x() / edge, at.y() / edge))
        if found is not None:
            self.picked.emit(found)

    def event(self, event: QEvent) -> bool:
        """Say the code of what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = (self.code_at(QPointF(event.pos())), self.toolTip())
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, said)), self)
            return True
        return super().event(event)

    def code_at(self, at: QPointF) -> str:
        """Return the code of the gate or the sector at a place; empty of none."""
        codes = {tag.id: tag.text for tag in self._plan.tags if tag.id is not None}
        for shape in reversed(self._plan.shapes):
            if shape.id in codes and self._path(shape.steps).contains(at):
                return codes[shape.id]
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plan."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for shape in self._plan.shapes:
            self._draw_shape(painter, shape)
        for shape in self._plan.shapes:
            if shape.id is not None and shape.id == self._chosen:
                self._frame(painter, shape)
        self._draw_tags(painter)
        painter.end()

    def _square(self) -> QRectF:
        edge = float(min(self.width(), self.height()))
        corner = QPointF((self.width() - edge) / 2, (self.height() - edge) / 2)
        return QRectF(corner.x(), corner.y(), edge, edge)

    def _point(self, x: float, y: float) -> QPointF:
        square = self._square()
        return QPointF(square.x() + x * square.width(), square.y() + y * square.width())

    def _path(self, steps: tuple[Step, ...]) -> QPainterPath:
        path = QPainterPath()
        for step in steps:
            points = [self._point(*point) for point in step.points]
            if step.kind == "M":
                path.moveTo(points[0])
            elif step.kind == "L":
                path.lineTo(points[0])
            elif step.kind == "C":
                path.cubicTo(*points)
            else:
                path.closeSubpath()
        return path

    def _draw_shape(self, painter: QPainter, shape: Shape) -> None:
        path = self._path(shape.steps)
        if shape.look is Look.PITCH_LINE:
            painter.strokePath(path, QPen(colour("plan_pitch_line"), 1.2))
            return
        painter.fillPath(path, colour(f"plan_{shape.look}"))
        if shape.look is Look.SECTOR_UNPLACED:
            pen = QPen(colour(f"plan_{shape.look}_ink"), 1.4, Qt.PenStyle.DashLine)
            painter.strokePath(path, pen)
            return
        if shape.look is Look.PITCH or shape.look.startswith("sector_"):
            painter.strokePath(path, QPen(colour("plan_outline"), 1.4))

    def _frame(self, painter: QPainter, shape: Shape) -> None:
        painter.strokePath(self._path(shape.steps), QPen(colour("accent"), 3.0))

    def _draw_tags(self, painter: QPainter) -> None:
        """Write the codes that are read beside each other."""
        seen = (self._plan, self._chosen, self.size(), self.font(), scaled(SMALLEST))
        if seen != self._texts_for:  # their places are sought once, not at each paint
            self._texts, self._texts_for = self.written(), seen
        for tag, box in self._texts:
            self._write(painter, tag, box)

    def written(self) -> list[tuple[Tag, QRectF]]:
        """Return the codes that have room, and where they stand, in pixels.

        Each stands where it hides the fewest marks. One that would lie over another is
        left to the pointer and the list.
        """
        found: list[tuple[Tag, QRectF]] = []
        labels = Labels(self._plan)
        for tag in sorted(self._plan.tags, key=self._rank):
            frame = labels.place(tag, self._half(tag))
            if labels.is_over(frame) or self._is_speck(tag):
                continue
            labels.keep(frame)
            found.append((tag, self._box(frame)))
        return found

    def _rank(self, tag: Tag) -> int:
        """Return which codes come first where there is no room for all."""
        if tag.look is Look.MORE or (tag.id is not None and tag.id == self._chosen):
            return 0
        last = {Look.NORTH: 3, Look.GATE: 2, Look.GATE_EMERGENCY: 2}
        return last.get(tag.look, 1)

    def _is_speck(self, tag: Tag) -> bool:
        pixels = tag.size * self._square().width()
        return pixels < LEGIBLE.get(tag.look, 0) and tag.id != self._chosen

    def _font(self, tag: Tag) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(
            max(scaled(SMALLEST), round(tag.size * self._square().width()))
        )
        font.setBold(tag.id is not None and tag.id == self._chosen)
        return font

    def _half(self, tag: Tag) -> Point:
        """Return half the room that the text of a tag takes, in parts of the plan."""
        metrics = QFontMetricsF(self._font(tag))
        twice = 2 * max(self._square().width(), 1.0)
        wide, high = metrics.horizontalAdvance(tag.text), metrics.capHeight()
        return (wide + _GAP) / twice, (high + _GAP) / twice

    def _box(self, frame: Frame) -> QRectF:
        """Return where a text stands, in pixels: its letters without the air around."""
        edge = self._square().width()
        half = QPointF(frame.half[0] * edge, frame.half[1] * edge)
        half -= QPointF(_GAP / 2, _GAP / 2)
        middle = self._point(*frame.middle)
        return QRectF(middle - half, middle + half)

    def _write(self, painter: QPainter, tag: Tag, box: QRectF) -> None:
        font, halo = self._font(tag), colour("plan_halo")
        if halo.alpha():
            letters = QPainterPath()
            letters.addText(box.bottomLeft(), font, tag.text)
            pen = QPen(halo, _HALO)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(letters, pen)
        painter.setFont(font)
        painter.setPen(colour(f"plan_{tag.look}_ink"))
        painter.drawText(box.bottomLeft(), tag.text)
