"""The risk tab on a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.risk import FloorRule, ItemDraft, RiskCategory, Stage
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.risk import assessment_row, risk_file
from sportsec.services.risk import assess
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.language import label
from sportsec.ui.pages.risk.factor_row import meaning_text
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.pages.risk.state import WANTED
from sportsec.ui.pages.risk.summary import confidence_text
from sportsec.ui.widgets.field import Field
from tests.data.risk.risk_matches import an_estimate, decided
from tests.gui.conftest import Do, Visits
from tests.gui.risk.rating import WHY, justify, pick

Make = Callable[[], RiskTab]
ALONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
TAB = Qt.FocusReason.TabFocusReason


def test_an_unrated_match_offers_to_begin(
    make_tab: Make, qtbot: QtBot, ask: Do, match_id: UUID
) -> None:
    tab = make_tab()
    tab.empty.button.click()
    qtbot.waitUntil(lambda: tab.state is not None)
    (row,) = ask(lambda work: risk_file(work, match_id)).assessments
    assert row.stage is Stage.INITIAL
    assert tab.board.grid.rows["F1"].item.value == 4
    assert "Group Alpha" in tab.board.grid.rows["F1"].note.text()


def test_a_match_is_rated_by_keys_alone(
    make_tab: Make, qtbot: QtBot, ask: Do, match_id: UUID
) -> None:
    tab = make_tab()
    tab.activateWindow()

    def press(key: Qt.Key, held: Qt.KeyboardModifier = ALONE) -> None:
        qtbot.keyClick(QApplication.focusWidget() or tab, key, held)

    def stands_in(widget: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and widget.isAncestorOf(focused)

    def stands_at(code: str) -> bool:
        return stands_in(tab.board.grid.rows[code].values)

    press(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: tab.row is not None and tab._desk.runner.is_idle)
    lines = tab.board.grid.rows.values()
    line = next(each for each in lines if each.item.value is None)
    code = line.factor.code
    qtbot.waitUntil(lambda: stands_at(code))  # the first that nothing is known of
    press(Qt.Key.Key_3)
    assert line.detail is not None  # a high value wants its evidence at once
    assert stands_in(line.detail)
    press(Qt.Key.Key_Escape)
    assert stands_at(code)
    press(Qt.Key.Key_2)
    codes = list(tab.board.grid.rows)
    after = codes[codes.index(code) + 1]
    press(Qt.Key.Key_Down)
    assert stands_at(after)
    press(Qt.Key.Key_Up)
    assert stands_at(code)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.is_decided)
    qtbot.waitUntil(lambda: stands_in(tab.board.strip))
    (row,) = ask(lambda work: risk_file(work, match_id)).assessments
    assert row.items[code].value == 2


def test_the_category_follows_each_click_at_once(tab: RiskTab) -> None:
    assert tab.state is not None
    before = tab.state.rating.score
    pick(tab, "F12", 4)
    assert tab.state.rating.score != before
    assert FloorRule.INTELLIGENCE in tab.state.rating.floors
    assert tab.board.summary.chip.level in {"high", "critical"}
    pick(tab, "F12", None)
    assert "F12" in tab.state.rating.unknown


def test_a_high_value_opens_its_evidence_and_forbids_the_decision(
    tab: RiskTab,
) -> None:
    assert tab.board.footer.decide.isEnabled()
    pick(tab, "F8", 3)
    row = tab.board.grid.rows["F8"]
    assert row.fold.isChecked()
    assert not tab.board.footer.decide.isEnabled()
    justify(tab, "F8")
    assert tab.board.footer.decide.isEnabled()
    assert row.note.text() == "Note of the cell"


def marks(tab: RiskTab, code: str) -> tuple[str, str, str]:
    """Levels of the line of a factor, of its evidence, and of the whole tab."""
    row = tab.board.grid.rows[code]
    assert row.detail is not None
    field = row.detail.evidence.inputs()[0]
    shown = (row.note, field, tab.board.footer.banner)
    note, evidence, banner = (each.property("level") for each in shown)
    return note, evidence, banner


def leave(field: Field, reason: Qt.FocusReason = TAB) -> None:
    event = QFocusEvent(QEvent.Type.FocusOut, reason)
    QApplication.sendEvent(field.inputs()[0], event)


def test_evidence_is_wanted_calmly_until_it_was_left(tab: RiskTab) -> None:
    pick(tab, "F8", 3)
    assert marks(tab, "F8") == (WANTED, WANTED, WANTED)
    row = tab.board.grid.rows["F8"]
    assert row.detail is not None
    row.detail.evidence.inputs()[1].setFocus()  # in another language
    leave(row.detail.evidence, Qt.FocusReason.ActiveWindowFocusReason)
    assert marks(tab, "F8") == (WANTED, WANTED, WANTED)
    row.detail.source.focus()
    leave(row.detail.evidence)
    assert marks(tab, "F8") == ("block", "block", "block")


def test_evidence_that_is_taken_away_again_is_missing(tab: RiskTab) -> None:
    pick(tab, "F8", 3)
    justify(tab, "F8")
    row = tab.board.grid.rows["F8"]
    assert row.detail is not None
    row.detail.evidence.set_value(Words())
    row.detail.evidence.changed.emit()
    assert marks(tab, "F8") == ("block", "block", "block")


def test_evidence_that_is_folded_away_was_looked_at(tab: RiskTab) -> None:
    pick(tab, "F8", 3)
    tab.board.grid.rows["F9"].set_unfolded(True)
    assert marks(tab, "F8")[0] == "block"


def test_whoever_saves_without_evidence_is_told(tab: RiskTab, qtbot: QtBot) -> None:
    pick(tab, "F8", 3)
    tab.board.footer.save.click()
    assert marks(tab, "F8") == ("block", "block", "block")
    qtbot.waitUntil(lambda: not tab.is_dirty and tab._desk.runner.is_idle)
    assert marks(tab, "F8") == ("block", "block", "block")


def test_a_reason_is_wanted_calmly_until_it_was_left(tab: RiskTab) -> None:
    reason = tab.board.decision.reason
    tab.board.decision.scopes["travel"].button(1).click()
    assert not reason.inputs()[0].property("level")
    tab.board.footer.save.setFocus()
    leave(reason)
    assert reason.inputs()[0].property("level") == "block"


def test_the_button_says_what_it_decides_and_without_what(
    tab: RiskTab, qtbot: QtBot, visits: Visits
) -> None:
    decide = tab.board.footer.decide
    assert tab.state is not None
    assert tab.state.chosen is not None
    category = label(tab.state.chosen.overall)
    unknown = f"{tab.state.unknown} factors are not known"
    assert tab.state.unknown > 1
    assert decide.text() == f"Decide: {category} – {unknown}"
    decide.click()
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.is_decided)
    assert visits.said == [f"Risk category decided\n{unknown}"]


def test_the_button_says_that_another_category_was_suggested(tab: RiskTab) -> None:
    for code in tab.board.grid.rows:
        pick(tab, code, 0)
    decide, decision = tab.board.footer.decide, tab.board.decision
    assert decide.text() == "Decide: Low"
    decision.scopes["travel"].button(2).click()
    assert decide.text() == "Decide"  # not yet: a reason is wanted
    decision.reason.set_value(WHY)
    decision.reason.changed.emit()
    assert decide.text() == "Decide: Moderate, not as suggested"


def test_one_evidence_is_open_at_a_time(tab: RiskTab) -> None:
    rows = tab.board.grid.rows
    rows["F1"].set_unfolded(True)
    rows["F2"].set_unfolded(True)
    assert [code for code, row in rows.items() if row.fold.isChecked()] == ["F2"]


def test_what_is_saved_is_there_again(
    tab: RiskTab, rated: UUID, qtbot: QtBot, ask: Do, visits: Visits
) -> None:
    pick(tab, "F8", 3)
    justify(tab, "F8")
    assert tab.is_dirty
    assert tab.may_leave()  # leaving saves
    qtbot.waitUntil(lambda: not tab.is_dirty)
    item = ask(lambda work: assessment_row(work, rated)).items["F8"]
    assert item == ItemDraft(3, WHY, "cellule")
    assert visits.said == ["Assessment saved"]


def test_another_category_asks_for_a_reason_before_it_is_decided(
    tab: RiskTab, rated: UUID, qtbot: QtBot, ask: Do
) -> None:
    decision = tab.board.decision
    decision.scopes["travel"].button(1).click()
    assert decision.reason.isVisibleTo(decision)
    assert not tab.board.footer.decide.isEnabled()
    decision.reason.set_value(WHY)
    decision.reason.changed.emit()
    decision.decided_by.set_value("Commissaire B.")
    tab.board.footer.decide.click()
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.is_decided)
    row = ask(lambda work: assessment_row(work, rated))
    assert row.decided_by == "Commissaire B."
    assert row.scopes.travel is RiskCategory.LOW
    assert not tab.board.footer.decide.isVisible()
    assert not tab.board.grid.rows["F1"].values.isEnabled()


def test_choosing_the_suggested_category_again_needs_no_reason(tab: RiskTab) -> None:
    decision = tab.board.decision
    assert tab.state is not None
    assert tab.state.rating.suggested is not None
    suggested = int(tab.state.rating.suggested.travel)
    decision.scopes["travel"].button(1 if suggested != 1 else 2).click()
    assert tab.state.is_overridden
    decision.scopes["travel"].button(suggested).click()
    assert not tab.state.is_overridden


def test_a_new_estimate_moves_the_floors_but_not_what_was_typed(
    tab: RiskTab, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    pick(tab, "F8", 2)

    def more(work: Any) -> None:
        an_estimate(work, work.get(Fixture, match_id), EstimateKind.AWAY_TICKETED, 3000)

    change(more)
    tab.reload()
    qtbot.waitUntil(
        lambda: (
            tab.state is not None and FloorRule.AWAY_PUBLIC in tab.state.rating.floors
        )
    )
    assert tab.board.grid.rows["F8"].item.value == 2
    assert tab.is_dirty
    row = tab.board.grid.rows["F5"]
    row.set_unfolded(True)
    assert row.detail is not None
    row.detail.take.click()
    assert row.item.value == 4
    assert all(row.item.evidence.has(language) for language in LANGUAGES)


def test_the_next_stage_begins_beside_the_last(
    tab: RiskTab, rated: UUID, qtbot: QtBot
) -> None:
    pick(tab, "F8", 2)
    tab.board.wanted.emit(Stage.INTERIM, tab.row.rater if tab.row else None)
    qtbot.waitUntil(lambda: len(tab.board.strip.buttons) == 2)
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.stage is Stage.INTERIM)
    assert tab.board.grid.rows["F8"].item.value == 2
    tab.board.strip.buttons[rated].click()
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.id == rated)


def test_a_second_assessment_of_an_open_stage_is_refused_in_words(
    tab: RiskTab, visits: Visits, qtbot: QtBot
) -> None:
    tab.begin(Stage.INITIAL)
    qtbot.waitUntil(lambda: bool(visits.said))
    assert "already open" in visits.said[0]


def test_discarding_leaves_nothing(tab: RiskTab, qtbot: QtBot) -> None:
    tab.board.footer.discard.click()
    qtbot.waitUntil(tab.empty.isVisible)
    assert tab.row is None


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(
    tab: RiskTab, rated: UUID, change: Do, visits: Visits, qtbot: QtBot
) -> None:
    pick(tab, "F8", 2)

    def theirs(work: Any) -> None:
        row = assessment_row(work, rated)
        items = {**row.items, "F8": ItemDraft(1)}
        assess(work, rated, row.draft, items, seen=(row.draft, row.items))

    change(theirs)
    tab.save()
    qtbot.waitUntil(lambda: bool(visits.complaints))
    assert type(visits.complaints[0]).__name__ == "StaleWrite"
    assert tab.board.grid.rows["F8"].item.value == 2


def test_a_hidden_tab_waits_until_it_is_shown(
    tab: RiskTab, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    tab.hide()
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.FINAL, 0))
    tab._on_changed(frozenset({"risk_assessment"}))
    tab._on_changed(frozenset({"club"}))
    assert len(tab.board.strip.buttons) == 1
    tab.show()
    qtbot.waitUntil(lambda: len(tab.board.strip.buttons) == 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tab_speaks_every_language(
    language: str,
    make_tab: Make,
    rated: UUID,
    speak: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    speak(language)
    tab = make_tab()
    qtbot.waitUntil(lambda: tab.state is not None)
    expected = {"ar": "العلاقة", "fr": "Relation", "en": "Relation"}[language]
    assert expected in tab.board.grid.rows["F1"].title.text()


def test_a_category_from_few_factors_says_how_little_it_rests_on(
    tab: RiskTab,
) -> None:
    for code in tab.board.grid.rows:
        pick(tab, code, None)
    pick(tab, "F1", 2)
    assert tab.state is not None
    text = confidence_text(tab.state).translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert text == "Low confidence: 1 of 13 factors known"
    labels = tab.board.summary.result.findChildren(QLabel)
    assert confidence_text(tab.state) in [each.text() for each in labels]


def test_the_open_assessment_follows_each_answer(tab: RiskTab, rated: UUID) -> None:
    tile = tab.board.strip.buttons[rated]
    for value, category in ((0, "Low"), (4, "Critical")):
        for code in tab.board.grid.rows:
            pick(tab, code, value)
        assert tile.badge.text == category
        assert category in tile.accessibleName()


def test_a_step_between_is_told_by_what_stands_on_either_side(tab: RiskTab) -> None:
    row = tab.board.grid.rows["F3"]
    pick(tab, "F3", 1)
    assert row.note.text() == meaning_text(row.factor, 1)
    plain = row.note.text().translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert plain == "Between “Calm” and “Pyro, damage”"
