"""Where the keys are after something was said of one of several lines."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.domain.commitments import CommitmentDraft
from sportsec.services.commitments import add_commitment
from sportsec.ui.desk import Desk
from sportsec.ui.pages.liaison.promises_card import PromisesCard
from tests.gui.fixtures.season import SmallSeason
from tests.gui.liaison.conftest import Do


def test_the_keys_go_to_the_line_in_the_place_of_the_one_that_was_kept(
    qtbot: QtBot,
    desk: Desk,
    change: Do,
    season: SmallSeason,
    match: UUID,
    settled: Callable[[], None],
) -> None:
    def promise(wording: str) -> None:
        draft = CommitmentDraft(fixture_id=match, club_id=season.atlas, wording=wording)
        change(lambda work: add_commitment(work, draft))

    for wording in ("Buses", "List", "Stewards"):
        promise(wording)
    card = PromisesCard(desk, match)
    qtbot.addWidget(card)
    card.show()
    card.reload()
    settled()
    first, *_others = card.table.lines
    first.buttons[0].setFocus()
    first.buttons[0].click()
    settled()
    card.reload()
    qtbot.waitUntil(lambda: card.table.lines[0] is not first)
    assert QApplication.focusWidget() is card.table.lines[0].buttons[0]
