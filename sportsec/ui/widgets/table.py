"""The one table of all lists: sort, group, copy, choose columns, open a row.

model = RowsModel(desk.runner, queries.clubs, columns(), ClubFilter(), sort="name")
table = TableView(model, desk.settings, "clubs", empty=tr("No club yet."))
table.opened.connect(self.open_club)      # Enter or double click: the id
table.chosen.connect(self.show_details)   # the current row changed: id or None
table.add_action_for_rows(tr("Delete"), self.delete, "delete", keys="here.delete")
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.language import is_rtl
from sportsec.ui.widgets import folding
from sportsec.ui.widgets.column_steps import hear_keys
from sportsec.ui.widgets.list_menu import columns_menu, head_menu, row_menu
from sportsec.ui.widgets.list_view import ListView
from sportsec.ui.widgets.rows_model import RowsModel


class TableView(ListView):
    """A list of records, with its menus and keys.

    The arguments are those of `ListView`.
    """

    def _connect(self, model: RowsModel[Any, Any]) -> None:
        super()._connect(model)
        self.head.customContextMenuRequested.connect(self._show_head_menu)
        KeyedShortcut(self, "here.column", self._show_menu_of_column)
        hear_keys(self)

    def columns_menu(self) -> QMenu:
        """Return the menu that shows and hides columns."""
        return columns_menu(self)

    def row_menu(self) -> QMenu:
        """Return the menu of the selected rows."""
        return row_menu(self)

    def _show_head_menu(self, where: QPoint) -> None:
        section = self.head.logicalIndexAt(where)
        head_menu(self, section).popup(self.head.mapToGlobal(where))

    def _show_menu_of_column(self) -> None:
        """Open the menu of the column that the current cell stands in."""
        section = self.current_column()
        at = self.head.sectionViewportPosition(section)
        if is_rtl():
            at += self.head.sectionSize(section) - 1
        where = QPoint(at, self.head.height())
        head_menu(self, section).popup(self.head.viewport().mapToGlobal(where))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; copying takes all its columns; arrows fold groups."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif not folding.is_by_key(self, event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a heading closes or opens its group."""
        super().mousePressEvent(event)
        folding.is_by_mouse(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected rows."""
        self.row_menu().exec(event.globalPos())
