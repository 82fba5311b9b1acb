"""What is said of promises leads to them, and they say which of them are meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.commitments import add_commitment
from sportsec.ui.desk import Desk
from sportsec.ui.pages.liaison.lines import Line
from sportsec.ui.pages.liaison.promises_card import FIRST, PromisesCard
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.targets import OLD_HOURS, PROMISES, PointTarget
from sportsec.ui.widgets.badges import Badge
from tests.gui.fixtures.opened import low_match
from tests.gui.liaison.conftest import Do

Settled = Callable[[], None]

LATE, OLD = "Escort", "Gates at 17:30"


def promise(match: UUID, wording: str, due_on: date | None = None) -> CommitmentDraft:
    return CommitmentDraft(
        fixture_id=match, is_ours=True, wording=wording, due_on=due_on
    )


@pytest.fixture
def moved(change: Do, match: UUID, move: Callable[[timedelta], None]) -> UUID:
    """A match that moved, with more promises than are shown at first."""
    own: date = change(lambda work: fixture_draft(work, match).kick_off_date)
    soon = [promise(match, f"Lamp {n}", own - timedelta(3)) for n in range(FIRST + 3)]
    late = promise(match, LATE, date(2020, 1, 1))
    for draft in (*soon, promise(match, OLD, own - timedelta(1)), late):
        change(lambda work, each=draft: add_commitment(work, each))
    move(timedelta(1))
    return match


@pytest.fixture
def card(desk: Desk, moved: UUID, qtbot: QtBot, settled: Settled) -> PromisesCard:
    card = PromisesCard(desk, moved)
    qtbot.addWidget(card)
    card.reload()
    settled()
    return card


@pytest.fixture
def page(desk: Desk, moved: UUID, qtbot: QtBot) -> MatchPage:
    return low_match(desk, qtbot)


def card_of(page: MatchPage) -> PromisesCard:
    assert page.tab is not None
    card = page.tab.findChild(PromisesCard)
    assert card is not None
    return card


def is_ready_to_edit(at: QWidget | None, line: Line) -> bool:
    """Say whether Enter would open the form: nothing is said to be kept by it."""
    is_there = line.isAncestorOf(at) if at is not None else False
    return is_there and at is not None and at.accessibleName().startswith("Edit")


def test_late_ones_come_first_then_those_of_before_the_move(
    card: PromisesCard,
) -> None:
    first, second, third, *_ = card.table.lines
    names = [line.accessibleName() for line in (first, second)]
    assert names == [LATE, OLD]
    badges = [each.text for each in second.findChildren(Badge)]
    assert any("before the move" in text for text in badges)
    assert len(third.findChildren(Badge)) == 1


def test_one_of_before_the_move_may_be_said_to_be_right(
    card: PromisesCard, settled: Settled
) -> None:
    def offered(wording: str) -> list[QAction]:
        (line,) = (x for x in card.table.lines if x.accessibleName() == wording)
        more = line.findChildren(QToolButton)[-1].menu()
        return [each for each in more.actions() if each.text() == "The text is right"]

    assert not offered(LATE)
    (right,) = offered(OLD)
    right.trigger()
    settled()
    card.reload()
    settled()
    assert not offered(OLD)
    texts = [badge.text for badge in card.table.findChildren(Badge)]
    assert not any("before the move" in text for text in texts)


def test_a_point_leads_to_the_first_of_them_also_where_the_tab_is_in_front(
    page: MatchPage, match: UUID, settled: Settled, qtbot: QtBot
) -> None:
    for target in ((match, PROMISES), PointTarget(match, "commitments")):
        page.show_target(target)
        settled()
        card = card_of(page)

        def stands_on_first(card: PromisesCard = card) -> bool:
            return is_ready_to_edit(page.focusWidget(), card.table.lines[0])

        qtbot.waitUntil(stands_on_first)
        QApplication.processEvents()
        assert not card.table.lines[0].visibleRegion().isEmpty()
        page.head.setFocus()


def test_who_follows_the_warning_stands_on_the_promise_that_it_is_of(
    page: MatchPage, match: UUID, settled: Settled, qtbot: QtBot
) -> None:
    for target in ((match, PROMISES), PointTarget(match, OLD_HOURS)):
        page.show_target(target)
        settled()
    card = card_of(page)

    def stands_on_the_old_one() -> bool:
        first = card.table.lines[0]
        is_old = first.accessibleName() == OLD
        return is_old and is_ready_to_edit(page.focusWidget(), first)

    qtbot.waitUntil(stands_on_the_old_one)
    assert card.table.lines[1].accessibleName() == LATE
    page.show_target((match, PROMISES))
    qtbot.waitUntil(lambda: card.table.lines[0].accessibleName() == LATE)
