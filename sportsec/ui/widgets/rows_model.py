"""The one model of all lists: ordered ids and a small cache of pages of rows.

A list opens in two steps, so that 100,000 rows show as fast as 100: first the count
and the first rows, then all ids in the background. Sorting and filtering are SQL, in
a `Source`; a module of `queries` with these three functions is one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.columns import Column, Source

Row = TypeVar("Row")
Wanted = TypeVar("Wanted")
Index = QModelIndex | QPersistentModelIndex

PAGE_ROWS = 64
CACHED_PAGES = 128
#: All ids are read once the first rows are painted: on the other thread they would
#: take the interpreter away from the painting.
PAINT_MS = 50
LEVEL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 2
SORT_KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True, slots=True)
class _Opening(Generic[Row]):
    """First answer: how many, the first ids, their rows."""

    count: int
    ids: list[UUID]
    rows: list[Row]


_ALIGN = {
    "start": Qt.AlignmentFlag.AlignLeading,
    # Figures: their last digits stand under each other in Arabic too.
    "end": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


class RowsModel(QAbstractTableModel, Generic[Row, Wanted]):
    """Rows of a `Source` as a table; `ask(wanted)` fills it, `reload()` asks again."""

    opened = Signal()  # a first answer is there (it may be empty)
    settled = Signal()  # all ids are known

    def __init__(
        self,
        runner: Runner,
        source: Source[Row, Wanted],
        columns: Sequence[Column[Row]],
        wanted: Wanted,
        *,
        sort: str = "",
        descending: bool = False,
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self._runner = runner
        self._source = source
        self._wanted = wanted
        self._sort = sort
        self._descending = descending
        self._count = 0
        self._said = 0  # by the source; all ids may have corrected it since
        self._ids: list[UUID] = []
        self._places: dict[UUID, int] | None = None
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._stale: set[int] = set()
        self._missing: list[int] = []
        self._in_flight: int | None = None
        self._painted = QTimer(self, singleShot=True, interval=PAINT_MS)
        self._painted.timeout.connect(self._ask_rest)
        self.is_open = False
        #: What a screen reader says of a record besides its cells.
        self.remark: Callable[[UUID], str] = lambda _record: ""

    # ---- asking

    @property
    def wanted(self) -> Wanted:
        """The filter in use."""
        return self._wanted

    @property
    def order(self) -> tuple[str, bool]:
        """Sort key and whether descending."""
        return self._sort, self._descending

    def ask(self, wanted: Wanted) -> None:
        """Show other rows."""
        self._wanted = wanted
        self.reload()

    def sort_by(self, key: str, *, descending: bool) -> None:
        """Show the rows in another order."""
        self._sort, self._descending = key, descending
        self.reload()

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort by a column, if it can be sorted."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            key = self.columns[column].sort
            self.sort_by(key, descending=order == Qt.SortOrder.DescendingOrder)

    def reload(self) -> None:
        """Ask again with the same filter and order."""
        source, wanted = self._source, self._wanted
        sort, descending = self._sort, self._descending

        def first(work: Work) -> _Opening[Row]:
            head = list(source.ids(work, wanted, sort, descending, PAGE_ROWS))
            count = len(head) if len(head) < PAGE_ROWS else source.count(work, wanted)
            return _Opening(count, head, list(source.rows(work, head)))

        def show(opening: _Opening[Row]) -> None:
            self._show(opening)
            if opening.count > len(opening.ids):
                self._painted.start()
            else:
                self.settled.emit()

        self._painted.stop()  # the ids of another order are of no use any more
        self._runner.read(self, "open", first, show)

    def _ask_rest(self) -> None:
        """Ask for all ids of what is shown."""
        source, wanted = self._source, self._wanted
        sort, descending = self._sort, self._descending

        def rest(work: Work) -> list[UUID]:
            return list(source.ids(work, wanted, sort, descending, None))

        self._runner.read(self, "ids", rest, self._settle)

    # ---- answers

    def _show(self, opening: _Opening[Row]) -> None:
        """Take the first answer; keep the selection if the ids are the same."""
        same = self.is_open and opening.count == self._said
        same = same and opening.ids == self._ids[: len(opening.ids)]
        self.is_open = True
        self._said = opening.count
        if same:
            self._stale = set(self._pages)
            self._missing.clear()
            self._in_flight = None
            self._keep(0, opening.rows)
            self._announce(0, self._count)
        else:
            self._replace(opening.count, opening.ids, opening.rows)
        self.opened.emit()

    def _settle(self, ids: list[UUID]) -> None:
        """Take the full order; the head is shown already."""
        known = len(self._ids)
        if known < self._count and ids[:known] == self._ids:
            self._resize(len(ids))
            self._ids, self._places = ids, None
            self._fetch_next()
        elif ids != self._ids:
            self._replace(len(ids), ids, [])
        self.settled.emit()

    def _resize(self, count: int) -> None:
        """Correct the number of rows: a source may have said an upper bound."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()

    def _replace(self, count: int, ids: list[UUID], head: Sequence[Row]) -> None:
        self.beginResetModel()
        self._count, self._ids, self._places = count, ids, None
        self._pages.clear()
        self._stale.clear()
        self._missing.clear()
        self._in_flight = None
        if head:
            self._keep(0, head)
        self.endResetModel()

    def _keep(self, page: int, rows: Sequence[Row]) -> None:
        self._pages[page] = list(rows)
        self._pages.move_to_end(page)
        self._stale.discard(page)
        while len(self._pages) > CACHED_PAGES:
            self._pages.popitem(last=False)

    def _announce(self, first: int, rows: int) -> None:
        if rows > 0 and self.columns:
            last = min(first + rows, self._count) - 1
            self.dataChanged.emit(
                self.index(first, 0), self.index(last, len(self.columns) - 1)
            )

    # ---- pages

    def row(self, place: int) -> Row | None:
        """Return a row, or None while it is on its way (it is asked for)."""
        page = place // PAGE_ROWS
        rows = self._pages.get(page)
        if rows is None or page in self._stale:
            self._request(page)
        if rows is None:
            return None
        self._pages.move_to_end(page)
        at = place % PAGE_ROWS
        return rows[at] if at < len(rows) else None

    def _request(self, page: int) -> None:
        """Queue a page; only the last few asked for are still of interest."""
        if page == self._in_flight:
            return
        if page in self._missing:
            self._missing.remove(page)
        self._missing.append(page)
        del self._missing[:-3]
        self._fetch_next()

    def _fetch_next(self) -> None:
        if self._in_flight is not None or not self._missing:
            return
        page = self._missing[-1]
        ids = self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]
        if not ids:
            return
        self._missing.pop()
        self._in_flight = page
        source = self._source

        def arrived(rows: Sequence[Row]) -> None:
            if self._ids[page * PAGE_ROWS : (page + 1) * PAGE_ROWS] != ids:
                return  # an answer to the order shown before
            self._in_flight = None
            self._keep(page, rows)
            self._announce(page * PAGE_ROWS, len(rows))
            self._fetch_next()

        self._runner.read(self, "page", lambda work: source.rows(work, ids), arrived)

    def fetch(
        self, ids: Sequence[UUID], done: Callable[[Sequence[Row]], object]
    ) -> None:
        """Hand over rows by id, wherever they stand (for copying, printing)."""
        source, wanted = self._source, list(ids)
        self._runner.read(self, "fetch", lambda work: source.rows(work, wanted), done)

    # ---- by id

    def id_at(self, place: int) -> UUID | None:
        """Return the id of a row, or None if it is not known yet."""
        return self._ids[place] if 0 <= place < len(self._ids) else None

    def place_of(self, identity: UUID) -> int | None:
        """Return where a record stands, or None if it is not in the list."""
        if self._places is None:
            self._places = {one: at for at, one in enumerate(self._ids)}
        return self._places.get(identity)

    @property
    def ids(self) -> list[UUID]:
        """All ids in order, as far as known."""
        return list(self._ids)

    # ---- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        row = self.row(index.row())
        if row is not None and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.remark(self._ids[index.row()])
        return None if row is None else _cell(column, row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter
        return column.sort if role == SORT_KEY_ROLE else None


def _cell(column: Column[Row], row: Row, role: int) -> Any:
    """Return one aspect of one cell."""
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return column.text(row)
    if role == LEVEL_ROLE:
        return column.level(row) if column.level else None
    if role == Qt.ItemDataRole.DecorationRole:
        return column.icon(row) if column.icon else None
    if role == Qt.ItemDataRole.ToolTipRole:
        return column.tip(row) if column.tip else None
    return row if role == ROW_ROLE else None
