"""The menus of a list: of its rows, of a column's head, and of the list as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from sportsec.domain.listing import Sort
from sportsec.ui.icons import icon
from sportsec.ui.keys import keys_here, shown
from sportsec.ui.language import tr, tr_count
from sportsec.ui.widgets.column_steps import fit_all, width_menu
from sportsec.ui.widgets.columns_dialog import ColumnsDialog


def row_menu(table: Any) -> QMenu:
    """Return what can be done with the selected rows, and with the list."""
    menu = QMenu(table)
    ids = table.selected_ids()
    if ids:
        add(menu, "next", tr("Open"), table.open_current, tr("Enter"))
        for each in table.actions_for_rows:
            if each.when(ids):
                keys = shown(keys_here(each.keys)) if each.keys else ""
                add(menu, each.icon or "more", each.text, partial(each.act, ids), keys)
        menu.addSeparator()
        copy = QKeySequence(QKeySequence.StandardKey.Copy)
        add(menu, "copy", tr("Copy as table"), table.copy, shown([copy]))
        menu.addSeparator()
    fill_list_menu(menu, table)
    return menu


def fill_list_menu(menu: QMenu, table: Any) -> None:
    """Add to a menu how the list can be arranged, and what its page offers."""
    menu.addMenu(_sort_menu(table))
    if table.rows.groupable:
        menu.addMenu(_group_menu(table))
    menu.addMenu(columns_menu(table))
    table.more(menu)
    menu.addSeparator()
    add(menu, "refresh", tr("Arrange the list as usual"), table.arrange_as_usual)


def columns_menu(table: Any) -> QMenu:
    """Return the menu that shows and hides columns."""
    menu = QMenu(with_hidden(tr("Columns"), table), table)
    menu.setIcon(icon("columns"))
    for at in table.widths.places():
        action = menu.addAction(table.rows.columns[at].header)
        action.setCheckable(True)
        action.setChecked(table.widths.is_shown(at))
        action.toggled.connect(lambda on, at=at: table.widths.show(at, shown=bool(on)))
    menu.addSeparator()
    add(menu, "", tr("Fit all columns"), partial(fit_all, table))
    add(menu, "edit", tr("Arrange columns…"), partial(_arrange_columns, table))
    return menu


def with_hidden(text: str, table: Any) -> str:
    """Return a text that says how many columns are hidden for lack of room, if any."""
    count = table.widths.left_out()
    if not count:
        return text
    hidden = tr_count("{n} column hidden", "{n} columns hidden", count)
    return f"{text} · {hidden}"


def head_menu(table: Any, section: int) -> QMenu:
    """Return what can be done with a column; all of the list where there is none."""
    menu = QMenu(table)
    if not 0 <= section < len(table.rows.columns):
        fill_list_menu(menu, table)
        return menu
    column = table.rows.columns[section]
    menu.setTitle(column.header)
    if column.sort:
        _fill_sorting(menu, table, column.sort)
        menu.addSeparator()
    if column.sort in table.rows.groupable and column.sort != table.rows.group:
        group = partial(table.rows.group_by, column.sort)
        add(menu, "groups", tr("Group by {column}", column=column.header), group)
    if table.rows.group:
        _fill_groups(menu, table)
    menu.addMenu(width_menu(table, section))
    hide = partial(table.widths.show, section, shown=False)
    add(menu, "minus", tr("Hide the column {column}", column=column.header), hide)
    menu.addSeparator()
    fill_list_menu(menu, table)
    return menu


def _fill_sorting(menu: QMenu, table: Any, key: str) -> None:
    order = table.rows.order
    others = tuple(sort for sort in order if sort.key != key)
    up, down = Sort(key), Sort(key, descending=True)
    sort_by = table.rows.sort_by
    add(menu, "up", tr("Sort ascending"), partial(sort_by, (up,)))
    add(menu, "down", tr("Sort descending"), partial(sort_by, (down,)))
    if others:
        then_up, then_down = partial(sort_by, (*others, up)), (*others, down)
        add(menu, "up", tr("Then by this, ascending"), then_up, tr("Shift+click"))
        add(menu, "down", tr("Then by this, descending"), partial(sort_by, then_down))
    if others != order and others:
        add(menu, "close", tr("Do not sort by this"), partial(sort_by, others))


def _fill_groups(menu: QMenu, table: Any) -> None:
    """Add what can be done with groups that are there."""
    rows = table.rows
    add(menu, "next", tr("Collapse all groups"), partial(rows.fold_all, closed=True))
    add(menu, "down", tr("Expand all groups"), partial(rows.fold_all, closed=False))
    add(menu, "close", tr("Without groups"), partial(rows.group_by, ""))


def _sort_menu(table: Any) -> QMenu:
    """Return the columns to sort by: one alone, or one more."""
    menu = QMenu(tr("Sort by"), table)
    menu.setIcon(icon("down"))
    order = table.rows.order
    ranks = {sort.key: at for at, sort in enumerate(order, 1)}
    for at in table.widths.places():
        column = table.rows.columns[at]
        if column.sort:
            text = column.header
            rank = ranks.get(column.sort)
            if rank is not None:
                way = "↓" if order[rank - 1].descending else "↑"
                text = f"{text}  {way}{rank if len(order) > 1 else ''}"
            choose = partial(table.sort_by_column, at, further=False)
            tick(add(menu, "", text, choose), is_on=rank is not None)
    further = QMenu(tr("Then by"), table)
    keys = [sort.key for sort in order]
    for at in table.widths.places():
        column = table.rows.columns[at]
        if column.sort and column.sort not in keys[:1]:
            choose = partial(table.sort_by_column, at, further=True)
            tick(
                add(further, "", column.header, choose),
                is_on=column.sort in keys,
            )
    if not further.isEmpty():
        menu.addSeparator()
        menu.addMenu(further)
    return menu


def _group_menu(table: Any) -> QMenu:
    """Return the columns to group by."""
    menu = QMenu(tr("Group by"), table)
    menu.setIcon(icon("groups"))
    rows = table.rows
    none = add(menu, "", tr("Without groups"), partial(rows.group_by, ""))
    tick(none, is_on=not rows.group)
    for at in table.widths.places():
        column = rows.columns[at]
        if column.sort in rows.groupable:
            choose = partial(rows.group_by, column.sort)
            is_on = rows.group == column.sort
            tick(add(menu, "", column.header, choose), is_on=is_on)
    if rows.group:
        menu.addSeparator()
        add(menu, "", tr("Collapse all groups"), partial(rows.fold_all, closed=True))
        add(menu, "", tr("Expand all groups"), partial(rows.fold_all, closed=False))
    return menu


def _arrange_columns(table: Any) -> None:
    # Not the list's child: the keys of the list are not heard in it.
    ColumnsDialog(table.widths, table.rows.columns, table.window()).open()


def add(
    menu: QMenu, icon_name: str, text: str, act: Callable[[], object], keys: str = ""
) -> QAction:
    """Add an action; its keys are shown only: they are heard by the list itself."""
    action = menu.addAction(f"{text}\t{keys}" if keys else text)
    if icon_name:
        action.setIcon(icon(icon_name))
    action.triggered.connect(lambda _on: act())
    return action


def tick(action: QAction, *, is_on: bool) -> None:
    """Say whether what an action would do is so already."""
    action.setCheckable(True)
    action.setChecked(is_on)
