"""What is open about a match is said where its order would be printed."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.deployment import DetachmentDraft
from sportsec.domain.deployment_checks import Flaw
from sportsec.domain.problems import Level, Problem
from sportsec.domain.readiness import Lack
from sportsec.domain.words import Words
from sportsec.queries.before_printing import OpenPoints, open_points
from sportsec.services.deployment import add_detachment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.briefing.before_printing import BeforePrinting
from tests.builders import a_club, a_group, a_request
from tests.gui.conftest import Visits

WRONG = Flaw(Problem(None, "Wrong"), "plan")
DOUBT = Problem(None, "Doubtful", Level.WARN)
ALL = OpenPoints((Lack.REVIEW,), (WRONG,), (DOUBT, DOUBT))


@pytest.fixture
def said(desk: Desk, fixture_id: UUID, qtbot: QtBot) -> BeforePrinting:
    banner = BeforePrinting(desk, fixture_id)
    qtbot.addWidget(banner)
    return banner


def test_it_reads_the_match(
    said: BeforePrinting, workspace: Workspace, fixture_id: UUID, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        draft = DetachmentDraft(name=Words(fr="Alpha"), headcount=10)
        add_detachment(work, fixture_id, draft)
        work.commit("Detachment added")
    said.reload()
    qtbot.waitUntil(lambda: bool(said.label.text()))
    assert "Rating" in said.label.text()
    assert "to check" in said.label.text()


def test_it_names_what_is_missing_and_counts_flaws_and_doubts(
    said: BeforePrinting,
) -> None:
    said.show_points(ALL)
    text = "Before you print: Rate anew: the match moved, 1 to correct, 2 to check"
    assert said.label.text() == text


@pytest.mark.parametrize(
    ("points", "tab"),
    [
        (ALL, "risk"),
        (replace(ALL, lacks=(Lack.ESTIMATE,)), "overview"),
        (replace(ALL, lacks=()), "deployment"),
        (replace(ALL, lacks=(), flaws=()), "overview"),
    ],
)
def test_it_leads_to_the_first_of_it(
    said: BeforePrinting, points: OpenPoints, tab: str, fixture_id: UUID, visits: Visits
) -> None:
    said.show_points(points)
    said.button.click()
    assert visits.went[-1] == ("match", (fixture_id, tab))


def test_it_is_silent_where_nothing_is_open(said: BeforePrinting) -> None:
    said.show_points(ALL)
    said.show_points(OpenPoints())
    assert said.isHidden()


def test_requests_nobody_answered_are_named_and_led_to(
    said: BeforePrinting, workspace: Workspace, fixture_id: UUID, visits: Visits
) -> None:
    with workspace.writing() as work:
        match = work.get(Fixture, fixture_id)
        a_request(work, match, a_group(work, a_club(work, "Rif")))
        work.commit("Request for a tifo added")
        points = open_points(work, fixture_id)
    assert Lack.ANIMATIONS in points.lacks
    said.show_points(OpenPoints((Lack.ANIMATIONS,)))
    assert said.label.text() == "Before you print: Requests for tifos to answer"
    said.button.click()
    assert visits.went[-1] == ("match", (fixture_id, "tifos"))
