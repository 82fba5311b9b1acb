"""The one model of all lists: ordered ids, groups, and the pages that are looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sportsec.domain.listing import Group, Order, Sort, by
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.columns import Column, Source
from sportsec.ui.widgets.headings import heading_data
from sportsec.ui.widgets.list_question import ListQuestion, Opening
from sportsec.ui.widgets.row_layout import RowLayout, begin_with
from sportsec.ui.widgets.row_pages import Made, RowPages

Row = TypeVar("Row")
Wanted = TypeVar("Wanted")
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel, Generic[Row, Wanted]):
    """Rows of a `Source` as a table; `ask(wanted)` fills it, `reload()` asks again.

    Args:
        sort: Keys that the list is sorted by at first, as in `by`: "city -name".
    """

    opened = Signal()  # a first answer is there (it may be empty)
    settled = Signal()  # all ids are known
    arranged = Signal()  # the order or the grouping is another one

    def __init__(
        self,
        runner: Runner,
        source: Source[Row, Wanted],
        columns: Sequence[Column[Row]],
        wanted: Wanted,
        *,
        sort: str = "",
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self._heads = {column.sort: column.header for column in columns}
        self._question: ListQuestion[Row, Wanted] = ListQuestion(
            runner, source, wanted, by(*sort.split())
        )
        self._question.setParent(self)
        self._question.opened.connect(self._show)
        self._question.completed.connect(self._settle)
        self._layout = RowLayout(0)
        self._said = 0  # by the source; all ids may have corrected it since
        self._pages: RowPages[Row] = RowPages(runner, source)
        self._pages.setParent(self)
        self._pages.arrived.connect(self._announce)
        self.is_open = False
        #: What a screen reader says of a record besides its cells.
        self.remark: Callable[[UUID], str] = lambda _record: ""

    # ---- asking

    @property
    def wanted(self) -> Wanted:
        """The filter in use."""
        return self._question.wanted

    @property
    def order(self) -> tuple[Sort, ...]:
        """What the list is sorted by; the first key decides."""
        return self._question.order

    @property
    def group(self) -> str:
        """The sort key that the list is grouped by; empty where it is not."""
        return self._question.group

    @property
    def groupable(self) -> frozenset[str]:
        """The sort keys that the list may be grouped by."""
        return self._question.groupable

    def ask(self, wanted: Wanted) -> None:
        """Show other rows."""
        self._question.wanted = wanted
        self.reload()

    def reload(self) -> None:
        """Ask again with the same filter and order."""
        self._question.ask(all_groups=bool(self._layout.closed))

    def arrange(self, order: Order, group: str = "") -> None:
        """Take another order and grouping, for when it is asked next."""
        keys = {column.sort for column in self.columns}
        self._question.order = tuple(sort for sort in order if sort.key in keys)
        if group != self.group:
            self._layout = self._layout.unfolded()
        self._question.group = group if group in self.groupable else ""
        self.arranged.emit()

    def sort_by(self, order: Order) -> None:
        """Show the rows in another order."""
        self.arrange(order, self.group)
        self.reload()

    def group_by(self, key: str) -> None:
        """Show the rows in groups; an empty key shows them without."""
        self.arrange(self.order, key)
        self.reload()

    # ---- answers

    def _show(self, opening: Opening[Row]) -> None:
        """Take the first answer; keep the selection if the ids are the same."""
        same = self.is_open and opening.count == self._said
        same = same and opening.ids == self._pages.ids[: len(opening.ids)]
        same = same and begin_with(self._layout.groups, opening.groups)
        self.is_open = True
        self._said = opening.count
        if same:
            self._pages.renew(opening.rows)
            self._announce(0, self._layout.count)
        else:
            self._replace(opening.count, opening.groups, opening.ids, opening.rows)
        self.opened.emit()

    def _settle(self, ids: list[UUID] | None, groups: list[Group] | None) -> None:
        """Take the full order; the head is shown already, and may be all."""
        known = len(self._pages.ids)
        if ids is None:
            self.settled.emit()
            return
        fits = known < self._layout.count and ids[:known] == self._pages.ids
        if fits and begin_with(groups, self._layout.groups):
            self._relay(RowLayout(len(ids), groups, self._layout.closed))
            self._pages.extend(ids)
            self._pages.ask_missing()
        elif ids != self._pages.ids or groups != self._layout.groups:
            self._replace(len(ids), groups, ids, [])
        self.settled.emit()

    def _relay(self, layout: RowLayout) -> None:
        """Correct the lines after those known: a source may have said too many."""
        before, told = self._layout.lines, layout.groups == self._layout.groups
        if layout.lines > before:
            self.beginInsertRows(QModelIndex(), before, layout.lines - 1)
            self._layout = layout
            self.endInsertRows()
        elif layout.lines < before:
            self.beginRemoveRows(QModelIndex(), layout.lines, before - 1)
            self._layout = layout
            self.endRemoveRows()
        self._layout = layout
        if not told:  # headings stand where records did
            self._announce(0, 1)

    def _replace(
        self,
        count: int,
        groups: list[Group] | None,
        ids: list[UUID],
        head: Sequence[Row],
    ) -> None:
        self.beginResetModel()
        self._layout = RowLayout(count, groups, self._layout.closed)
        self._pages.replace(ids, head)
        self.endResetModel()

    def _announce(self, nth: int, rows: int) -> None:
        """Say that some records have come; headings between them may be told too."""
        lines = self._layout.lines
        if rows <= 0 or not lines or not self.columns:
            return
        first, last = nth, min(nth + rows, lines) - 1
        if self._layout.groups is not None:
            first, last = 0, lines - 1
        self.dataChanged.emit(
            self.index(first, 0), self.index(last, len(self.columns) - 1)
        )

    # ---- rows and headings

    def row(self, place: int) -> Row | None:
        """Return a row, or None while it is on its way (it is asked for)."""
        nth = self._layout.nth(place)
        return None if nth is None else self._pages.row(nth)

    def fetch(
        self,
        ids: Sequence[UUID],
        make: Callable[[Sequence[Row]], Made],
        done: Callable[[Made], object],
    ) -> None:
        """Make something of rows beside the window (copies, files)."""
        self._pages.fetch(ids, make, done)

    def id_at(self, place: int) -> UUID | None:
        """Return the id of a row, or None if it is not known yet or a heading."""
        nth = self._layout.nth(place)
        ids = self._pages.ids
        return ids[nth] if nth is not None and 0 <= nth < len(ids) else None

    def place_of(self, identity: UUID) -> int | None:
        """Return where a record stands, or None if it is not to be seen."""
        nth = self._pages.nth_of(identity)
        return None if nth is None else self._layout.line(nth)

    @property
    def ids(self) -> list[UUID]:
        """All ids in order, as far as known."""
        return list(self._pages.ids)

    @property
    def records(self) -> int:
        """How many records there are, without the headings."""
        return self._layout.count

    def heading_at(self, place: int) -> Group | None:
        """Return the group whose heading stands somewhere."""
        return self._layout.heading(place)

    def is_closed_at(self, place: int) -> bool:
        """Say whether the group whose heading stands somewhere shows only that."""
        group = self.heading_at(place)
        return group is not None and group.value in self._layout.closed

    def fold(self, place: int, *, closed: bool) -> None:
        """Close or open the group whose heading stands somewhere."""
        group = self.heading_at(place)
        if group is None or self.is_closed_at(place) == closed:
            return
        layout = self._layout.folded({group.value}, closed=closed)
        lines = (QModelIndex(), place + 1, place + group.count)
        (self.beginRemoveRows if closed else self.beginInsertRows)(*lines)
        self._layout = layout
        (self.endRemoveRows if closed else self.endInsertRows)()
        self._announce(0, 1)

    def unfold_to(self, identity: UUID) -> None:
        """Open the group that a record stands in."""
        nth = self._pages.nth_of(identity)
        if nth is not None and self._layout.line(nth) is None:
            self.fold(self._layout.heading_line(nth), closed=False)

    def fold_all(self, *, closed: bool) -> None:
        """Close or open all groups."""
        every = {group.value for group in self._layout.groups or ()}
        self.beginResetModel()
        self._layout = self._layout.folded(every, closed=closed)
        self.endResetModel()

    # ---- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way
        """Return how many lines there are: records and headings."""
        return 0 if parent.isValid() else self._layout.lines

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be stood at, but it is no record to select."""
        usual = super().flags(index)
        if self._layout.groups is None or self.heading_at(index.row()) is None:
            return usual
        return usual & ~Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment
        if self._layout.groups is not None:
            group = self.heading_at(index.row())
            if group is not None:
                closed = self.is_closed_at(index.row())
                return heading_data(
                    self._heads.get(self.group, ""), group, role, closed=closed
                )
        row = self.row(index.row())
        if row is not None and role == Qt.ItemDataRole.AccessibleDescriptionRole:
            record = self.id_at(index.row())
            return "" if record is None else self.remark(record)
        return None if row is None else column.data(row, role)

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
            return column.alignment
        return None
