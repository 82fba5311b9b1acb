"""Cells of a list by day: the day is said once, a line parts it from the one before."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from sportsec.domain.listing import by
from sportsec.ui.theme import colour
from sportsec.ui.widgets.cells import CellDelegate
from sportsec.ui.widgets.columns import ROW_ROLE
from sportsec.ui.widgets.rows_model import RowsModel

DAY_COLUMN = 0
_BY_DAY = (by("kick_off"), by("-kick_off"))


class DayDelegate(CellDelegate):
    """Draws the list grouped by day while it is sorted by kick-off."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell, and the line above the first match of a day."""
        super().paint(painter, option, index)
        if index.row() and _begins_day(index):
            painter.save()
            painter.setPen(colour("line_strong"))
            box = option.rect
            painter.drawLine(box.left(), box.top(), box.right() + 1, box.top())
            painter.restore()

    def initStyleOption(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Leave the day out where it was said in the line above."""
        super().initStyleOption(option, index)
        if index.column() == DAY_COLUMN:
            option.font.setBold(True)
            if _is_by_day(index) and not _begins_day(index):
                option.text = ""


def _is_by_day(index: QModelIndex | QPersistentModelIndex) -> bool:
    model = index.model()
    return isinstance(model, RowsModel) and model.order[:1] in _BY_DAY


def _begins_day(index: QModelIndex | QPersistentModelIndex) -> bool:
    if not _is_by_day(index):
        return False
    return index.row() == 0 or _day(index, index.row()) != _day(index, index.row() - 1)


def _day(index: QModelIndex | QPersistentModelIndex, row: int) -> date | None:
    shown: Any = index.model().index(row, DAY_COLUMN).data(ROW_ROLE)
    return None if shown is None else shown.kick_off_date
