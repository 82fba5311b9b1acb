"""How wide the columns of a list are.

Their own width, what the first rows need, what the officer drew, the room that is left.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QTableView

from sportsec.ui.settings import Settings
from sportsec.ui.widgets.badges import badge_size
from sportsec.ui.widgets.columns import LEVEL_ROLE, Column
from sportsec.ui.widgets.rows_model import RowsModel

#: Height of a line at text size normal; widths are meant for it.
NORMAL_HEIGHT = 22
HEAD_PADDING = 24
SORT_MARK = 14
SMALLEST = 48
#: Least width of a column that takes the room that is left.
LEAST = 140
#: Rows looked at, padding and limit when columns grow to their contents.
MEASURED_ROWS = 60
CELL_PADDING = 28
WIDEST = 280
#: Contents up to this width (a phone number) are not cut when room is short.
WHOLE = 130
#: A column that stretches gives up its room as if it were this much narrower.
FAVOUR = 80
STEP = 4


class ColumnWidths(QObject):
    """Keeps the columns of a table in order.

    Args:
        key: Under which widths and hidden columns are remembered.
    """

    def __init__(
        self,
        table: QTableView,
        model: RowsModel[Any, Any],
        settings: Settings,
        key: str,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._settings = settings
        self._key = key
        self._widths: dict[int, int] = {}
        self._needed: dict[int, int] = {}
        self._least: dict[int, int] = {}
        self._fitting = False
        self._grown = False
        self._drawn = bool(self._remembered())
        self._lay_out()
        table.horizontalHeader().sectionResized.connect(self._resized)
        model.opened.connect(self._grow)

    def fit(self) -> None:
        """Share the room: columns that stretch take what is left, none is scrolled."""
        self._make_room()
        shown = [(at, column) for at, column in self._columns() if self.is_shown(at)]
        stretch = [at for at, column in shown if column.stretch]
        room = self._table.viewport().width()
        widths = {at: self._widths[at] for at, _ in shown}
        if self._grown and not self._drawn:
            for least in (self._needed, self._least):  # empty room first
                widths = squeezed(widths, least, stretch, room)
        free = max(0, room - sum(widths.values()))
        for nth, at in enumerate(stretch):
            share = free // (len(stretch) - nth)
            free -= share
            widths[at] += share
        self._fitting = True
        for at, width in widths.items():
            self._table.setColumnWidth(at, width)
        self._fitting = False

    def is_shown(self, at: int) -> bool:
        """Say whether a column is shown."""
        return not self._table.isColumnHidden(at)

    def show(self, at: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        visible = [one for one, _ in self._columns() if self.is_shown(one)]
        if not shown and visible == [at]:
            return
        self._table.setColumnHidden(at, not shown)
        self._remember()
        self.fit()

    def _make_room(self) -> None:
        """Leave out the columns that yield while the others need their room."""
        kept = self._remembered()
        room = self._table.viewport().width()
        for at, column in self._columns():
            if column.yields and self._grown and _name(at, column) not in kept:
                shown = (one for one, _ in self._columns() if self.is_shown(one))
                others = sum(self._widths[one] for one in shown if one != at)
                self._fitting = True
                self._table.setColumnHidden(at, others + self._least[at] > room)
                self._fitting = False

    def _columns(self) -> Iterator[tuple[int, Column[Any]]]:
        return enumerate(self._model.columns)

    def _lay_out(self) -> None:
        kept = self._remembered()
        scale = self._scale()
        self._table.horizontalHeader().setMinimumSectionSize(SMALLEST)
        for at, column in self._columns():
            own = round((column.width or LEAST * column.stretch) * scale)
            usual = (max(own, self._head(column)), column.hidden)
            width, hidden = kept.get(_name(at, column), usual)
            self._widths[at] = width
            self._table.setColumnWidth(at, width)
            self._table.setColumnHidden(at, hidden)

    def _scale(self) -> float:
        return self._table.fontMetrics().height() / NORMAL_HEIGHT

    def _head(self, column: Column[Any]) -> int:
        """Return the width at which the head of a column is not cut."""
        head = self._table.fontMetrics().horizontalAdvance(column.header)
        return head + HEAD_PADDING + (SORT_MARK if column.sort else 0)

    def _grow(self) -> None:
        """Once, make columns wide enough for the first rows, unless they were drawn."""
        if self._grown or not self._model.rowCount():
            return
        self._grown = True
        kept = self._remembered()
        whole = round(WHOLE * self._scale())
        for at, column in self._columns():
            need = needed_width(self._model, at, self._table.font())
            least = min(need, WIDEST if column.level else whole)
            if column.stretch:
                least = max(least, round((column.width or LEAST) * self._scale()))
            if column.least:
                least = round(column.least * self._scale())
            self._least[at] = max(self._head(column), least)
            self._needed[at] = max(self._least[at], min(need, WIDEST))
            if _name(at, column) not in kept:
                self._widths[at] = max(self._widths[at], min(need, WIDEST))
        self.fit()

    def _resized(self, at: int, _old: int, new: int) -> None:
        """Remember what the officer drew, not what we fitted."""
        if not self._fitting and self._table.isVisible() and new > 0:
            for one, _ in self._columns():
                if self.is_shown(one):
                    seen = self._table.columnWidth(one)
                    self._widths[one] = min(self._widths[one], seen)
            self._widths[at] = new
            self._drawn = True
            self._remember()

    def _remember(self) -> None:
        kept = {
            _name(at, column): (self._widths[at], not self.is_shown(at))
            for at, column in self._columns()
        }
        self._settings.keep(self._key, json.dumps(kept))

    def _remembered(self) -> dict[str, tuple[int, bool]]:
        try:
            kept = json.loads(self._settings.text(self._key, "{}"))
            return {name: (int(w), bool(h)) for name, (w, h) in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}  # written by hand or by another version: start afresh


def needed_width(model: QAbstractItemModel, column: int, font: QFont) -> int:
    """Return the width at which the first rows of a column are not cut."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    widest = 0
    for place in range(min(model.rowCount(), MEASURED_ROWS)):
        index = model.index(place, column)
        text = str(index.data() or "")
        if index.data(LEVEL_ROLE):
            width = badge_size(metrics, text).width()
        else:
            width = metrics.horizontalAdvance(text)
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            width += metrics.height()
        widest = max(widest, width)
    return widest + CELL_PADDING


def squeezed(
    wished: Mapping[int, int],
    least: Mapping[int, int],
    stretch: Sequence[int],
    room: int,
) -> dict[int, int]:
    """Narrow the widest columns until all fit, none below its least width.

    Args:
        wished: Width of each shown column, in pixels.
        stretch: Columns that name the row; they are narrowed last.
    """
    widths = dict(wished)
    over = sum(widths.values()) - room
    while over > 0:
        slack = [at for at in widths if widths[at] > least.get(at, SMALLEST)]
        if not slack:
            break
        at = max(slack, key=lambda one: widths[one] - FAVOUR * (one in stretch))
        step = min(STEP, over, widths[at] - least.get(at, SMALLEST))
        widths[at] -= step
        over -= step
    return widths


def _name(at: int, column: Column[Any]) -> str:
    return column.key or column.sort or str(at)
