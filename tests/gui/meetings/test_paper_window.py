"""The minutes on the screen as they will print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from sportsec.domain.meetings import MeetingStatus, ParticipantDraft, Presence
from sportsec.queries.meetings import meeting_draft
from sportsec.services.meetings import add_participant, revise_meeting
from sportsec.ui.pages.meetings.page import MeetingPage
from sportsec.ui.pages.meetings.paper_window import (
    ConvocationWindow,
    MeetingPaperWindow,
    MinutesWindow,
)
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.gui.conftest import Do, Visits
from tests.gui.meetings.conftest import Wait

Revise = Callable[..., None]
W = TypeVar("W", bound=MeetingPaperWindow)


@pytest.fixture
def window(page: MeetingPage, qtbot: QtBot) -> MeetingPaperWindow:
    window = page.open_minutes()
    assert window is not None
    with qtbot.waitSignal(window.paper.shown):
        assert not window.paper.print_button.isEnabled()
    return window


@pytest.fixture
def revise(ask: Do, change: Do, meeting: UUID) -> Revise:
    """Say more of the meeting: `revise(place="Stadium")`."""

    def write(**values: Any) -> None:
        seen = ask(lambda work: meeting_draft(work, meeting))
        draft = replace(seen, **values)
        change(lambda work: revise_meeting(work, meeting, draft, seen=seen))

    return write


def ready(window: MeetingPaperWindow | None, kind: type[W], settled: Wait) -> W:
    """Return a paper once it says what it leaves open."""
    assert isinstance(window, kind)
    settled()
    return window


def form_over(window: MeetingPaperWindow) -> FormDialog:
    (dialog,) = window.findChildren(FormDialog)
    return dialog


def fill_in(dialog: FormDialog, settled: Wait, **values: str) -> None:
    """Say in the form over a paper what the paper did not."""
    dialog.form.type_in(values)
    dialog.save()
    settled()


def name_place_and_chair(window: MeetingPaperWindow, settled: Wait) -> None:
    """Name both in the form over a paper, which is opened at the place."""
    dialog = form_over(window)
    assert dialog.focusWidget() is dialog.form.field("place").inputs()[0]
    fill_in(dialog, settled, place="Stadium", chair="Prefect")


def text_of(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    return str(document.getAllText(0).text())


def test_what_is_saved_is_the_paper_on_the_screen(
    window: MeetingPaperWindow, tmp_path: Path
) -> None:
    window.paper.save_to(tmp_path / "minutes.pdf")
    text = text_of(tmp_path / "minutes.pdf")
    assert "Draft minutes" in text
    assert "Local commission" in text


def test_that_the_paper_is_saved_is_said_in_the_window_that_shows_it(
    window: MeetingPaperWindow, tmp_path: Path, visits: Visits
) -> None:
    """The window of the program lies behind it."""
    window.paper.save_to(tmp_path / "minutes.pdf")
    assert window.toast.isVisible()
    assert window.toast.label.text() == "Saved: minutes.pdf"
    assert window.rect().contains(window.toast.geometry())
    assert not visits.said


def test_another_language_gives_another_paper_and_is_remembered(
    window: MeetingPaperWindow, page: MeetingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.paper.shown):
        window.paper.languages.setCurrentIndex(1)
    window.paper.save_to(tmp_path / "minutes.pdf")
    assert "Projet de procès-verbal" in text_of(tmp_path / "minutes.pdf")
    window.reject()
    again = page.open_minutes()
    assert again is not None
    assert again.paper.languages.currentIndex() == 1
    with qtbot.waitSignal(again.paper.shown):
        pass
    again.reject()


def test_the_file_is_named_by_day_kind_and_clubs(window: MeetingPaperWindow) -> None:
    name = "2026-11-22_Minutes_Local-commission_Atlas-Ocean_en.pdf"
    assert window.paper.file_name() == name


def test_the_convocation_is_printed_while_the_meeting_is_ahead(
    page: MeetingPage, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.convocation_button.isVisible)
    page.convocation_button.click()
    (window,) = page.findChildren(ConvocationWindow)
    with qtbot.waitSignal(window.paper.shown):
        pass
    name = "2026-11-22_Notice-of-meeting_Local-commission_Atlas-Ocean_en.pdf"
    assert window.paper.file_name() == name
    window.paper.save_to(tmp_path / "convocation.pdf")
    text = text_of(tmp_path / "convocation.pdf")
    assert "You are asked to attend" in text
    assert "Draft" not in text


def test_what_the_convocation_leaves_open_is_said_before_it_is_printed_and_mended(
    page: MeetingPage, settled: Wait
) -> None:
    window = ready(page.open_convocation(), ConvocationWindow, settled)
    said = window.open_yet
    assert said.label.text() == (
        "The place is not fixed yet. Nobody is named for the chair yet."
    )
    said.button.click()
    name_place_and_chair(window, settled)
    assert said.isHidden()
    window.reject()


def test_who_is_asked_without_a_name_is_told_before_it_is_printed_and_named(
    page: MeetingPage, revise: Revise, change: Do, meeting: UUID, settled: Wait
) -> None:
    revise(place="Stadium", chair="Prefect")
    asked = ParticipantDraft(function="Civil Protection")
    excused = ParticipantDraft(function="Magistrate", presence=Presence.EXCUSED)
    change(lambda work: add_participant(work, meeting, asked))
    change(lambda work: add_participant(work, meeting, excused))
    window = ready(page.open_convocation(), ConvocationWindow, settled)
    said = window.open_yet
    assert said.label.text() == (
        "1 invited without a name: the letter says only whom they speak for."
    )
    assert said.property("level") == "info"
    said.button.click()
    settled()
    fill_in(form_over(window), settled, person="Foulane")
    assert said.isHidden()
    window.reject()


def test_whose_presence_nobody_noted_is_said_above_the_minutes_and_noted_on_the_page(
    page: MeetingPage, revise: Revise, change: Do, meeting: UUID, settled: Wait
) -> None:
    came = ParticipantDraft(person="Alami", presence=Presence.PRESENT)
    change(lambda work: add_participant(work, meeting, came))
    open_yet = ParticipantDraft(person="Berrada")
    one = change(lambda work: add_participant(work, meeting, open_yet))
    revise(status=MeetingStatus.HELD)
    page.reload()
    settled()
    window = ready(page.open_minutes(), MinutesWindow, settled)
    said = window.unnoted
    assert said.isVisible()
    assert said.label.text() == (
        "Nobody noted whether 1 participant came: the minutes say “Invited”."
    )
    said.button.click()
    assert not window.isVisible()
    now = page.focusWidget()
    assert now is not None
    assert page.people.fields[one].isAncestorOf(now)
    page.acts.note_presence(one, Presence.ABSENT)
    settled()
    again = ready(page.open_minutes(), MinutesWindow, settled)
    assert again.unnoted.isHidden()
    again.reject()


def test_what_the_minutes_leave_blank_is_said_above_them_and_filled_in_from_there(
    page: MeetingPage, revise: Revise, settled: Wait
) -> None:
    revise(status=MeetingStatus.HELD, minutes_keeper="Secretary")
    page.reload()
    settled()
    window = ready(page.open_minutes(), MinutesWindow, settled)
    said = window.not_said
    assert said.isVisible()
    assert said.label.text() == (
        "The minutes must say where the meeting was held"
        " · The minutes must say who was in the chair"
    )
    said.button.click()
    name_place_and_chair(window, settled)
    assert said.isHidden()
    window.reject()


def test_of_a_meeting_to_come_the_draft_minutes_need_say_nothing_yet(
    page: MeetingPage, settled: Wait
) -> None:
    window = ready(page.open_minutes(), MinutesWindow, settled)
    assert window.not_said.isHidden()
    window.reject()
