"""The current row of a list stays on view while the room of the list changes."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView
from tests.gui.kit.test_lists import Numbers, columns, settle

LAST_SEEN = 10


@pytest.fixture
def table(runner: Runner, settings: Settings, qtbot: QtBot) -> TableView:
    model = RowsModel(runner, Numbers(200), columns(), "", sort="number")
    table = TableView(model, settings, "numbers")
    qtbot.addWidget(table)
    table.show()
    settle(qtbot, table, model.reload)
    row = table.verticalHeader().defaultSectionSize()
    around = table.height() - table.viewport().height()
    table.resize(800, around + LAST_SEEN * row)
    return table


def is_whole(table: TableView) -> bool:
    """Say whether nothing of the current row is out of sight."""
    row = table.visualRect(table.currentIndex())
    return row.top() >= 0 and row.bottom() < table.viewport().height()


def choose(table: TableView, number: int) -> None:
    table.select(UUID(int=number))
    assert is_whole(table)


def test_it_is_scrolled_to_where_a_list_becomes_lower(table: TableView) -> None:
    choose(table, LAST_SEEN)
    table.resize(800, table.height() // 2)
    assert table.verticalScrollBar().value() > 0
    assert is_whole(table)


def test_it_is_scrolled_to_where_rows_become_higher(table: TableView) -> None:
    for number in (LAST_SEEN, 200):
        choose(table, number)
        table.tell_below(below=True)
        assert is_whole(table)
        table.tell_below(below=False)
        assert is_whole(table)


def test_a_list_scrolled_elsewhere_is_left_there(table: TableView) -> None:
    choose(table, LAST_SEEN)
    bar = table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    table.resize(800, table.height() // 2)
    assert bar.value() == before


def test_a_list_lower_than_a_row_shows_where_the_row_begins(table: TableView) -> None:
    choose(table, LAST_SEEN)
    around = table.height() - table.viewport().height()
    table.resize(800, around + table.verticalHeader().defaultSectionSize() // 2)
    assert table.visualRect(table.currentIndex()).top() == 0
