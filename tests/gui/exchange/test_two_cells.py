"""Two officers at their windows hand each other files, from the first to agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from sportsec.domain.cells import CellDraft
from sportsec.domain.exchange import Scope, ScopeKind, Sealing
from sportsec.domain.words import N_, Words
from sportsec.queries.conflicts import count_conflicts
from sportsec.services.cells import name_cell
from sportsec.services.history import undo_act
from sportsec.store.tables import journal
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.desk import Desk
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.pages.exchange.page import ExchangePage
from sportsec.ui.pages.exchange.receive_tab import DONE, DROP
from sportsec.ui.pages.history.act_panel import read_act
from sportsec.ui.settings import Settings
from sportsec.ui.targets import CellsTarget, DecideTarget, ReceiveTarget, SendTarget
from sportsec.ui.tasks import Runner
from tests.builders import NOW
from tests.founding import new_workspace


@dataclass
class Officer:
    """A cell, and the exchange page of whoever works there."""

    workspace: Workspace
    page: ExchangePage
    folder: Path
    qtbot: QtBot

    def settle(self) -> None:
        idle = self.page.desk.runner
        self.qtbot.waitUntil(lambda: idle.is_idle)

    def act(self, job: Callable[[Work], Any]) -> Any:
        with self.workspace.writing() as work:
            result = job(work)
            work.session.flush()
            made = getattr(result, "id", None)
            work.commit(N_("Record saved"))
        return made

    def value(self, kind: type, record: UUID, column: str) -> Any:
        with self.workspace.reading() as work:
            found = work.session.get(kind, record)
            return getattr(found, column) if found is not None else None

    def send(
        self, name: str, scope: Scope, sealing: Sealing, *, personal: bool = True
    ) -> Path:
        tab = self.page.send
        self.page.show_target(SendTarget(scope))
        self.page.reload()
        self.settle()
        tab.scope.personal.set_value(personal)
        tab.scope.personal.changed.emit()
        tab.to.choices[sealing].setChecked(True)
        for check in tab.to.checks.values():
            check.setChecked(sealing is Sealing.CELLS)
        self.qtbot.waitUntil(tab.write.isEnabled)
        tab.send(self.folder / name)
        self.settle()
        assert "Written and read back" in tab.result.label.text()
        return self.folder / name

    def last_act_with(self, file: str) -> list[Words]:
        """Return the cells that the history names for a file sent or received."""
        with self.workspace.reading() as work:
            act = journal.act.c
            query = select(act.act).where(act.detail.contains(file))
            found = work.session.scalar(query.order_by(act.act.desc())) or 0
            facts = read_act(work, found)
            return list(facts.cells) if facts else []

    def look(self, *files: Path) -> None:
        self.page.show_target(ReceiveTarget(files))
        self.settle()

    def trust_all(self) -> None:
        tab = self.page.receive
        for card in list(tab.cards.values()):
            assert card.file.judgement is not None
            if card.file.judgement.needs_trust:
                dialog = tab.ask_trust(card.file.judgement.sender)
                dialog.heard.setChecked(True)
                dialog.accept_button.click()
        self.settle()

    def take_in(self) -> None:
        tab = self.page.receive
        assert tab.accept_button.isEnabled()
        # Whoever lists the backups hears of the one made before.
        backed_up = self.page.desk.runner.backed_up
        with self.qtbot.waitSignal(backed_up):
            tab.accept_button.click()
        self.qtbot.waitUntil(lambda: tab.stack.currentIndex() == DONE)
        self.settle()

    def kinds(self) -> dict[str, str]:
        tree = self.page.receive.tree
        items = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
        return {each.text(0): each.text(1) for each in items if each is not None}

    def leave_out(self, kind: str) -> None:
        tree = self.page.receive.tree
        item = tree.findItems(kind, Qt.MatchFlag.MatchExactly, 0)[0]
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self.settle()

    def decide_for_theirs(self) -> None:
        self.page.show_target(DecideTarget())
        self.page.reload()
        self.qtbot.waitUntil(lambda: isinstance(self.page.decide.card, ConflictCard))
        card = self.page.decide.card
        assert isinstance(card, ConflictCard)
        side = next(
            side
            for side, version in zip(card.sides, card.conflict.versions, strict=True)
            if not version.is_ours
        )
        side.button.click()
        self.settle()


@pytest.fixture
def officers(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> Iterator[tuple[Officer, Officer]]:
    made = []
    now = [NOW]

    def clock() -> Any:
        now[0] += timedelta(seconds=1)
        return now[0]

    for name in ("rabat", "fes"):
        workspace = new_workspace(tmp_path / name, clock=clock)
        with workspace.writing() as work:
            name_cell(work, CellDraft(Words(fr=name.title())))
            work.commit(N_("Cell named"))
        runner = Runner(workspace)
        settings = Settings(tmp_path / name / "settings.ini")
        desk = Desk(
            *(runner, settings, lambda *_: None, lambda *_a, **_k: None),
            complain=pytest.fail,
        )
        page = ExchangePage(desk)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        page.show()
        made.append(Officer(workspace, page, tmp_path, qtbot))
    yield made[0], made[1]
    for each in made:
        assert each.page.desk.runner.close()


EVERYTHING, SINCE = Scope(), Scope(ScopeKind.SINCE)


def test_two_cells_come_to_one_record(officers: tuple[Officer, Officer]) -> None:
    rabat, fes = officers
    club = rabat.act(lambda work: work.add(Club(name=Words(fr="Atlas"))))
    person = rabat.act(lambda work: work.add(Contact(name_latin="R.", phone="19")))

    # without personal fields, to a cell that never met us
    file = rabat.send("1.ssx", EVERYTHING, Sealing.OPEN, personal=False)
    assert "stay here" in rabat.page.send.scope.note.text()
    fes.look(file)
    assert not fes.page.receive.accept_button.isEnabled()
    assert "Compare the words" in fes.page.receive.work.banner.label.text()
    fes.trust_all()
    assert set(fes.kinds()) >= {"Clubs", "Contacts"}
    fes.leave_out("Contacts")
    assert "left out" in fes.kinds()["Contacts"]
    assert "ticked" in fes.page.receive.accept_button.text()
    fes.take_in()
    assert fes.value(Club, club, "name").fr == "Atlas"
    assert fes.value(Contact, person, "phone") is None

    # the answer is sealed for the cell now known; both changed one field meanwhile
    rabat.act(lambda work: setattr(work.get(Club, club), "notes", "Rabat wrote this"))
    fes.act(lambda work: setattr(work.get(Club, club), "notes", "Fès wrote this"))
    answer = fes.send("2.ssx", SINCE, Sealing.CELLS)
    rabat.look(answer)
    rabat.trust_all()
    assert "both values are kept" in rabat.page.receive.work.banner.label.text()
    rabat.take_in()
    assert "1 record waits for a decision" in rabat.page.receive.done.facts.text()
    assert fes.last_act_with("2.ssx") == [Words(fr="Rabat")]
    assert rabat.last_act_with("2.ssx") == [Words(fr="Fes")]
    rabat.decide_for_theirs()
    assert rabat.value(Club, club, "notes") == "Fès wrote this"

    # the decision travels, and the contacts come with their values
    rabat.look(fes.send("3.ssx", SINCE, Sealing.CELLS))
    rabat.page.show_target(CellsTarget())
    last = rabat.send("4.ssx", EVERYTHING, Sealing.CELLS)
    fes.look(last)
    fes.take_in()
    assert fes.value(Contact, person, "phone") == "19"
    for each in officers:
        assert each.value(Club, club, "notes") == "Fès wrote this"
        with each.workspace.reading() as work:
            assert count_conflicts(work) == 0


def test_files_that_wait_do_not_hold_up_the_others(
    officers: tuple[Officer, Officer], tmp_path: Path
) -> None:
    rabat, fes = officers
    club = rabat.act(lambda work: work.add(Club(name=Words(fr="Atlas"))))
    good = rabat.send("1.ssx", EVERYTHING, Sealing.OPEN)
    fes.look(good)
    fes.trust_all()
    broken = tmp_path / "broken.ssx"
    broken.write_bytes(good.read_bytes()[:-100])
    fes.look(broken)
    assert "ready" in fes.page.receive.accept_button.text()
    fes.take_in()
    assert fes.value(Club, club, "name").fr == "Atlas"
    # replayed
    fes.look(good)
    assert "already" in fes.page.receive.work.banner.label.text()
    assert not fes.page.receive.accept_button.isEnabled()


def test_what_was_taken_in_and_undone_elsewhere_is_not_told_any_more(
    officers: tuple[Officer, Officer],
) -> None:
    rabat, fes = officers
    rabat.act(lambda work: work.add(Club(name=Words(fr="Atlas"))))
    fes.look(rabat.send("1.ssx", EVERYTHING, Sealing.OPEN))
    fes.trust_all()
    fes.take_in()
    tab = fes.page.receive
    fes.page.reload()
    fes.settle()
    assert tab.stack.currentIndex() == DONE
    assert tab.result is not None
    (act,) = tab.result.acts
    fes.page.desk.runner.write(
        *(fes.page, N_("Undone"), lambda work: undo_act(work, act)), undoes=act
    )
    fes.qtbot.waitUntil(lambda: tab.stack.currentIndex() == DROP)
