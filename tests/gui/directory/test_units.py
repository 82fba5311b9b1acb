"""Units, commands, and the lists that the cell edits itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from sportsec.domain.deployment import ListKind, Service
from sportsec.domain.errors import Invalid
from sportsec.queries.clock import local_day
from sportsec.queries.units import list_items, unit_draft
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.deployment import Detachment
from sportsec.store.work import Work
from sportsec.ui.pages.directory.competitions import CompetitionsPage
from sportsec.ui.pages.directory.small_rows import LinkButton
from sportsec.ui.pages.directory.units_page import UnitsPage
from tests.builders import a_fixture, a_unit
from tests.gui.directory.conftest import Offers, Record, dialog_of, line, shown
from tests.gui.directory.test_record_list import texts

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


def test_a_unit_is_made_with_its_kind_and_command(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    page = opened(UnitsPage)
    dialog = page.units.new()
    settled()
    type_text(line(dialog.form, "name"), "Mounted squadron")
    type_text(line(dialog.form, "strength"), "٤٠")
    dialog.form.field("kind_code").set_value("mounted")
    dialog.save()
    settled()
    assert shown(page.units.model) == ["Mounted squadron"]
    made = page.units.model.id_at(0)
    draft = record.ask(lambda work: unit_draft(work, made))
    assert (draft.strength, draft.kind_code) == (40, "mounted")
    page.units.service.set_value(Service.GENDARMERIE)
    page.units.service.changed.emit()
    settled()
    assert page.units.model.rowCount() == 0


def test_a_command_cannot_be_put_under_itself(
    opened: Open, settled: Wait, type_text: Type, visits: Offers
) -> None:
    page = opened(UnitsPage)
    page.tabs.setCurrentWidget(page.commands)
    assert page.new_button.text() == "New command"
    dialog = page.commands.new()
    type_text(line(dialog.form, "name"), "Prefecture")
    dialog.save()
    settled()
    made = page.commands.model.id_at(0)
    page.commands.edit(made)
    settled()
    dialog = dialog_of(page.commands)
    above: Any = dialog.form.field("parent_id")
    above.show_record(made, "Prefecture")
    dialog.save()
    settled()
    assert above.inputs()[0].property("level") == "block"
    dialog.form.mark_clean()


def ranks(record: Record) -> list[str]:
    rows = record.ask(lambda work: list_items(work, ListKind.RANK))
    return [row.draft.name.pick("en") for row in rows]


def test_the_lists_have_no_new_button_of_the_page(opened: Open) -> None:
    page = opened(UnitsPage)
    page.tabs.setCurrentIndex(2)
    assert not page.new_button.isVisible()


def test_a_long_entry_is_cut_and_says_all_as_a_hint(opened: Open) -> None:
    view = opened(UnitsPage).ranks.view
    view.resize(60, 200)
    view.doItemsLayout()
    assert view.horizontalScrollBar().maximum() == 0
    assert view.item(0).toolTip() == view.item(0).text()


def test_an_entry_is_added_named_and_put_in_order(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    page = opened(UnitsPage)
    before = ranks(record)
    page.ranks.add_button.click()
    dialog = dialog_of(page.ranks)
    type_text(line(dialog.form, "name"), "Cadet")
    dialog.save()
    settled()
    assert ranks(record) == [*before, "Cadet"]
    assert page.ranks.current().draft.code == "cadet"
    page.ranks.up_button.click()
    settled()
    assert ranks(record) == [*before[:-1], "Cadet", before[-1]]
    page.ranks.down_button.click()
    settled()
    assert ranks(record) == [*before, "Cadet"]
    page.ranks.edit_button.click()
    dialog = dialog_of(page.ranks)
    line(dialog.form, "name").end(False)
    type_text(line(dialog.form, "name"), "s")
    dialog.save()
    settled()
    assert ranks(record)[-1] == "Cadets"


def test_an_entry_is_deleted_and_brought_back(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(UnitsPage)
    before = ranks(record)
    page.ranks.view.setCurrentRow(0)
    page.ranks.delete_button.click()
    settled()
    assert ranks(record) == before[1:]
    assert page.ranks.view.currentRow() == 0  # what took its place
    page.ranks.view.setCurrentRow(2)
    visits.actions[-1]()
    settled()
    assert ranks(record) == before
    assert page.ranks.view.currentRow() == 0  # that it is


def test_a_rank_that_somebody_has_stays(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(UnitsPage)
    rows = record.ask(lambda work: list_items(work, ListKind.RANK))
    used = next(at for at, row in enumerate(rows) if row.uses)
    page.ranks.view.setCurrentRow(used)
    assert "used 1 time" in page.ranks.view.item(used).text()
    page.ranks.delete()
    settled()
    assert isinstance(visits.complaints[0], Invalid)


def test_nothing_can_be_moved_while_nothing_is_chosen(opened: Open) -> None:
    page = opened(UnitsPage)
    page.ranks.view.clearSelection()
    page.ranks.view.setCurrentRow(-1)
    assert not page.ranks.up_button.isEnabled()
    page.ranks.shift(1)
    page.ranks.edit()
    page.ranks.delete()


def test_competitions_and_seasons_are_kept(
    opened: Open, settled: Wait, type_text: Type
) -> None:
    page = opened(CompetitionsPage)
    dialog = page.competitions.new()
    assert line(dialog.form, "away_quota_percent").text() == "5"
    type_text(line(dialog.form, "name"), "Throne Cup")
    dialog.save()
    settled()
    assert shown(page.competitions.model) == ["Throne Cup"]
    page.tabs.setCurrentWidget(page.seasons)
    page.new_button.click()
    dialog = dialog_of(page.seasons)
    type_text(line(dialog.form, "label"), "2026-2027")
    type_text(line(dialog.form, "starts_on"), "1/8/26")
    type_text(line(dialog.form, "ends_on"), "30/06/2026")
    dialog.save()
    settled()
    assert dialog.form.field("ends_on").inputs()[0].property("level") == "block"
    line(dialog.form, "ends_on").setText("30/06/2027")
    dialog.save()
    settled()
    assert "2026-2027" in shown(page.seasons.model)[0]


def test_the_card_of_a_unit_leads_to_the_match_that_it_is_planned_for(
    opened: Open, record: Record, visits: Offers
) -> None:
    made: list[UUID] = []

    def plan(work: Work) -> None:
        unit = a_unit(work, "Mounted squadron", strength=40)
        clubs = [work.get(Club, club) for club in (record.atlas, record.rif)]
        day = local_day(work) + timedelta(3)
        fixture = a_fixture(work, *clubs, kick_off_date=day)
        work.session.flush()
        ends = {"fixture_id": fixture.id, "unit_id": unit.id}
        work.add(Detachment(headcount=12, **ends))
        made.append(fixture.id)

    record.change(plan)
    page = opened(UnitsPage)
    said = {one.full_text: one for one in page.units.panel.findChildren(LinkButton)}
    assert "12 officers" in texts(page.units.panel)
    said["Atlas of Ifrane – Rif Club"].click()
    assert visits.went == [("match", made[0])]
