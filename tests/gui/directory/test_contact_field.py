"""Choosing a person: namesakes told apart, a new one made on the spot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.people import ContactRole
from sportsec.queries.people import contact_draft, to_verify_count
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.language import label
from sportsec.ui.pages.directory.clubs import ClubsPage
from sportsec.ui.pages.directory.contact_field import contact_field
from sportsec.ui.pages.directory.contacts_page import ContactsPage
from sportsec.ui.targets import VerifyTarget
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.fields_choice import RecordField
from tests.gui.directory.conftest import Record, dialog_of, line, shown

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


def _field(desk: Desk, qtbot: QtBot) -> RecordField:
    field = contact_field(desk)
    qtbot.addWidget(field)
    return field


def _asked(field: RecordField, settled: Wait, text: str) -> list[str]:
    field.line.setText(text)
    field._ask()
    settled()
    model = field.offers
    role = Qt.ItemDataRole.DisplayRole
    return [str(model.index(at).data(role)) for at in range(model.rowCount())]


def test_a_person_is_offered_with_place_and_number(
    desk: Desk, qtbot: QtBot, record: Record, settled: Wait
) -> None:
    field = _field(desk, qtbot)
    first, last = _asked(field, settled, "fo")
    assert "Foulane Foulani" in first
    assert "Atlas of Ifrane" in first
    assert "06 61 23 45 67" in first
    assert "New contact" in last
    field.take(0)
    assert field.value() == record.person
    assert field.line.text() == "Foulane Foulani"


def test_namesakes_of_a_place_are_told_apart_by_their_function(
    desk: Desk, qtbot: QtBot, record: Record, settled: Wait
) -> None:
    def add(work: Work) -> None:
        for role in (ContactRole.DOCTOR, ContactRole.PRESIDENT):
            work.add(Contact(name_latin="Omar", club_id=record.rif, role=role))

    record.change(add)
    offered = _asked(_field(desk, qtbot), settled, "omar")[:2]
    told = {label(role) for role in (ContactRole.DOCTOR, ContactRole.PRESIDENT)}
    assert {said.split(" · ")[0].split("Omar")[-1].strip() for said in offered} == told


def test_namesakes_can_each_be_chosen(
    desk: Desk, qtbot: QtBot, record: Record, settled: Wait
) -> None:
    def add(work: Work) -> None:
        work.add(Contact(name_latin="Foulane Foulani", club_id=record.rif))

    record.change(add)
    field = _field(desk, qtbot)
    assert len(_asked(field, settled, "foulane")) == 3
    chosen = set()
    for at in range(2):
        field.take(at)
        chosen.add(field.value())
    assert len(chosen) == 2
    assert record.person in chosen


def test_a_new_person_is_made_on_the_spot_and_chosen(
    desk: Desk, qtbot: QtBot, record: Record, settled: Wait
) -> None:
    field = _field(desk, qtbot)
    offered = _asked(field, settled, "عمر")
    field.take(len(offered) - 1)
    dialog = dialog_of(field)
    assert line(dialog.form, "name_ar").text() == "عمر"
    dialog.form.field("phone").set_value("+212661112233")
    dialog.form.field("role").set_value(ContactRole.SAFETY_OFFICER)
    dialog.form.field("role").changed.emit()
    dialog.save()
    settled()
    made = field.value()
    assert made is not None
    assert record.ask(lambda work: contact_draft(work, made)).name_ar == "عمر"
    assert field.line.text() == "عمر"


def test_home_leads_to_whom_to_call_again_and_nobody_else(
    opened: Open, settled: Wait, record: Record
) -> None:
    def verify(work: Work) -> None:
        person = work.get(Contact, record.person)
        person.verified_on = work.now.date()
        other = {"verified_on": work.now.date()}
        work.add(Contact(name_latin="Mute One", **other))
        work.add(Contact(name_latin="Old One", phone="+212661000000"))

    record.change(verify)
    page = opened(ContactsPage, VerifyTarget())
    settled()
    assert page.people.to_verify.value()
    assert shown(page.people.model) == ["Mute One", "Old One"]
    assert record.ask(to_verify_count) == 2
    badges = [badge.text for badge in page.people.panel.findChildren(Badge)]
    assert "No number" in badges


def test_a_club_says_which_functions_nobody_has(
    opened: Open, settled: Wait, record: Record
) -> None:
    page = opened(ClubsPage, record.sahel)
    settled()
    badges = [badge.text for badge in page.list.panel.findChildren(Badge)]
    assert badges.count("Nobody named") == 2


def test_somebody_looked_for_to_command_gets_that_function(
    desk: Desk, qtbot: QtBot, settled: Wait, record: Record
) -> None:
    field = contact_field(desk, ContactRole.MATCH_COMMANDER)
    qtbot.addWidget(field)
    _asked(field, settled, "Alaoui")
    field.take(field.offers.rowCount() - 1)
    form = dialog_of(field).form
    assert form.field("role").value() is ContactRole.MATCH_COMMANDER
    assert line(form, "name_latin").text() == "Alaoui"
    names = list(form._binds)
    assert names.index("phone") < names.index("organisation_id")
    assert names.index("organisation_id") < names.index("club_id")
    form.mark_clean()
