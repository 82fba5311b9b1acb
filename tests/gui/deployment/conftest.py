"""A match to deploy for, on a real store, and its tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.deployment import Phase
from sportsec.domain.words import N_, Words
from sportsec.services.deployment import assign
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.deployment.page import DeploymentTab
from tests.builders import a_unit
from tests.data.deployment.deployments import (
    a_detachment,
    a_ground,
    a_match,
    a_post,
)


@dataclass(frozen=True)
class Planned:
    """What stands in the record of the match."""

    fixture: UUID
    sector: UUID
    lion: UUID
    tiger: UUID
    north: UUID
    outside: UUID


@pytest.fixture
def planned(workspace: Workspace) -> Planned:
    """Ten men of Lion, six of them on post N1, which needs eight; post X has none."""
    with workspace.writing() as work:
        venue, sector, gate = a_ground(work)
        fixture = a_match(work, venue)
        unit = a_unit(work, "Corps urbain", strength=500)
        work.session.flush()
        lion = a_detachment(work, fixture, "Lion", 10, unit_id=unit.id)
        tiger = a_detachment(work, fixture, "Tiger", 20, unit_id=unit.id)
        north = a_post(
            work, fixture, "N1", headcount_needed=8, gate_id=gate.id, place=Words()
        )
        outside = a_post(work, fixture, "X")
        a_post(work, fixture, "A2", phase=Phase.P2, headcount_needed=0)
        assign(work, lion, north, 6)
        work.commit(N_("Match planned"))
        return Planned(fixture.id, sector.id, lion, tiger, north, outside)


@pytest.fixture
def make_tab(qtbot: QtBot, desk: Desk) -> Callable[[UUID], DeploymentTab]:
    """Make the tab of a match, show it and wait for its lists."""

    def make(fixture_id: UUID) -> DeploymentTab:
        tab = DeploymentTab(desk, fixture_id)
        qtbot.addWidget(tab)
        tab.resize(1120, 700)
        tab.show()
        qtbot.waitUntil(lambda: tab.state is not None)
        qtbot.waitUntil(lambda: tab.board.posts.is_open)
        return tab

    return make
