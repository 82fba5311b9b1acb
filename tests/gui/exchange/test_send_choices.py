"""The choices of the sending tab: what counts, and the words that are proposed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.exchange import Scope, ScopeKind, Sealing
from sportsec.ui.desk import Desk
from sportsec.ui.pages.exchange.send_choices import AddresseeCard
from sportsec.ui.pages.exchange.send_tab import SendTab


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> SendTab:
    tab = SendTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    return tab


@pytest.mark.parametrize(
    ("kind", "sealing", "counts"),
    [
        (ScopeKind.EVERYTHING, Sealing.CELLS, True),
        (ScopeKind.EVERYTHING, Sealing.PASSPHRASE, False),
        (ScopeKind.EVERYTHING, Sealing.OPEN, False),
        (ScopeKind.SINCE, Sealing.PASSPHRASE, True),
        (ScopeKind.SINCE, Sealing.OPEN, True),
    ],
)
def test_cells_can_be_ticked_where_they_count(
    tab: SendTab, kind: ScopeKind, sealing: Sealing, counts: bool
) -> None:
    tab.show_scope(Scope(kind))
    tab.to.choices[sealing].setChecked(True)
    assert tab.to.cells.isEnabled() is counts


def test_proposed_words_are_read_from_their_beginning(qtbot: QtBot) -> None:
    card = AddresseeCard()
    qtbot.addWidget(card)
    card.propose.click()
    words = card.passphrase.text()
    assert len(words.split()) == 8
    assert card.passphrase.cursorPosition() == 0
    assert card.passphrase.toolTip() == words
