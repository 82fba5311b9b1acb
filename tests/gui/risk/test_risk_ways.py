"""Ways through the risk tab: by Tab, to the reason, to the next assessment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.risk import RiskCategory, Stage
from sportsec.queries.risk import risk_file
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.language import label
from sportsec.ui.pages.risk.page import RiskTab
from tests.data.risk.risk_matches import an_estimate, decided
from tests.gui.conftest import Do

Make = Callable[[], RiskTab]


@pytest.fixture
def tab(make_tab: Make, change: Do, match_id: UUID, qtbot: QtBot) -> RiskTab:
    change(lambda work: open_assessment(work, match_id, Stage.INITIAL))
    made = make_tab()
    qtbot.waitUntil(lambda: made.state is not None)
    made.activateWindow()
    return made


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_one_tab_leads_from_factor_to_factor_to_what_is_chosen(
    tab: RiskTab, qtbot: QtBot
) -> None:
    rows = list(tab.board.grid.rows.values())
    rows[0].values.button(2).click()
    rows[1].values.button(1).click()
    rows[0].values.focus()
    for row, value in ((rows[0], 2), (rows[1], 1), (rows[2], rows[2].item.value)):
        assert focused() is row.values.button(value)
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert rows[3].values.isAncestorOf(focused())


def test_a_row_is_entered_at_what_is_chosen_also_after_it_was_read_only(
    tab: RiskTab, qtbot: QtBot
) -> None:
    segments = tab.board.decision.scopes["inside"]
    segments.setEnabled(False)
    segments.show_value(int(RiskCategory.CRITICAL))
    segments.setEnabled(True)
    policies = {
        category: segments.button(int(category)).focusPolicy()
        for category in RiskCategory
    }
    entries = [c for c, p in policies.items() if p is Qt.FocusPolicy.StrongFocus]
    assert entries == [RiskCategory.CRITICAL]


def test_another_category_by_mouse_brings_the_cursor_to_its_reason(
    tab: RiskTab, qtbot: QtBot
) -> None:
    tab.resize(1100, 460)
    decision, area = tab.board.decision, tab.board._reasons
    assert tab.state is not None
    assert tab.state.chosen is not None
    other = 1 if tab.state.chosen.inside > 1 else 4
    button = decision.scopes["inside"].button(other)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert decision.reason.isAncestorOf(focused())

    def is_in_view() -> bool:
        top = decision.reason.mapTo(area.viewport(), QPoint())
        return area.viewport().rect().contains(QRect(top, decision.reason.size()))

    qtbot.waitUntil(is_in_view)


def test_arrows_choose_a_category_and_enter_goes_to_its_reason(
    tab: RiskTab, qtbot: QtBot
) -> None:
    segments = tab.board.decision.scopes["inside"]
    segments.focus()
    before = focused()
    is_top = segments.button(4) is before
    qtbot.keyClick(before, Qt.Key.Key_Left if is_top else Qt.Key.Key_Right)
    assert segments.isAncestorOf(focused())
    assert focused() is not before
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert tab.board.decision.reason.isAncestorOf(focused())


def test_the_button_says_what_its_keys_do(
    tab: RiskTab, change: Do, ask: Do, match_id: UUID, qtbot: QtBot
) -> None:
    new = tab.board.new
    assert new.accessibleName() == "Go on: Initial assessment"
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.INTERIM))
    tab.reload()
    qtbot.waitUntil(lambda: len(tab.board.strip.buttons) == 2)
    assert new.accessibleName() == "Go on: Initial assessment"
    offered = [action.text() for action in tab.board._others.actions()]
    assert label(Stage.INITIAL) not in offered
    assert offered[0] == label(Stage.FINAL)
    tab.show_assessment(
        next(row.id for row in tab._file.assessments if row.is_decided)  # type: ignore[union-attr]
    )
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.is_decided)
    new.click()
    qtbot.waitUntil(lambda: tab.row is not None and not tab.row.is_decided)
    assert len(ask(lambda work: risk_file(work, match_id)).assessments) == 2


def test_a_new_assessment_says_where_the_facts_gave_another_value_before(
    make_tab: Make, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    def begun(work: Any) -> UUID:
        fixture = work.get(Fixture, match_id)
        decided(work, fixture, Stage.INITIAL, value=1)
        an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 1500)
        return open_assessment(work, match_id, Stage.INTERIM)

    change(begun)
    tab = make_tab()
    qtbot.waitUntil(lambda: tab.state is not None)
    row = tab.board.grid.rows["F5"]
    assert row.item.value == 3
    said = row.note.text().translate(dict.fromkeys(map(ord, "\u2068\u2069")))
    assert said.startswith("1 in the previous assessment · From the database: ")


def test_the_assessment_in_force_says_so(
    tab: RiskTab, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.INTERIM))
    tab.reload()
    qtbot.waitUntil(lambda: len(tab.board.strip.buttons) == 2)
    names = [each.accessibleName() for each in tab.board.strip.buttons.values()]
    assert ["in force" in name for name in names] == [False, True]
