"""The file of a stadium: edited in place, computed as it is typed, saved as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import Invalid
from sportsec.domain.venues import GateKind, SectorSide, SectorUse
from sportsec.domain.words import Words
from sportsec.queries.conflicts import open_conflicts
from sportsec.queries.venues import VENUES, VenueFilter, venue_file
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Sector, Venue
from sportsec.ui.frame.page_frame import PageFrame
from sportsec.ui.pages.directory import state
from sportsec.ui.pages.directory.edit_columns import NO_VALUE
from sportsec.ui.pages.directory.venue_page import VenuePage
from sportsec.ui.pages.directory.venues import VenuesPage
from sportsec.ui.targets import NEW
from sportsec.ui.theme import apply_theme
from tests.gui.directory.conftest import (
    GATE,
    NORTH,
    SOUTH,
    STADIUM,
    Offers,
    Record,
    line,
    shown,
)
from tests.gui.directory.test_record_list import texts

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


@pytest.fixture
def page(opened: Open, record: Record) -> VenuePage:
    made: VenuePage = opened(VenuePage, record.venue)
    return made


def put(table: Any, column: int, row: int, value: object) -> bool:
    """Write into a cell as its editor does."""
    model = table.model()
    done: bool = model.setData(model.index(row, column), value)
    return done


def retype(field: QLineEdit, text: str, type_text: Type) -> None:
    field.selectAll()
    type_text(field, text)


def test_the_page_shows_sectors_limits_and_the_sum(page: VenuePage) -> None:
    assert page.title == "Atlas Stadium"
    assert shown(page.sectors.model) == ["N", "S"]
    assert shown(page.sectors.model, 5) == ["3,960", "800"]
    assert shown(page.sectors.model, 6) == ["Entry by turnstiles", "Places"]
    assert page.summary.safe.value.text() == "4,760"
    assert page.summary.hourly.value.text() == "3,960"
    assert page.summary.lead.value.text() == "—"  # nobody gets into the south
    assert "without a gate" in page.summary.lead.note.text()
    assert "3,960" in page.sentence.text()
    assert not page.save_button.isEnabled()


def test_a_cell_typed_computes_the_capacity_at_once(
    page: VenuePage, type_text: Type, qtbot: QtBot
) -> None:
    table = page.sectors.table
    table.edit(page.sectors.model.index(1, 3))
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    retype(editor, "1200", type_text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.file.sectors[SOUTH].seats == 1200)
    assert page.summary.safe.value.text() == "5,160"
    assert page.save_button.isEnabled()


def test_a_choice_is_made_in_the_cell(page: VenuePage) -> None:
    table = page.sectors.table
    index = page.sectors.model.index(1, 2)
    delegate = table.itemDelegate()
    box = delegate.createEditor(table.viewport(), None, index)  # type: ignore[arg-type]  # unused
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(list(SectorUse).index(SectorUse.BUFFER))
    delegate.setModelData(box, page.sectors.model, index)
    assert page.file.sectors[SOUTH].use is SectorUse.BUFFER
    assert page.summary.safe.value.text() == "3,960"
    assert shown(page.sectors.model, 6)[1] == "Kept empty"
    box.deleteLater()


def test_a_text_that_is_no_number_is_not_taken(page: VenuePage) -> None:
    column = page.sectors.model.columns[3]
    assert column.read(None, "many") is NO_VALUE
    assert not put(page.sectors.table, 3, 1, "many")
    assert page.file == page.seen
    assert put(page.sectors.table, 4, 1, "١٠,٥")
    assert page.file.sectors[SOUTH].standing_m2 == 10.5
    assert put(page.sectors.table, 4, 1, "")
    assert page.file == page.seen


def test_the_form_and_the_table_say_the_same(page: VenuePage, type_text: Type) -> None:
    page.sectors.choose(SOUTH)
    retype(line(page.sectors.form, "seats"), "950", type_text)
    assert shown(page.sectors.model, 3) == ["5,000", "950"]
    put(page.sectors.table, 1, 1, "South")
    assert line(page.sectors.form, "name").text() == "South"
    assert page.file.sectors[SOUTH].name == Words(fr="Sud", en="South")


def test_a_wrong_text_in_the_form_keeps_the_last_value(
    page: VenuePage, settled: Wait, type_text: Type, visits: Offers
) -> None:
    page.sectors.choose(SOUTH)
    retype(line(page.sectors.form, "seats"), "9x", type_text)
    assert page.file.sectors[SOUTH].seats == 9
    page.tabs.setCurrentIndex(2)
    page.save()
    settled()
    assert page.tabs.currentIndex() == 0
    assert visits.said == []


def test_a_lowered_factor_without_reason_forbids_saving(
    page: VenuePage, settled: Wait, type_text: Type, record: Record, visits: Offers
) -> None:
    page.sectors.choose(SOUTH)
    retype(line(page.sectors.form, "physical_factor"), "0.5", type_text)
    assert "1 entry must be corrected" in page.banner.label.text()
    assert page.summary.safe.value.text() == "4,360"
    page.save()
    settled()
    assert visits.said == []
    type_text(line(page.sectors.form, "factor_reason"), "Works")
    assert page.banner.isHidden()
    page.save()
    settled()
    assert visits.said == ["Stadium saved"]
    kept = record.ask(lambda work: venue_file(work, record.venue))
    assert kept.sectors[SOUTH].physical_factor == 0.5


def test_an_empty_factor_counts_as_one(page: VenuePage, type_text: Type) -> None:
    field = page.sectors.form.field("physical_factor")
    retype(line(page.sectors.form, "physical_factor"), " ", type_text)
    assert field.value() == 1.0


def test_sectors_are_added_copied_and_deleted_with_undo(
    page: VenuePage, settled: Wait, record: Record, visits: Offers
) -> None:
    page.sectors.add_button.click()
    assert shown(page.sectors.model) == ["N", "S", "T"]
    assert line(page.sectors.form, "code").text() == "T"
    page.sectors.choose(NORTH)
    page.sectors.copy_button.click()
    assert shown(page.sectors.model)[-1] == "U"
    assert page.file.sectors[page.sectors.key].seats == 5000
    page.sectors.choose(NORTH)
    page.sectors.delete_button.click()
    assert shown(page.sectors.model) == ["S", "T", "U"]
    assert page.file.gates[GATE].sector_id is None
    visits.actions[-1]()
    assert NORTH in page.file.sectors
    assert page.file.gates[GATE].sector_id == NORTH
    page.save()
    settled()
    kept = record.ask(lambda work: venue_file(work, record.venue))
    assert [s.code for s in kept.sectors.values()] == ["N", "S", "T", "U"]


def test_gates_lead_to_sectors_and_change_what_gets_in(
    page: VenuePage, type_text: Type
) -> None:
    page.tabs.setCurrentIndex(1)
    (leads_to,) = shown(page.gates.model, 2)
    assert "N" in leads_to
    assert leads_to.endswith("Nord")
    retype(line(page.gates.form, "turnstiles"), "8", type_text)
    assert page.summary.hourly.value.text() == "5,280"
    page.gates.add_button.click()
    assert shown(page.gates.model) == ["P1", "P2"]
    assert page.file.gates[page.gates.key].sector_id == SOUTH  # it had none
    page.gates.copy_button.click()
    assert shown(page.gates.model) == ["P1", "P2", "P3"]
    sector = page.gates.form.field("sector_id")
    sector.set_value(None)
    sector.changed.emit()
    assert shown(page.gates.model, 2)[2] == "The whole stadium"
    page.gates.delete_button.click()
    assert shown(page.gates.model) == ["P1", "P2"]
    put(page.gates.table, 3, 0, GateKind.MANUAL)
    assert page.file.gates[GATE].kind is GateKind.MANUAL


@pytest.mark.parametrize("tab", [0, 1])
def test_a_new_part_is_begun_at_the_top_of_its_form(
    page: VenuePage, qtbot: QtBot, tab: int
) -> None:
    page.resize(1000, 600)
    page.tabs.setCurrentIndex(tab)
    editor = (page.sectors, page.gates)[tab]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    bar = editor._form_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    editor.add_button.setFocus()
    qtbot.keyClick(editor.add_button, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is line(editor.form, "code")
    qtbot.keyClicks(focused, "Z9")
    QApplication.processEvents()
    assert line(editor.form, "code").text() == "Z9"
    assert not line(editor.form, "code").visibleRegion().isEmpty()
    assert not line(editor.form, "name").visibleRegion().isEmpty()


def test_a_new_gate_is_typed_where_one_sees_it(page: VenuePage, qtbot: QtBot) -> None:
    frame = PageFrame(page)
    qtbot.addWidget(frame)
    frame.resize(700, 380)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: frame.verticalScrollBar().maximum() > 0)
    frame.verticalScrollBar().setValue(0)
    page.gates.add_button.click()
    code = line(page.gates.form, "code")
    assert QApplication.focusWidget() is code
    qtbot.waitUntil(lambda: code.visibleRegion().boundingRect() == code.rect())
    frame.takeWidget()


def test_a_sector_in_use_cannot_be_deleted_for_good(
    page: VenuePage, settled: Wait, record: Record, visits: Offers
) -> None:
    def use(work: Any) -> None:
        match = work.session.query(Fixture).first()
        match.away_sector_id = SOUTH

    record.change(use)
    page.sectors.choose(SOUTH)
    page.sectors.delete_button.click()
    page.save()
    settled()
    assert isinstance(visits.complaints[0], Invalid)
    page.back_button.click()
    assert shown(page.sectors.model) == ["N", "S"]
    assert not page.dirty


def test_a_click_on_the_plan_chooses_the_sector(page: VenuePage, qtbot: QtBot) -> None:
    plan = page.sectors.plan
    spot = plan.centre_of(SOUTH)
    assert spot is not None
    at = QPoint(round(spot.x()), round(spot.y()))
    qtbot.mouseClick(plan, Qt.MouseButton.LeftButton, pos=at)
    assert page.sectors.key == SOUTH


def test_particulars_are_saved_with_the_rest(
    page: VenuePage, settled: Wait, type_text: Type, record: Record
) -> None:
    type_text(line(page.form, "camera_count"), "48")
    type_text(line(page.form, "control_room_phone"), "0522123456")
    page.save()
    settled()
    kept = record.ask(lambda work: venue_file(work, record.venue)).venue
    assert (kept.camera_count, kept.control_room_phone) == (48, "+212522123456")
    assert not page.dirty


def test_a_wrong_particular_is_shown_before_saving(
    page: VenuePage, settled: Wait, type_text: Type, visits: Offers
) -> None:
    type_text(line(page.form, "inspected_on"), "31/02/2026")
    page.save()
    settled()
    assert page.tabs.currentIndex() == 2
    assert visits.said == []


def test_a_new_stadium_is_made_from_nothing(
    opened: Open, settled: Wait, type_text: Type, record: Record, visits: Offers
) -> None:
    page = opened(VenuePage, NEW)
    assert page.title == "New stadium"
    type_text(line(page.form, "name"), "Oasis Ground")
    page.tabs.setCurrentIndex(0)
    assert page.sectors.nothing.isVisible()
    page.sectors.nothing.button.click()
    assert shown(page.sectors.model) == ["A"]
    page.save()
    settled()
    assert page.venue_id is not None
    assert visits.went == [("venue", page.venue_id)]  # "back" leads to it
    assert record.ask(lambda work: VENUES.count(work, VenueFilter())) == 2


def test_a_new_stadium_is_not_judged_before_it_is_begun(
    opened: Open, type_text: Type, settled: Wait
) -> None:
    page = opened(VenuePage, NEW)
    name = line(page.form, "name")
    assert not name.property("level")
    type_text(line(page.form, "city"), "Oasis")
    assert name.property("level") == "block"
    page.tabs.setCurrentIndex(0)
    page.save()
    settled()
    assert page.tabs.currentIndex() == 2
    assert page.window().focusWidget() is name


def test_leaving_asks_before_changes_are_lost(
    page: VenuePage, type_text: Type, answered: Callable[[str], None]
) -> None:
    assert page.may_leave()
    type_text(line(page.form, "camera_count"), "4")
    answered("Go on editing")
    assert not page.may_leave()
    assert page.dirty
    answered("Close without saving")
    assert page.may_leave()
    assert not page.dirty


def test_both_values_stay_when_somebody_saved_meanwhile(
    page: VenuePage, settled: Wait, record: Record
) -> None:
    record.change(lambda work: setattr(work.get(Sector, SOUTH), "seats", 1))
    put(page.sectors.table, 3, 1, "2")
    page.save()
    settled()
    assert not page.dirty
    (conflict,) = record.ask(open_conflicts)
    assert (conflict.record, conflict.register) == (SOUTH, "seats")


def test_what_others_change_shows_unless_something_is_being_typed(
    page: VenuePage, settled: Wait, record: Record, type_text: Type
) -> None:
    record.change(lambda work: setattr(work.get(Venue, record.venue), "owner", "State"))
    page.reload()
    settled()
    assert page.file.venue.owner == "State"
    type_text(line(page.form, "camera_count"), "4")
    record.change(lambda work: setattr(work.get(Venue, record.venue), "owner", "City"))
    page.reload()
    settled()
    assert page.file.venue.owner == "State"
    page.show_target(record.venue)
    assert page.dirty


def test_the_list_leads_to_the_file(
    opened: Open, settled: Wait, record: Record, visits: Offers, qtbot: QtBot
) -> None:
    page = opened(VenuesPage)
    settled()
    assert shown(page.list.model, 2) == ["at most 4,760"]
    assert "at most 4,760" in texts(page.list.panel)
    page.list.panel.edit_button.click()
    page.new_button.click()
    assert visits.went == [("venue", record.venue), ("venue", NEW)]


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_page_can_be_painted_in_every_language(
    opened: Open, record: Record, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    page = opened(VenuePage, record.venue)
    for tab in range(3):
        page.tabs.setCurrentIndex(tab)
        assert not page.grab().isNull()
    assert page.file == replace(STADIUM, venue=page.file.venue)


def test_the_form_beside_the_rows_is_never_cut(page: VenuePage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    area, body = page.gates.split.widget(1), page.gates.form.parentWidget()
    assert body is not None
    qtbot.waitUntil(lambda: area.minimumWidth() > body.minimumSizeHint().width())
    assert body.width() >= body.minimumSizeHint().width()


def test_a_note_beside_a_figure_shows_all_of_itself(
    page: VenuePage, qtbot: QtBot
) -> None:
    note = page.summary.announced.note
    note.show_text("Report of the visit of the commission in the spring of last year")
    assert note.height() >= note.heightForWidth(note.width())
    lines = note.height()
    note.show_text("Report")
    assert note.height() < lines
    note.show_text("")
    assert note.isHidden()


def test_a_note_stands_in_one_line_where_there_is_room(
    page: VenuePage, settled: Wait
) -> None:
    note = page.summary.announced.note
    text = "Report of the visit in spring"
    note.show_text(text)
    whole = note.fontMetrics().horizontalAdvance(text)
    assert note.minimumWidth() < whole <= note.sizeHint().width()
    page.resize(3000, page.height())
    settled()
    assert note.width() >= whole


def test_figures_stand_in_a_line_or_two_and_two(page: VenuePage) -> None:
    figures = page.summary.figures
    for across in (4, 2, 1):
        figures.resize(figures._needed(across), figures.height())
        assert figures.across == across
    figures.resize(figures._needed(2), 200)
    figures._grid.activate()
    safe, announced, hourly, lead = (each.geometry() for each in figures._figures)
    assert (safe.left(), announced.left()) == (hourly.left(), lead.left())
    assert (safe.top(), hourly.top()) == (announced.top(), lead.top())


def test_a_sector_without_a_gate_is_named(page: VenuePage) -> None:
    assert "without a gate: \u2068S\u2069" in page.summary.safe.note.text()
    model = page.sectors.model
    mark = Qt.ItemDataRole.DecorationRole
    marks = [model.index(row, 0).data(mark) for row in range(model.rowCount())]
    assert [bool(each) for each in marks] == [False, True]


def test_columns_grow_with_what_is_said_in_them(page: VenuePage) -> None:
    page.tabs.setCurrentIndex(1)
    table = page.gates.table
    code, leads = table.columnWidth(0), table.columnWidth(2)
    gate = replace(page.file.gates[GATE], sector_id=None)
    page.show_file(state.with_gate(page.file, GATE, gate))
    assert table.columnWidth(0) > code  # the mark beside the code
    assert table.columnWidth(2) > leads


def test_a_column_that_was_drawn_stays_while_the_others_share_the_room(
    page: VenuePage,
) -> None:
    page.tabs.setCurrentIndex(1)
    table = page.gates.table
    table.setColumnWidth(3, 170)
    table.resize(table.width() - 90, table.height())
    assert table.columnWidth(3) == 170
    gate = replace(page.file.gates[GATE], sector_id=None)
    page.show_file(state.with_gate(page.file, GATE, gate))
    assert table.columnWidth(3) == 170


def test_the_capacity_is_a_ceiling_while_limits_are_unknown(page: VenuePage) -> None:
    summary = page.summary
    assert summary.safe.title.text() == "Safe capacity, at most"
    note = summary.safe.note.text()
    assert "not known yet: Normal exit, Evacuation" in note
    ways = {"exit_width_m": 99.0, "emergency_width_m": 99.0, "emergency_minutes": 8.0}
    file = page.file
    for key, sector in file.sectors.items():
        file = state.with_sector(file, key, replace(sector, **ways))
    gate = replace(file.gates[GATE], code="P2", sector_id=SOUTH)
    page.show_file(state.with_gate(file, UUID(int=9), gate))
    assert summary.safe.title.text() == "Safe capacity"
    assert summary.safe.note.text() == "sum of 2 sectors"
    assert "1 h 30" in summary.lead.value.text()


def test_a_gate_is_led_to_a_sector_by_its_name(page: VenuePage) -> None:
    combo = page.gate_sector.combo
    offered = [combo.itemText(at) for at in range(combo.count())]
    assert any("S" in text and "Sud" in text for text in offered)


def test_the_name_of_a_sector_proposes_its_side_in_the_form(
    page: VenuePage, type_text: Type
) -> None:
    page.sectors.choose(SOUTH)
    form = page.sectors.form
    draft = page.file.sectors[SOUTH]
    page._edit_sector(SOUTH, replace(draft, name=Words(fr="Tribune nord")))
    assert form.field("side").value() is SectorSide.NORTH
    assert page.file.sectors[SOUTH].side is SectorSide.NORTH
    form.field("side").set_value(None)
    form.field("side").changed.emit()
    assert page.file.sectors[SOUTH].side is None


def test_the_column_of_standing_gives_its_room_to_the_names(page: VenuePage) -> None:
    table = page.sectors.table
    assert table.isColumnHidden(4)
    sector = replace(page.file.sectors[SOUTH], standing_m2=40.0)
    page.show_file(state.with_sector(page.file, SOUTH, sector))
    assert not table.isColumnHidden(4)


def test_a_long_name_does_not_push_the_buttons_out(page: VenuePage) -> None:
    least = page.minimumSizeHint().width()
    page.set_title("Grand Stade " * 20)
    page.layout().activate()
    assert page.minimumSizeHint().width() <= least


def test_a_language_stands_beside_the_first_of_its_lines(
    page: VenuePage, qtbot: QtBot
) -> None:
    page.tabs.setCurrentIndex(2)
    edit = page.form.field("reservations").inputs()[0]
    qtbot.waitUntil(edit.isVisible)
    name = next(
        each
        for each in edit.parentWidget().findChildren(QLabel)
        if each.text() == edit.property("part")
    )
    line = edit.cursorRect().translated(edit.viewport().pos())
    beside = edit.mapTo(page, line.center()).y()
    assert abs(name.mapTo(page, name.rect().center()).y() - beside) <= 3


def test_in_large_text_on_a_laptop_each_tab_begins_in_the_window(
    opened: Open, record: Record, qtbot: QtBot, qapp: QApplication, settled: Wait
) -> None:
    """Figures are one line each there; a warning stays, a count is a hint."""
    apply_theme(qapp, "light", "200")
    try:
        page = opened(VenuePage, record.venue)
        frame = PageFrame(page)
        qtbot.addWidget(frame)
        frame.resize(1280, 530)
        frame.show()
        summary = page.summary
        qtbot.waitUntil(summary.hourly.note.isHidden)
        assert "turnstiles" in summary.hourly.toolTip()
        assert "without a gate" in summary.safe.note.text()
        page.show_file(state.without_sector(page.file, SOUTH))
        assert summary.safe.note.isHidden()

        def begins() -> bool:
            return _seen(page.tabs.currentWidget()) >= 530 * 0.35

        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            qtbot.waitUntil(begins)
        assert not page.tabs.currentWidget().verticalScrollBar().isVisible()
        page.load(page.seen)
        frame.takeWidget()
    finally:
        apply_theme(qapp, "light")


def _seen(widget: QWidget) -> int:
    """Return how much of the height of a widget is in the window, in pixels."""
    return widget.visibleRegion().boundingRect().height()
