"""Where the mouse finds pages, tabs, buttons and fields."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QToolButton,
    QWidget,
)

from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.page import AgendaPage
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.pages.match.tabs import TABS
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.walks.hands import Mouse

Part = TypeVar("Part", bound=QWidget)


def open_page(mouse: Mouse, name: str) -> None:
    """Open a page on the rail."""
    rail = mouse.window.rail.findChildren(QToolButton)
    mouse.click(next(each for each in rail if each.accessibleName() == name))


def tab_of(mouse: Mouse, page: MatchPage, key: str) -> QWidget:
    """Open a tab of the match file and return it."""
    keys = [spec.key for spec in TABS]
    mouse.click_tab(page.tabs.tabBar(), keys.index(key))
    assert page.tab is not None
    return page.tab


def part_of(whole: QWidget, kind: type[Part]) -> Part:
    """Return the part of a kind."""
    found = whole.findChild(kind)
    assert isinstance(found, kind)
    return found


def button_of(whole: QWidget, text: str) -> QAbstractButton:
    """Return the button that says something."""
    buttons = whole.findChildren(QAbstractButton)
    return next(each for each in buttons if each.text() == text)


def agenda(mouse: Mouse) -> AgendaPage:
    """Open the agenda."""
    open_page(mouse, tr("Agenda"))
    page = mouse.window.page("agenda")
    assert isinstance(page, AgendaPage)
    return page


def first_match(mouse: Mouse) -> MatchPage:
    """Open the file of the match that the agenda begins with."""
    table = agenda(mouse).table
    mouse.open_row(table, *first_row(table))
    return match_page(mouse)


def match_page(mouse: Mouse) -> MatchPage:
    """Return the file of the match that was opened."""
    page = mouse.window.page("match")
    assert isinstance(page, MatchPage)
    return page


def first_row(table: Any) -> tuple[int, int]:
    """Return where the first match of a list is clicked."""
    rows = range(table.rows.rowCount())
    row = next(at for at in rows if table.rows.id_at(at) is not None)
    return row, table.name_column()


def form() -> FormDialog:
    """Return the form that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    return dialog


def field_of(dialog: QWidget, kind: type[QWidget], name: str) -> QWidget:
    """Return the field that is called something."""
    found = [
        each for each in dialog.findChildren(kind) if name in each.accessibleName()
    ]
    assert found, f"no field {name}"
    return found[0]
