"""A match to rate, on a real store, and its tab."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.risk import Stage
from sportsec.domain.words import N_
from sportsec.services.risk import open_assessment
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.risk.page import RiskTab
from tests.data.risk.risk_matches import a_hostility, a_match, an_estimate
from tests.gui.conftest import Do


@pytest.fixture
def match_id(workspace: Workspace) -> UUID:
    """A match between hostile groups with 500 away supporters."""
    with workspace.writing() as work:
        fixture = a_match(work)
        a_hostility(work, fixture)
        an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 500)
        work.commit(N_("Match planned"))
        return fixture.id


@pytest.fixture
def make_tab(qtbot: QtBot, desk: Desk, match_id: UUID) -> Callable[[], RiskTab]:
    """Make the tab, show it and wait for its first answer."""

    def make() -> RiskTab:
        tab = RiskTab(desk, match_id)
        qtbot.addWidget(tab)
        tab.resize(1100, 760)
        tab.show()
        qtbot.waitUntil(lambda: tab._file is not None)
        return tab

    return make


@pytest.fixture
def rated(change: Do, match_id: UUID) -> UUID:
    """An open initial assessment."""
    key: UUID = change(lambda work: open_assessment(work, match_id, Stage.INITIAL))
    return key


@pytest.fixture
def tab(make_tab: Callable[[], RiskTab], rated: UUID, qtbot: QtBot) -> RiskTab:
    made = make_tab()
    qtbot.waitUntil(lambda: made.state is not None)
    return made
