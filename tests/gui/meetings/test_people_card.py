"""Who comes: invited with one button, present with one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.domain.meetings import ParticipantDraft, Presence
from sportsec.queries.meetings import MeetingFile, meeting_draft
from sportsec.services.meetings import add_participant, revise_meeting
from sportsec.store.work import Work
from sportsec.ui.pages.meetings.page import MeetingPage
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import NOW
from tests.gui.conftest import Do, Visits
from tests.gui.meetings.conftest import Wait

Read = Callable[[], MeetingFile]


@pytest.fixture
def people(change: Do, meeting: UUID) -> list[UUID]:
    """Two who are invited, before the page is opened."""
    names = ("Foulane", "Foulana")
    return [
        change(
            lambda work, name=name: add_participant(
                work, meeting, ParticipantDraft(person=name)
            )
        )
        for name in names
    ]


def presence(read: Read) -> list[Presence]:
    return [row.presence for row in read().participants]


def test_the_usual_participants_are_invited_with_one_button(
    page: MeetingPage, read: Read, settled: Wait, visits: Visits
) -> None:
    page.people.invite_button.click()
    settled()
    count = len(read().participants)
    assert len(page.people.fields) == count >= 7
    assert visits.said == [f"{count} participants added"]
    page.people.invite_button.click()
    settled()
    assert visits.said[-1] == "All who usually come are on the list."


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Qt.Key.Key_1, Presence.PRESENT),
        (Qt.Key.Key_2, Presence.EXCUSED),
        (Qt.Key.Key_3, Presence.ABSENT),
    ],
)
def test_presence_takes_one_key_and_the_keys_stay_there(
    people: list[UUID],
    page: MeetingPage,
    read: Read,
    settled: Wait,
    qtbot: QtBot,
    key: Qt.Key,
    wanted: Presence,
) -> None:
    field = page.people.fields[people[0]]
    field.focus()
    qtbot.keyClick(page.focusWidget(), key)
    settled()
    assert presence(read) == [wanted, Presence.INVITED]
    assert page.people.fields[people[0]] is field
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(page.focusWidget(), key)
    settled()
    assert presence(read) == [wanted, wanted]


def test_presence_takes_one_click(
    people: list[UUID], page: MeetingPage, read: Read, settled: Wait
) -> None:
    page.people.fields[people[1]].button(0).click()
    settled()
    assert presence(read) == [Presence.INVITED, Presence.PRESENT]


def test_all_the_others_came(
    people: list[UUID], page: MeetingPage, read: Read, settled: Wait
) -> None:
    page.people.fields[people[1]].button(1).click()
    settled()
    page.people.came_button.click()
    settled()
    assert presence(read) == [Presence.PRESENT, Presence.EXCUSED]
    assert page.people.came_button.isHidden()
    assert page.people.header.note.text() == "2 invited · 1 present"


def test_who_came_for_an_invited_without_a_name_is_left_to_the_officer_and_said(
    people: list[UUID],
    page: MeetingPage,
    change: Do,
    meeting: UUID,
    read: Read,
    settled: Wait,
    visits: Visits,
) -> None:
    nameless = ParticipantDraft(function="Magistrate")
    change(lambda work: add_participant(work, meeting, nameless))
    page.reload()
    settled()
    page.people.came_button.click()
    settled()
    assert presence(read) == [*[Presence.PRESENT] * 2, Presence.INVITED]
    assert visits.said == [
        "2 noted as present\u00a0· 1 without a name left as it is: note who came"
    ]
    assert page.people.came_button.isHidden()


def test_before_the_meeting_begins_nobody_is_present_but_may_be_excused(
    people: list[UUID],
    page: MeetingPage,
    change: Do,
    meeting: UUID,
    read: Read,
    settled: Wait,
    qtbot: QtBot,
) -> None:
    def put_off(work: Work) -> None:
        seen = meeting_draft(work, meeting)
        later = replace(seen, meets_at=NOW + timedelta(days=1))
        revise_meeting(work, meeting, later, seen=seen)

    change(put_off)
    page.reload()
    settled()
    field = page.people.fields[people[0]]
    assert [field.button(at).isEnabled() for at in range(4)] == [
        *(False, True, False, True)
    ]
    assert page.people.came_button.isHidden()
    assert not page.people.early.isHidden()
    field.focus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_3):
        qtbot.keyClick(page.focusWidget(), key)
        settled()
        assert presence(read) == [Presence.INVITED, Presence.INVITED]
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_2)
    settled()
    assert presence(read) == [Presence.EXCUSED, Presence.INVITED]


def test_somebody_is_added_and_taken_off(
    page: MeetingPage, read: Read, settled: Wait, people: list[UUID], visits: Visits
) -> None:
    page.people.add_button.click()
    settled()
    dialog = page.findChild(FormDialog)
    assert dialog is not None
    dialog.form.type_in({"person": "Benali", "function": "Magistrate"})
    dialog.save()
    settled()
    assert [row.name.fr for row in read().participants][-1] == "Benali"
    page.acts.take_off(people[0])
    settled()
    assert len(read().participants) == 2
    assert visits.said == ["Participant added", "Participant taken off the list"]


def test_readers_hear_of_whom_a_button_speaks(
    people: list[UUID], page: MeetingPage
) -> None:
    button = page.people.fields[people[0]].button(0)
    assert button.accessibleName() == "Presence: Foulane, Present: Key \u20681\u2069"
