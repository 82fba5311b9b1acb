"""New figures of the public stand on the risk tab until the match is rated anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import EstimateDraft, EstimateKind
from sportsec.domain.risk import Stage
from sportsec.queries.match_steps import match_steps
from sportsec.services.fixtures import add_estimate
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.ui.pages.risk.page import RiskTab
from tests.data.risk.risk_matches import decided
from tests.gui.conftest import Do

NO_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))
DAY = date(2026, 11, 22)


def estimate(work: Work, match_id: UUID) -> None:
    draft = EstimateDraft(EstimateKind.AWAY_TICKETED, 2500, "Club", DAY)
    add_estimate(work, match_id, draft)


@pytest.fixture
def tab(
    make_tab: Callable[[], RiskTab], change: Do, match_id: UUID, qtbot: QtBot
) -> RiskTab:
    """Of a match rated 2 for 500 visitors, of whom 2,500 are expected since."""
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.INITIAL, 2))
    change(lambda work: estimate(work, match_id))
    made = make_tab()
    qtbot.waitUntil(made.board.outrun.isVisible)
    return made


def test_it_is_said_which_estimate_changes_which_factor_from_what_to_what(
    tab: RiskTab,
) -> None:
    said = tab.board.outrun.label.text().translate(NO_ISOLATES)
    assert "level 2 in the rating, level 4 by the estimate of" in said
    assert "22/11/2026" in said
    assert "Club" in said


def test_its_button_begins_the_next_assessment_with_what_the_figures_say(
    tab: RiskTab, qtbot: QtBot
) -> None:
    assert tab.board.outrun.button.text() == "Begin: Interim assessment"
    tab.board.outrun.button.click()
    qtbot.waitUntil(lambda: tab.row is not None and not tab.row.is_decided)
    assert tab.row is not None
    assert tab.row.stage is Stage.INTERIM
    assert tab.row.items["F5"].value == 4
    assert tab.board.outrun.isVisible()  # nothing is decided yet
    assert tab.board.outrun.button.isHidden()  # it leads to what is on view


def test_the_file_of_the_match_says_which_stage_that_is(
    tab: RiskTab, change: Do, ask: Do, match_id: UUID
) -> None:
    assert ask(lambda work: match_steps(work, match_id)).stage is Stage.INTERIM
    change(lambda work: open_assessment(work, match_id, Stage.FINAL))
    assert ask(lambda work: match_steps(work, match_id)).stage is Stage.FINAL
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.MATCH_DAY, 4))
    assert ask(lambda work: match_steps(work, match_id)).stage is None  # rated anew


def test_it_goes_once_the_match_is_rated_anew(
    tab: RiskTab, change: Do, match_id: UUID, qtbot: QtBot
) -> None:
    change(lambda work: decided(work, work.get(Fixture, match_id), Stage.FINAL, 4))
    tab.reload()
    qtbot.waitUntil(tab.board.outrun.isHidden)


def test_in_a_low_window_one_line_tells_of_it_and_the_rest_is_its_hint(
    tab: RiskTab, qtbot: QtBot
) -> None:
    said = tab.board.outrun.label.text()
    tab.resize(520, 700)
    qtbot.waitUntil(lambda: tab.minimumHeight() < 300)  # what stood beside is below
    tab.resize(520, 300)
    short = "Other figures than in the rating in force"
    qtbot.waitUntil(lambda: tab.board.outrun.label.text() == short)
    assert tab.board.outrun.label.toolTip() == said
    tab.resize(1100, 760)
    qtbot.waitUntil(lambda: tab.board.outrun.label.text() == said)
    assert not tab.board.outrun.label.toolTip()
