"""A total of the public that was left behind stands on the risk tab."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import EstimateKind, FixtureStatus
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.ui.pages.risk.page import RiskTab
from sportsec.ui.targets import PointTarget
from tests.data.risk.risk_matches import an_estimate
from tests.gui.conftest import Do, Visits

PLAIN = dict.fromkeys(map(ord, "\u2068\u2069"))


def leave_behind(work: Work, match_id: UUID) -> None:
    """Estimate 600 visitors without ticket beside the 500; the total knew of fewer."""
    match = work.get(Fixture, match_id)
    an_estimate(work, match, EstimateKind.ATTENDANCE, 4_900)
    an_estimate(work, match, EstimateKind.HOME, 4_140)
    an_estimate(work, match, EstimateKind.AWAY_TICKETLESS, 600)


def test_whoever_rates_is_told_that_the_total_was_left_behind_and_led_to_it(
    tab: RiskTab, change: Do, match_id: UUID, visits: Visits, qtbot: QtBot
) -> None:
    assert tab.board.total.isHidden()
    change(lambda work: leave_behind(work, match_id))
    tab.reload()
    qtbot.waitUntil(tab.board.total.isVisible)
    said = tab.board.total.label.text().translate(PLAIN)
    assert "make 5,240, the total attendance says 4,900" in said
    tab.board.total.button.click()
    assert visits.went[-1] == ("match", PointTarget(match_id, "estimates"))


def test_of_a_match_that_was_played_it_is_said_no_more(
    make_tab: Callable[[], RiskTab],
    rated: UUID,
    change: Do,
    match_id: UUID,
    qtbot: QtBot,
) -> None:
    change(lambda work: leave_behind(work, match_id))
    tab = make_tab()
    qtbot.waitUntil(tab.board.total.isVisible)

    def play(work: Work) -> None:
        work.get(Fixture, match_id).status = FixtureStatus.PLAYED

    change(play)
    tab.reload()
    qtbot.waitUntil(tab.board.total.isHidden)
