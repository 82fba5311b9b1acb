"""A field that finds nothing offers to make it; what is saved is not out of sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.people import ContactRole
from sportsec.queries.clubs import club_draft
from sportsec.queries.people import contact_draft
from sportsec.queries.units import unit_draft
from sportsec.queries.venues import venue_file
from sportsec.ui.desk import Desk
from sportsec.ui.language import set_language
from sportsec.ui.pages.deployment.forms import detachment_form
from sportsec.ui.pages.directory.contacts_page import ContactsPage
from sportsec.ui.pages.directory.makers import club_field, competition_field
from sportsec.ui.pages.match.forms import open_new_match
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.form import Form
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.directory.conftest import Offers, Record, dialog_of, line, shown

Open = Callable[..., Any]
Wait = Callable[[], None]


def make(form: Form, name: str, typed: str, settled: Wait) -> FormDialog:
    """Type a name that nothing has and take the line that makes it."""
    field = form.field(name)
    assert isinstance(field, RecordField)
    field.line.setText(typed)
    field._ask()
    settled()
    field.take(len(field.offers.offers) - 1)
    return dialog_of(field.window())


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_stadium_and_a_club_are_made_from_the_form_of_a_match(
    desk: Desk, parent: QWidget, record: Record, settled: Wait
) -> None:
    made: list[UUID] = []
    match = open_new_match(parent, desk, FixtureDraft(), made.append)
    match.form.field("round").set_value("12")
    stadium = make(match.form, "venue_id", "Stade du Nord", settled)
    assert stadium.form.values().name.fr or stadium.form.values().name.en
    stadium.save()
    settled()
    club = make(match.form, "home_club_id", "نادي الشمال", settled)
    assert club.form.values().name.ar == "نادي الشمال"
    club.save()
    settled()
    draft = match.form.values()
    assert draft.round == "12"  # what was typed stays
    assert record.ask(lambda work: venue_file(work, draft.venue_id)).venue.name
    assert record.ask(lambda work: club_draft(work, draft.home_club_id)).name.ar
    assert match.form.complaints() == []


def test_a_unit_is_made_with_its_command_from_that_of_a_detachment(
    desk: Desk, parent: QWidget, record: Record, settled: Wait
) -> None:
    form = detachment_form(desk)
    form.setParent(parent)
    unit = make(form, "unit_id", "CMI 7", settled)
    command = make(unit.form, "command_id", "Préfecture du Nord", settled)
    command.save()
    settled()
    unit.save()
    settled()
    made = form.field("unit_id").value()
    assert record.ask(lambda work: unit_draft(work, made)).command_id is not None


def test_a_new_one_that_is_given_up_is_not_chosen(
    desk: Desk, parent: QWidget, settled: Wait
) -> None:
    field = competition_field(desk)
    field.setParent(parent)
    field.line.setText("Coupe du Nord")
    field._ask()
    settled()
    field.take(0)
    dialog = dialog_of(parent)
    dialog.form.mark_clean()
    dialog.reject()
    assert field.value() is None
    assert field.line.text() == "Coupe du Nord"
    assert field.complaint()


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_last_line_says_what_it_makes(
    desk: Desk, qtbot: QtBot, settled: Wait, qapp: Any, language: str
) -> None:
    set_language(qapp, language)
    field = competition_field(desk)
    qtbot.addWidget(field)
    field.line.setText("Coupe du Nord")
    field._ask()
    settled()
    said = field.offers.index(0).data()
    assert "Coupe du Nord" in said
    assert said != "Coupe du Nord"


def test_what_a_filter_hides_after_saving_can_be_shown(
    opened: Open, record: Record, settled: Wait, visits: Offers
) -> None:
    page = opened(ContactsPage)
    page.people.role.set_value(ContactRole.SAFETY_OFFICER)
    page.people.role.changed.emit()
    settled()
    dialog = page.people.new()
    line(dialog.form, "name_latin").setText("Zaid Zaidi")
    dialog.form.field("role").set_value(ContactRole.PRESIDENT)
    dialog.form.field("name_latin").changed.emit()
    dialog.save()
    settled()
    assert "Zaid Zaidi" not in shown(page.people.model)
    assert visits.said[-1] == "Saved, but the search or a filter hides it."
    visits.actions[-1]()
    settled()
    chosen = page.people.table.current_id()
    assert record.ask(lambda work: contact_draft(work, chosen)).name_latin


def test_what_is_in_sight_after_saving_needs_no_word(
    opened: Open, settled: Wait, visits: Offers
) -> None:
    page = opened(ContactsPage)
    dialog = page.people.new()
    line(dialog.form, "name_latin").setText("Zaid Zaidi")
    dialog.form.field("name_latin").changed.emit()
    dialog.save()
    settled()
    assert visits.said == ["Contact added"]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_what_is_there_already_stands_above_the_line_that_makes_another(
    desk: Desk, parent: QWidget, record: Record, qtbot: QtBot
) -> None:
    field = club_field(desk)
    field.setParent(parent)
    parent.resize(400, 300)
    parent.show()
    field.line.setFocus()
    qtbot.keyClicks(field.line, "club")
    qtbot.waitUntil(lambda: len(field.offers.offers) == 2)  # that of the record first
    assert field.offers.offers[0].id == record.rif
    assert field.popup.isVisible()
    assert field.popup.indexAt(QPoint(8, 8)).row() == 0
