"""The stadium of the tab: posts as shapes by their state, hints under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from sportsec.domain.stadium import Look, PostState, Shape, StadiumPlan
from sportsec.domain.stadium_drawing import sector_at
from sportsec.domain.stadium_shapes import MARK_RADIUS
from sportsec.ui.language import label
from sportsec.ui.theme import colour, scaled, signals
from sportsec.ui.widgets.cards import text_label
from sportsec.ui.widgets.shapes import draw_shape
from sportsec.ui.widgets.stadium_view import StadiumView, unplaced_text

#: Form of each state's marker, so that colour is never the only sign.
_FORMS = {Look.POST_FULL: "low", Look.POST_SHORT: "medium", Look.POST_EMPTY: "high"}
_LOOKS = {
    PostState.FULL: Look.POST_FULL,
    PostState.SHORT: Look.POST_SHORT,
    PostState.EMPTY: Look.POST_EMPTY,
}
#: Markers are painted this much larger than their place, and taken for hit within it.
_GROWTH = 1.25


class PostsView(StadiumView):
    """A stadium view that knows posts.

    Signals:
        post_picked: The id of the post under the pointer.
        cleared: The pitch or the surroundings were clicked.
    """

    post_picked = Signal(object)
    cleared = Signal()

    def __init__(self, name: str, tip_of: Callable[[UUID], str]) -> None:
        super().__init__(name)
        self._tip_of = tip_of

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the post or the sector under the pointer, else nothing."""
        post = self._post_at(event.position())
        if post is not None:
            self.post_picked.emit(post)
        elif self._sector_at(event.position()) is None:
            self.cleared.emit()
        else:
            super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = QPointF(event.pos())
            found = self._post_at(at) or self._sector_at(at)
            QToolTip.showText(
                event.globalPos(), self._tip_of(found) if found else "", self
            )
            return True
        return super().event(event)

    def _draw_shape(self, painter: QPainter, shape: Shape) -> None:
        form = _FORMS.get(shape.look)
        if shape.look is Look.GATE_EMERGENCY:  # hollow, not to be taken for a post
            pen = QPen(colour("plan_gate"), 1.4)
            painter.strokePath(self._path(shape.steps), pen)
            return
        if form is None:
            super()._draw_shape(painter, shape)
            return
        draw_shape(painter, form, self._marker(shape), colour(f"plan_{shape.look}"))

    def _marker(self, shape: Shape) -> QRectF:
        """Return the box of a marker; its outline begins at the top."""
        x, y = shape.steps[0].points[0]
        centre = self._point(x, y + MARK_RADIUS)
        reach = MARK_RADIUS * _GROWTH * self._square().width()
        return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)

    def _post_at(self, at: QPointF) -> UUID | None:
        for shape in reversed(self._plan.shapes):
            if shape.look in _FORMS and self._marker(shape).contains(at):
                return shape.id
        return None

    def _sector_at(self, at: QPointF) -> UUID | None:
        square = self._square()
        edge = square.width()
        inside = at - square.topLeft()
        return sector_at(self._plan, (inside.x() / edge, inside.y() / edge))


class _Sign(QWidget):
    """The marker of a state, for the legend."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(scaled(14), scaled(14))
        signals().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        draw_shape(painter, _FORMS[self._look], box, colour(f"plan_{self._look}"))
        painter.end()


class StadiumCard(QWidget):
    """The view with its legend."""

    def __init__(self, view: PostsView) -> None:
        super().__init__()
        self.view = view
        legend = QHBoxLayout()
        legend.setSpacing(6)
        legend.addStretch(1)
        for state, look in _LOOKS.items():
            legend.addWidget(_Sign(look))
            legend.addWidget(text_label(label(state), "caption"))
            legend.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(view, 1)
        box.addLayout(legend)
        self.unplaced = text_label("", "caption")
        self.unplaced.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.unplaced.hide()
        box.addWidget(self.unplaced)

    def show_plan(self, plan: StadiumPlan, sector: UUID | None) -> None:
        """Show another plan and which sector is on view."""
        self.view.show_plan(plan)
        self.view.choose(sector)
        text = unplaced_text(plan)
        self.unplaced.setText(text)
        self.unplaced.setVisible(bool(text))
