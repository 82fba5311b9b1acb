"""The model of all lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sportsec.domain.listing import Order, by
from sportsec.domain.words import N_
from sportsec.store.work import Work
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.column_demands import LEAST
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.row_pages import PAGE_ROWS
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView
from tests.gui.tables import a_table


@dataclass(frozen=True)
class Row:
    id: UUID
    number: int


class Numbers:
    """A source of `many` rows, counted from nought."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.asked = 0
        self.asked_whole: list[str] = []

    def _all(self, wanted: str) -> list[int]:
        return [n for n in range(self.many) if wanted in str(n)]

    def count(self, _work: Work, wanted: str) -> int:
        return len(self._all(wanted))

    def ids(
        self,
        _work: Work,
        wanted: str,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        if limit is None:
            self.asked_whole.append(wanted)
        numbers = self._all(wanted)[:: -1 if order and order[0].descending else 1]
        return [UUID(int=n) for n in numbers[:limit]]

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[Row]:
        self.asked += 1
        return [Row(one, one.int) for one in ids]


def columns() -> list[Column[Row]]:
    return [
        Column("Number", lambda row: str(row.number), "number", align="end"),
        Column(
            "Kind",
            lambda row: "even" if row.number % 2 == 0 else "odd",
            level=lambda row: "low" if row.number % 2 == 0 else "high",
        ),
    ]


def a_model(runner: Runner, many: int) -> RowsModel[Row, str]:
    return RowsModel(runner, Numbers(many), columns(), "", sort="number")


def text(model: RowsModel[Row, str], place: int) -> str:
    return str(model.index(place, 0).data())


@pytest.mark.parametrize("many", [0, 1, PAGE_ROWS, 3 * PAGE_ROWS + 5])
def test_the_model_keeps_every_promise_qt_asks_for(
    runner: Runner, qtbot: QtBot, qtmodeltester: ModelTester, many: int
) -> None:
    model = a_model(runner, many)
    qtmodeltester.check(model)
    with qtbot.waitSignal(model.settled):
        model.reload()
    assert model.rowCount() == many
    with qtbot.waitSignal(model.settled):
        model.ask("1")
    qtmodeltester.check(model)


class Guess(Numbers):
    """A source that first says a rough number."""

    said = 1000

    def count(self, _work: Work, _wanted: str) -> int:
        return self.said


@pytest.mark.parametrize("said", [400, 1000])
def test_a_rough_count_is_corrected_without_losing_what_is_shown(
    runner: Runner, qtbot: QtBot, qtmodeltester: ModelTester, said: int
) -> None:
    source = Guess(500)
    source.said = said
    model = RowsModel(runner, source, columns(), "", sort="number")
    with qtbot.waitSignal(model.opened):
        model.reload()
    assert model.rowCount() == said
    with qtbot.waitSignal(model.settled), qtbot.assertNotEmitted(model.modelReset):
        pass
    assert model.rowCount() == 500
    qtmodeltester.check(model)
    with qtbot.waitSignal(model.settled), qtbot.assertNotEmitted(model.modelReset):
        model.reload()
    assert model.rowCount() == 500


def test_a_far_row_comes_when_it_is_looked_at(runner: Runner, qtbot: QtBot) -> None:
    model = a_model(runner, 5000)
    with qtbot.waitSignal(model.settled):
        model.reload()
    assert model.index(4999, 0).data() is None
    qtbot.waitUntil(lambda: model.index(4999, 0).data() == "4999")


def test_the_first_rows_show_before_all_ids_are_known(
    runner: Runner, qtbot: QtBot
) -> None:
    model = a_model(runner, 5000)
    with qtbot.waitSignal(model.opened):
        model.reload()
    assert (model.rowCount(), text(model, 0), len(model.ids)) == (5000, "0", PAGE_ROWS)
    qtbot.waitUntil(lambda: len(model.ids) == 5000)


def test_all_ids_are_read_after_the_first_paint_and_only_of_what_is_shown(
    runner: Runner, qtbot: QtBot
) -> None:
    source = Numbers(5000)
    model = RowsModel(runner, source, columns(), "", sort="number")
    for wanted in ("", "1", "2"):
        with qtbot.waitSignal(model.opened):
            model.ask(wanted)
        assert not source.asked_whole
    with qtbot.waitSignal(model.settled):
        pass
    assert source.asked_whole == ["2"]


def test_a_reload_with_the_same_ids_keeps_the_selection(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    model = a_model(runner, 500)
    table = a_table(model, settings, "numbers", qtbot)
    assert table.select(UUID(int=300))
    with qtbot.waitSignal(model.settled), qtbot.assertNotEmitted(model.modelReset):
        model.reload()
    assert table.current_id() == UUID(int=300)


def test_another_order_keeps_the_record_selected(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    model = a_model(runner, 500)
    table = a_table(model, settings, "numbers", qtbot)
    table.select(UUID(int=2))
    with qtbot.waitSignal(model.settled):
        table.horizontalHeader().sectionClicked.emit(0)
    assert model.order == by("-number")
    assert table.current_id() == UUID(int=2)
    assert model.place_of(UUID(int=2)) == 497


def test_enter_opens_the_row_and_copying_takes_heads_and_cells(
    runner: Runner, qtbot: QtBot, settings: Settings, qapp: object
) -> None:
    table = a_table(a_model(runner, 5), settings, "numbers", qtbot)
    table.select(UUID(int=3))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [UUID(int=3)]
    clipboard = qapp.clipboard()  # type: ignore[attr-defined]  # the fixture is untyped
    table.copy()
    qtbot.waitUntil(lambda: "Kind" in clipboard.text())
    assert clipboard.text() == "Number\tKind\n3\todd"


def test_widths_and_hidden_columns_are_remembered(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    def open_table() -> TableView:
        table = TableView(a_model(runner, 5), settings, "numbers")
        qtbot.addWidget(table)
        table.show()
        return table

    table = open_table()
    table.setColumnWidth(0, 321)
    table.columns_menu().actions()[1].setChecked(False)
    table.hide()
    again = open_table()
    assert again.columnWidth(0) == 321
    assert again.isColumnHidden(1)


def test_an_empty_list_says_so(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    model = a_model(runner, 0)
    table = TableView(model, settings, "numbers", empty=N_("No number."))
    qtbot.addWidget(table)
    table.show()
    assert not table.empty.isVisible()
    with qtbot.waitSignal(model.settled):
        model.reload()
    assert table.empty.isVisible()


def wide_columns() -> list[Column[Row]]:
    long = "a text that is much longer than its head"
    return [
        Column("N", lambda _row: long, "number"),
        Column("Free", lambda _row: long, stretch=True, width=150),
    ]


def a_wide_table(runner: Runner, settings: Settings, qtbot: QtBot) -> TableView:
    model = RowsModel(runner, Numbers(3), wide_columns(), "")
    return a_table(model, settings, "wide", qtbot, room=900)


def test_columns_grow_to_their_contents_and_one_takes_the_rest(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    table = a_wide_table(runner, settings, qtbot)
    text = table.model().index(0, 0).data()
    assert table.columnWidth(0) > table.fontMetrics().horizontalAdvance(text)
    both = table.columnWidth(0) + table.columnWidth(1)
    assert both == table.viewport().width()


def test_a_stretching_column_keeps_what_names_a_row(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    table = a_wide_table(runner, settings, qtbot)
    table.resize(200, 300)
    assert table.columnWidth(1) >= LEAST


def named_columns() -> list[Column[Row]]:
    long = "a text that is much longer than its head"
    return [
        Column("Name", lambda _row: long, stretch=True),
        Column("Phone", lambda _row: "06 00 00 00 00"),
        Column("Empty", lambda _row: "", width=160),
        Column("Where", lambda _row: long),
    ]


def test_columns_are_narrowed_before_a_list_is_scrolled(
    runner: Runner, qtbot: QtBot, settings: Settings
) -> None:
    model = RowsModel(runner, Numbers(3), named_columns(), "")
    table = a_table(model, settings, "named", qtbot, room=560)
    widths = [table.columnWidth(at) for at in range(4)]
    phone = table.fontMetrics().horizontalAdvance("06 00 00 00 00")
    assert sum(widths) == table.viewport().width()
    assert widths[1] > phone
    assert widths[2] < 160
    assert widths[0] > widths[3]
