"""What a list shows and how it is arranged; what is done with it: see `table`."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from sportsec.domain.listing import chosen_first, chosen_further
from sportsec.ui.language import tr
from sportsec.ui.settings import Settings
from sportsec.ui.widgets.cells import CellDelegate
from sportsec.ui.widgets.column_widths import ColumnWidths
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.current_row import current_kept_on_view
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.list_state import ListState, parsed, read_state
from sportsec.ui.widgets.row_actions import RowAction
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.scrolled import show_within
from sportsec.ui.widgets.table_copy import as_table, put_on_clipboard
from sportsec.ui.widgets.table_head import TableHead

ROW_PADDING = 14
#: Among how many rows a list finds its first record below headings.
_NEAR = 20
_ALONE = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect
    | QItemSelectionModel.SelectionFlag.Rows
)


class ListView(QTableView):
    """A list of records.

    Args:
        name: Under which its columns, order and groups are remembered.
        empty: What is said instead of an empty list.
        empty_icon: Drawn above it.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        model: RowsModel[Any, Any],
        settings: Settings,
        name: str,
        empty: str = "",
        empty_icon: str = "search",
    ) -> None:
        super().__init__()
        self.rows = model
        self.name = name
        self.actions_for_rows: list[RowAction] = []
        #: Adds to the menu of the list what its page can do with it as a whole.
        self.more: Callable[[QMenu], object] = lambda _menu: None
        self._settings = settings
        #: In another order its first record is chosen: what is shown beside the list
        #: is to be seen in it.
        self.starts_over = False
        self._kept: list[UUID] = []
        #: Another order was asked for: whoever sorts wants to see what comes first.
        self._from_top = False
        self.empty = EmptyState(
            empty or tr("Nothing to show."), empty_icon, parent=self
        )
        self.empty.hide()
        self.head = TableHead(model, self)
        self.over_lines = 0  # how much of them a head hides that is kept in view
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        model.setParent(self)
        self._cells = CellDelegate(self)
        self.setItemDelegate(self._cells)
        self._dress()
        self.widths = ColumnWidths(self, model)
        self._usual = ListState(order=model.order)
        kept = parsed(settings.text(f"table/{name}"))
        if kept is not None:
            self.arrange(read_state(kept))
        self._connect(model)
        self.setAccessibleName(name)

    # ---- for pages

    def add_action_for_rows(
        self,
        text: str,
        act: Callable[[list[UUID]], object],
        icon_name: str = "",
        *,
        keys: str = "",
        when: Callable[[list[UUID]], bool] = bool,
    ) -> None:
        """Offer an act on the selected rows in the context menu.

        Args:
            keys: Name of the keys that do it as well, shown beside it.
            when: Says whether it makes sense for these rows.
        """
        self.actions_for_rows.append(RowAction(text, icon_name, act, when, keys))

    def name_column(self) -> int:
        """Return the column that says what a row is: the widest of those shown."""
        shown = self.shown_columns()
        widest = (at for at, column in shown if column.stretch)
        return next(widest, shown[0][0] if shown else 0)

    def current_column(self) -> int:
        """Return the column that the current cell stands in."""
        index = self.currentIndex()
        return index.column() if index.isValid() else self.name_column()

    def show_column(self, at: int) -> None:
        """Scroll sideways to a column."""
        index = self.rows.index(self.rowAt(0), at)
        if index.isValid():
            self.scrollTo(index)

    def shown_columns(self) -> list[tuple[int, Column[Any]]]:
        """Return the columns shown, in their order on the screen, with their places."""
        return [
            (at, self.rows.columns[at])
            for at in self.widths.places()
            if self.widths.is_shown(at)
        ]

    def worded_columns(self) -> list[tuple[int, Column[Any]]]:
        """Return those of them that say something: a box is for the screen alone."""
        return [shown for shown in self.shown_columns() if shown[1].tick is None]

    def say_when_empty(
        self, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say something else instead of an empty list, and offer what to do."""
        self.empty.label.setText(text)
        self.empty.offer(action, act)

    def selected_ids(self) -> list[UUID]:
        """Return the ids of the selected rows, in the order of the list."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = (self.rows.id_at(place) for place in places)
        return [identity for identity in found if identity is not None]

    def current_id(self) -> UUID | None:
        """Return the id of the current row."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def select(self, identity: UUID) -> bool:
        """Make a record current and scroll to it; say whether it is to be seen."""
        if not self._make_current(identity):
            return False
        hint = QAbstractItemView.ScrollHint.PositionAtCenter
        self.scrollTo(self.currentIndex(), hint)
        return True

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as a table."""
        columns = [column for _, column in self.worded_columns()]
        ids = self.selected_ids()
        if ids:
            self.rows.fetch(ids, partial(as_table, columns), put_on_clipboard)

    def row_height(self, lines: int) -> int:
        """Return how high a row of so many lines is, in pixels."""
        return lines * self.fontMetrics().height() + ROW_PADDING

    def tell_below(self, *, below: bool) -> None:
        """Give the rows a second line for what `Column.below` says, or take it away."""
        if below == self._cells.has_two_lines:
            return
        self._cells.has_two_lines = below
        with current_kept_on_view(self, self.viewport().height()):
            self._set_row_height()

    # ---- how it is arranged

    def arrangement(self) -> ListState:
        """Return how the list is arranged."""
        return ListState(self.widths.state(), self.rows.order, self.rows.group)

    def arrange(self, state: ListState) -> None:
        """Arrange the list; its rows are asked for by whoever asked for this."""
        self.widths.restore(state.columns)
        order = self._usual.order if state.order is None else state.order
        self.rows.arrange(order or (), state.group)

    def arrange_as_usual(self) -> None:
        """Arrange the list as the program comes."""
        self.arrange(self._usual)
        self._settings.keep(f"table/{self.name}", "")
        self.rows.reload()

    def sort_by_column(self, section: int, *, further: bool) -> None:
        """Sort by a column, alone or after what decides already."""
        key = self.rows.columns[section].sort
        if key:
            choose = chosen_further if further else chosen_first
            self.rows.sort_by(choose(self.rows.order, key))

    # ---- set-up

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def _set_row_height(self) -> None:
        lines = 2 if self._cells.has_two_lines else 1
        self.verticalHeader().setDefaultSectionSize(self.row_height(lines))

    def _connect(self, model: RowsModel[Any, Any]) -> None:
        self.head.chosen.connect(
            lambda section, further: self.sort_by_column(section, further=further)
        )
        self.doubleClicked.connect(self.open_row)
        self.selectionModel().currentRowChanged.connect(self._announce)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.modelReset.connect(self._show_new_order)
        model.settled.connect(self._restore_selection)
        model.settled.connect(partial(self._begin_anew, from_top=False))
        model.opened.connect(self._show_emptiness)
        model.opened.connect(self._begin)
        model.arranged.connect(partial(self._begin_anew, from_top=True))
        model.arranged.connect(self._remember)
        self.widths.changed.connect(self._remember)

    def _remember(self) -> None:
        kept = json.dumps(self.arrangement().written())
        self._settings.keep(f"table/{self.name}", kept)

    # ---- its rows

    def open_row(self, index: QModelIndex) -> None:
        """Open the record of a row; a heading has none."""
        identity = self.rows.id_at(index.row()) if index.isValid() else None
        if identity is not None:
            self.opened.emit(identity)

    def open_current(self) -> None:
        """Open the current record, or the group whose heading is current."""
        index = self.currentIndex()
        if index.isValid() and not self.turn(index.row()):
            self.open_row(index)

    def turn(self, place: int) -> bool:
        """Close or open a group; say whether its heading stands there."""
        if self.rows.heading_at(place) is None:
            return False
        self.setCurrentIndex(self.rows.index(place, self.name_column()))
        self.rows.fold(place, closed=not self.rows.is_closed_at(place))
        return True

    # ---- following the model

    def _announce(self) -> None:
        self.chosen.emit(self.current_id())

    def _keep_selection(self) -> None:
        self._kept = self.selected_ids()[:1]

    def _make_current(self, identity: UUID) -> bool:
        place = self.rows.place_of(identity)
        if place is None:
            return False
        index = self.rows.index(place, self.name_column())
        # Alone, even while the Ctrl of the keys that led here is still held down.
        self.selectionModel().setCurrentIndex(index, _ALONE)
        return True

    def _restore_selection(self) -> None:
        """Choose again what was chosen; in another order it is not gone after."""
        if not self._kept:
            return
        self.setAutoScroll(not self._from_top)
        choose = self._make_current if self._from_top else self.select
        anew = self._first() if self._from_top and self.starts_over else None
        if choose(anew or self._kept[0]):
            self._kept = []
        self.setAutoScroll(True)

    def _show_new_order(self) -> None:
        if self._from_top:
            self.scrollToTop()

    def _begin_anew(self, *, from_top: bool) -> None:
        self._from_top = from_top

    def _begin(self) -> None:
        """Let keys begin at the first record, if they are heard here."""
        if self.hasFocus() and self.current_id() is None and not self._kept:
            first = self._first()
            if first is not None:
                self.select(first)

    def _first(self) -> UUID | None:
        """Return the first record; headings may stand before it."""
        near = range(min(self.rows.rowCount(), _NEAR))
        ids = (self.rows.id_at(place) for place in near)
        return next((each for each in ids if each is not None), None)

    def _show_emptiness(self) -> None:
        self.empty.setVisible(self.rows.is_open and self.rows.rowCount() == 0)
        self.empty.setGeometry(self.viewport().geometry())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a row, also where the list reaches beyond a window that is scrolled."""
        super().scrollTo(index, hint)
        if self.hasFocus():
            line = self.visualRect(index).adjusted(0, -self.over_lines, 0, 0)
            show_within(self.viewport(), line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row on view, and the empty-state text in the middle."""
        with current_kept_on_view(self, event.oldSize().height()):
            super().resizeEvent(event)
            self.widths.fit()
        self.empty.setGeometry(self.viewport().geometry())
