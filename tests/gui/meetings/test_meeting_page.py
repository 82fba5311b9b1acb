"""The file of a meeting: prepared, held, filled in, deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.errors import Invalid
from sportsec.domain.fixtures import MoveDraft
from sportsec.domain.meetings import (
    MeetingStatus,
    ParticipantDraft,
    Presence,
    Signature,
)
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.meetings import MeetingFile, meeting_draft
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.services.meetings import (
    add_participant,
    restore_meeting,
    revise_meeting,
)
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.pages.directory.small_rows import ValueLink
from sportsec.ui.pages.meetings.forms import agenda_form, discussion_form, meeting_form
from sportsec.ui.pages.meetings.page import MeetingPage
from sportsec.ui.pages.meetings.paper_window import MinutesWindow
from sportsec.ui.pages.meetings.points_dialog import PointsDialog
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import NOW
from tests.data.meetings.samples import a_decision
from tests.gui.conftest import Do, Visits
from tests.gui.fixtures.season import SmallSeason
from tests.gui.meetings.conftest import Wait, new_meeting

Read = Callable[[], MeetingFile]


def save(dialog: FormDialog | None, field: str, value: object, settled: Wait) -> None:
    assert dialog is not None
    dialog.form.type_in({field: value})
    dialog.save()
    settled()


def test_the_title_says_which_meeting_it_is(page: MeetingPage) -> None:
    assert page.title.startswith("Local commission")
    assert "Atlas" in page.title


def test_a_meeting_is_noted_as_held_with_one_button(
    page: MeetingPage, read: Read, settled: Wait, visits: Visits
) -> None:
    page.held_button.click()
    settled()
    assert read().draft.status is MeetingStatus.HELD
    assert not page.held_button.isEnabled()
    assert visits.said == ["Meeting noted as held"]


def test_minutes_of_what_was_held_are_noted_as_signed(
    page: MeetingPage, read: Read, settled: Wait
) -> None:
    assert page.signed_button.isHidden()
    page.held_button.click()
    settled()
    page.signed_button.click()
    settled()
    assert read().draft.signature is Signature.SIGNED
    assert not page.signed_button.isEnabled()


def test_no_button_takes_the_place_of_another_when_a_meeting_was_held_and_signed(
    page: MeetingPage, qtbot: QtBot, read: Read, settled: Wait
) -> None:
    """Only the signing comes, where the convocation went."""
    kept = (page.history_button, page.print_button, page.held_button, page.more)
    QApplication.processEvents()
    were = [each.geometry() for each in kept]
    place = page.convocation_button.geometry()
    page.held_button.click()
    settled()
    qtbot.waitUntil(page.signed_button.isVisible)
    qtbot.waitUntil(lambda: page.signed_button.geometry() == place)
    assert [each.geometry() for each in kept] == were
    page.signed_button.click()
    settled()
    QApplication.processEvents()
    assert [each.geometry() for each in kept] == were
    assert not read().participants
    assert [each.text() for each in page.more.menu().actions()] == ["Delete"]


def test_what_was_done_with_a_meeting_ahead_is_not_offered_when_it_is_seen_again(
    page: MeetingPage, settled: Wait
) -> None:
    page.held_button.click()
    settled()
    page.hide()
    page.show()
    settled()
    assert page.held_button.isHidden()
    assert page.signed_button.isEnabled()


def test_a_meeting_whose_match_moved_is_confirmed_with_one_button(
    page: MeetingPage, change: Do, season: SmallSeason, settled: Wait, visits: Visits
) -> None:
    assert page.stays.isHidden()
    move_by_weeks(change, season.coming)
    page.reload()
    settled()
    assert "move the meeting, or confirm its day" in page.stays.label.text()
    page.stays.button.click()
    settled()
    page.reload()
    settled()
    assert page.stays.isHidden()
    assert visits.said == ["Day of the meeting confirmed"]


def move_by_weeks(change: Do, match: UUID) -> None:
    def job(work: Work) -> None:
        seen = fixture_draft(work, match)
        assert seen.kick_off_date is not None
        later = seen.kick_off_date + timedelta(weeks=3)
        draft = MoveDraft(kick_off_date=later, venue_id=seen.venue_id, reason="TV")
        reschedule_fixture(work, match, draft, seen=seen)

    change(job)


def test_what_is_still_to_come_cannot_be_held(
    page: MeetingPage, change: Do, settled: Wait, visits: Visits, season: SmallSeason
) -> None:
    page.show_target(new_meeting(change, season.coming, NOW + timedelta(days=1)))
    settled()
    assert not page.held_button.isEnabled()
    assert page.held_button.toolTip()
    page.acts.hold()
    settled()
    assert isinstance(visits.complaints[0], Invalid)


def test_what_has_begun_meanwhile_can_be_held(
    page: MeetingPage,
    change: Do,
    settled: Wait,
    season: SmallSeason,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The page was opened before, and stayed open."""
    page.show_target(new_meeting(change, season.coming, NOW + timedelta(minutes=1)))
    settled()
    assert not page.held_button.isEnabled()
    monkeypatch.setattr(workspace, "_clock", lambda: NOW + timedelta(minutes=2))
    page._clock.timeout.emit()
    settled()
    assert page.held_button.isEnabled()
    assert not page.held_button.toolTip()


