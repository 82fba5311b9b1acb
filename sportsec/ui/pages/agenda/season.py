"""The season as a heat-calendar: a row for each month, a square for each day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from sportsec.domain.calendar_days import months_on
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_heat import Heat, HeatDay
from sportsec.ui.language import is_rtl, tr
from sportsec.ui.match_look import CATEGORY_LEVELS
from sportsec.ui.pages.agenda.heat_model import DAY_ROLE, HeatModel
from sportsec.ui.pages.agenda.weekday_header import WeekdayHeader
from sportsec.ui.theme import colour, scaled, signals
from sportsec.ui.widgets.shapes import draw_shape

#: Height of a digit for each point of its font, at 96 dots per inch.
_PIXELS = 0.98
#: Of a shape under a count, and of one beside it.
_MARK, _LEAST_MARK, _SMALLEST_MARK = 7, 6, 5.0
#: Between a number and the frame of its square, in pixels.
_EDGE = 1.5
#: Radius of the dot on the frame of a feast.
_DOT = 2

_Index = QModelIndex | QPersistentModelIndex


class HeatCell(QStyledItemDelegate):
    """Draws one day: its number, how many matches, the shape of the worst category."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Draw the square of a day; nothing beside the month."""
        day: HeatDay | None = index.data(DAY_ROLE)
        if day is None:
            return
        model = index.model()
        is_today = isinstance(model, HeatModel) and model.today == day.day
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        pen = QPen(colour("heat_line"), 1)
        if day.holidays or day.is_ramadan:
            pen = QPen(colour("level_info_ink"), 1.2)
            if day.is_ramadan:
                pen.setStyle(Qt.PenStyle.DotLine)
        if is_current or is_today:
            pen = QPen(colour("text" if is_current else "accent"), 2)
        painter.setPen(pen)
        painter.setBrush(colour(f"heat_{day.heat}"))
        half = pen.width() % 2 / 2  # across two pixels a thin line would be faint
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 3, 3)
        if day.holidays:
            draw_feast(painter, box, option.direction)
        _draw_numbers(painter, option, box, day)
        painter.restore()


def draw_feast(painter: QPainter, box: QRectF, direction: Qt.LayoutDirection) -> None:
    """Mark a square as a feast in the ink of its frame, at its upper end corner.

    A sign beside its number would make that smaller than those of other days.
    """
    is_left = direction is Qt.LayoutDirection.RightToLeft
    corner = box.topLeft() if is_left else box.topRight()
    dot = scaled(_DOT)
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(corner + QPointF(0, dot - 1), dot, dot)  # not cut above
    painter.restore()


def _draw_numbers(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, day: HeatDay
) -> None:
    """Draw the day small above, the count below with its shape."""
    ink = colour(f"heat_{day.heat}_ink")
    small, bold = QFont(option.font), QFont(option.font)
    small.setPointSizeF(small.pointSizeF() * 0.68)
    number, room = str(day.day.day), box.width() - 2 * _EDGE
    wide = QFontMetricsF(small).horizontalAdvance(number) / room
    small.setPointSizeF(small.pointSizeF() / max(1, wide))
    bold.setPointSizeF(bold.pointSizeF() * 0.9)
    bold.setBold(True)
    painter.setPen(ink)
    painter.setFont(small)
    top = box.top() + 2 + small.pointSizeF() * _PIXELS
    _centred(painter, box, top, number)
    if not day.count:
        return
    painter.setFont(bold)
    low, count, shape = box.bottom() - 3, str(day.count), _serious(day)
    digits = bold.pointSizeF() * _PIXELS
    edge = _mark_edge(low - top - scaled(2) - digits - 3)
    if shape and not edge:
        line = QRectF(box.left(), low - digits, box.width(), digits)
        _draw_beside(painter, option, line, count, shape)
        return
    if shape:
        mark = QRectF(box.center().x() - edge / 2, low - edge, edge, edge)
        draw_shape(painter, shape, mark, ink)
        painter.setPen(ink)
    # Also without a shape: the counts of a month stand on one line.
    _centred(painter, box, low - (edge + 3 if edge else 0), count)


