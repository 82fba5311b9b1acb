"""A stadium drawn from above: sectors and gates as vectors, one click to choose.

view = StadiumView()
view.show_plan(draw_stadium(sectors, gates))
view.picked.connect(self.choose)       # the id of a sector
view.choose(sector_id)                 # frames it

The picture is never mirrored: a stadium keeps its compass points in every language.
"""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sportsec.domain.stadium import Look, Shape, StadiumPlan, Step, Tag
from sportsec.domain.stadium_drawing import sector_at
from sportsec.ui.theme import colour, signals

EDGE = 300
LEAST = 180
#: Codes that would be smaller than this, in pixels, only hide each other.
LEGIBLE = {Look.GATE: 5.8, Look.GATE_EMERGENCY: 5.8}
_TAG_ROOM = 0.2
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "middle": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class StadiumView(QWidget):
    """Paints a `StadiumPlan` as large as there is room."""

    picked = Signal(object)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._plan = StadiumPlan((), (), ())
        self._chosen: UUID | None = None
        self.setMinimumSize(LEAST, LEAST)
        policy = QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        self.setAccessibleName(name)
        signals().changed.connect(self.update)

    def show_plan(self, plan: StadiumPlan) -> None:
        """Show another plan."""
        self._plan = plan
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
        return QSize(EDGE, EDGE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the sector under the pointer."""
        square = self._square()
        at = event.position() - square.topLeft()
        edge = square.width()
        found = sector_at(self._plan, (at.x() / edge, at.y() / edge))
        if found is not None:
            self.picked.emit(found)

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
        for tag in self._plan.tags:
            self._draw_tag(painter, tag)
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

    def _frame(self, painter: QPainter, shape: Shape) -> None:
        painter.strokePath(self._path(shape.steps), QPen(colour("accent"), 3.0))

    def _draw_tag(self, painter: QPainter, tag: Tag) -> None:
        pixels = tag.size * self._square().width()
        if pixels < LEGIBLE.get(tag.look, 0) and tag.id != self._chosen:
            return
        font = QFont(self.font())
        font.setPixelSize(max(8, round(pixels)))
        font.setBold(tag.id is not None and tag.id == self._chosen)
        painter.setFont(font)
        painter.setPen(colour(f"plan_{tag.look}_ink"))
        centre = self._point(*tag.at)
        width = self._square().width() * _TAG_ROOM
        left = {"left": 0.0, "middle": width / 2, "right": width}[tag.anchor]
        box = QRectF(centre.x() - left, centre.y() - width / 2, width, width)
        align = _ALIGN[tag.anchor] | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignAbsolute), tag.text)
