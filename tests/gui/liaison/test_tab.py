"""The tab of a match: whom to call, the call in a form, promises and log below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.animations import AnimationDecision
from sportsec.domain.commitments import CommitmentDraft, CommitmentState
from sportsec.domain.liaison import LiaisonDraft
from sportsec.domain.words import Words
from sportsec.queries.commitments import commitments_of
from sportsec.queries.liaison import entries_of
from sportsec.queries.people import contact_draft
from sportsec.services.commitments import add_commitment, close_commitment
from sportsec.services.liaison import log_call
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.liaison import Meeting
from sportsec.store.tables.people import Contact
from sportsec.ui.desk import Desk
from sportsec.ui.pages.animations.card import AnimationsCard
from sportsec.ui.pages.liaison.callees_card import FIRST, CalleesCard
from sportsec.ui.pages.liaison.calls_card import CallsCard
from sportsec.ui.pages.liaison.lines import LineStack
from sportsec.ui.pages.liaison.promises_card import PromisesCard
from sportsec.ui.pages.liaison.tab import CARDS, WIDE, LiaisonTab
from sportsec.ui.pages.meetings.match_card import MatchMeetingsCard
from sportsec.ui.theme import scaled
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.tab_order import stops
from tests.builders import NOW
from tests.gui.conftest import Visits
from tests.gui.fixtures.season import SmallSeason, field
from tests.gui.liaison.conftest import Do, press

Wait = Callable[[], None]


@pytest.fixture
def tab(
    qtbot: QtBot, desk: Desk, match: UUID, person: UUID, settled: Wait
) -> LiaisonTab:
    tab = LiaisonTab(desk, match)
    qtbot.addWidget(tab)
    tab.resize(1100, 900)
    tab.show()
    tab.reload()
    settled()
    return tab


def card(tab: LiaisonTab, kind: type[Any]) -> Any:
    return next(each for each in tab.cards if isinstance(each, kind))


def said(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def seen_lines(stack: LineStack) -> int:
    return sum(not line.isHidden() for line in stack.lines)


def test_every_card_is_made_and_asks_again(tab: LiaisonTab) -> None:
    assert len(tab.cards) == len(CARDS)
    assert "Nobody was called for this match yet." in said(card(tab, CallsCard))
    assert "Nothing promised or decided yet." in said(card(tab, PromisesCard))


def test_whom_to_call_stands_under_the_club_with_the_number(tab: LiaisonTab) -> None:
    shown = card(tab, CalleesCard)
    assert "Home club\u00a0· Atlas" in said(shown)
    (line,) = shown.people.lines
    assert line.accessibleName() == "Foulane"
    names = [
        each.accessibleName() for each in line.side.children() if each.isWidgetType()
    ]  # type: ignore[attr-defined]
    assert any("06 61 23 45 67" in name for name in names)


def test_a_call_is_written_in_one_act_with_its_promise(
    tab: LiaisonTab,
    settled: Wait,
    ask: Do,
    match: UUID,
    person: UUID,
    visits: Visits,
) -> None:
    press(card(tab, CalleesCard), "Log call: Foulane")
    settled()
    dialog = tab.findChildren(FormDialog)[-1]
    assert field(dialog, "contact_id").value() == person
    assert field(dialog, "happened_at").value() is not None
    assert field(dialog, "is_number_right").value()
    written = {
        "gist": "All is ready",
        "promise": "120 stewards",
        "due_on": date(2026, 12, 1),
        "happened_at": NOW,
    }
    dialog.form.type_in(written)
    dialog.save()
    settled()
    (call,) = ask(lambda work: entries_of(work, fixture_id=match))
    (promise,) = ask(lambda work: commitments_of(work, fixture_id=match))
    assert (call.gist, promise.wording) == ("All is ready", "120 stewards")
    assert promise.liaison_id == call.id
    assert ask(lambda work: contact_draft(work, person)).verified_on.year == 2026
    (told,) = visits.said
    assert told.startswith("Call logged")
    assert "Promise: 120 stewards" in told
    assert "01/12/2026" in told


def test_the_cursor_stands_where_it_is_written_what_was_said(
    tab: LiaisonTab, settled: Wait, qtbot: QtBot
) -> None:
    dialog = card(tab, CalleesCard).log_call(card(tab, CalleesCard)._rows[0].person.id)
    settled()
    area = field(dialog, "gist").edit
    qtbot.waitUntil(lambda: QApplication.focusWidget() is area)


def test_nobody_answered_needs_no_words_and_proves_no_number(
    tab: LiaisonTab, settled: Wait, ask: Do, match: UUID, person: UUID
) -> None:
    press(card(tab, CalleesCard), "Log call: Foulane")
    settled()
    dialog = tab.findChildren(FormDialog)[-1]
    field(dialog, "is_unanswered").check.click()
    settled()
    tick = field(dialog, "is_number_right")
    assert not tick.isEnabled()
    assert not tick.value()
    dialog.form.type_in({"happened_at": NOW})
    dialog.save()
    settled()
    (call,) = ask(lambda work: entries_of(work, fixture_id=match))
    assert not call.is_reached
    assert ask(lambda work: contact_draft(work, person)).verified_on.year == 2020


def test_a_call_without_words_or_with_a_promise_of_nobody_is_not_saved(
    tab: LiaisonTab, settled: Wait, ask: Do, match: UUID
) -> None:
    dialog = tab.log_call()
    dialog.form.type_in({"with_whom": "Caretaker", "promise": "The gate is mended"})
    dialog.save()
    settled()
    levels = {
        name: field(dialog, name).inputs()[0].property("level")
        for name in ("gist", "party", "contact_id")
    }
    assert levels["gist"] == levels["party"] == "block"
    assert levels["contact_id"] in {"", None}
    assert ask(lambda work: entries_of(work, fixture_id=match)) == ()


def test_ctrl_n_opens_the_form(tab: LiaisonTab, qtbot: QtBot) -> None:
    tab.activateWindow()
    qtbot.keyClick(tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(tab.findChildren(FormDialog)))


def test_the_cards_tell_what_is_there(
    tab: LiaisonTab, settled: Wait, change: Do, match: UUID, person: UUID
) -> None:
    draft = LiaisonDraft(fixture_id=match, contact_id=person, gist="All is ready")
    mute = LiaisonDraft(fixture_id=match, with_whom="Caretaker", is_reached=False)
    change(lambda work: log_call(work, draft, CommitmentDraft(wording="Stewards")))
    change(lambda work: log_call(work, mute))
    tab.reload()
    settled()
    assert "1 reached" in said(card(tab, CalleesCard))
    assert "Reached on" in said(card(tab, CalleesCard))
    calls = card(tab, CallsCard)
    assert "2 entries · 1 not answered" in said(calls)
    assert "1 to be kept" in said(card(tab, PromisesCard))


def test_a_call_is_edited_and_deleted(
    tab: LiaisonTab, settled: Wait, change: Do, ask: Do, match: UUID, person: UUID
) -> None:
    draft = LiaisonDraft(fixture_id=match, contact_id=person, gist="All is ready")
    change(lambda work: log_call(work, draft))
    tab.reload()
    settled()
    calls = card(tab, CallsCard)
    press(calls, "Edit: Call")
    settled()
    dialog = calls.findChildren(FormDialog)[-1]
    dialog.form.type_in({"gist": "Not yet"})
    dialog.save()
    settled()
    assert ask(lambda work: entries_of(work, fixture_id=match))[0].gist == "Not yet"
    press(calls, "Delete: Call")
    settled()
    assert ask(lambda work: entries_of(work, fixture_id=match)) == ()


def test_of_many_people_the_first_are_shown_and_the_rest_on_request(
    tab: LiaisonTab, settled: Wait, qtbot: QtBot, change: Do, season: SmallSeason
) -> None:
    def crowd(work: Any) -> None:
        for number in range(FIRST + 2):
            work.add(Contact(name_latin=f"P{number}", club_id=season.atlas))

    change(crowd)
    tab.reload()
    settled()
    shown = card(tab, CalleesCard)
    qtbot.waitUntil(lambda: seen_lines(shown.people) == FIRST)
    assert shown.people.more.text() == "3 more persons"
    shown.people.more.click()
    assert seen_lines(shown.people) == FIRST + 3
    assert shown.people.more.isHidden()
    assert shown.people.lines[FIRST].isAncestorOf(QApplication.focusWidget())


def test_the_row_at_the_top_counts_and_leads_to_each_card(
    tab: LiaisonTab, settled: Wait, change: Do, match: UUID, person: UUID
) -> None:
    draft = LiaisonDraft(fixture_id=match, contact_id=person, gist="All is ready")
    change(lambda work: log_call(work, draft, CommitmentDraft(wording="Stewards")))
    tab.reload()
    settled()
    texts = [button.text() for button in tab.jumps.buttons]
    assert texts[1] == "Promises and decisions: 1 to be kept"
    assert texts[4] == "Calls and visits: 1 entry"
    tab.activateWindow()
    tab.jumps.buttons[4].click()
    assert QApplication.focusWidget() is card(tab, CallsCard).add_button


def test_where_there_is_room_promises_stand_beside_whom_to_call(
    tab: LiaisonTab, qtbot: QtBot
) -> None:
    people, promises = card(tab, CalleesCard), card(tab, PromisesCard)
    assert promises.y() > people.y()
    tab.resize(scaled(WIDE), 900)
    qtbot.waitUntil(lambda: promises.y() == people.y())
    assert promises.x() > people.x()
    calls = card(tab, CallsCard)
    assert calls.x() == people.x()
    order = list(stops(tab))
    assert order.index(calls.add_button) < order.index(promises.add_button)
    tab.resize(scaled(WIDE) - 1, 900)
    qtbot.waitUntil(lambda: promises.y() > people.y())


def test_of_many_calls_the_latest_are_shown_and_the_rest_on_request(
    tab: LiaisonTab,
    settled: Wait,
    qtbot: QtBot,
    change: Do,
    match: UUID,
    person: UUID,
) -> None:
    draft = LiaisonDraft(fixture_id=match, contact_id=person, gist="All is ready")
    for _number in range(7):
        change(lambda work: log_call(work, draft))
    tab.reload()
    settled()
    entries = card(tab, CallsCard).entries
    qtbot.waitUntil(lambda: seen_lines(entries) == 4)
    assert entries.more.text() == "3 more"
    entries.more.click()
    assert seen_lines(entries) == 7
    tab.reload()
    settled()
    qtbot.waitUntil(lambda: seen_lines(entries) == 7)


def test_a_promise_not_kept_stays_counted_and_marked(
    tab: LiaisonTab, settled: Wait, change: Do, match: UUID, person: UUID
) -> None:
    draft = CommitmentDraft(fixture_id=match, contact_id=person, wording="No flares")
    one = change(lambda work: add_commitment(work, draft))
    broken = CommitmentState.BROKEN
    change(lambda work: close_commitment(work, one, broken, "Twenty flares"))
    tab.reload()
    settled()
    told = said(card(tab, PromisesCard))
    assert "1 not kept" in told
    assert "Twenty flares" in told
    assert tab.jumps.buttons[1].text().endswith("1 not kept")


def test_an_attempt_after_the_answer_is_told_first(
    tab: LiaisonTab, settled: Wait, change: Do, match: UUID, person: UUID
) -> None:
    for hours, is_reached in ((3, True), (1, False)):
        draft = LiaisonDraft(
            fixture_id=match,
            contact_id=person,
            gist="Said",
            is_reached=is_reached,
            happened_at=NOW - timedelta(hours=hours),
        )
        change(lambda work, draft=draft: log_call(work, draft))
    tab.reload()
    settled()
    told = said(card(tab, CalleesCard))
    assert told.index("no answer") < told.index("reached on")


def test_of_many_meetings_and_requests_the_first_are_shown(
    tab: LiaisonTab,
    settled: Wait,
    qtbot: QtBot,
    change: Do,
    season: SmallSeason,
    match: UUID,
) -> None:
    def fill(work: Any) -> None:
        group = work.add(SupporterGroup(name=Words(fr="Alpha"), club_id=season.atlas))
        work.session.flush()
        for _ in range(9):
            work.add(Meeting(fixture_id=match))
            work.add(AnimationRequest(fixture_id=match, group_id=group.id))

    change(fill)
    tab.reload()
    settled()
    for kind, said in (
        (MatchMeetingsCard, "5 more meetings"),
        (AnimationsCard, "5 more requests"),
    ):
        stack = card(tab, kind).stack
        qtbot.waitUntil(lambda stack=stack: seen_lines(stack) == 4)
        assert stack.more.text() == said
        stack.more.click()
        qtbot.waitUntil(lambda stack=stack: seen_lines(stack) == 9)


def test_the_request_to_be_answered_next_is_among_those_shown(
    tab: LiaisonTab, settled: Wait, qtbot: QtBot, change: Do, match: UUID
) -> None:
    def fill(work: Any) -> None:
        for at in range(9):
            decision = AnimationDecision.PENDING if at else AnimationDecision.REFUSED
            work.add(AnimationRequest(fixture_id=match, decision=decision))

    change(fill)
    tab.reload()
    settled()
    shown = card(tab, AnimationsCard)
    shown.focus_pending()
    qtbot.waitUntil(lambda: seen_lines(shown.stack) == 4)
    assert next(line for line in shown.lines if line.row.is_pending).isVisibleTo(shown)
