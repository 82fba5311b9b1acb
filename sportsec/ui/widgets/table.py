"""The one table of all lists: sort, copy, choose columns, open a row.

model = RowsModel(desk.runner, queries.clubs, columns(), ClubFilter(), sort="name")
table = TableView(model, desk.settings, "clubs", empty=tr("No club yet."))
table.opened.connect(self.open_club)      # Enter or double click: the id
table.chosen.connect(self.show_details)   # the current row changed: id or None
table.add_action_for_rows(tr("Delete"), self.delete, "delete")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from sportsec.domain.listing import Sort, by
from sportsec.ui.icons import icon
from sportsec.ui.language import tr
from sportsec.ui.settings import Settings
from sportsec.ui.widgets.cells import CellDelegate
from sportsec.ui.widgets.column_widths import ColumnWidths
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.empty import EmptyState
from sportsec.ui.widgets.rows_model import RowsModel

ROW_PADDING = 14


class _RowAction(NamedTuple):
    """An act on the selected rows."""

    text: str
    icon: str
    act: Callable[[list[UUID]], object]
    when: Callable[[list[UUID]], bool]


class TableView(QTableView):
    """A list of records.

    Args:
        name: Under which widths and hidden columns are remembered.
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
        self._actions: list[_RowAction] = []
        self._kept: list[UUID] = []
        said = empty or tr("Nothing to show.")
        self._empty = EmptyState(said, empty_icon, parent=self)
        self._empty.hide()
        self.setModel(model)
        model.setParent(self)
        self.setItemDelegate(CellDelegate(self))
        self._dress()
        self._columns_kept = ColumnWidths(self, model, settings, f"table/{name}")
        self._connect(model)
        self.setAccessibleName(name)

    # ---- for pages

    def add_action_for_rows(
        self,
        text: str,
        act: Callable[[list[UUID]], object],
        icon_name: str = "",
        *,
        when: Callable[[list[UUID]], bool] = bool,
    ) -> None:
        """Offer an act on the selected rows in the context menu.

        Args:
            when: Says whether it makes sense for these rows.
        """
        self._actions.append(_RowAction(text, icon_name, act, when))

    def name_column(self) -> int:
        """Return the column that says what a row is: the widest of those shown."""
        shown = [(at, c) for at, c in self._columns() if not self.isColumnHidden(at)]
        widest = (at for at, column in shown if column.stretch)
        return next(widest, self._first_visible())

    def say_when_empty(self, text: str) -> None:
        """Say something else instead of an empty list."""
        self._empty.label.setText(text)

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
        """Make a record current and scroll to it; say whether it is in the list."""
        place = self.rows.place_of(identity)
        if place is None:
            return False
        index = self.rows.index(place, self._first_visible())
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as lines with tabs."""
        shown = [c for at, c in self._columns() if not self.isColumnHidden(at)]

        def done(rows: Sequence[Any]) -> None:
            lines = ["\t".join(column.header for column in shown)]
            lines += ["\t".join(column.text(row) for column in shown) for row in rows]
            QGuiApplication.clipboard().setText("\n".join(lines))

        ids = self.selected_ids()
        if ids:
            self.rows.fetch(ids, done)

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
        side.setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self, model: RowsModel[Any, Any]) -> None:
        head = self.horizontalHeader()
        head.sectionClicked.connect(self._sort_clicked)
        head.customContextMenuRequested.connect(self._choose_columns)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._announce)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        model.settled.connect(self._restore_selection)
        model.opened.connect(self._show_emptiness)
        model.opened.connect(self._show_order)
        self._show_order()

    def _columns(self) -> list[tuple[int, Column[Any]]]:
        return list(enumerate(self.rows.columns))

    def _first_visible(self) -> int:
        shown = (at for at, _ in self._columns() if not self.isColumnHidden(at))
        return next(shown, 0)

    # ---- what the officer does

    def _sort_clicked(self, section: int) -> None:
        key = self.rows.columns[section].sort
        if key:
            first = self.rows.order[:1]
            self.rows.sort_by([first[0].turned() if first == by(key) else Sort(key)])
        self._show_order()

    def _show_order(self) -> None:
        key, descending = self.rows.order[0] if self.rows.order else Sort("")
        keys = [column.sort for column in self.rows.columns]
        order = (
            Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        )
        at = keys.index(key) if key and key in keys else -1
        self.horizontalHeader().setSortIndicator(at, order)

    def _choose_columns(self, where: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.horizontalHeader().mapToGlobal(where))

    def columns_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        menu = QMenu(tr("Columns"), self)
        menu.setIcon(icon("columns"))
        for at, column in self._columns():
            action = menu.addAction(column.header)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(at))
            action.toggled.connect(
                lambda on, at=at: self._columns_kept.show(at, shown=bool(on))
            )
        return menu

    def _open(self, index: QModelIndex) -> None:
        identity = self.rows.id_at(index.row()) if index.isValid() else None
        if identity is not None:
            self.opened.emit(identity)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; copying takes all its columns."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected rows."""
        self.row_menu().exec(event.globalPos())

    def row_menu(self) -> QMenu:
        """Return the menu of the selected rows."""
        menu = QMenu(self)
        ids = self.selected_ids()
        if ids:
            menu.addAction(
                icon("next"), tr("Open"), lambda: self._open(self.currentIndex())
            )
            for each in self._actions:
                if each.when(ids):
                    drawn = icon(each.icon or "more")
                    menu.addAction(drawn, each.text, lambda act=each.act: act(ids))
            menu.addSeparator()
            menu.addAction(icon("copy"), tr("Copy"), self.copy)
        menu.addMenu(self.columns_menu())
        return menu

    # ---- following the model

    def _announce(self) -> None:
        self.chosen.emit(self.current_id())

    def _keep_selection(self) -> None:
        self._kept = self.selected_ids()[:1]

    def _restore_selection(self) -> None:
        if self._kept and self.select(self._kept[0]):
            self._kept = []

    def _show_emptiness(self) -> None:
        self._empty.setVisible(self.rows.is_open and self.rows.rowCount() == 0)
        self._place_emptiness()

    def _place_emptiness(self) -> None:
        self._empty.setGeometry(self.viewport().geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty-state text in the middle."""
        super().resizeEvent(event)
        self._columns_kept.fit()
        self._place_emptiness()
