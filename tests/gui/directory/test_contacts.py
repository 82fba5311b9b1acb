"""Contacts: one click to call, one to say that all is right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.identity import new_id
from sportsec.domain.words import LANGUAGES
from sportsec.i18n.field_words import field_label
from sportsec.queries.people import CONTACTS, contact_draft
from sportsec.ui.language import translator
from sportsec.ui.pages.directory.contacts import called_text
from sportsec.ui.pages.directory.contacts_page import ContactsPage
from sportsec.ui.pages.directory.small_rows import LinkButton
from tests.builders import NOW
from tests.gui.directory.conftest import Offers, Record, dialog_of, line, shown
from tests.gui.directory.test_record_list import texts
from tests.gui.opener import Opener

Open = Callable[..., Any]
Wait = Callable[[], None]
Type = Callable[[QWidget, str], None]


def button(page: Any, text: str) -> LinkButton:
    found = page.people.panel.findChildren(LinkButton)
    return next(one for one in found if text in one.full_text)


def test_a_number_is_called_and_an_address_written_to_in_one_click(
    opened: Open, opener: Opener
) -> None:
    page = opened(ContactsPage)
    button(page, "06 61 23 45 67").click()
    button(page, "sso@atlas.example").click()
    assert opener.taken == ["tel:+212661234567", "mailto:sso@atlas.example"]


def test_a_number_that_cannot_be_dialled_is_copied(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    from sportsec.store.tables.people import Contact

    def put(work: Any) -> None:
        work.get(Contact, record.person).phone = "poste 12"

    record.change(put)
    page = opened(ContactsPage)
    button(page, "poste 12").click()
    assert QGuiApplication.clipboard().text() == "poste 12"
    assert "poste 12" in visits.said[0]


def test_a_call_makes_the_contact_fresh_and_can_be_taken_back(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    page = opened(ContactsPage)
    assert shown(page.people.model, 3) == ["Never verified"]
    page.people.panel.confirm_button.click()
    settled()
    draft = record.ask(lambda work: contact_draft(work, record.person))
    assert draft.verified_on == NOW.date()
    visits.actions[-1]()
    settled()
    draft = record.ask(lambda work: contact_draft(work, record.person))
    assert draft.verified_on is None


def test_whom_nobody_can_reach_was_not_called(
    opened: Open, settled: Wait, record: Record
) -> None:
    from sportsec.store.tables.people import Contact

    def silence(work: Any) -> None:
        person = work.get(Contact, record.person)
        person.phone = person.other_phone = person.email = ""

    people = opened(ContactsPage).people
    actions = {each.text: each for each in people.table.actions_for_rows}
    called = actions[called_text()]
    assert called.when([record.person])
    record.change(silence)
    people.reload()
    settled()
    assert not called.when([record.person])
    texts_there = {each.text() for each in people.panel.findChildren(QPushButton)}
    assert called_text() not in texts_there


def test_buttons_of_a_low_panel_scroll_with_what_is_read(
    opened: Open, qtbot: QtBot
) -> None:
    panel = opened(ContactsPage).people.panel
    place = panel._outer
    assert place.indexOf(panel._foot) >= 0
    panel.resize(panel.width(), 150)
    assert place.indexOf(panel._foot) < 0
    qtbot.waitUntil(lambda: panel.edit_button.isVisibleTo(panel))
    panel.resize(panel.width(), 500)
    assert place.indexOf(panel._foot) >= 0


def test_the_file_of_a_list_is_called_as_the_list(opened: Open) -> None:
    assert opened(ContactsPage).people.tools.export._title == "Contacts"


def test_filters_show_whom_to_verify_and_one_function(
    opened: Open, settled: Wait
) -> None:
    from sportsec.domain.people import ContactRole

    page = opened(ContactsPage)
    page.people.to_verify.check.click()
    settled()
    assert page.people.model.rowCount() == 1
    page.people.role.set_value(ContactRole.DOCTOR)
    page.people.role.changed.emit()
    settled()
    assert page.people.model.rowCount() == 0


def test_the_first_one_found_while_typing_is_on_the_panel(
    opened: Open, settled: Wait, record: Record
) -> None:
    from sportsec.store.tables.people import Contact

    other = new_id()
    record.change(lambda work: work.add(Contact(id=other, name_latin="Zineb Sample")))
    people = opened(ContactsPage).people
    people.table.select(record.person)
    people.search.setText("zi")
    settled_search(people, settled)
    assert people.table.current_id() == other
    people.search.setText("")
    settled_search(people, settled)
    assert people.table.current_id() == other  # it is still the one looked at


def settled_search(people: Any, settled: Wait) -> None:
    people.search.returnPressed.emit()
    settled()


def test_the_form_says_what_makes_a_contact_doubtful(
    opened: Open, settled: Wait, type_text: Type, record: Record, qtbot: QtBot
) -> None:
    page = opened(ContactsPage)
    page.people.edit(record.person)
    settled()
    dialog = dialog_of(page.people)
    settled()
    assert line(dialog.form, "phone").text() == "06 61 23 45 67"
    assert dialog.form.field("rank").value() == "sergeant"
    line(dialog.form, "email").clear()
    type_text(line(dialog.form, "email"), "nobody")
    marked = dialog.form.field("email").inputs()[0]
    qtbot.waitUntil(lambda: marked.property("level") == "block")
    dialog.form.mark_clean()


def test_organisations_are_made_and_found_on_their_tab(
    opened: Open, settled: Wait, type_text: Type, record: Record
) -> None:
    page = opened(ContactsPage)
    page.tabs.setCurrentWidget(page.organisations)
    assert page.new_button.text() == "New organisation"
    page.new_button.click()
    dialog = dialog_of(page.organisations)
    type_text(line(dialog.form, "name"), "Gare routière")
    type_text(line(dialog.form, "phone"), "0522000000")
    dialog.save()
    settled()
    assert shown(page.organisations.model) == ["Gare routière"]
    settled()
    assert "Gare routière" in texts(page.organisations.panel)


def test_a_target_opens_the_tab_of_its_kind(
    opened: Open, settled: Wait, record: Record
) -> None:
    from sportsec.domain.people import OrganisationDraft
    from sportsec.domain.words import Words
    from sportsec.services.people import add_organisation

    made = []
    record.change(
        lambda work: made.append(
            add_organisation(work, OrganisationDraft(name=Words(fr="Gare")))
        )
    )
    page = opened(ContactsPage, made[0])
    settled()
    assert page.tabs.currentWidget() is page.organisations
    page.show_target(record.person)
    settled()
    assert page.tabs.currentWidget() is page.people
    assert record.ask(lambda work: len(CONTACTS.rows(work, [record.person]))) == 1


def test_a_name_in_arabic_is_written_from_the_right(opened: Open) -> None:
    from PySide6.QtCore import Qt

    page = opened(ContactsPage)
    dialog = page.people.new()
    name = line(dialog.form, "name_ar")
    assert name.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_called_on_the_form_as_in_its_history(
    opened: Open, speak: Callable[[str], None], language: str
) -> None:
    speak(language)
    form = opened(ContactsPage).people.new().form
    for field in ("name_ar", "name_latin"):
        assert form.field(field).accessibleName() == field_label(translator(), field)


def test_several_are_verified_from_their_rows_and_that_is_taken_back_at_once(
    opened: Open, settled: Wait, record: Record, visits: Offers
) -> None:
    from sportsec.store.tables.people import Contact

    day = NOW.date() - timedelta(400)

    def hire(work: Any) -> None:
        work.add(Contact(name_latin="Fulan Alfulani", verified_on=day))

    def verified(work: Any) -> list[date | None]:
        ids = page.people.table.selected_ids()
        return sorted({contact_draft(work, one).verified_on for one in ids}, key=str)

    record.change(hire)
    page = opened(ContactsPage)
    page.people.table.selectAll()
    (called,) = (
        act
        for act in page.people.table.actions_for_rows
        if act.text == "Called today: the details are right"
    )
    called.act(page.people.table.selected_ids())
    settled()
    page.people.table.selectAll()
    assert record.ask(verified) == [NOW.date()]
    assert visits.said[-1] == "2 contacts verified"
    visits.actions[-1]()
    settled()
    page.people.table.selectAll()
    assert record.ask(verified) == [day, None]


def test_a_form_says_whose_it_is(opened: Open, settled: Wait, record: Record) -> None:
    page = opened(ContactsPage)
    page.people.edit(record.person)
    settled()
    assert "Foulane Foulani" in dialog_of(page.people).windowTitle()
