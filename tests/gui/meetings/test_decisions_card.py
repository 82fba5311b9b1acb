"""Decisions, one after the other by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentKind, CommitmentTopic
from sportsec.domain.meetings import ParticipantDraft
from sportsec.queries.meetings import MeetingFile
from sportsec.services.meetings import add_participant
from sportsec.ui.pages.meetings.page import MeetingPage
from tests.builders import NOW
from tests.gui.conftest import Do, Visits
from tests.gui.meetings.conftest import Wait

Read = Callable[[], MeetingFile]


def enter(qtbot: QtBot, page: MeetingPage, text: str = "") -> None:
    """Type a text where the keys are, then Enter."""
    widget = page.focusWidget()
    if text:
        qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def test_two_decisions_are_typed_without_the_mouse(
    page: MeetingPage, read: Read, settled: Wait, qtbot: QtBot, visits: Visits
) -> None:
    page.decisions.line.wording.focus()
    enter(qtbot, page, "Gates open at 15:00")
    enter(qtbot, page, "Stadium director")
    enter(qtbot, page, "5/12/2026")
    settled()
    enter(qtbot, page, "Tickets by name")
    enter(qtbot, page, "Club")
    enter(qtbot, page)  # the day stays
    settled()
    first, second = read().decisions
    assert first.kind is CommitmentKind.DECISION
    assert first.fixture_id is not None
    assert (first.wording, first.responsible) == (
        "Gates open at 15:00",
        "Stadium director",
    )
    assert second.due_on == first.due_on == date(2026, 12, 5)
    assert len(page.decisions.table.lines) == 2
    assert visits.said == ["Decision added", "Decision added"]


def test_a_subject_can_be_chosen_and_does_not_stay(
    page: MeetingPage, read: Read, settled: Wait
) -> None:
    line = page.decisions.line
    line.wording.set_value("No collective travel")
    line.responsible.set_value("Governor")
    line.topic.set_value(CommitmentTopic.TRAVEL)
    line.button.click()
    settled()
    assert read().decisions[0].topic is CommitmentTopic.TRAVEL
    assert line.topic.value() is CommitmentTopic.OTHER


def test_what_is_missing_is_said_and_nothing_is_lost(
    page: MeetingPage, read: Read, settled: Wait
) -> None:
    line = page.decisions.line
    line.responsible.set_value("Club")
    line.button.click()
    settled()
    assert line.said.text() == "Write what was promised or decided"
    assert line.responsible.value() == "Club"
    line.wording.set_value("Tickets by name")
    line.responsible.set_value("")
    line.button.click()
    settled()
    assert line.said.text() == "Say who sees to this decision"
    line.due_on.line.setText("31/02")
    line.button.click()
    assert "date" in line.said.text()
    assert read().decisions == ()


def test_a_day_that_has_passed_is_said_once_and_enter_adds_all_the_same(
    page: MeetingPage, read: Read, settled: Wait, qtbot: QtBot
) -> None:
    line = page.decisions.line
    for wording in ("Tickets by name", "Gates open at 15:00"):
        line.wording.set_value(wording)
        line.responsible.set_value("Club")
        line.due_on.set_value(NOW.date() - timedelta(days=1))
        line.button.click()
        settled()
        if len(read().decisions) == 0:
            assert line.said.text().startswith("This day has passed already")
            assert line.due_on.line.hasFocus()
            enter(qtbot, page)
            settled()
            assert line.said.isHidden()
    assert len(read().decisions) == 2


def test_who_is_there_is_offered_as_responsible(
    page: MeetingPage, change: Do, meeting: UUID, settled: Wait
) -> None:
    draft = ParticipantDraft(person="Foulane")
    change(lambda work: add_participant(work, meeting, draft))
    page.reload()
    settled()
    completer = page.decisions.line.responsible.line.completer()
    completer.setCompletionPrefix("oul")
    assert completer.currentCompletion() == "Foulane"
