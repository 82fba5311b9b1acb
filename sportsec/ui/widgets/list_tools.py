"""The button beside a list: saved lists, columns, order, groups, copy and export."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QToolButton

from sportsec.ui.desk import Desk
from sportsec.ui.icons import icon
from sportsec.ui.keys import HeardButton
from sportsec.ui.language import tr, tr_count
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.buttons import ICON_GAP
from sportsec.ui.widgets.list_export import ListExport
from sportsec.ui.widgets.list_menu import add, fill_list_menu, tick, with_hidden
from sportsec.ui.widgets.name_dialog import NameDialog
from sportsec.ui.widgets.saved_lists import ListFilter, SavedList, SavedLists
from sportsec.ui.widgets.table import TableView

#: The arrow, and what lies behind it, in pixels: as `app.qss` has them elsewhere.
ARROW, ARROW_PAD = 12, 7


class ListTools(QToolButton):
    """Opens the menu of a list.

    Args:
        table: The list.
        title: What it lists, for the file it is written to.
        wanted: What is above the list; None where nothing is.
    """

    def __init__(
        self, desk: Desk, table: TableView, title: str, wanted: ListFilter | None = None
    ) -> None:
        super().__init__()
        self.saved = SavedLists(desk.settings, table.name)
        self.export = ListExport(desk, table, title)
        self._desk = desk
        self._table = table
        self._wanted = wanted
        #: The name of the saved list chosen last, while nothing else was.
        self.name = ""
        self.setIcon(icon("columns", "soft"))
        self.setProperty("role", "button")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        table.more = self._fill_more
        table.setAccessibleName(title)
        self._keys = HeardButton(self, self, "here.view", "")
        self._keys.setParent(table.parentWidget() or table)
        table.widths.fitted.connect(self._tell)
        self._tell()

    def save(self, name: str) -> None:
        """Save how the list is arranged, and what it is asked for, under a name."""
        self.saved.keep(name, SavedList(self._table.arrangement(), self._kept()))
        self.name = name
        self._desk.say(tr("Saved: {name}", name=name))

    def choose(self, name: str) -> None:
        """Arrange the list as it was saved."""
        saved = self.saved.all().get(name)
        if saved is None:
            return
        self.name = name
        self._table.arrange(saved.state)
        if self._wanted is not None:
            self._wanted.recall(saved.wanted)
        self._table.rows.reload()

    def rename(self, name: str, new: str) -> None:
        """Give a saved list another name."""
        self.saved.rename(name, new)
        self.name = new

    def remove(self, name: str) -> None:
        """Forget a saved list; the message offers to bring it back."""
        gone = self.saved.all().get(name)
        if gone is None:
            return
        self.saved.remove(name)
        self.name = ""
        self._desk.say(
            tr("Saved list deleted: {name}", name=name),
            action=tr("Undo"),
            on_action=partial(self.saved.keep, name, gone),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow of a button that opens a menu: a style sheet cannot here."""
        super().paintEvent(event)
        if self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
            return
        edge = scaled(ARROW)
        above = (self.height() - edge) // 2
        place = QRect(self.width() - edge - ARROW_PAD, above, edge, edge)
        painter = QPainter(self)
        place = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        icon("down", "soft").paint(painter, place)
        painter.end()

    # ---- inside

    def _tell(self) -> None:
        """Say that there are columns without room: in words where it is asked for."""
        count = self._table.widths.left_out()
        hidden = tr_count("{n} hidden", "{n} hidden", count) if count else ""
        said = " · ".join(filter(None, (tr("Arrange"), hidden)))
        self.setText(f"{ICON_GAP}{said}")
        whole = with_hidden(tr("How the list is arranged"), self._table)
        self._keys.call(whole)
        self.setAccessibleName(whole)

    def _fill(self) -> None:
        self._menu.clear()
        fill_list_menu(self._menu, self._table)

    def _fill_more(self, menu: QMenu) -> None:
        """Add what the page can do with the list as a whole."""
        menu.addMenu(self._saved_menu(menu))
        menu.addSeparator()
        self.export.fill(menu)

    def _saved_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(tr("Saved lists"), parent)
        menu.setIcon(icon("save"))
        known = self.saved.all()
        names = list(known)
        for name, saved in known.items():
            shown = name.replace("&", "&&")
            choice = add(menu, "", shown, partial(self.choose, name))
            tick(choice, is_on=name == self.name and self._shows(saved))
        if names:
            menu.addSeparator()
        add(menu, "plus", tr("Save this list…"), self._ask_to_save)
        if self.name in names:
            shown = self.name.replace("&", "&&")
            text = tr("Rename “{name}”…", name=shown)
            add(menu, "edit", text, self._ask_to_rename)
            text = tr("Delete “{name}”", name=shown)
            add(menu, "delete", text, partial(self.remove, self.name))
        return menu

    def _shows(self, saved: SavedList) -> bool:
        """Say whether the list still is what was saved; widths may differ."""
        state, kept = self._table.arrangement(), self._kept()
        is_arranged = (state.order, state.group) == (
            saved.state.order,
            saved.state.group,
        )
        return is_arranged and json.loads(json.dumps(kept)) == saved.wanted

    def _kept(self) -> Mapping[str, Any]:
        return self._wanted.kept() if self._wanted is not None else {}

    def _kept_text(self) -> str:
        """Return what is saved under a name."""
        if self._wanted is None:
            return tr("Columns, order and groups are saved with it.")
        whole = tr("Columns, order, groups, search and filters are saved with it.")
        said = getattr(self._wanted, "said", None)
        if said is None:
            return whole
        filters = tr(", ").join(said())
        now = tr("Filtered now by: {filters}", filters=filters)
        return f"{whole}\n{now if filters else tr('Nothing is filtered now.')}"

    def _ask_to_save(self) -> None:
        self._ask(tr("Save this list"), self.name, self.save, self._kept_text())

    def _ask_to_rename(self) -> None:
        name = self.name
        self._ask(tr("Rename the saved list"), name, partial(self.rename, name))

    def _ask(
        self, title: str, name: str, act: Callable[[str], object], note: str = ""
    ) -> None:
        dialog = NameDialog(title, name, self.window(), note)
        dialog.named.connect(act)
        dialog.open()
