"""How the columns of a list share its room."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.column_measures import MEASURED_ROWS, SMALLEST
from sportsec.ui.widgets.column_steps import STEP, fit_all, widen, width_menu
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView

NAME = "a name that wants to be read whole"


class OneRow:
    """A source of one row, which is its own id."""

    def count(self, _work: Work, _wanted: str) -> int:
        return 1

    def ids(self, _work: Work, _wanted: str, *_order: object) -> Sequence[UUID]:
        return [UUID(int=1)]

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[UUID]:
        return ids


@pytest.fixture
def table(runner: Runner, settings: Settings, qtbot: QtBot) -> TableView:
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME, stretch=True, key="name"),
        Column("Place", lambda _row: NAME, least=90, yields=True, key="place"),
    ]
    model = RowsModel(runner, OneRow(), columns, "")
    return shown(TableView(model, settings, "yielding"), qtbot)


def shown(made: TableView, qtbot: QtBot) -> TableView:
    """Return a list with its row, in a wide window."""
    qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    with qtbot.waitSignal(made.rows.settled):
        made.rows.reload()
    return made


def test_a_column_that_yields_is_there_while_there_is_room(table: TableView) -> None:
    assert not table.isColumnHidden(1)


def test_it_is_left_out_for_the_others_and_comes_back(table: TableView) -> None:
    table.resize(320, 200)
    assert table.isColumnHidden(1)
    table.resize(900, 200)
    assert not table.isColumnHidden(1)


def test_an_officer_who_asks_for_it_keeps_it(table: TableView) -> None:
    table.resize(320, 200)
    table.columns_menu().actions()[1].setChecked(True)
    table.resize(310, 200)
    assert not table.isColumnHidden(1)


def test_a_spare_column_stays_until_the_others_narrowed_need_its_room(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME, least=90, stretch=True, key="name"),
        Column("Who", lambda _row: NAME, width=90, least=90, spare=True, key="who"),
        Column("At", lambda _row: NAME, width=90, least=90, spare=True, key="at"),
    ]
    model = RowsModel(runner, OneRow(), columns, "")
    made = shown(TableView(model, settings, "spare"), qtbot)
    made.resize(380, 200)  # the name is narrowed for them
    hidden = made.isColumnHidden
    assert (hidden(1), hidden(2)) == (False, False)
    made.resize(240, 200)
    assert (hidden(1), hidden(2)) == (False, True)
    made.resize(140, 200)
    assert (hidden(1), hidden(2)) == (True, True)
    made.resize(900, 200)
    assert (hidden(1), hidden(2)) == (False, False)
    made.widths.show(2, shown=True)  # as the officer asks
    made.resize(140, 200)
    assert (hidden(1), hidden(2)) == (True, False)


def test_a_column_that_says_nothing_gives_its_room_before_another_is_cut(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME, least=90, stretch=True, key="name"),
        Column("State", lambda _row: "", width=110, spare=True, key="state"),
    ]
    model = RowsModel(runner, OneRow(), columns, "")
    made = shown(TableView(model, settings, "empty"), qtbot)
    assert not made.isColumnHidden(1)
    needed = made.widths.demands.needs()
    made.resize(needed[0] + SMALLEST, 200)
    assert made.isColumnHidden(1)
    assert made.columnWidth(0) >= needed[0]


def test_what_is_told_below_is_left_out_rather_than_cut(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME, stretch=True, key="name"),
        Column("Match", lambda _row: NAME, whole=True, key="match"),
    ]
    model = RowsModel(runner, OneRow(), columns, "")
    made = shown(TableView(model, settings, "whole"), qtbot)
    assert not made.isColumnHidden(1)
    needed = sum(made.widths.demands.needs().values())
    made.resize(needed - 20, 200)
    assert made.widths.gave_way("match")
    made.resize(900, 200)
    assert not made.isColumnHidden(1)
    made.widths.show(1, shown=True)  # as the officer asks
    made.resize(needed - 20, 200)
    assert not made.isColumnHidden(1)


def test_it_is_left_out_before_a_name_is_narrowed_that_is_to_be_read_whole(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    name = 3 * NAME
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: name, stretch=True, least=500, key="name"),
        Column("Match", lambda _row: "short", whole=True, key="match"),
    ]
    model = RowsModel(runner, OneRow(), columns, "")
    made = shown(TableView(model, settings, "read whole"), qtbot)
    needed = made.widths.demands.leasts()
    made.resize(sum(needed.values()) - 20, 200)
    assert made.widths.gave_way("match")


def test_columns_without_room_are_told_at_the_button(
    table: TableView, desk: Desk, qtbot: QtBot
) -> None:
    tools = ListTools(desk, table, "Names")
    qtbot.addWidget(tools)
    assert (table.widths.left_out(), "hidden" in tools.text()) == (0, False)
    table.resize(320, 200)
    assert table.widths.left_out() == 1
    assert tools.text().endswith("Arrange · 1 hidden")
    assert "1 column hidden" in tools.toolTip()
    assert "1 column hidden" in table.columns_menu().title()
    table.widths.show(1, shown=False)  # as the officer asks: not for lack of room
    assert table.widths.left_out() == 0
    assert "hidden" not in tools.text()


def test_a_column_does_not_come_and_go_with_the_scroll_bar(table: TableView) -> None:
    scrolled = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    for width in range(320, 900, 4):
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        table.resize(width, 200)
        before = table.isColumnHidden(1)
        table.setVerticalScrollBarPolicy(scrolled)
        assert table.isColumnHidden(1) is before


def test_a_list_shows_a_column_until_the_officer_says_otherwise(
    table: TableView,
) -> None:
    table.widths.show_usually("name", shown=False)
    assert table.isColumnHidden(0)
    table.widths.restore(())  # another arrangement
    assert table.isColumnHidden(0)
    table.widths.show_usually("name", shown=True)
    assert not table.isColumnHidden(0)
    table.widths.show(0, shown=False)
    table.widths.show_usually("name", shown=False)
    table.widths.show_usually("name", shown=True)
    assert table.isColumnHidden(0)
    assert table.widths.state()[0].width == 0  # nobody drew it


def test_keys_and_menu_change_the_width_of_the_current_column(
    table: TableView, qtbot: QtBot
) -> None:
    table.setCurrentIndex(table.rows.index(0, 1))
    table.setFocus()
    before = table.columnWidth(1)
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(table, Qt.Key.Key_Plus, alt)
    assert table.columnWidth(1) == before + scaled(STEP)
    qtbot.keyClick(table, Qt.Key.Key_Minus, alt)
    assert table.columnWidth(1) == before
    for _ in range(40):
        widen(table, 1, -1)
    assert table.columnWidth(1) == SMALLEST
    fit = width_menu(table, 1).actions()[2]
    assert fit.text().split("\t")[0] == "Fit to its contents"
    fit.trigger()
    assert table.columnWidth(1) >= table.widths.demands.cells(1)


def test_all_columns_fit_at_once_and_that_is_kept(table: TableView) -> None:
    widen(table, 1, -40)
    fit_all(table)
    assert table.columnWidth(1) >= table.widths.demands.cells(1)
    total = table.columnWidth(0) + table.columnWidth(1)
    assert total == table.viewport().width()  # what is left went to the name
    kept = {state.name: state.width for state in table.arrangement().columns}
    assert kept["place"] == table.columnWidth(1)


def widths(made: TableView) -> list[int]:
    """Return how wide each column is."""
    return [made.columnWidth(at) for at in range(len(made.rows.columns))]


def needs(made: TableView) -> list[int]:
    """Return how wide each column is to be for its head and what it holds."""
    return [
        max(made.widths.demands.head(at), made.widths.demands.cells(at))
        for at in range(len(made.rows.columns))
    ]


@pytest.fixture
def uneven(runner: Runner, settings: Settings, qtbot: QtBot) -> TableView:
    """Return a list with a declared width that is much too wide, and one too narrow."""
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME, stretch=True, key="name"),
        Column("Where", lambda _row: NAME, width=60, least=60, key="where"),
        Column("State", lambda _row: "ok", width=300, least=160, key="state"),
    ]
    return shown(
        TableView(RowsModel(runner, OneRow(), columns, ""), settings, "uneven"), qtbot
    )


def fill(made: TableView, room: int) -> None:
    """Give the columns of a list exactly this room."""
    made.resize(room + made.width() - made.viewport().width(), 200)
    assert made.viewport().width() == room


def test_no_column_is_cut_while_another_has_empty_room(uneven: TableView) -> None:
    wanted = needs(uneven)
    fill(uneven, sum(wanted))
    assert widths(uneven) == wanted
    fill(uneven, sum(wanted) + 30)
    assert all(
        has >= needs_ for has, needs_ in zip(widths(uneven), wanted, strict=True)
    )


def test_what_is_short_stays_whole_while_what_is_longest_is_cut(
    uneven: TableView,
) -> None:
    wanted = needs(uneven)
    fill(uneven, sum(wanted) - 60)
    assert sum(widths(uneven)) == sum(wanted) - 60
    assert widths(uneven) == [wanted[0], wanted[1] - 60, wanted[2]]  # the name last


def test_widths_that_the_officer_drew_stay(uneven: TableView) -> None:
    uneven.setColumnWidth(2, 240)
    uneven.setColumnWidth(1, 70)
    fill(uneven, 400)
    assert widths(uneven)[1:] == [70, 240]
    uneven.rows.reload()
    assert widths(uneven)[1:] == [70, 240]


def test_drawing_one_column_leaves_the_others_as_they_are(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: "A", stretch=True, key="name"),
        Column("Where", lambda _row: NAME * 2, key="where"),  # wide, and not cut
        Column("State", lambda _row: "ok", key="state"),
    ]
    made = TableView(RowsModel(runner, OneRow(), columns, ""), settings, "drawn")
    shown(made, qtbot)
    _, where, state = widths(made)
    assert where == needs(made)[1]
    made.setColumnWidth(2, state + 30)
    fill(made, 860)
    assert widths(made)[1:] == [where, state + 30]


class Changing(OneRow):
    """Rows that say something else when they are asked for again."""

    said = ""
    looked_at = 0

    def count(self, _work: Work, _wanted: str) -> int:
        return 500

    def ids(self, _work: Work, _wanted: str, *_order: object) -> Sequence[UUID]:
        return [UUID(int=n + 1) for n in range(500)]

    def text(self, _row: UUID) -> str:
        self.looked_at += 1
        return self.said


def test_a_badge_that_comes_later_is_not_cut(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    source = Changing()
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME * 4, stretch=True, key="name"),
        Column("State", source.text, level=lambda _row: "ok", key="state"),
    ]
    model = RowsModel(runner, source, columns, "")
    made = shown(TableView(model, settings, "badges"), qtbot)
    empty = made.columnWidth(1)
    assert empty == made.widths.demands.head(1)
    source.said = "taken back again"
    with qtbot.waitSignal(made.rows.settled):
        made.rows.reload()
    assert made.columnWidth(1) == needs(made)[1] > empty


def test_a_badge_that_is_scrolled_to_is_not_cut(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME * 4, stretch=True, key="name"),
        Column(
            *("State", lambda row: "mandate ended" if row.int > 300 else "ok"),
            level=lambda _row: "ok",
            key="state",
        ),
    ]
    model = RowsModel(runner, Changing(), columns, "")
    made = shown(TableView(model, settings, "scrolled"), qtbot)
    before = made.columnWidth(1)
    made.scrollTo(model.index(400, 0))
    qtbot.waitUntil(lambda: made.columnWidth(1) > before)
    assert made.columnWidth(1) == made.widths.demands.cells(1, range(395, 401))


def test_a_long_list_is_measured_by_its_first_rows_alone(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    source = Changing()
    columns: list[Column[UUID]] = [Column("Name", source.text)]
    model = RowsModel(runner, source, columns, "")
    made = TableView(model, settings, "long")  # not on view: nothing is painted
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.rows.settled):
        made.rows.reload()
    assert source.looked_at <= MEASURED_ROWS


class NoRow(OneRow):
    """A source of nothing."""

    def count(self, _work: Work, _wanted: str) -> int:
        return 0

    def ids(self, _work: Work, _wanted: str, *_order: object) -> Sequence[UUID]:
        return []


def test_a_list_without_rows_is_not_scrolled_sideways(
    runner: Runner, settings: Settings, qtbot: QtBot
) -> None:
    columns: list[Column[UUID]] = [
        Column(name, lambda _row: NAME, width=200, key=name) for name in "abc"
    ]
    made = TableView(RowsModel(runner, NoRow(), columns, ""), settings, "empty")
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    with qtbot.waitSignal(made.rows.settled):
        made.rows.reload()
    assert made.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("width", "is_kept"), [(900, True), (420, False)])
def test_what_rows_needed_that_are_gone_takes_no_room_from_others(
    runner: Runner, settings: Settings, qtbot: QtBot, width: int, *, is_kept: bool
) -> None:
    said = ["put off until somebody has settled it"]
    columns: list[Column[UUID]] = [
        Column("Name", lambda _row: NAME, stretch=True, key="name"),
        Column("State", lambda _row: said[0], key="state"),
    ]
    model = RowsModel(runner, OneRow(), columns, "")
    table = shown(TableView(model, settings, "gone"), qtbot)
    table.resize(width, 200)
    before = table.columnWidth(1)
    said[0] = "sure"
    with qtbot.waitSignal(model.settled):
        model.reload()
    assert (table.columnWidth(1) == before) is is_kept
