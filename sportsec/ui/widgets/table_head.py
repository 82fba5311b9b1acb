"""The head of a list: sorts by one column or several, is dragged into order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionHeader, QWidget

from sportsec.ui.theme import colour
from sportsec.ui.widgets.rows_model import RowsModel

#: Room of the number that says which key decides first, beside its arrow.
NUMBER = 12
SMALLER = 0.78
#: Between a text and the arrow at its end; beside the text, in pixels.
GAP, PAD = "\N{NO-BREAK SPACE}" * 2, 10


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
        """Give every column that decides its arrow; Qt knows one only."""
        super().initStyleOptionForIndex(option, section)
        rank = self.rank(section)
        marks = QStyleOptionHeader.SortIndicator
        option.sortIndicator = marks.None_
        if rank is not None:
            down = self._model.order[rank].descending
            option.sortIndicator = marks.SortUp if down else marks.SortDown
            self._leave_room(option, section)

    def _leave_room(self, option: QStyleOptionHeader, section: int) -> None:
        """Keep a text that ends where the arrow stands away from it."""
        spaced = option.text + GAP
        room = self.sectionSize(section) - 2 * PAD
        trailing = Qt.AlignmentFlag.AlignTrailing
        is_at_end = option.textAlignment & trailing
        if is_at_end and self.fontMetrics().horizontalAdvance(spaced) <= room:
            option.text = spaced

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a head; of several columns that decide, the number as well."""
        super().paintSection(painter, rect, section)
        rank = self.rank(section)
        if rank is None or len(self._model.order) < 2:
            return
        painter.save()
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * SMALLER)
        painter.setFont(font)
        painter.setPen(colour("accent"))
        room = QRect(rect.right() - NUMBER, rect.top() + 2, NUMBER, rect.height() // 2)
        place = QStyle.visualRect(self.layoutDirection(), rect, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(rank + 1))
        painter.restore()
