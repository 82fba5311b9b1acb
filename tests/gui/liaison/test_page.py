"""The page of liaison: the ledger and the log of all matches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import (
    CommitmentDraft,
    CommitmentKind,
    CommitmentState,
)
from sportsec.domain.liaison import LiaisonDraft
from sportsec.queries.commitments import commitments_of
from sportsec.queries.liaison import entries_of
from sportsec.services.commitments import add_commitment
from sportsec.services.liaison import log_call
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate
from sportsec.ui.pages.liaison.commitment_list import (
    LATE,
    CommitmentList,
    commitment_columns,
)
from sportsec.ui.pages.liaison.entry_list import EntryList
from sportsec.ui.pages.liaison.page import TABS, LiaisonPage
from sportsec.ui.targets import LedgerTarget
from sportsec.ui.widgets.columns import BELOW_ROLE
from sportsec.ui.widgets.form_dialog import FormDialog
from sportsec.ui.widgets.shortened import shortened
from tests.gui.conftest import Visits
from tests.gui.directory.conftest import shown
from tests.gui.fixtures.season import SmallSeason, field
from tests.gui.liaison.conftest import Do, press

Wait = Callable[[], None]


@pytest.fixture
def page(
    qtbot: QtBot,
    desk: Desk,
    change: Do,
    match: UUID,
    season: SmallSeason,
    person: UUID,
    settled: Wait,
) -> LiaisonPage:
    draft = CommitmentDraft(fixture_id=match, club_id=season.atlas)
    call = LiaisonDraft(fixture_id=match, contact_id=person, gist="All is ready")

    def fill(work: object) -> None:
        for wording, due in (
            ("Late word", date(2020, 1, 1)),
            ("Next word", date(2099, 1, 1)),
        ):
            given = CommitmentDraft(
                fixture_id=draft.fixture_id,
                club_id=draft.club_id,
                wording=wording,
                due_on=due,
            )
            add_commitment(work, given)  # type: ignore[arg-type]  # of the test
        log_call(work, call, CommitmentDraft(wording="Given word"))  # type: ignore[arg-type]  # of the test
        mute = LiaisonDraft(with_whom="Caretaker", is_reached=False)
        log_call(work, mute)  # type: ignore[arg-type]  # of the test

    change(fill)
    page = LiaisonPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    settled()
    return page


def ledger(page: LiaisonPage) -> CommitmentList:
    (found,) = page.findChildren(CommitmentList)
    return found


def log(page: LiaisonPage) -> EntryList:
    (found,) = page.findChildren(EntryList)
    return found


def test_every_tab_is_made(page: LiaisonPage) -> None:
    titles = [page.tabs.tabText(at) for at in range(page.tabs.count())]
    assert titles[:2] == ["Promises and decisions", "Calls and visits"]
    assert len(titles) == len(TABS)


def test_the_ledger_begins_with_what_is_late(page: LiaisonPage) -> None:
    assert shown(ledger(page).model) == ["Late word", "Next word", "Given word"]


def test_it_is_filtered_and_searched(page: LiaisonPage, settled: Wait) -> None:
    own = ledger(page)
    own.state.set_value(LATE)
    own.reload()
    settled()
    assert shown(own.model) == ["Late word"]
    own.show_target(LedgerTarget("commitment", "given"))
    settled()
    assert shown(own.model) == ["Given word"]
    assert own.state.value() is None


def test_another_page_leads_to_one_of_the_lists(
    page: LiaisonPage, settled: Wait
) -> None:
    page.show_target(LedgerTarget("liaison_entry", "caretaker"))
    settled()
    assert page.tabs.currentWidget() is log(page)
    assert log(page).model.records == 1
    page.show_target(LedgerTarget("commitment", only_late=True))
    settled()
    assert page.tabs.currentWidget() is ledger(page)
    assert shown(ledger(page).model) == ["Late word"]


def test_enter_opens_the_match(page: LiaisonPage, visits: Visits, match: UUID) -> None:
    own = ledger(page)
    first = own.model.id_at(0)
    assert first is not None
    own.open(first)
    assert visits.went == [("match", (match, "liaison"))]


def test_the_panel_says_what_became_of_it(
    page: LiaisonPage, settled: Wait, ask: Do, match: UUID, visits: Visits
) -> None:
    own = ledger(page)
    assert own.panel is not None
    press(own.panel, "Kept")
    settled()
    states = {
        row.wording: row.state
        for row in ask(lambda work: commitments_of(work, fixture_id=match))
    }
    assert states["Late word"] is CommitmentState.KEPT
    assert visits.said == ["Noted as kept"]


def test_several_are_said_not_to_be_kept_at_once_and_opened_again(
    page: LiaisonPage, settled: Wait, ask: Do, match: UUID
) -> None:
    own = ledger(page)
    both = [one for at in (0, 1) if (one := own.model.id_at(at))]
    acts = offered(own, both)
    acts["Not kept"](both)
    settled()

    def states() -> list[CommitmentState]:
        rows = ask(lambda work: commitments_of(work, fixture_id=match))
        return [row.state for row in rows if row.id in both]

    assert states() == [CommitmentState.BROKEN] * 2
    acts["Open again"](both)
    settled()
    assert states() == [CommitmentState.OPEN] * 2


def offered(own: CommitmentList, ids: list[UUID]) -> dict[str, Callable[..., object]]:
    """Return what the menu of these rows offers."""
    acts = own.table.actions_for_rows
    return {each.text: each.act for each in acts if each.when(ids)}


def test_the_menu_calls_what_became_of_a_decision_as_its_badge_does(
    page: LiaisonPage, settled: Wait, change: Do, visits: Visits
) -> None:
    draft = CommitmentDraft(
        kind=CommitmentKind.DECISION, wording="Gates at three", responsible="Director"
    )
    decided = change(lambda work: add_commitment(work, draft))
    own = ledger(page)
    own.reload()
    settled()
    promised = own.model.id_at(0)
    assert promised is not None
    assert {"Kept", "Not kept"} <= offered(own, [promised]).keys()
    alone = offered(own, [decided])
    assert {"Carried out", "Not carried out"} <= alone.keys()
    assert "Kept" not in alone
    both = [promised, decided]
    assert "Not kept or carried out" in offered(own, both)
    assert "Kept" not in offered(own, both)
    alone["Not carried out"]([decided])
    settled()
    assert visits.said == ["Noted as not carried out"]


def test_the_filter_speaks_of_promises_and_decisions(page: LiaisonPage) -> None:
    combo = ledger(page).state.combo
    texts = [combo.itemText(at) for at in range(combo.count())]
    assert texts[1:] == [
        *("To be kept or carried out", "Late", "Kept or carried out"),
        *("Not kept or carried out", "Withdrawn"),
    ]


def test_where_the_match_has_no_room_it_stands_below_the_wording(
    page: LiaisonPage, qtbot: QtBot, settled: Wait
) -> None:
    table = ledger(page).table
    assert not table.widths.gave_way("match")
    low = table.rowHeight(0)
    page.resize(page.minimumSizeHint().width(), 800)
    qtbot.waitUntil(lambda: table.widths.gave_way("match"))
    assert table.rowHeight(0) > low
    below = table.model().index(0, 0).data(BELOW_ROLE)
    assert below.endswith("Late\u00a0· Atlas – Ocean")
    table.viewport().grab()
    page.resize(1200, 800)
    qtbot.waitUntil(lambda: table.rowHeight(0) == low)


def test_a_new_one_of_no_match_is_made_and_one_without_a_match_edited(
    page: LiaisonPage, settled: Wait
) -> None:
    own = ledger(page)
    dialog = own.new()
    dialog.form.type_in({"wording": "Own word", "is_ours": True})
    dialog.save()
    settled()
    place = shown(own.model).index("Own word")
    made = own.model.id_at(place)
    assert made is not None
    own.open(made)
    settled()
    again = own.findChildren(FormDialog)[-1]
    assert field(again, "wording").value() == "Own word"


def test_where_the_person_has_no_room_he_stands_below_what_was_said(
    page: LiaisonPage, qtbot: QtBot, settled: Wait
) -> None:
    page.tabs.setCurrentWidget(log(page))
    settled()
    table = log(page).table
    low = table.rowHeight(0)
    table.widths.show(0, shown=True)  # an officer who wants the hour leaves less
    page.resize(page.minimumSizeHint().width(), 800)
    qtbot.waitUntil(lambda: table.widths.gave_way("who"))
    assert table.rowHeight(0) > low
    at = table.name_column()
    below = {table.model().index(row, at).data(BELOW_ROLE) for row in range(2)}
    assert "Foulane · Atlas" in below
    page.resize(1200, 800)
    qtbot.waitUntil(lambda: table.rowHeight(0) == low)


def test_the_log_marks_what_nobody_answered(page: LiaisonPage, settled: Wait) -> None:
    page.tabs.setCurrentWidget(log(page))
    settled()
    own = log(page)
    texts = dict(zip(shown(own.model, 1), shown(own.model, 2), strict=True))
    assert texts["Caretaker"] == "No answer"
    assert texts["Foulane · Atlas"] == isolate("All is ready")
    own.unanswered.check.click()
    settled()
    assert own.model.records == 1


def test_what_was_said_is_cut_at_its_own_end_on_a_screen_of_another_direction(
    page: LiaisonPage, speak: Callable[[str], None], settled: Wait
) -> None:
    speak("ar")
    told = log(page).model
    index = next(
        told.index(row, column)
        for row in range(told.rowCount())
        for column in range(told.columnCount())
        if "All is ready" in str(told.index(row, column).data())
    )
    font = QFontMetrics(page.font())
    cut = shortened(index.data(), font, font.horizontalAdvance("All is re"))
    assert cut.count("\u2068") == 2  # the words are one whole inside the line


def test_a_call_on_the_panel_tells_what_was_promised(
    page: LiaisonPage, settled: Wait
) -> None:
    page.tabs.setCurrentWidget(log(page))
    own = log(page)
    answered = next(
        own.model.id_at(at)
        for at in (0, 1)
        if shown(own.model, 1)[at].startswith("Foulane")
    )
    assert answered is not None
    own.table.select(answered)
    settled()
    assert own.panel is not None
    told = [label.text() for label in own.panel.findChildren(QLabel)]
    assert "Given word" in told
    assert "All is ready" in told


def test_new_opens_the_form_of_what_is_on_view(page: LiaisonPage) -> None:
    page.begin_new("liaison_entry")
    assert page.tabs.currentWidget() is log(page)
    assert log(page).findChildren(FormDialog)


def test_a_promise_that_was_searched_for_is_selected(
    page: LiaisonPage, change: Do, match: UUID, settled: Wait
) -> None:
    rows = change(lambda work: commitments_of(work, fixture_id=match))
    wanted = next(row.id for row in rows if row.wording == "Given word")
    page.tabs.setCurrentIndex(1)
    page.show_target(wanted)
    settled()
    ledger = page.tabs.currentWidget()
    assert isinstance(ledger, CommitmentList)
    assert ledger.table.selected_ids() == [wanted]


def test_a_call_of_no_match_proposes_the_next_of_the_club_and_can_be_changed(
    page: LiaisonPage, settled: Wait, season: SmallSeason, person: UUID
) -> None:
    dialog = log(page).new()
    settled()
    dialog.form.type_in({"contact_id": person})
    settled()
    match = dialog.form.field("fixture_id")
    assert match.value() == season.coming
    dialog.form.type_in({"fixture_id": season.later})
    dialog.form.type_in({"contact_id": None})
    settled()
    assert match.value() == season.later


def test_the_ledger_shows_due_day_and_match_before_what_gives_way() -> None:
    columns = {
        each.key or each.sort: each for each in commitment_columns(lambda _row: "")
    }
    assert not columns["due_on"].spare
    assert not columns["due_on"].yields
    assert not columns["match"].yields


def test_a_call_that_was_searched_for_is_selected(
    page: LiaisonPage, change: Do, match: UUID, settled: Wait
) -> None:
    rows = change(lambda work: entries_of(work, fixture_id=match))
    page.tabs.setCurrentIndex(0)
    page.show_target(rows[0].id)
    settled()
    shown_list = page.tabs.currentWidget()
    assert isinstance(shown_list, EntryList)
    assert shown_list.table.selected_ids() == [rows[0].id]