def test_before_a_meeting_the_convocation_is_the_paper_to_print_then_the_minutes(
    page: MeetingPage, change: Do, settled: Wait, season: SmallSeason
) -> None:
    def is_first() -> list[bool]:
        buttons = (page.convocation_button, page.print_button)
        return [bool(each.property("primary")) for each in buttons]

    assert is_first() == [False, True]
    page.show_target(new_meeting(change, season.coming, NOW + timedelta(days=1)))
    settled()
    assert is_first() == [True, False]
    assert "Ctrl+P" in page.convocation_button.toolTip()
    assert not page.print_button.toolTip()


def test_it_is_said_whose_presence_nobody_noted_and_the_minutes_are_signed_anyway(
    page: MeetingPage, meeting: UUID, change: Do, read: Read, settled: Wait
) -> None:
    def invite(work: Work) -> list[UUID]:
        drafts = [ParticipantDraft(person=name) for name in ("Alami", "Berrada")]
        return [add_participant(work, meeting, draft) for draft in drafts]

    first, second = change(invite)
    settled()
    page.reload()
    settled()
    assert page.unnoted.isHidden()
    page.held_button.click()
    settled()
    page.acts.note_presence(first, Presence.PRESENT)
    settled()
    assert page.unnoted.label.text() == (
        "Nobody noted whether 1 participant came: the minutes say “Invited”."
    )
    page.unnoted.button.click()
    now = page.focusWidget()
    assert now is not None
    assert page.people.fields[second].isAncestorOf(now)
    page.signed_button.click()
    settled()
    assert read().draft.signature is Signature.SIGNED
    page.acts.note_presence(second, Presence.ABSENT)
    settled()
    assert page.unnoted.isHidden()


def test_what_is_typed_is_added_before_the_meeting_is_closed_or_printed(
    page: MeetingPage, read: Read, settled: Wait
) -> None:
    page.decisions.line.wording.set_value("Tickets by name")
    for button in (page.held_button, page.print_button):
        button.click()
        settled()
        assert "not added yet" in page.decisions.line.said.text()
    assert read().draft.status is MeetingStatus.PLANNED
    assert not page.findChildren(MinutesWindow)
    page.decisions.line.responsible.set_value("The stadium")
    page.decisions.line.take()
    settled()
    page.held_button.click()
    settled()
    assert read().draft.status is MeetingStatus.HELD


def points_dialog(page: MeetingPage, settled: Wait) -> PointsDialog | None:
    page.fill_button.click()
    settled()
    return next((d for d in page.findChildren(PointsDialog) if d.isVisible()), None)


def test_open_points_fill_the_agenda_and_nothing_twice(
    page: MeetingPage, read: Read, settled: Wait, visits: Visits, qtbot: QtBot
) -> None:
    dialog = points_dialog(page, settled)
    assert dialog is not None
    points = dialog.ticked
    assert "Decide the risk category" in points
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settled()
    assert tuple(read().draft.agenda.splitlines()) == points
    assert page.agenda.text.text().count("\n") == len(points) - 1
    assert points_dialog(page, settled) is None
    assert visits.said[-1] == "All that stands open is on the agenda."


def test_a_point_that_is_unticked_stays_off_the_agenda(
    page: MeetingPage, read: Read, settled: Wait, qtbot: QtBot
) -> None:
    dialog = points_dialog(page, settled)
    assert dialog is not None
    first, *others = dialog.ticked
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.ticked == tuple(others)
    assert dialog.all.checkState() is Qt.CheckState.PartiallyChecked
    dialog.all.click()
    assert dialog.ticked == (first, *others)
    assert dialog.all.checkState() is Qt.CheckState.Checked
    dialog.all.click()
    assert not dialog.bar.save.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.bar.save.click()
    settled()
    assert read().draft.agenda == first


def test_what_is_changed_after_the_signing_is_signed_again(
    page: MeetingPage, read: Read, settled: Wait
) -> None:
    page.held_button.click()
    settled()
    page.signed_button.click()
    settled()
    save(page.edit(discussion_form()), "discussion", "All agreed.", settled)
    assert read().is_changed
    assert page.signed_button.text() == "Minutes signed again"
    (badge,) = page.facts.facts.findChildren(Badge)[1:]
    assert badge.text == "To be signed again"
    page.signed_button.click()
    settled()
    assert not read().is_changed
    assert not page.signed_button.isEnabled()


