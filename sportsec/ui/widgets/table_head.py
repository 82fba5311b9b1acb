"""The head of a list: sorts by one column or several, is dragged into order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyleOptionHeader,
    QStyleOptionHeaderV2,
    QWidget,
)

from sportsec.ui.icons import icon
from sportsec.ui.theme import colour, scaled
from sportsec.ui.widgets.column_measures import head_metrics
from sportsec.ui.widgets.rows_model import RowsModel

#: Edge of an arrow, and room of the number beside it that says which decides first.
ARROW, NUMBER = 12, 10
SMALLER = 0.78
#: Between a text and its arrow; at either end of a head, as in `app.qss`.
GAP, PAD = 4, 10


class TableHead(QHeaderView):
    """Heads with an arrow on each column that the list is sorted by.

    Signals:
        chosen: A head was clicked: its column, and whether with Shift.
    """

    chosen = Signal(int, bool)

    def __init__(self, model: RowsModel[Any, Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._with_shift = False
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.sectionClicked.connect(
            lambda section: self.chosen.emit(section, self._with_shift)
        )
        model.arranged.connect(self.viewport().update)

    def rank(self, section: int) -> int | None:
        """Return whether a column decides first (0), second (1), or not at all."""
        key = self._model.columns[section].sort
        keys = [sort.key for sort in self._model.order]
        return keys.index(key) if key and key in keys else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remember whether Shift was held."""
        self._with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Leave the text room for its arrow; Qt would draw that at the next column."""
        super().initStyleOptionForIndex(option, section)
        option.sortIndicator = QStyleOptionHeader.SortIndicator.None_
        if self.rank(section) is not None:
            room = self.sectionSize(section) - 2 * PAD - self._marks_width()
            cut = Qt.TextElideMode.ElideRight
            option.text = head_metrics(self).elidedText(option.text, cut, max(room, 0))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a head; beside the text of one that decides its arrow."""
        super().paintSection(painter, rect, section)
        rank = self.rank(section)
        if rank is None:
            return
        place = self.marks_rect(rect, section)
        edge = scaled(ARROW)
        arrow = QRect(0, 0, edge, edge)
        arrow.moveCenter(place.center())
        is_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        arrow.moveLeft(place.left() if is_left else place.right() + 1 - edge)
        down = self._model.order[rank].descending
        icon("down" if down else "up").paint(painter, arrow)
        if len(self._model.order) > 1:
            self._draw_number(painter, place, rank + 1)

    def marks_rect(self, rect: QRect, section: int) -> QRect:
        """Return where the arrow of a column stands, with its number, in its head."""
        option = QStyleOptionHeaderV2()
        self.initStyleOption(option)
        self.initStyleOptionForIndex(option, section)
        room = rect.adjusted(PAD, 0, -PAD, 0)
        wide = head_metrics(self).horizontalAdvance(option.text)
        ways = self.layoutDirection(), option.textAlignment
        text = QStyle.alignedRect(*ways, QSize(wide, room.height()), room)
        marks = QRect(text)
        marks.setWidth(self._marks_width())
        is_right = QStyle.visualAlignment(*ways) & Qt.AlignmentFlag.AlignRight
        marks.moveLeft(text.left() - marks.width() if is_right else text.right() + 1)
        return marks.adjusted(0 if is_right else GAP, 0, -GAP if is_right else 0, 0)

    def _draw_number(self, painter: QPainter, place: QRect, number: int) -> None:
        """Say at the far end of an arrow which key decides first."""
        painter.save()
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * SMALLER)
        painter.setFont(font)
        painter.setPen(colour("accent"))
        room = QRect(0, place.top(), scaled(NUMBER), place.height())
        is_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        edge = place.right() + 1 - room.width() if is_left else place.left()
        room.moveLeft(edge)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.restore()

    def _marks_width(self) -> int:
        number = scaled(NUMBER) if len(self._model.order) > 1 else 0
        return GAP + scaled(ARROW) + number
