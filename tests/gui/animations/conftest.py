"""A match of which tifos are asked, and its requests on the card of its file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnswerDraft,
    FireProof,
)
from sportsec.queries.animations import RequestRow, requests_of
from sportsec.services.animations import add_request, answer_request
from sportsec.store.tables.clubs import Club
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.animations.card import AnimationsCard
from sportsec.ui.pages.liaison.lines import NARROW
from sportsec.ui.tasks import Runner
from sportsec.ui.theme import scaled
from tests.builders import a_group
from tests.gui.conftest import Do
from tests.gui.fixtures.season import SmallSeason, make_season

Answered = Callable[..., None]
Ask = Callable[..., UUID]
Rows = Callable[[], tuple[RequestRow, ...]]
Settled = Callable[[], None]
Show = Callable[..., None]


@pytest.fixture
def season(workspace: Workspace) -> SmallSeason:
    return make_season(workspace)


@pytest.fixture
def alpha(change: Do, season: SmallSeason) -> UUID:
    """The group that asks."""

    def make(work: Any) -> UUID:
        group = a_group(work, work.get(Club, season.atlas), "Alpha")
        work.session.flush()
        return UUID(str(group.id))

    return UUID(str(change(make)))


@pytest.fixture
def ask_for(change: Do, season: SmallSeason, alpha: UUID) -> Ask:
    """Write a request down: `ask_for("words")`."""

    def add(message: str, **values: Any) -> UUID:
        values = {"fire_proof": FireProof.SHOWN, **values}
        draft = AnimationDraft(group_id=alpha, message=message, **values)
        made: UUID = change(lambda work: add_request(work, season.coming, draft))
        return made

    return add


@pytest.fixture
def answered(change: Do, ask_for: Ask) -> Answered:
    """Write one down that has its answer: `answered("words", D.REFUSED)`."""

    def add(message: str, decision: AnimationDecision, reason: str = "") -> None:
        one = ask_for(message)
        answer = AnswerDraft(decision, "Commissioner", reason=reason)
        change(lambda work: answer_request(work, one, answer, seen=AnswerDraft()))

    return add


@pytest.fixture
def rows(ask: Do, season: SmallSeason) -> Rows:
    """What the record holds of the match: `rows()`."""
    return lambda: ask(lambda work: requests_of(work, season.coming))


@pytest.fixture
def settled(qtbot: QtBot, runner: Runner) -> Settled:
    """Wait until every answer is in."""
    return lambda: qtbot.waitUntil(lambda: runner.is_idle)


@pytest.fixture
def card(
    qtbot: QtBot, desk: Desk, runner: Runner, season: SmallSeason, settled: Settled
) -> AnimationsCard:
    """The card, asked again after each act as its tab does."""
    card = AnimationsCard(desk, season.coming)
    qtbot.addWidget(card)
    card.resize(scaled(NARROW) + 200, 500)
    runner.changed.connect(lambda _touched: card.reload())
    card.show()
    card.reload()
    settled()
    return card


@pytest.fixture
def show(card: AnimationsCard, ask_for: Ask, settled: Settled) -> Show:
    """Write requests down and show what there is: `show("first", "second")`."""

    def write_and_show(*messages: str, **values: Any) -> None:
        for message in messages:
            ask_for(message, **values)
        card.reload()
        settled()

    return write_and_show