def test_agenda_and_discussion_are_written_in_their_forms(
    page: MeetingPage, read: Read, settled: Wait
) -> None:
    save(page.edit(agenda_form()), "agenda", "Tickets\nRoute", settled)
    save(page.edit(discussion_form()), "discussion", "All agreed.", settled)
    assert read().draft.agenda == "Tickets\nRoute"
    assert page.discussion.text.text().endswith("All agreed.\u2069")
    assert page.discussion.none.isHidden()


def test_points_are_numbered_where_reading_begins_whatever_they_are_written_in(
    page: MeetingPage, settled: Wait
) -> None:
    save(page.edit(agenda_form()), "agenda", "التذاكر\nTickets", settled)
    lines = page.agenda.text.text().splitlines()
    assert [line[0] for line in lines] == ["\u200e", "\u200e"]


def test_the_form_says_what_is_missing_in_the_minutes(
    page: MeetingPage, settled: Wait
) -> None:
    dialog = page.edit(meeting_form(page.desk))
    assert dialog is not None
    settled()
    note = dialog.form.note("minutes_keeper")
    assert "2-23-155" in note.text.text()


def test_a_decision_that_was_typed_is_not_lost_by_leaving(
    page: MeetingPage, answered: Callable[[str], None]
) -> None:
    page.decisions.line.wording.set_value("Tickets by name")
    answered("Go on editing")
    assert not page.may_close()
    answered("Go on editing")
    assert not page.may_leave()
    assert page.decisions.line.wording.value()
    answered("Close without saving")
    assert page.may_leave()
    assert not page.decisions.line.is_typed
    assert page.may_leave()


def test_the_match_is_one_click_away(page: MeetingPage, visits: Visits) -> None:
    page.facts.facts.findChildren(ValueLink)[0].click()
    assert page.file is not None
    assert visits.went == [("match", (page.file.entry.fixture_id, "liaison"))]


def test_a_meeting_deleted_says_so_and_comes_back_with_undo(
    page: MeetingPage, settled: Wait, change: Do, ask: Do, meeting: UUID
) -> None:
    page.more.delete.trigger()
    settled()
    assert page.area.isHidden()
    assert "deleted" in page.banner.label.text()
    change(lambda work: restore_meeting(work, meeting))
    page.reload()
    settled()
    assert not page.area.isHidden()
    assert ask(lambda work: meeting_draft(work, meeting)) is not None


def test_one_that_took_decisions_is_not_deleted(
    page: MeetingPage, settled: Wait, change: Do, meeting: UUID, visits: Visits
) -> None:
    change(lambda work: a_decision(work, meeting, "Tickets by name"))
    page.more.delete.trigger()
    settled()
    assert isinstance(visits.complaints[0], Invalid)
    assert not page.area.isHidden()


def test_what_others_write_meanwhile_is_shown(
    page: MeetingPage, change: Do, meeting: UUID, settled: Wait
) -> None:
    def write(work: Work) -> None:
        seen = meeting_draft(work, meeting)
        revise_meeting(work, meeting, replace(seen, place="Province"), seen=seen)

    change(write)
    page.desk.runner.changed.emit(frozenset({"meeting"}))
    settled()
    assert page.file is not None
    assert page.file.draft.place == "Province"


def test_a_promise_made_in_the_meeting_has_a_form_of_its_own(
    page: MeetingPage, settled: Wait, meeting: UUID, read: Read
) -> None:
    dialog = page.add_commitment()
    assert dialog is not None
    dialog.form.type_in({"wording": "No flares", "is_ours": True})
    dialog.save()
    settled()
    assert [row.wording for row in read().decisions] == ["No flares"]


def test_ctrl_n_leads_to_the_line_of_decisions(page: MeetingPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.decisions.line.wording.line.hasFocus)


def test_what_is_done_with_a_meeting_stays_on_view_in_a_low_window(
    qtbot: QtBot, page: MeetingPage
) -> None:
    page.resize(1100, 360)
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert page.area.isAncestorOf(page.held_button) is False
    bar.setValue(bar.maximum())
    assert not page.held_button.visibleRegion().isEmpty()


def test_a_low_window_scrolls_the_title_with_the_meeting(
    qtbot: QtBot, page: MeetingPage
) -> None:
    title = page._title
    assert not page.area.isAncestorOf(title)
    page.resize(1100, 360)
    qtbot.waitUntil(lambda: page.area.isAncestorOf(title) and title.isVisible())
    page.resize(1100, 900)
    qtbot.waitUntil(lambda: not page.area.isAncestorOf(title) and title.isVisible())
