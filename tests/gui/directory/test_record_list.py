"""Lists of the directory: search, make, change, delete, bring back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from sportsec.domain.errors import Invalid
from sportsec.domain.identity import new_id
from sportsec.domain.words import Words
from sportsec.queries.clubs import CLUBS, ClubFilter, club_draft
from sportsec.queries.conflicts import open_conflicts
from sportsec.services.clubs import restore_club
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.keys import KeyedShortcut
from sportsec.ui.pages.directory.clubs import ClubsPage
from sportsec.ui.pages.directory.record_list import LEAST_ROWS
from sportsec.ui.pages.directory.small_rows import LinkButton
from tests.gui.directory.conftest import Offers, Record, dialog_of, line, shown

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_list_shows_its_records_and_the_first_one_beside(opened: Open) -> None:
    page = opened(ClubsPage)
    assert shown(page.list.model) == ["Atlas of Ifrane", "Rif Club", "Sahel"]
    assert page.list.count.text() == "3 entries"
    assert page.list.panel.isVisible()
    assert "Atlas of Ifrane" in texts(page.list.panel)


def test_another_record_is_read_from_its_top(opened: Open, settled: Wait) -> None:
    page = opened(ClubsPage)
    page.resize(1100, 420)
    area = page.list.panel.findChild(QScrollArea)
    bar = area.verticalScrollBar()
    page.list.table.selectRow(0)
    settled()
    area.widget().setMinimumHeight(2000)  # a card of many lines
    settled()
    bar.setValue(300)
    page.list.panel.reload()
    settled()
    assert bar.value() == 300  # the same one stays where it was read
    page.list.table.selectRow(1)
    settled()
    assert bar.value() == 0


def test_a_name_without_room_keeps_its_end(opened: Open) -> None:
    """Names of one kind begin alike."""
    page = opened(ClubsPage)
    assert page.list.table.textElideMode() is Qt.TextElideMode.ElideMiddle


def test_arabic_is_found_by_typing_it_without_its_marks(
    opened: Open, type_text: Type, qtbot: QtBot
) -> None:
    page = opened(ClubsPage)
    type_text(page.list.search, "اطلس")
    qtbot.waitUntil(lambda: shown(page.list.model) == ["Atlas of Ifrane"])


def test_a_list_without_a_hit_says_so(
    opened: Open, type_text: Type, qtbot: QtBot
) -> None:
    page = opened(ClubsPage)
    type_text(page.list.search, "zzz")
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 0)
    assert page.list.count.text() == ""
    assert "Nothing found" in texts(page.list.table)
    page.list.search.clear()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 3)
    type_text(page.list.search, "zzz")
    qtbot.waitUntil(lambda: not page.list.panel.isVisible())


def test_a_new_club_is_made_selected_and_shown(
    opened: Open, settled: Wait, type_text: Type, record: Record, visits: Offers
) -> None:
    page = opened(ClubsPage)
    page.new_button.click()
    dialog = dialog_of(page.list)
    type_text(line(dialog.form, "name"), "Oasis")
    type_text(line(dialog.form, "founded_year"), "1948")
    dialog.save()
    settled()
    assert visits.said == ["Club added"]
    assert shown(page.list.model) == ["Atlas of Ifrane", "Oasis", "Rif Club", "Sahel"]
    made = page.list.table.current_id()
    draft = record.ask(lambda work: club_draft(work, made))
    assert (draft.name, draft.founded_year) == (Words(en="Oasis"), 1948)
    settled()
    assert "Oasis" in texts(page.list.panel)


def test_a_club_without_a_name_is_not_saved_and_the_field_says_why(
    opened: Open, settled: Wait, visits: Offers
) -> None:
    page = opened(ClubsPage)
    dialog = page.list.new()
    dialog.save()
    settled()
    assert visits.said == []
    assert dialog.form.field("name").inputs()[0].property("level") == "block"
    dialog.form.mark_clean()


def test_a_twin_is_told_while_typing(
    opened: Open, type_text: Type, qtbot: QtBot
) -> None:
    page = opened(ClubsPage)
    dialog = page.list.new()
    type_text(line(dialog.form, "name"), "SAHEL")
    marked = dialog.form.field("name").inputs()[0]
    qtbot.waitUntil(lambda: marked.property("level") == "warn")
    assert "already exists" in texts(dialog.form)
    dialog.form.mark_clean()


def test_enter_opens_the_form_and_saving_changes_only_what_was_typed(
    opened: Open, settled: Wait, qtbot: QtBot, type_text: Type, record: Record
) -> None:
    page = opened(ClubsPage, record.rif)
    settled()
    assert page.list.table.current_id() == record.rif
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    settled()
    dialog = dialog_of(page.list)
    type_text(line(dialog.form, "code"), "2")
    record.change(
        lambda work: setattr(work.get(Club, record.rif), "federation_no", "7")
    )
    dialog.save()
    settled()
    club = record.ask(lambda work: club_draft(work, record.rif))
    assert (club.code, club.federation_no) == ("RIF2", "7")


def test_both_values_stay_when_somebody_saved_the_same_field(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    page = opened(ClubsPage)
    page.list.edit(record.rif)
    settled()
    dialog = dialog_of(page.list)
    type_text(line(dialog.form, "code"), "2")
    record.change(lambda work: setattr(work.get(Club, record.rif), "code", "NEW"))
    dialog.save()
    settled()
    (conflict,) = record.ask(open_conflicts)
    assert (conflict.record, conflict.register) == (record.rif, "code")


def test_deleting_asks_nothing_and_can_be_undone(
    opened: Open, settled: Wait, qtbot: QtBot, record: Record, visits: Offers
) -> None:
    page = opened(ClubsPage, record.sahel)
    settled()
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    settled()
    assert visits.said == ["Club deleted\u00a0· Sahel"]
    assert shown(page.list.model) == ["Atlas of Ifrane", "Rif Club"]
    visits.actions[-1]()
    settled()
    assert visits.said[-1] == "Club brought back\u00a0· Sahel"
    assert page.list.table.current_id() == record.sahel


def press_delete(page: Any, qtbot: QtBot, settled: Wait) -> None:
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    settled()


@pytest.mark.parametrize("deleted", ["Sahel", "Union"])
def test_what_took_the_place_of_the_deleted_one_is_chosen(
    opened: Open, settled: Wait, qtbot: QtBot, record: Record, deleted: str
) -> None:
    union = new_id()
    record.change(lambda work: work.add(Club(id=union, name=Words(fr="Union"))))
    gone, near = record.sahel, union
    if deleted == "Union":  # the last one
        gone, near = near, gone
    page = opened(ClubsPage, gone)
    settled()
    press_delete(page, qtbot, settled)
    assert page.list.table.selected_ids() == [near]
    assert page.list.panel.record_id == near


def test_what_is_deleted_and_undone_is_chosen_again(
    opened: Open, settled: Wait, qtbot: QtBot, record: Record
) -> None:
    page = opened(ClubsPage, record.sahel)
    settled()
    press_delete(page, qtbot, settled)
    assert page.list.table.selected_ids() == [record.rif]
    page.desk.runner.write(page, "back", lambda work: restore_club(work, record.sahel))
    settled()
    assert page.list.table.selected_ids() == [record.sahel]


def test_another_search_begins_at_its_first_hit(
    opened: Open, settled: Wait, qtbot: QtBot, type_text: Type, record: Record
) -> None:
    page = opened(ClubsPage, record.sahel)
    settled()
    type_text(page.list.search, "rif")
    qtbot.waitUntil(lambda: page.list.model.ids == [record.rif])
    settled()
    assert page.list.table.current_id() == record.rif


def test_the_key_held_down_deletes_one_only(opened: Open) -> None:
    page = opened(ClubsPage)
    heard = page.list.table.findChildren(KeyedShortcut)
    keys = {one.name: one for one in heard}
    assert not keys["here.delete"].autoRepeat()


def test_several_deleted_at_once_are_counted(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    union = new_id()
    record.change(lambda work: work.add(Club(id=union, name=Words(fr="Union"))))
    page = opened(ClubsPage)
    page.list.delete([record.sahel, union])
    settled()
    assert visits.said == ["2 entries deleted"]
    visits.actions[-1]()
    settled()
    assert len(shown(page.list.model)) == 4


def test_a_club_in_use_stays_and_says_what_needs_it(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(ClubsPage, record.atlas)
    settled()
    page.list.panel.delete_button.click()
    settled()
    (error,) = visits.complaints
    assert isinstance(error, Invalid)
    assert record.ask(lambda work: CLUBS.count(work, ClubFilter())) == 3


def test_the_panel_leads_to_stadium_and_groups_and_edits(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(ClubsPage, record.atlas)
    settled()
    links = {b.full_text: b for b in page.list.panel.findChildren(LinkButton)}
    links["Atlas Stadium"].click()
    links["Alpha"].click()
    assert visits.went == [("venue", record.venue), ("groups", record.alpha)]
    page.list.panel.edit_button.click()
    settled()
    dialog = dialog_of(page.list)
    assert line(dialog.form, "code").text() == "ATL"


def test_a_spelling_is_forgotten_and_remembered_again(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    alias = ClubAlias(club_id=record.rif, text="Nador FC", folded="nador fc")
    record.change(lambda work: work.add(alias))
    page = opened(ClubsPage, record.rif)
    settled()
    panel = page.list.panel
    assert "Nador FC" in texts(panel)
    forget = next(
        b for b in panel.findChildren(QWidget) if b.toolTip() == "Forget this spelling"
    )
    forget.click()  # type: ignore[attr-defined]  # a tool button
    settled()
    assert "Nador FC" not in texts(panel)
    visits.actions[-1]()
    settled()
    assert "Nador FC" in texts(panel)


def test_ctrl_f_searches_and_ctrl_n_makes_a_record(opened: Open, qtbot: QtBot) -> None:
    page = opened(ClubsPage)
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.list.search.hasFocus() or not page.isActiveWindow()
    qtbot.keyClick(page.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(page.list)
    assert dialog.windowTitle() == "New club"


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_names_read_in_the_language_of_the_screen(
    opened: Open, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    page = opened(ClubsPage)
    first = {"ar": "أطلس إفران", "fr": "Atlas d'Ifrane"}[language]
    assert first in shown(page.list.model)


def test_a_list_in_a_low_window_keeps_some_rows(opened: Open) -> None:
    page = opened(ClubsPage)
    table = page.list.table
    rows = LEAST_ROWS * table.verticalHeader().defaultSectionSize()
    assert table.minimumHeight() > rows


def test_matches_planned_before_the_stadium_was_known_get_it_by_one_click(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    match = record.ask(lambda work: work.session.scalars(select(Fixture.id)).one())
    page = opened(ClubsPage, record.atlas)
    settled()
    assert "1 coming home match has no stadium." in texts(page.list.panel)
    page.list.panel.ground_button.click()
    settled()
    assert visits.said == ["Home stadium entered in the coming matches"]
    assert record.ask(lambda work: work.get(Fixture, match).venue_id) == record.venue
    assert "no stadium" not in texts(page.list.panel)
