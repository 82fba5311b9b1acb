"""The choices of the sending tab: what counts, and the words that are proposed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.exchange import (
    CellRow,
    Scope,
    ScopeKind,
    Sealing,
    SendPlan,
    SendResult,
    SendWish,
    SentKind,
    Trust,
)
from sportsec.domain.words import N_, Words
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.exchange.doing import SendFacts
from sportsec.ui.pages.exchange.send_choices import AddresseeCard
from sportsec.ui.pages.exchange.send_tab import SendTab, result_text
from tests.builders import NOW, a_club


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


def test_the_passphrase_can_be_told_until_the_page_is_left(
    tab: SendTab, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    with workspace.writing() as work:
        a_club(work, "Atlas")
        work.commit(N_("Club made"))
    tab.to.choices[Sealing.PASSPHRASE].setChecked(True)
    tab.to.propose.click()
    qtbot.waitUntil(tab.write.isEnabled)
    tab.send(tmp_path / "out.ssx")
    qtbot.waitUntil(lambda: bool(tab.result.label.text()))
    assert (tmp_path / "out.ssx").exists()
    assert "by another way than the file" in tab.result.label.text()
    assert len(tab.to.passphrase.text().split()) == 8
    tab.hide()
    assert tab.to.passphrase.text() == tab.to.passphrase.toolTip() == ""


def test_what_was_sent_says_whose_number_and_which_words(qtbot: QtBot) -> None:
    fes = CellRow(b"f", Words(fr="Fès"), Trust.TRUSTED, Words())
    facts = SendFacts((fes,), words=Words(fr="palme porte"))
    result = SendResult(Path("out.ssx"), ((b"f", 3), (b"", 1)), 10, 2, NOW)
    lines = re.sub("[\u2068\u2069]", "", result_text(result, facts, "lune rose"))
    assert lines.split("\n")[1:] == [
        "File 3 for Fès",
        "File 1 for any cell",
        "Words of this cell, which prove who sent it: palme porte",
        "State of this cell, to compare once they took it in: lune rose",
    ]


def test_what_goes_about_persons_has_room_at_once_in_a_low_window(
    tab: SendTab, qtbot: QtBot
) -> None:
    tab.resize(1000, 420)
    qtbot.wait(30)  # all is laid out
    field = tab.scope.kind.combo.height()
    kinds = tuple(
        SentKind(table, 1, 1, ("name",), personal=("name",))
        for table in ("contact", "liaison_entry", "meeting", "detachment")
    )
    tab.scope.show_personal(SendPlan(SendWish(), Words(), kinds, 1))
    note = tab.scope.note  # no round of events later: it would be seen squeezed
    assert len(note.text().splitlines()) == 1 + len(kinds)
    assert note.height() >= note.heightForWidth(note.width())
    assert tab.scope.kind.height() >= field
