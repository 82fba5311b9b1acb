"""Promises that give a figure which has changed are marked, and may be confirmed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.commitments import add_commitment
from sportsec.services.fixtures import revise_fixture
from sportsec.store.work import Work
from sportsec.ui.desk import Desk
from sportsec.ui.pages.liaison.promises_card import PromisesCard
from sportsec.ui.widgets.badges import Badge
from tests.gui.liaison.conftest import Do

MARK = "Figure from before?"


def allot(work: Work, match: UUID, tickets: int) -> None:
    seen = fixture_draft(work, match)
    draft = replace(seen, away_allocation=tickets)
    revise_fixture(work, match, draft, seen=seen)


def promise(work: Work, match: UUID, wording: str) -> None:
    draft = CommitmentDraft(fixture_id=match, is_ours=True, wording=wording)
    add_commitment(work, draft)


def test_one_with_the_old_allotment_comes_first_until_it_is_said_to_be_right(
    qtbot: QtBot, desk: Desk, change: Do, match: UUID, settled: Callable[[], None]
) -> None:
    change(lambda work: allot(work, match, 3030))
    for wording in ("Escort", "3 030 tickets"):
        change(partial(promise, match=match, wording=wording))
    change(lambda work: allot(work, match, 2342))
    card = PromisesCard(desk, match)
    qtbot.addWidget(card)

    def marked() -> list[str]:
        card.reload()
        settled()
        return [
            line.accessibleName()
            for line in card.table.lines
            if MARK in [badge.text for badge in line.findChildren(Badge)]
        ]

    assert marked() == ["3 030 tickets"]
    assert card.table.lines[0].accessibleName() == "3 030 tickets"
    more = card.table.lines[0].findChildren(QToolButton)[-1].menu()
    right: list[QAction] = more.actions()
    assert right[0].text() == "The text is right"
    right[0].trigger()
    settled()
    assert marked() == []
