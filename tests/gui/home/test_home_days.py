"""Promises on the cards, and meetings and moved matches beside them, lead on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import N_
from sportsec.i18n.formats import short_date
from sportsec.queries.due_promises import DuePromises
from sportsec.queries.home_tasks import DueTasks
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.home.day_cards import LeftCard, MeetingsCard
from sportsec.ui.pages.home.gravest import GravestCard
from sportsec.ui.pages.home.match_card import MatchCard
from sportsec.ui.pages.home.page import HomePage
from sportsec.ui.pages.home.side_cards import LateCard
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.widgets.badges import Badge, RiskChip
from tests.builders import NOW, a_club, a_fixture
from tests.gui.conftest import Visits

TODAY = NOW.date()


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        teams = a_club(work, "Atlas"), a_club(work, "Phare")
        made: Fixture = a_fixture(*(work, *teams), kick_off_date=TODAY + timedelta(2))
        work.session.flush()
        work.add(Commitment(fixture_id=made.id, due_on=TODAY - timedelta(1)))
        work.commit(N_("Match planned"))
        return made.id


def opened(desk: Desk, qtbot: QtBot) -> HomePage:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: bool(page.cards))
    return page


def button(holder: QWidget, text: str) -> QPushButton:
    found = holder.findChildren(QPushButton)
    return next(each for each in found if text in each.text())


def badges(card: QWidget) -> list[str]:
    found = [b for b in card.findChildren(Badge) if not isinstance(b, RiskChip)]
    return [each.text for each in found]


def said(card: QWidget) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel)]


def test_a_card_counts_late_promises_and_leads_to_them(
    match: UUID, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    page = opened(desk, qtbot)
    (card,) = page.cards
    button(card, "1 late commitment").click()
    assert visits.went == [("match", (match, "promises"))]
    assert "1 late commitment" in card.accessibleName()


def test_the_header_of_the_match_counts_them_until_they_are_kept(
    match: UUID, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    page = MatchPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_target(match)
    qtbot.waitUntil(lambda: page.head.promises.text() == "1 late commitment")
    page.head.promises.click()
    assert visits.went == [("match", (match, "promises"))]
    assert "commitment" in page.cares
    with desk.runner.workspace.writing() as work:
        work.session.query(Commitment).one().due_on = TODAY + timedelta(9)
        work.commit(N_("Promise saved"))
    page.reload()
    qtbot.waitUntil(page.head.promises.isHidden)


def test_a_meeting_of_the_days_is_led_to(
    match: UUID, workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        meeting = work.add(Meeting(fixture_id=match, meets_at=NOW, place="Préfecture"))
        work.session.flush()
        wanted = meeting.id
        work.commit(N_("Meeting added"))
    page = opened(desk, qtbot)
    card = page.findChild(MeetingsCard)
    button(card, "Today").click()
    assert visits.went == [("meeting", wanted)]
    assert {"Atlas – Phare", "Préfecture"} <= set(said(card))


def test_a_match_that_left_the_days_is_led_to_with_its_new_day(
    match: UUID, workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    new_day = TODAY + timedelta(30)
    with workspace.writing() as work:
        teams = a_club(work, "Nord"), a_club(work, "Sud")
        gone = a_fixture(work, *teams, kick_off_date=new_day)
        a_fixture(
            *(work, *teams),
            kick_off_date=TODAY + timedelta(3),
            status=FixtureStatus.POSTPONED,
        )
        work.session.flush()
        change = KickOffChange(fixture_id=gone.id, changed_at=NOW, from_date=TODAY)
        work.add(change)
        wanted = gone.id
        work.commit(N_("Match moved"))
    page = opened(desk, qtbot)
    card = page.findChild(LeftCard)
    assert "Postponed: no new day yet" in said(card)
    assert any(short_date(new_day) in text for text in said(card))
    card.findChildren(QPushButton)[-1].click()
    assert visits.went == [("match", wanted)]


def test_a_cancelled_match_of_the_days_is_named_as_such(
    match: UUID, workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        teams = a_club(work, "Nord"), a_club(work, "Sud")
        off = a_fixture(
            *(work, *teams),
            kick_off_date=TODAY + timedelta(3),
            status=FixtureStatus.CANCELLED,
        )
        work.session.flush()
        wanted = off.id
        work.commit(N_("Match cancelled"))
    page = opened(desk, qtbot)
    card = page.findChild(LeftCard)
    assert any(text.startswith("Cancelled · It was") for text in said(card))
    button(card, "Nord").click()
    assert visits.went == [("match", wanted)]


def test_the_gravest_match_is_told_beside_the_days_and_led_to(
    match: UUID, workspace: Workspace, desk: Desk, visits: Visits, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        teams = a_club(work, "Rif"), a_club(work, "Ocean")
        a_fixture(*(work, *teams), kick_off_date=TODAY + timedelta(1))
        work.add(
            RiskAssessment(
                fixture_id=match,
                category_inside=RiskCategory.HIGH,
                category_outside=RiskCategory.LOW,
                category_travel=RiskCategory.LOW,
                decided_at=NOW,
            )
        )
        work.commit(N_("Risk category decided"))
    page = opened(desk, qtbot)
    (card,) = page.findChildren(GravestCard)
    button(card, "Atlas").click()
    assert visits.went[-1] == ("match", match)


def test_a_grave_match_that_left_the_days_is_told_first_with_its_category(
    match: UUID, workspace: Workspace, desk: Desk, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        teams = a_club(work, "Rif"), a_club(work, "Ocean")
        left = a_fixture(*(work, *teams), kick_off_date=TODAY + timedelta(9))
        work.session.flush()
        work.add(
            KickOffChange(
                fixture_id=left.id,
                from_date=TODAY + timedelta(3),
                to_date=TODAY + timedelta(9),
                changed_at=NOW,
            )
        )
        work.add(
            RiskAssessment(
                fixture_id=left.id,
                category_inside=RiskCategory.HIGH,
                category_outside=RiskCategory.LOW,
                category_travel=RiskCategory.LOW,
                decided_at=NOW,
            )
        )
        work.commit(N_("Risk category decided"))
    page = opened(desk, qtbot)
    card = page.findChild(LeftCard)
    assert card.findChild(RiskChip).text == "High"
    qtbot.waitUntil(lambda: page.findChild(LateCard).y() > 0)
    assert card.y() < page.findChild(LateCard).y()


def test_a_card_with_warnings_does_not_say_that_nothing_is_missing(
    match: UUID, desk: Desk, qtbot: QtBot
) -> None:
    page = opened(desk, qtbot)
    (card,) = page.cards
    ready = replace(card.match, lacks=(), tasks=DueTasks(), promises=DuePromises())
    assert "Nothing is missing" in badges(MatchCard(desk, ready))
    assert badges(MatchCard(desk, replace(ready, doubts=2))) == ["2 warnings"]
