"""What two acts made stand against each other is one line, one card, one answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.phases import Phase
from sportsec.domain.words import N_
from sportsec.queries.conflicts import count_conflicts
from sportsec.services.history import undo_last
from sportsec.store.tables.deployment import FixturePhase
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.pages.exchange.page import ExchangePage
from sportsec.ui.pages.exchange.state import DECIDE
from sportsec.ui.targets import DecideTarget
from tests.builders import a_club, a_fixture

HOUR = timedelta(hours=1)
KICK_OFF = datetime(2027, 3, 20, 19, tzinfo=UTC)
PHASES = (Phase.P1, Phase.P2, Phase.P3)


class Moved:
    """A match that two officers moved with its phases, and the page that asks."""

    def __init__(self, page: ExchangePage, workspace: Workspace, qtbot: QtBot) -> None:
        self.page, self.workspace, self.qtbot = page, workspace, qtbot
        self.phases: list[UUID] = []
        self._commit(self._make, "Match made")
        with workspace.reading() as work:
            self.position = work.position
        for hours in (1, 2):
            self._commit(lambda work, by=hours * HOUR: self._move(work, by), "Moved")
        page.show_target(DecideTarget())
        page.reload()
        self.settle()

    def _commit(self, job: Callable[[Work], None], title: str) -> None:
        with self.workspace.writing() as work:
            job(work)
            work.commit(N_(title))

    def _make(self, work: Work) -> None:
        home, away = a_club(work), a_club(work, "Ocean FC")
        work.session.flush()
        match = a_fixture(
            work, home, away, kick_off_date=KICK_OFF.date(), kick_off_at=KICK_OFF
        )
        work.session.flush()
        self.match = match.id
        for phase in PHASES:
            made = FixturePhase(fixture_id=match.id, phase=phase, starts_at=KICK_OFF)
            work.add(made)
            work.session.flush()
            self.phases.append(made.id)

    def _move(self, work: Work, by: timedelta) -> None:
        work.get(Fixture, self.match).kick_off_at = KICK_OFF + by
        for each in self.phases:
            work.get(FixturePhase, each).starts_at = KICK_OFF + by
        for each in (self.match, *self.phases):
            work.saw(each, self.position)

    def settle(self) -> None:
        runner = self.page.desk.runner
        self.qtbot.waitUntil(lambda: runner.is_idle)

    def card(self) -> ConflictCard:
        self.settle()
        card = self.page.decide.card
        assert isinstance(card, ConflictCard)
        return card

    def hours(self) -> set[timedelta]:
        with self.workspace.reading() as work:
            match = work.get(Fixture, self.match)
            phases = [work.get(FixturePhase, each) for each in self.phases]
        moments = [match.kick_off_at, *(each.starts_at for each in phases)]
        return {each - KICK_OFF for each in moments if each is not None}

    def open(self) -> int:
        with self.workspace.reading() as work:
            return count_conflicts(work)


@pytest.fixture
def moved(desk: Desk, workspace: Workspace, qtbot: QtBot) -> Moved:
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return Moved(page, workspace, qtbot)


@pytest.mark.parametrize("at", [0, 1])
def test_one_answer_decides_all_and_is_undone_at_once(moved: Moved, at: int) -> None:
    tab = moved.page.decide
    assert tab.model.rowCount() == 1
    assert "(1)" in moved.page.tabs.tabText(DECIDE)
    card = moved.card()
    assert card.conflict.register == "@kick_off"
    assert card.own is None  # for the kick-off alone
    assert "4 fields" in card.sides[at].button.text()
    card.sides[at].button.click()
    moved.settle()
    assert (moved.open(), tab.model.rowCount()) == (0, 0)
    assert moved.hours() == {(2 - at) * HOUR}
    with moved.workspace.writing() as work:
        work.commit(N_("Undone"), undoes=undo_last(work))
    assert moved.open() == 4


def test_the_others_are_folded_away_and_decided_alone(moved: Moved) -> None:
    fields = moved.card().fields
    assert fields is not None
    assert not fields.tree.isVisible()
    fields.fold.click()
    assert fields.tree.isVisible()
    assert fields.tree.topLevelItemCount() == 4  # the match and three phases
    assert not fields.alone.isEnabled()
    fields.tree.setCurrentItem(fields.tree.topLevelItem(2).child(0))
    fields.alone.click()
    alone = moved.card()
    assert alone.conflict.table == "fixture_phase"
    assert alone.own is not None
    assert alone.back is not None
    alone.back.click()
    assert moved.card().conflict.register == "@kick_off"

    moved.page.show_target(DecideTarget(moved.match, "@kick_off"))
    fields = moved.card().fields
    assert fields is not None
    fields.wants_field.emit(moved.card().question.fields[3])
    moved.card().sides[1].button.click()
    moved.settle()
    assert moved.open() == 3
    assert moved.hours() == {HOUR, 2 * HOUR}
    assert "3 fields" in moved.card().sides[0].button.text()


def test_a_field_that_is_asked_for_is_shown_among_those_it_belongs_to(
    moved: Moved,
) -> None:
    wanted = moved.card().question.fields[2]
    moved.page.show_target(DecideTarget(wanted.record, wanted.register))
    moved.page.reload()
    card = moved.card()
    assert card.conflict.register == "@kick_off"
    shown = card.fields
    assert shown is not None
    moved.qtbot.waitUntil(shown.tree.isVisible)  # once it is laid out
    assert shown.alone.isEnabled()
    moved.page.reload()  # something came in meanwhile
    moved.settle()
    moved.qtbot.waitUntil(lambda: moved.page.decide.card is not card)
    again = moved.card()
    assert again.fields is not None
    assert again.fields.chosen() == (wanted.record, wanted.register)
    tab = moved.page.decide
    assert tab.everything.isVisible()
    again.sides[0].button.click()
    moved.settle()
    moved.qtbot.waitUntil(lambda: not tab.everything.isVisible())  # nothing is hidden
