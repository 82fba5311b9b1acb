"""The exchange page: two cells write, send, receive and decide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sportsec.domain.exchange import Sealing, SendWish
from sportsec.domain.words import N_
from sportsec.queries.conflicts import count_conflicts
from sportsec.store.tables.clubs import Club
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.pages.exchange.page import ExchangePage
from sportsec.ui.pages.exchange.receive_tab import DONE
from sportsec.ui.pages.exchange.state import (
    CELLS,
    DECIDE,
    SEND,
)
from sportsec.ui.targets import DecideTarget, ReceiveTarget
from tests.builders import NOW, a_club

PATIENCE = 20_000


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ExchangePage:
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    return page


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace.open(tmp_path / "neighbour", create=True, clock=lambda: NOW)
    yield opened
    opened.close()


def settle(page: ExchangePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.runner.is_idle, timeout=PATIENCE)


def a_file(workspace: Workspace, path: Path) -> Path:
    from sportsec.sync.export import send

    with workspace.writing() as work:
        send(work, SendWish(sealing=Sealing.OPEN), path)
        work.commit(N_("File sent"))
    return path


def in_conflict(workspace: Workspace) -> Any:
    with workspace.writing() as work:
        club = a_club(work, "Atlas", notes="one")
        work.session.flush()
        work.commit(N_("Club made"))
    with workspace.reading() as work:
        position = work.position
    for text in ("two", "three"):
        with workspace.writing() as work:
            work.get(Club, club.id).notes = text
            work.saw(club.id, position)
            work.commit(N_("Club saved"))
    return club


def test_a_conflict_is_decided_on_the_page(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot
) -> None:
    club = in_conflict(workspace)
    page.show_target(DecideTarget(club.id))
    page.reload()
    qtbot.waitUntil(lambda: page.decide.card is not None, timeout=PATIENCE)
    assert page.tabs.currentIndex() == DECIDE
    assert "1" in page.tabs.tabText(DECIDE)
    card = page.decide.card
    assert isinstance(card, ConflictCard)
    with qtbot.waitSignal(page.desk.runner.changed, timeout=PATIENCE):
        card.sides[1].button.click()
    settle(page, qtbot)
    with workspace.reading() as work:
        assert count_conflicts(work) == 0
        assert work.get(Club, club.id).notes == "two"
    qtbot.waitUntil(lambda: page.decide.model.rowCount() == 0, timeout=PATIENCE)


def test_what_goes_is_shown_before_anything_is_written(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    with workspace.writing() as work:
        a_club(work, "Atlas")
        work.commit(N_("Club made"))
    page.show_target(SEND)
    page.send.reload()
    qtbot.waitUntil(lambda: page.send.plan is not None, timeout=PATIENCE)
    settle(page, qtbot)
    assert page.send.content.topLevelItemCount() >= 1
    assert not page.send.write.isEnabled()
    page.send.to.choices[Sealing.OPEN].setChecked(True)
    qtbot.waitUntil(page.send.write.isEnabled, timeout=PATIENCE)
    page.send.send(tmp_path / "out.ssx")
    qtbot.waitUntil((tmp_path / "out.ssx").exists, timeout=PATIENCE)
    settle(page, qtbot)
    assert "out.ssx" in page.send.result.label.text()


def test_a_file_is_judged_trusted_and_taken_in(
    page: ExchangePage,
    workspace: Workspace,
    neighbour: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    with neighbour.writing() as work:
        club = a_club(work, "Ocean")
        work.session.flush()
        work.commit(N_("Club made"))
    page.show_target(ReceiveTarget((a_file(neighbour, tmp_path / "in.ssx"),)))
    tab = page.receive
    qtbot.waitUntil(lambda: bool(tab.cards), timeout=PATIENCE)
    assert not tab.accept_button.isEnabled()
    sender = tab.state.files[0].judgement
    assert sender is not None
    dialog = tab.ask_trust(sender.sender)
    assert not dialog.accept_button.isEnabled()
    dialog.heard.setChecked(True)
    dialog.accept_button.click()
    qtbot.waitUntil(tab.accept_button.isEnabled, timeout=PATIENCE)
    assert tab.tree.topLevelItemCount() >= 1
    tab.accept_button.click()
    qtbot.waitUntil(lambda: tab.stack.currentIndex() == DONE, timeout=PATIENCE)
    settle(page, qtbot)
    with workspace.reading() as work:
        assert work.get(Club, club.id).name.fr == "Ocean"


def test_the_cells_show_their_words(page: ExchangePage, qtbot: QtBot) -> None:
    page.show_target(CELLS)
    qtbot.waitUntil(lambda: page.cells._list.count() > 1, timeout=PATIENCE)
    settle(page, qtbot)
