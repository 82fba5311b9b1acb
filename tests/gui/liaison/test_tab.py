"""The tab of a match: whom to call, the call in a form, promises and log below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.liaison import LiaisonDraft
from sportsec.queries.commitments import commitments_of
from sportsec.queries.liaison import entries_of
from sportsec.queries.people import contact_draft
from sportsec.services.liaison import log_call
from sportsec.store.tables.people import Contact
from sportsec.ui.desk import Desk
from sportsec.ui.pages.liaison.callees_card import FIRST, CalleesCard
from sportsec.ui.pages.liaison.calls_card import CallsCard
from sportsec.ui.pages.liaison.promises_card import PromisesCard
from sportsec.ui.pages.liaison.tab import CARDS, LiaisonTab
from sportsec.ui.widgets.form_dialog import FormDialog
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
    written = {"gist": "All is ready", "promise": "120 stewards", "happened_at": NOW}
    dialog.form.type_in(written)
    dialog.save()
    settled()
    (call,) = ask(lambda work: entries_of(work, fixture_id=match))
    (promise,) = ask(lambda work: commitments_of(work, fixture_id=match))
    assert (call.gist, promise.wording) == ("All is ready", "120 stewards")
    assert promise.liaison_id == call.id
    assert ask(lambda work: contact_draft(work, person)).verified_on.year == 2026
    assert visits.said == ["Call logged"]


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
    tab: LiaisonTab, settled: Wait, change: Do, season: SmallSeason
) -> None:
    def crowd(work: Any) -> None:
        for number in range(FIRST + 2):
            work.add(Contact(name_latin=f"P{number}", club_id=season.atlas))

    change(crowd)
    tab.reload()
    settled()
    shown = card(tab, CalleesCard)
    assert len(shown.people.lines) == FIRST
    assert shown.more.text() == "3 more persons"
    shown.more.click()
    assert len(shown.people.lines) == FIRST + 3
    assert shown.more.isHidden()
