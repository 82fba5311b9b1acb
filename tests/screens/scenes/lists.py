"""What a list can do: its menus, its columns, groups, and lists saved by name."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from sportsec.ui.widgets.columns_dialog import ColumnsDialog
from sportsec.ui.widgets.list_menu import row_menu
from sportsec.ui.widgets.name_dialog import NameDialog
from tests.screens.scenes.menus import below, over, still
from tests.screens.stage import Scene, Stage


def contacts(stage: Stage) -> Any:
    page: Any = stage.open("contacts")
    page.tabs.setCurrentIndex(0)
    stage.settle()
    return page.tabs.currentWidget()


def of_list(stage: Stage) -> QWidget:
    tools = contacts(stage).tools
    tools.menu().aboutToShow.emit()
    return below(stage.window, tools, tools.menu())


def of_groups(stage: Stage) -> QWidget:
    """The menu inside it, from which the list is grouped."""
    tools = contacts(stage).tools
    tools.menu().aboutToShow.emit()
    inner = [each.menu() for each in tools.menu().actions() if each.menu() is not None]
    opened = inner[1]
    assert isinstance(opened, QMenu)
    return below(stage.window, tools, opened)


def of_row(stage: Stage) -> QWidget:
    table = contacts(stage).table
    table.setCurrentIndex(table.model().index(1, 1))
    stage.settle()
    table.scrollToTop()  # another scene may have left it further down
    middle = table.visualRect(table.model().index(1, 1)).center()
    return over(
        stage.window,
        row_menu(table),
        table.viewport().mapTo(stage.window, middle),
    )


def columns(stage: Stage) -> QWidget:
    table = contacts(stage).table
    dialog = ColumnsDialog(table.widths, table.rows.columns, stage.window)
    dialog.open()
    stage.settle()
    return dialog


def named(stage: Stage) -> QWidget:
    """The question for the name of a list."""
    tools = contacts(stage).tools
    tools._ask_to_save()
    stage.settle()
    dialog: QWidget = stage.window.findChildren(NameDialog)[-1]
    return dialog


def grouped(stage: Stage) -> QWidget:
    table = contacts(stage).table
    table.rows.group_by("role")
    stage.settle()
    picture = stage.window.grab()
    table.arrange_as_usual()
    stage.settle()
    return still(picture)


SCENES = [
    Scene("list-menu", of_list, still=True),
    Scene("list-menu-groups", of_groups, still=True),
    Scene("list-row-menu", of_row, still=True),
    Scene("list-columns", columns),
    Scene("list-name", named),
    Scene("list-grouped", grouped, still=True),
]
