"""Panels of the directory tell what was arranged; a call is written from one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.words import Words
from sportsec.queries.liaison import entries_of
from sportsec.services.liaison import log_call
from sportsec.store.tables.people import Contact, Organisation
from sportsec.ui.desk import Desk
from sportsec.ui.pages.directory.arranged import SHOWN
from sportsec.ui.pages.directory.club_panel import ClubPanel
from sportsec.ui.pages.directory.contacts import ContactPanel
from sportsec.ui.pages.directory.organisations import OrganisationPanel
from sportsec.ui.pages.directory.record_panel import RecordPanel
from sportsec.ui.targets import LedgerTarget
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import NOW
from tests.gui.conftest import Visits
from tests.gui.fixtures.season import SmallSeason
from tests.gui.liaison.conftest import Do, press

Wait = Callable[[], None]


@pytest.fixture
def show(qtbot: QtBot, desk: Desk, settled: Wait) -> Callable[..., Any]:
    def opened(kind: type[RecordPanel], record: UUID) -> RecordPanel:
        panel = kind(desk)
        qtbot.addWidget(panel)
        panel.show_record(record)
        settled()
        return panel

    return opened


def told(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel)]


def speak(change: Do, match: UUID, person: UUID, times: int = 1) -> None:
    for number in range(times):
        draft = LiaisonDraft(fixture_id=match, contact_id=person, gist=f"Call {number}")
        promise = CommitmentDraft(wording="120 stewards") if not number else None
        change(lambda work, d=draft, p=promise: log_call(work, d, p))


def test_a_contact_shows_promises_and_calls(
    show: Callable[..., Any], change: Do, match: UUID, person: UUID
) -> None:
    assert "Last calls" not in told(show(ContactPanel, person))
    speak(change, match, person)
    found = told(show(ContactPanel, person))
    assert {"Promises and decisions", "120 stewards", "Last calls", "Call 0"} <= {
        *found
    }


def test_a_club_shows_those_of_its_people(
    show: Callable[..., Any], change: Do, match: UUID, person: UUID, season: SmallSeason
) -> None:
    speak(change, match, person)
    assert {"120 stewards", "Call 0"} <= {*told(show(ClubPanel, season.atlas))}


def test_an_organisation_shows_those_of_its_people(
    show: Callable[..., Any], change: Do, match: UUID
) -> None:
    def add(work: Any) -> tuple[UUID, UUID]:
        office = work.add(Organisation(name=Words(fr="Bus line")))
        work.session.flush()
        driver = work.add(Contact(name_latin="Driver", organisation_id=office.id))
        work.session.flush()
        return office.id, driver.id

    office, driver = change(add)
    speak(change, match, driver)
    assert {"120 stewards", "Call 0"} <= {*told(show(OrganisationPanel, office))}


def test_of_many_calls_the_last_are_shown_with_a_way_to_all(
    show: Callable[..., Any], change: Do, match: UUID, person: UUID, visits: Visits
) -> None:
    speak(change, match, person, SHOWN + 2)
    panel = show(ContactPanel, person)
    calls = [text for text in told(panel) if text.startswith("Call ")]
    assert len([text for text in calls if text[5:].isdigit()]) == SHOWN
    press(panel, "All calls")
    assert visits.went == [("liaison", LedgerTarget("liaison_entry", "Foulane"))]


def test_a_call_is_written_from_the_panel(
    show: Callable[..., Any], settled: Wait, ask: Do, match: UUID, person: UUID
) -> None:
    panel = show(ContactPanel, person)
    press(panel, "Log call")
    settled()
    dialog = panel.findChildren(FormDialog)[-1]
    written = {"gist": "All is ready", "happened_at": NOW, "fixture_id": match}
    dialog.form.type_in(written)
    dialog.save()
    settled()
    (call,) = ask(lambda work: entries_of(work, contact_id=person))
    assert call.fixture_id == match