def _mark_edge(room: float) -> float:
    """Return how large shapes under the counts are; 0 where they have no room."""
    return min(float(scaled(_MARK)), room) if room >= scaled(_LEAST_MARK) else 0.0


def _draw_beside(
    painter: QPainter, option: QStyleOptionViewItem, line: QRectF, text: str, shape: str
) -> None:
    """Draw a count and its shape side by side, in a row too low for both.

    Args:
        line: As high as the digits, as wide as the square.
    """
    ahead = -1 if option.direction is Qt.LayoutDirection.RightToLeft else 1
    width = painter.fontMetrics().horizontalAdvance(text)
    edge = min(float(scaled(_MARK)), line.width() - width - 2 * _EDGE)
    edge = max(_SMALLEST_MARK, edge)
    _centred(painter, line.translated(-ahead * (edge + 1) / 2, 0), line.bottom(), text)
    mark = QRectF(0, 0, edge, edge)
    mark.moveCenter(line.center() + QPointF(ahead * (width + 1) / 2, 0))
    draw_shape(painter, shape, mark, painter.pen().color())


def _serious(day: HeatDay) -> str:
    """Return the level of a day with a match of high or critical risk."""
    if day.worst is None or day.worst < RiskCategory.HIGH:
        return ""
    return CATEGORY_LEVELS[day.worst]


def _centred(painter: QPainter, box: QRectF, base: float, text: str) -> None:
    """Draw a text whose feet stand at a height: digits need no room below them."""
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(QPointF(box.center().x() - width / 2, base), text)


class SeasonView(QTableView):
    """The heat-calendar; Enter or a double click shows the week of a day.

    Signals:
        opened: A day was chosen.
        stood: The officer stands on another day.
    """

    opened = Signal(object)
    stood = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heat_model = HeatModel()
        self.heat_model.setParent(self)
        self.setModel(self.heat_model)
        self.setHorizontalHeader(WeekdayHeader(self.heat_model))
        self.setItemDelegate(HeatCell(self))
        self.setAccessibleName(tr("The season, day by day"))
        self.setProperty("role", "heat")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        stretch = QHeaderView.ResizeMode.Stretch
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setProperty("role", "heat")
            header.setSectionResizeMode(stretch)
            header.setMinimumSectionSize(14)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.verticalHeader().setMinimumSectionSize(scaled(26))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._stand)
        signals().changed.connect(self.viewport().update)

    def show_heat(self, heat: Heat, at: date, today: date) -> None:
        """Show a season, standing at a day."""
        self.heat_model.show_heat(heat, today)
        index = self.heat_model.index_of(at)
        if index.isValid():
            self.setCurrentIndex(index)

    def current_day(self) -> date | None:
        """Return the day that the officer stands at."""
        day = self.heat_model.day_at(self.currentIndex())
        return day.day if day else None

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Walk by days and by months; the end of a month leads into the next one."""
        day, move = self.current_day(), QTableView.CursorAction
        ahead = -1 if is_rtl() else 1
        by_day = {move.MoveRight: ahead, move.MoveLeft: -ahead}
        by_month = {move.MoveDown: 1, move.MoveUp: -1}
        found = QModelIndex()
        if day is not None and action in by_day:
            found = self.heat_model.index_of(day + timedelta(by_day[action]))
        elif day is not None and action in by_month:
            found = self.heat_model.index_of(months_on(day, by_month[action]))
        elif action not in {*by_day, *by_month}:
            found = super().moveCursor(action, modifiers)
        return found if found.isValid() else self.currentIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the day."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        day = self.heat_model.day_at(index)
        if day is not None:
            self.opened.emit(day.day)

    def _stand(self, index: QModelIndex) -> None:
        day = self.heat_model.day_at(index)
        if day is not None:
            self.stood.emit(day.day)
