"""Lists sorted by several columns, grouped, arranged, saved, copied and exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from sportsec.domain.listing import Group, Order, Sort, by, grouped_by, sorted_by
from sportsec.domain.words import Words
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.column_measures import head_metrics
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.columns_dialog import ColumnsDialog
from sportsec.ui.widgets.fields import CheckField
from sportsec.ui.widgets.fields_above import FieldsAbove
from sportsec.ui.widgets.fields_choice import ChoiceField
from sportsec.ui.widgets.list_menu import head_menu
from sportsec.ui.widgets.list_tools import ListTools
from sportsec.ui.widgets.row_layout import RowLayout
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.search_field import SearchField
from sportsec.ui.widgets.table import TableView
from tests.gui.conftest import Visits

KEYS: dict[str, Callable[[int], Any]] = {
    "number": lambda n: n,
    "tens": lambda n: n // 10 % 10,
    "unit": lambda n: n % 10,
}


@dataclass(frozen=True)
class Row:
    id: UUID

    @property
    def n(self) -> int:
        return self.id.int


class Numbers:
    """A source of numbers, grouped by their digits."""

    groupable = frozenset({"tens", "unit"})

    def __init__(self, many: int) -> None:
        self.numbers = list(range(1, many + 1))

    def count(self, _work: Work, wanted: str) -> int:
        return len(self._of(wanted))

    def ids(
        self, _work: Work, wanted: str, order: Order, limit: int | None
    ) -> Sequence[UUID]:
        found = sorted_by(self._of(wanted), order, KEYS)
        return [UUID(int=n) for n in found[:limit]]

    def groups(self, _work: Work, wanted: str, sort: Sort) -> list[Group]:
        found = sorted_by(self._of(wanted), [sort], KEYS)
        return [
            Group(g.value, Words(en=f"digit {g.value}"), g.count)
            for g in grouped_by(found, KEYS[sort.key])
        ]

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[Row]:
        return [Row(one) for one in ids]

    def _of(self, wanted: str) -> list[int]:
        return [n for n in self.numbers if wanted in str(n)]


class Above:
    """What is above the list: a word."""

    def __init__(self, model: RowsModel[Row, str]) -> None:
        self.model = model

    def kept(self) -> dict[str, Any]:
        return {"text": self.model.wanted}

    def recall(self, kept: Any) -> None:
        self.model.ask(kept.get("text", ""))


def columns() -> list[Column[Row]]:
    return [
        Column("Number", lambda r: str(r.n), "number", align="end"),
        Column("Tens", lambda r: str(r.n // 10 % 10), "tens"),
        Column("Unit", lambda r: str(r.n % 10), "unit"),
        Column("Note", lambda r: f"<{r.n}> & “é”", key="note", stretch=True),
        Column("Hidden", lambda _r: "+212 600", key="hidden", hidden=True),
    ]


@pytest.fixture
def make(runner: Runner, settings: Settings, qtbot: QtBot) -> Callable[..., TableView]:
    def made(many: int = 200) -> TableView:
        model = RowsModel(runner, Numbers(many), columns(), "", sort="number")
        table = TableView(model, settings, "numbers")
        qtbot.addWidget(table)
        table.resize(800, 400)
        table.show()
        settle(qtbot, table, model.reload)
        return table

    return made


def settle(qtbot: QtBot, table: TableView, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(table.rows.settled):
        act()


def shown(table: TableView, many: int) -> list[str]:
    """Return the first lines; of a heading its text."""
    model = table.rows
    return [str(model.index(at, 0).data()).split("  ")[0] for at in range(many)]


def click(qtbot: QtBot, table: TableView, section: int, *, shift: bool = False) -> None:
    at = (
        table.head.sectionViewportPosition(section)
        + table.head.sectionSize(section) // 2
    )
    keys = (
        Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    )
    where = QPoint(at, table.head.height() // 2)
    with qtbot.waitSignal(table.rows.settled):
        qtbot.mouseClick(table.head.viewport(), Qt.MouseButton.LeftButton, keys, where)


def item(menu: QMenu, text: str) -> Any:
    """Return what stands in a menu, or in one of its menus."""
    for action in menu.actions():
        if action.text().split("\t")[0] == text:
            return action
        below = action.menu()
        found = item(below, text) if isinstance(below, QMenu) else None
        if found is not None:
            return found
    return None


# ---- order


def test_a_click_sorts_and_shift_adds_a_column(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    click(qtbot, table, 1)
    assert table.rows.order == by("tens")
    click(qtbot, table, 2, shift=True)
    assert table.rows.order == by("tens", "unit")
    click(qtbot, table, 2, shift=True)
    assert table.rows.order == by("tens", "-unit")
    assert shown(table, 3) == ["9", "109", "8"]
    assert [table.head.rank(at) for at in range(4)] == [None, 0, 1, None]
    click(qtbot, table, 2, shift=True)
    assert table.rows.order == by("tens")
    click(qtbot, table, 1)
    assert table.rows.order == by("-tens")


def test_the_head_shows_which_column_decides_first(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    one = table.head.grab().toImage()
    settle(qtbot, table, lambda: table.rows.sort_by(by("number", "unit")))
    both = table.head.grab().toImage()
    assert one != both
    settle(qtbot, table, lambda: table.rows.sort_by(by("unit", "number")))
    assert table.head.grab().toImage() != both


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("column", ["number", "tens"])
def test_an_arrow_stands_beside_the_title_of_its_own_column(
    make: Callable[..., TableView],
    speak: Callable[[str], None],
    language: str,
    column: str,
) -> None:
    """At the far end of its head it would seem to be that of the next one."""
    speak(language)
    table = make()
    table.rows.sort_by(by(column))
    section = ["number", "tens"].index(column)
    head, room = table.head, QRect(0, 0, 300, 30)
    title = head_metrics(head).horizontalAdvance(columns()[section].header)
    marks = head.marks_rect(room, section)
    beside = min(marks.left(), room.right() - marks.right())
    assert title < beside < title + 20


def test_a_column_has_a_menu_by_key(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    settle(qtbot, table, item(head_menu(table, 1), "Sort descending").trigger)
    assert table.rows.order == by("-tens")
    settle(qtbot, table, item(head_menu(table, 2), "Then by this, ascending").trigger)
    assert table.rows.order == by("-tens", "unit")
    settle(qtbot, table, item(head_menu(table, 1), "Do not sort by this").trigger)
    assert table.rows.order == by("unit")
    item(head_menu(table, 1), "Hide the column Tens").trigger()
    assert table.isColumnHidden(1)


# ---- groups


@pytest.mark.parametrize("many", [0, 1, 9, 200, 1000])
def test_groups_keep_every_promise_qt_asks_for(
    make: Callable[..., TableView], qtbot: QtBot, qtmodeltester: ModelTester, many: int
) -> None:
    table = make(many)
    model = table.rows
    qtmodeltester.check(model)
    settle(qtbot, table, lambda: model.group_by("unit"))
    groups = min(many, 10)
    assert (model.rowCount(), model.records) == (many + groups, many)
    if many:
        model.fold(0, closed=True)
        first = len([n for n in range(1, many + 1) if n % 10 == (0 if many > 9 else 1)])
        assert model.rowCount() == many + groups - first
        model.fold_all(closed=True)
        assert model.rowCount() == groups
        model.fold(groups - 1, closed=False)
        model.fold_all(closed=False)
    assert model.rowCount() == many + groups
    settle(qtbot, table, lambda: model.group_by(""))
    assert model.rowCount() == many


def test_rows_beyond_the_groups_known_stand_without_a_heading() -> None:
    first = [Group("a", "a", 3), Group("b", "b", 2)]
    layout = RowLayout(10, first, frozenset({"a"}))
    assert layout.lines == 1 + 1 + 2 + 5
    assert [layout.nth(line) for line in range(5)] == [None, None, 3, 4, 5]
    assert [layout.line(nth) for nth in (2, 3, 5, 9)] == [None, 2, 4, 8]
    assert [layout.heading(line) for line in (1, 4, 8)] == [first[1], None, None]


def test_the_first_rows_need_the_first_groups_alone(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make(1000)
    model = table.rows
    model.opened.connect(lambda: lines.append(model.rowCount()))
    lines: list[int] = []
    settle(qtbot, table, lambda: model.group_by("unit"))
    assert lines == [1000 + 1]
    model.fold(0, closed=True)
    settle(qtbot, table, model.reload)
    assert lines == [1000 + 1, 900 + 10]


def test_a_heading_says_the_group_and_how_many(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    settle(qtbot, table, lambda: table.rows.group_by("unit"))
    index = table.rows.index(0, 2)
    assert "digit 0" in index.data()
    assert "20" in index.data()
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Expanded group"
    assert not index.flags() & Qt.ItemFlag.ItemIsSelectable
    assert shown(table, 3) == ["digit 0", "10", "20"]
    assert table.rows.id_at(0) is None
    assert table.rows.place_of(UUID(int=20)) == 2


def test_rows_of_far_groups_come_when_they_are_looked_at(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make(1000)
    settle(qtbot, table, lambda: table.rows.group_by("unit"))
    last = table.rows.rowCount() - 1
    qtbot.waitUntil(lambda: table.rows.index(last, 0).data() == "999")
    for heading in range(9):
        table.rows.fold(heading, closed=True)
    assert table.rows.rowCount() == 10 + 100
    assert table.rows.index(table.rows.rowCount() - 1, 0).data() == "999"


def test_keys_close_and_open_a_group(
    make: Callable[..., TableView], qtbot: QtBot, speak: Callable[[str], None]
) -> None:
    table = make()
    settle(qtbot, table, lambda: table.rows.group_by("unit"))
    table.setCurrentIndex(table.rows.index(0, 0))
    whole = table.rows.rowCount()
    for key, lines in [
        (Qt.Key.Key_Left, whole - 20),
        (Qt.Key.Key_Left, whole - 20),
        (Qt.Key.Key_Right, whole),
        (Qt.Key.Key_Space, whole - 20),
        (Qt.Key.Key_Return, whole),
    ]:
        qtbot.keyClick(table, key)
        assert table.rows.rowCount() == lines
        assert table.currentIndex().row() == 0
    speak("ar")
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.rows.rowCount() == whole - 20


def test_a_click_on_a_heading_closes_the_group(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    settle(qtbot, table, lambda: table.rows.group_by("unit"))
    whole = table.rows.rowCount()
    where = table.visualRect(table.rows.index(0, 1)).center()
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), where
    )
    assert table.rows.rowCount() == whole - 20
    assert table.selected_ids() == []


def test_the_record_stays_current_when_its_group_moves(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    table.select(UUID(int=17))
    settle(qtbot, table, lambda: table.rows.group_by("unit"))
    assert table.current_id() == UUID(int=17)
    settle(qtbot, table, lambda: table.rows.sort_by(by("-unit")))
    assert table.current_id() == UUID(int=17)
    assert shown(table, 1) == ["digit 9"]


def test_another_order_is_shown_from_its_beginning(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make(2000)
    table.select(UUID(int=17))
    click(qtbot, table, 0)
    assert table.rows.order == by("-number")
    assert table.current_id() == UUID(int=17)
    assert table.verticalScrollBar().value() == 0
    settle(qtbot, table, table.rows.reload)  # the same order asked again: as before
    assert table.verticalScrollBar().value() == 0
    table.select(UUID(int=17))
    assert table.verticalScrollBar().value() > 0


def test_what_is_shown_beside_a_list_is_seen_in_it_in_another_order(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make(2000)
    table.starts_over = True
    table.select(UUID(int=17))
    click(qtbot, table, 0)
    assert table.rows.order == by("-number")
    assert table.current_id() == table.rows.id_at(0)
    assert table.verticalScrollBar().value() == 0
    table.select(UUID(int=17))
    settle(qtbot, table, table.rows.reload)
    assert table.current_id() == UUID(int=17)


# ---- arrangement


def test_columns_are_dragged_into_order_and_all_is_kept(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    table.head.moveSection(0, 2)
    settle(qtbot, table, lambda: table.rows.sort_by(by("tens", "-number")))
    settle(qtbot, table, lambda: table.rows.group_by("unit"))
    again = make()
    heads = [column.header for _, column in again.shown_columns()]
    assert heads == ["Tens", "Unit", "Number", "Note"]
    assert again.rows.order == by("tens", "-number")
    assert again.rows.group == "unit"
    settle(qtbot, again, again.arrange_as_usual)
    heads = [column.header for _, column in again.shown_columns()]
    assert heads == ["Number", "Tens", "Unit", "Note"]
    assert (again.rows.order, again.rows.group) == (by("number"), "")
    assert make().rows.order == by("number")


def test_hiding_a_column_leaves_the_others_to_share_the_room(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    table.columns_menu().actions()[2].setChecked(False)
    again = make()
    again.resize(600, 300)
    assert again.isColumnHidden(2)
    widths = sum(again.columnWidth(at) for at, _ in again.shown_columns())
    assert widths == again.viewport().width()


def test_what_was_kept_by_another_version_is_passed_over(
    make: Callable[..., TableView], settings: Settings
) -> None:
    for kept in ("{", '{"number": [5, true]}', "[1]", '{"columns": [["x"], 3]}'):
        settings.keep("table/numbers", kept)
        assert make().rows.order == by("number")


def test_the_chooser_ticks_moves_and_resets(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    dialog = ColumnsDialog(table.widths, table.rows.columns, None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    heads = [column.header for _, column in table.shown_columns()]
    assert heads == ["Tens", "Number", "Unit", "Note"]
    dialog.list.item(4).setCheckState(Qt.CheckState.Checked)
    assert not table.isColumnHidden(4)
    for row in range(5):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(table.shown_columns()) == 1
    assert dialog.list.item(4).checkState() is Qt.CheckState.Checked
    dialog.usual.click()
    heads = [column.header for _, column in table.shown_columns()]
    assert heads == ["Number", "Tens", "Unit", "Note"]


# ---- saved lists


def test_a_list_is_saved_chosen_renamed_and_deleted(
    make: Callable[..., TableView], desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    table = make()
    tools = ListTools(desk, table, "Numbers", Above(table.rows))
    qtbot.addWidget(tools)
    table.rows.arrange(by("-unit"), "tens")
    table.widths.show(1, shown=False)
    settle(qtbot, table, lambda: table.rows.ask("7"))
    tools.save("With seven")
    settle(qtbot, table, table.arrange_as_usual)
    settle(qtbot, table, lambda: table.rows.ask(""))
    menu = table.row_menu()
    settle(qtbot, table, item(menu, "With seven").trigger)
    qtbot.waitUntil(lambda: table.rows.records < 200)
    assert (table.rows.order, table.rows.group) == (by("-unit"), "tens")
    assert (table.rows.wanted, table.isColumnHidden(1)) == ("7", True)
    assert item(table.row_menu(), "With seven").isChecked()
    settle(qtbot, table, lambda: table.rows.ask(""))
    assert not item(table.row_menu(), "With seven").isChecked()
    settle(qtbot, table, lambda: table.rows.ask("7"))
    tools.rename("With seven", "Sevens & more")
    assert item(table.row_menu(), "Sevens && more").isChecked()
    tools.remove("Sevens & more")
    assert tools.saved.all() == {}
    assert visits.said[-1] == "Saved list deleted: Sevens & more"
    assert ListTools(desk, table, "Numbers").saved.all() == {}


def test_filters_above_a_list_are_named(settings: Settings, qtbot: QtBot) -> None:
    search = SearchField("Search")
    colour, urgent = ChoiceField([(1, "Red")], none="All"), CheckField("Urgent")
    for widget in (search, colour, urgent):
        qtbot.addWidget(widget)
    above = FieldsAbove(settings, "things", search, [colour, urgent], lambda: None)
    assert above.said() == []
    search.setText(" ab ")
    colour.set_value(1)
    urgent.set_value(value=True)
    assert above.said() == [f"Search “{isolate('ab')}”", "Red", "Urgent"]


def test_a_record_shown_while_ctrl_is_held_down_is_selected_alone(
    make: Callable[..., TableView], qtbot: QtBot
) -> None:
    table = make()
    table.select(UUID(int=1))
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyPress(table, Qt.Key.Key_Control, ctrl)
    assert QApplication.keyboardModifiers() == ctrl
    table.select(UUID(int=42))
    qtbot.keyRelease(table, Qt.Key.Key_Control)
    assert table.selected_ids() == [UUID(int=42)]


# ---- copies and files


@pytest.mark.parametrize(("language", "way"), [("fr", "ltr"), ("ar", "rtl")])
def test_copying_makes_a_table_of_its_direction(
    make: Callable[..., TableView],
    qtbot: QtBot,
    qapp: QApplication,
    speak: Callable[[str], None],
    language: str,
    way: str,
) -> None:
    speak(language)
    table = make()
    table.widths.move(1, 0)
    table.widths.show(4, shown=True)
    table.select(UUID(int=42))
    clipboard = qapp.clipboard()
    clipboard.setText("")
    table.copy()
    qtbot.waitUntil(lambda: "\t" in clipboard.text())
    data = clipboard.mimeData()
    heads = "Tens\tNumber\tUnit\tNote\tHidden"
    assert data.text() == f"{heads}\n4\t42\t2\t<42> & “é”\t+212 600"
    html = data.html()
    assert f'<table dir="{way}"' in html
    assert "&lt;42&gt; &amp; “é”" in html
    phone = next(part for part in html.split("<td") if "+212" in part)
    assert 'dir="ltr"' in phone


def test_thousands_of_rows_are_copied_whole(
    make: Callable[..., TableView], qtbot: QtBot, qapp: QApplication
) -> None:
    table = make(3000)
    qapp.clipboard().setText("")
    table.selectAll()
    table.copy()
    qtbot.waitUntil(lambda: qapp.clipboard().text() != "")
    lines = qapp.clipboard().text().split("\n")
    assert (len(lines), lines[-1].split("\t")[0]) == (3001, "3000")


def test_a_list_is_written_as_it_is_shown(
    make: Callable[..., TableView], desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    table = make(12)
    tools = ListTools(desk, table, "Numbers / all")
    qtbot.addWidget(tools)
    table.widths.show(1, shown=False)
    table.widths.move(3, 0)
    settle(qtbot, table, lambda: table.rows.sort_by(by("-number")))
    for ending in ("xlsx", "csv"):
        path = tmp_path / f"list.{ending}"
        tools.export.export(path)
        qtbot.waitUntil(path.exists)
    sheet = CalamineWorkbook.from_path(tmp_path / "list.xlsx").get_sheet_by_index(0)
    lines = sheet.to_python()
    assert lines[:2] == [["Note", "Number", "Unit"], ["<12> & “é”", 12.0, "2"]]
    text = (tmp_path / "list.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert text[:2] == ["Note;Number;Unit", "<12> & “é”;12;2"]
    assert len(lines) == len(text) == 13
