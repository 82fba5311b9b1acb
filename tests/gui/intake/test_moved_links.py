"""Several matches that an intake moved: what was promised for all moves in one act."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.fixtures import MoveDraft
from sportsec.queries.commitments import commitments_of
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.history_undo import undo_stack
from sportsec.services.commitments import add_commitment
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.services.history import undo_act
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.due_days import DueDaysDialog
from sportsec.ui.pages.intake.moved_links import MovedLinks
from tests.gui.conftest import Do, Visits
from tests.gui.fixtures.season import make_season

MOVED = timedelta(14)
EVERY = "Move the days of all these matches too"


def move(work: Any, match: UUID, day: date) -> None:
    seen = fixture_draft(work, match)
    to = MoveDraft(kick_off_date=day, venue_id=seen.venue_id, reason="Television")
    reschedule_fixture(work, match, to, seen=seen)


@pytest.fixture
def matches(workspace: Workspace, change: Do) -> list[UUID]:
    """Two matches that moved after something had been promised for each."""
    season = make_season(workspace)
    both = [season.coming, season.later]

    def promise(work: Any, match: UUID) -> None:
        day = work.get(Fixture, match).kick_off_date + timedelta(60)
        move(work, match, day)
        due = day - timedelta(1)
        add_commitment(
            work,
            CommitmentDraft(
                fixture_id=match, is_ours=True, wording="Escort", due_on=due
            ),
        )

    for match in both:
        change(partial(promise, match=match))
    for match in both:
        day = day_of(change, match) + MOVED
        change(partial(move, match=match, day=day))
    return both


def day_of(change: Do, match: UUID) -> date:
    day: date = change(lambda work: work.get(Fixture, match).kick_off_date)
    return day


@pytest.fixture
def links(desk: Desk, qtbot: QtBot, matches: list[UUID]) -> MovedLinks:
    links = MovedLinks(desk)
    qtbot.addWidget(links)
    links.show()
    links.show_matches(matches)
    qtbot.waitUntil(lambda: bool(buttons(links)))
    return links


def buttons(links: MovedLinks) -> list[QPushButton]:
    """Return those that move due days, of all matches last."""
    found = links.findChildren(QPushButton)
    return [each for each in found if each.isVisible() and "days" in each.text()]


def before_match(ask: Do, matches: list[UUID]) -> list[int]:
    """Return how many days before its match each promise is due."""
    rows = [
        row
        for match in matches
        for row in ask(partial(commitments_of, fixture_id=match))
    ]
    return [(row.match_on - row.due_on).days for row in rows]


def asked(links: MovedLinks, qtbot: QtBot) -> DueDaysDialog:
    buttons(links)[-1].click()
    qtbot.waitUntil(lambda: bool(links.findChildren(DueDaysDialog)))
    return links.findChildren(DueDaysDialog)[0]


def test_one_window_asks_for_all_and_says_of_each_which_match_it_is_for(
    links: MovedLinks, qtbot: QtBot, visits: Visits
) -> None:
    assert [each.text() for each in buttons(links)] == ["Move their days too"] * 2 + [
        EVERY
    ]
    dialog = asked(links, qtbot)
    assert visits.went == []
    lines = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert ["Atlas – Ocean" in line for line in lines] == [True, False]
    assert ["Ocean – Rif" in line for line in lines] == [False, True]


def test_the_days_of_all_move_in_one_act_that_is_undone_as_one(
    links: MovedLinks,
    matches: list[UUID],
    ask: Do,
    change: Do,
    qtbot: QtBot,
    visits: Visits,
) -> None:
    assert before_match(ask, matches) == [1 + MOVED.days] * 2
    asked(links, qtbot).accept()
    qtbot.waitUntil(lambda: visits.said == ["2 due days moved"])
    assert before_match(ask, matches) == [1, 1]
    qtbot.waitUntil(lambda: not buttons(links))
    step = ask(lambda work: undo_stack(work).undo)
    change(lambda work: undo_act(work, step.act))
    assert before_match(ask, matches) == [1 + MOVED.days] * 2


def test_of_one_match_alone_its_own_button_is_enough(
    links: MovedLinks, matches: list[UUID], qtbot: QtBot
) -> None:
    links.show_matches(matches[:1])
    qtbot.waitUntil(lambda: len(buttons(links)) == 1)
    assert buttons(links)[0].text() == "Move their days too"
