"""What each column of a list wants: for its head, and for what its cells have shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QTableView

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.column_measures import (
    CELL_PADDING,
    HEAD_PADDING,
    LONGEST,
    MEASURED_ROWS,
    NORMAL_HEIGHT,
    SMALLEST,
    WHOLE,
    WIDEST,
    Cell,
    head_metrics,
    needed_width,
)
from sportsec.ui.widgets.rows_model import RowsModel

#: Beside the text of a head that the list is sorted by: its arrow, and the number that
#: says which of several decides first.
SORT_MARK, SORT_NUMBER = 16, 10
#: Least width of a column that takes the room that is left.
LEAST = 140


class ColumnDemands:
    """Measures the columns of a table; all widths are pixels.

    Attributes:
        contents: The widest that each column has shown; nothing before the first rows.
    """

    def __init__(self, table: QTableView, model: RowsModel[Any, Any]) -> None:
        self._table = table
        self._model = model
        self.contents: dict[int, int] = {}

    def needs(self, most: int = LONGEST) -> dict[int, int]:
        """Return the width at which neither head nor contents of a column are cut.

        Args:
            most: Contents that are wider are cut to this, at text size normal.
        """
        return {
            at: max(self._bare_head(at), self._shown(at, most))
            for at in range(len(self._model.columns))
        }

    def leasts(self) -> dict[int, int]:
        """Return below what no column is narrowed: short contents, and its head."""
        widths: dict[int, int] = {}
        for at, column in enumerate(self._model.columns):
            floor = column.least or WHOLE
            if column.level:
                floor = max(floor, WIDEST)
            elif column.stretch and not column.least:
                floor = max(floor, column.width or LEAST)
            widths[at] = max(self._bare_head(at), self._shown(at, floor))
        return widths

    def bare_leasts(self) -> dict[int, int]:
        """Return the same where nothing is left that could be left out.

        What names the row is rather cut than scrolled out of sight.
        """
        stretched = round(LEAST * self._scale())
        return {
            at: min(wide, max(stretched, self._bare_head(at)))
            if self._model.columns[at].stretch
            else wide
            for at, wide in self.leasts().items()
        }

    def usual(self, at: int) -> int:
        """Return the width of a column that was not drawn, where there is room."""
        column = self._model.columns[at]
        own = round((column.width or LEAST * column.stretch) * self._scale())
        return max(own, self.head(at), self._shown(at, WIDEST))

    def head(self, at: int) -> int:
        """Return the width at which a head is not cut, however the list is sorted."""
        mark = scaled(SORT_MARK) if self._model.columns[at].sort else 0
        return max(self._bare_head(at), self._head_text(at) + mark)

    def cells(self, at: int, places: Iterable[int] | None = None) -> int:
        """Return the width at which cells of a column are not cut.

        Args:
            places: Lines that are looked at; without, the first ones.
        """
        return self._widest(at, self._rows(self._first() if places is None else places))

    def is_empty(self, at: int) -> bool:
        """Say whether a column has shown nothing yet, though there were rows."""
        return 0 < self.contents.get(at, 0) <= CELL_PADDING

    def measure_first(self, *, afresh: bool) -> bool:
        """Look at the first rows; say whether a column needs another width.

        Args:
            afresh: Forget what rows needed that are not asked for any more.
        """
        before = dict(self.contents)
        if afresh:
            self.contents = {}
        self._measure(range(len(self._model.columns)), self._first())
        return self.contents != before

    def measure_badges(self) -> bool:
        """Look at the badges on view: one that is cut says nothing.

        Texts do not move the columns while the list is scrolled.
        """
        columns = enumerate(self._model.columns)
        badges = [at for at, column in columns if column.level]
        first = max(self._table.rowAt(0), 0)
        last = self._table.rowAt(self._table.viewport().height() - 1)
        seen = range(first, self._model.rowCount() if last < 0 else last + 1)
        return self._measure(badges, seen[:MEASURED_ROWS])

    # ---- inside

    def _measure(self, columns: Iterable[int], places: Iterable[int]) -> bool:
        """Let demands grow to what these rows need; they do not shrink again."""
        before, rows = dict(self.contents), self._rows(places)
        for at in columns:
            self.contents[at] = max(self._widest(at, rows), before.get(at, 0))
        return self.contents != before

    def _first(self) -> range:
        return range(min(self._model.rowCount(), MEASURED_ROWS))

    def _rows(self, places: Iterable[int]) -> list[Any]:
        """Return the rows that are known, without the headings between them."""
        records = (at for at in places if self._model.heading_at(at) is None)
        rows = (self._model.row(at) for at in records)
        return [row for row in rows if row is not None]

    def _widest(self, at: int, rows: Sequence[Any]) -> int:
        """Ask the column itself: through the model each cell would cost tenfold."""
        column = self._model.columns[at]
        level, icon = column.level, column.icon
        font = QFont(self._table.font())
        font.setBold(column.bold)
        cells = (
            Cell(
                column.text(row),
                is_badge=level is not None and bool(level(row)),
                has_icon=icon is not None and icon(row) is not None,
            )
            for row in rows
        )
        return needed_width(cells, font)

    def _shown(self, at: int, most: int) -> int:
        """Return what the contents need, up to a width at text size normal."""
        return min(self.contents.get(at, 0), round(most * self._scale()))

    def _bare_head(self, at: int) -> int:
        """Return the width at which a head is not cut as the list is sorted now."""
        keys = [sort.key for sort in self._model.order]
        mark = 0
        if self._model.columns[at].sort in keys:
            mark = scaled(SORT_MARK) + (scaled(SORT_NUMBER) if len(keys) > 1 else 0)
        return max(SMALLEST, self._head_text(at) + mark)

    def _head_text(self, at: int) -> int:
        metrics = head_metrics(self._table.horizontalHeader())
        return metrics.horizontalAdvance(self._model.columns[at].header) + HEAD_PADDING

    def _scale(self) -> float:
        return self._table.fontMetrics().height() / NORMAL_HEIGHT
