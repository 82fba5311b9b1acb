"""Meetings that do not suit their match: they are led to, and marked in every list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.kick_off import local_moment
from sportsec.domain.meetings import MeetingDraft, MeetingKind
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.meetings import add_meeting
from sportsec.ui.desk import Desk
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.pages.meetings.list import MeetingList
from sportsec.ui.pages.meetings.match_card import FIRST, MatchMeetingsCard
from sportsec.ui.targets import LIAISON, MEETINGS
from sportsec.ui.widgets.badges import Badge
from sportsec.ui.widgets.columns import LEVEL_ROLE
from tests.gui.conftest import Visits
from tests.gui.fixtures.opened import low_match
from tests.gui.liaison.conftest import Do

Meet = Callable[..., UUID]
Move = Callable[[timedelta], None]
Settled = Callable[[], None]

LATER = timedelta(21)


@pytest.fixture
def meet(change: Do, match: UUID) -> Meet:
    """Plan a meeting, so many days after the day that the match had at first."""
    day: date = change(lambda work: fixture_draft(work, match).kick_off_date)

    def add(days: float, kind: MeetingKind = MeetingKind.TECHNICAL) -> UUID:
        at = local_moment(day, time(12)) + timedelta(days)
        draft = MeetingDraft(fixture_id=match, kind=kind, meets_at=at)
        made: UUID = change(lambda work: add_meeting(work, draft))
        return made

    return add


@pytest.fixture
def left(meet: Meet, move: Move) -> UUID:
    """The meeting that the match left behind; another one suits its new day."""
    left = meet(-2)
    move(LATER)
    meet(LATER.days - 1)
    return left


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> MatchPage:
    return low_match(desk, qtbot)


def stands_on_first(page: MatchPage) -> bool:
    assert page.tab is not None
    card = page.tab.findChild(MatchMeetingsCard)
    if card is None or not card.stack.lines:
        return False
    return page.focusWidget() is card.stack.lines[0].buttons[0]


def test_the_only_one_that_does_not_suit_its_match_opens(
    page: MatchPage, left: UUID, match: UUID, settled: Settled, visits: Visits
) -> None:
    page.show_target((match, LIAISON))
    settled()
    page.steps.step_wanted.emit(MEETINGS, None)
    assert visits.went == [("meeting", left)]


def test_of_several_the_first_is_what_the_officer_sees_from_any_tab(
    page: MatchPage,
    meet: Meet,
    move: Move,
    match: UUID,
    settled: Settled,
    visits: Visits,
    qtbot: QtBot,
) -> None:
    for days in (-2, -1):
        meet(days)
    move(LATER)
    page.show_target(match)
    settled()
    for tab in ("overview", LIAISON):
        page.open_tab(tab)
        settled()
        page.head.setFocus()
        page.steps.step_wanted.emit(MEETINGS, None)
        qtbot.waitUntil(lambda: stands_on_first(page))
        QApplication.processEvents()
        assert page.tab is not None
        card = page.tab.findChild(MatchMeetingsCard)
        assert card is not None
        assert not card.stack.lines[0].visibleRegion().isEmpty()
    assert visits.went == []


def test_those_that_do_not_suit_the_match_stand_before_the_others_to_come(
    desk: Desk, meet: Meet, move: Move, match: UUID, settled: Settled, qtbot: QtBot
) -> None:
    move(LATER)
    for _more in range(FIRST + 1):
        meet(LATER.days - 2)
    meet(LATER.days + 1)  # after the kick-off
    card = MatchMeetingsCard(desk, match)
    qtbot.addWidget(card)
    card.reload()
    settled()
    said = [each.text for each in card.stack.lines[0].findChildren(Badge)]
    assert "After the kick-off" in said
    assert len(card.stack.lines) == FIRST + 2


def test_one_that_its_match_left_behind_is_marked_in_the_list_of_all(
    desk: Desk, left: UUID, settled: Settled, qtbot: QtBot
) -> None:
    records = MeetingList(desk)
    qtbot.addWidget(records)
    records.resize(1100, 700)
    records.show()
    records.reload()
    settled()
    days = [records.model.index(row, 0) for row in range(records.model.rowCount())]
    assert [day.data(LEVEL_ROLE) for day in days] == [None, "warn"]
    said = "Set before the match moved"
    tips = [day.data(Qt.ItemDataRole.ToolTipRole) for day in days]
    assert [said in tip for tip in tips] == [False, True]
    records.select(left)
    settled()
    assert said in [each.text for each in records.findChildren(Badge)]
