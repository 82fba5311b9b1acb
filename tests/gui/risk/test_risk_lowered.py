"""Who rates a match anew is told which stage, in whose name, and if it comes lower."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.risk import ItemDraft, Rater, Stage
from sportsec.domain.words import Words
from sportsec.queries.risk import AssessmentRow, RiskFile, risk_file
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.pages.risk.state import RiskState, risk_state
from tests.data.risk.risk_matches import decided
from tests.gui.conftest import Do, Visits

NO_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
WHY = Words(fr="Note de la cellule")
LOWER = "Lower than the category in force: "


def state_of(file: RiskFile, row: AssessmentRow, value: int) -> RiskState:
    """Return what the tab says if every factor has the same value."""
    factors = row.grid.factors
    items = {each.code: ItemDraft(value, WHY, "cellule") for each in factors}
    return risk_state(file, row, row.draft, items)


def file_of(ask: Do, match_id: UUID) -> RiskFile:
    found: RiskFile = ask(lambda work: risk_file(work, match_id))
    return found


def rate(change: Do, match_id: UUID, stage: Stage, rater: Rater) -> UUID:
    """Decide the stage before the final one at 4; return an open one of that stage."""

    def job(work: Any) -> UUID:
        decided(work, work.get(Fixture, match_id), Stage.INTERIM, 4)
        return open_assessment(work, match_id, stage, rater)

    key: UUID = change(job)
    return key


@pytest.mark.parametrize(
    ("stage", "rater", "value", "is_said"),
    [
        (Stage.FINAL, Rater.POLICE, 0, True),
        (Stage.INTERIM, Rater.POLICE, 0, True),
        (Stage.FINAL, Rater.POLICE, 4, False),
        (Stage.FINAL, Rater.CLUB, 0, False),  # it changes nothing of the plan
        (Stage.INITIAL, Rater.POLICE, 0, False),  # nor does an earlier stage
        (Stage.POST_MATCH, Rater.POLICE, 0, False),
    ],
)
def test_a_category_below_the_one_in_force_is_said(
    change: Do,
    ask: Do,
    match_id: UUID,
    stage: Stage,
    rater: Rater,
    value: int,
    is_said: bool,
) -> None:
    key = rate(change, match_id, stage, rater)
    file = file_of(ask, match_id)
    row = next(each for each in file.assessments if each.id == key)
    state = state_of(file, row, value)
    assert bool(state.lowered) is is_said
    assert state.may_decide  # it is said, not forbidden


def test_it_is_said_before_the_decision_on_its_button_and_after_it(
    make_tab: Callable[[], RiskTab],
    change: Do,
    match_id: UUID,
    visits: Visits,
    qtbot: QtBot,
) -> None:
    rate(change, match_id, Stage.FINAL, Rater.POLICE)
    tab = make_tab()
    qtbot.waitUntil(lambda: tab.state is not None)
    footer = tab.board.footer
    assert LOWER not in footer.banner.label.text()
    for scope in tab.board.decision.scopes.values():
        scope.button(2).click()
    tab.board.decision.reason.set_value(WHY)
    tab.board.decision.reason.changed.emit()
    said = footer.banner.label.text().translate(NO_ISOLATES)
    assert f"{LOWER}Moderate instead of " in said
    assert footer.decide.text().startswith("Decide: Moderate, lower than in force")
    footer.decide.click()
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.is_decided)
    assert LOWER in visits.said[-1]


def test_who_decides_stands_beside_the_button(tab: RiskTab) -> None:
    footer, field = tab.board.footer, tab.board.decision.decided_by
    field.set_value("")
    field.changed.emit()
    assert "Nobody is named as who decides" in footer.note.text()
    field.set_value("Col. Alami")
    field.changed.emit()
    said = footer.note.text().translate(NO_ISOLATES)
    assert "Decision made by: Col. Alami" in said


def test_the_stage_that_begins_is_said(
    tab: RiskTab, change: Do, match_id: UUID, visits: Visits, qtbot: QtBot
) -> None:
    tab.begin(Stage.FINAL)
    qtbot.waitUntil(lambda: tab.row is not None and tab.row.stage is Stage.FINAL)
    assert "Begun: Final assessment" in visits.said
