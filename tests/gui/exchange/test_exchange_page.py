"""The exchange page: two cells write, send, receive and decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from sportsec.domain.exchange import Sealing, SendWish
from sportsec.domain.exchange_received import FieldChange
from sportsec.domain.exchange_steps import ExchangeStep
from sportsec.domain.words import N_, Words
from sportsec.i18n.history_words import act_sentence
from sportsec.i18n.translator import translator
from sportsec.queries.conflicts import count_conflicts
from sportsec.queries.history_acts import act_rows
from sportsec.queries.peers import last_sent
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.tables import journal
from sportsec.store.tables.clubs import Club
from sportsec.store.workspace import Workspace
from sportsec.ui.conflict_words import change_text
from sportsec.ui.desk import Desk
from sportsec.ui.language import label
from sportsec.ui.pages.exchange import doing_files
from sportsec.ui.pages.exchange.conflict_card import ConflictCard
from sportsec.ui.pages.exchange.page import ExchangePage
from sportsec.ui.pages.exchange.receive_panels import WorkPanel
from sportsec.ui.pages.exchange.receive_tab import DONE, DROP, WORK
from sportsec.ui.pages.exchange.send_tab import size_text
from sportsec.ui.pages.exchange.state import (
    CELLS,
    DECIDE,
    SEND,
)
from sportsec.ui.targets import DecideTarget, ReceiveTarget
from sportsec.ui.tasks import Progress, Runner, Task
from tests.builders import NOW, a_club
from tests.founding import new_workspace
from tests.gui.patient_bot import PATIENCE_MS

#: Height of a page in a small window.
LOW = 480


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ExchangePage:
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    return page


@pytest.fixture
def neighbour(tmp_path: Path) -> Iterator[Workspace]:
    opened = new_workspace(tmp_path / "neighbour", clock=lambda: NOW)
    yield opened
    opened.close()


def settle(page: ExchangePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.desk.runner.is_idle)


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
    qtbot.waitUntil(lambda: page.decide.card is not None)
    assert page.tabs.currentIndex() == DECIDE
    assert "1" in page.tabs.tabText(DECIDE)
    card = page.decide.card
    assert isinstance(card, ConflictCard)
    with qtbot.waitSignal(page.desk.runner.changed):
        card.sides[1].button.click()
    settle(page, qtbot)
    with workspace.reading() as work:
        assert count_conflicts(work) == 0
        assert work.get(Club, club.id).notes == "two"
    qtbot.waitUntil(lambda: page.decide.model.rowCount() == 0)


def test_what_the_button_waits_for_is_said_beside_it(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot
) -> None:
    """Also in a low window, where the choices are scrolled above it."""
    with workspace.writing() as work:
        a_club(work, "Atlas")
        work.commit(N_("Club made"))
    page.show_target(SEND)
    page.resize(1100, LOW)
    page.send.reload()
    lacking, write = page.send.lacking, page.send.write
    qtbot.waitUntil(lambda: "Choose the cells" in lacking.text())
    settle(page, qtbot)
    assert not write.isEnabled()
    assert write.toolTip() == write.accessibleDescription() == lacking.text()
    page.layout().activate()
    assert not lacking.visibleRegion().isEmpty()
    assert lacking.parentWidget() is write.parentWidget()
    page.send.to.choices[Sealing.OPEN].setChecked(True)
    qtbot.waitUntil(write.isEnabled)
    assert not lacking.isVisible()
    assert not write.toolTip()
    assert not write.accessibleDescription()


def test_what_goes_is_shown_before_anything_is_written(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    with workspace.writing() as work:
        a_club(work, "Atlas")
        work.commit(N_("Club made"))
    page.show_target(SEND)
    page.send.reload()
    qtbot.waitUntil(lambda: page.send.plan is not None)
    settle(page, qtbot)
    assert page.send.content.topLevelItemCount() >= 1
    assert not page.send.write.isEnabled()
    page.send.to.choices[Sealing.OPEN].setChecked(True)
    qtbot.waitUntil(page.send.write.isEnabled)
    page.send.send(tmp_path / "out.ssx")
    qtbot.waitUntil((tmp_path / "out.ssx").exists)
    settle(page, qtbot)
    assert "out.ssx" in page.send.result.label.text()
    assert " KB." in page.send.result.label.text()
    with workspace.reading() as work:
        sent = work.session.scalar(select(func.max(journal.act.c.act))) or 0
        (act,) = act_rows(work, [sent])
    assert "out.ssx" in act_sentence(translator("en"), act)


@pytest.mark.parametrize(
    ("size", "said"),
    [(1, "1 KB"), (17_300, "17 KB"), (999_400, "999 KB"), (4_200_000, "4 MB")],
)
def test_a_size_is_said_in_a_unit_that_fits(size: int, said: str) -> None:
    assert re.sub("[\u2068\u2069]", "", size_text(size)) == said


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
    qtbot.waitUntil(lambda: bool(tab.cards))
    assert not tab.accept_button.isEnabled()
    sender = tab.state.files[0].judgement
    assert sender is not None
    dialog = tab.ask_trust(sender.sender)
    assert not dialog.accept_button.isEnabled()
    dialog.heard.setChecked(True)
    dialog.accept_button.click()
    qtbot.waitUntil(tab.accept_button.isEnabled)
    assert tab.tree.topLevelItemCount() >= 1
    tab.accept_button.click()
    qtbot.waitUntil(lambda: tab.stack.currentIndex() == DONE)
    settle(page, qtbot)
    with workspace.reading() as work:
        assert work.get(Club, club.id).name.fr == "Ocean"


def fill(workspace: Workspace, count: int = 200) -> None:
    with workspace.writing() as work:
        for n in range(count):
            work.add(Club(name=Words(fr=f"Club {n}"), notes="x" * 60))
        work.commit(N_("Clubs made"))


def stop_in(
    page: ExchangePage, step: ExchangeStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Give the task up at a step, which lasts until then."""
    asked = Event()

    def telling(progress: Progress) -> Callable[[float, ExchangeStep], None]:
        def tell(share: float, now: ExchangeStep) -> None:
            progress(share, label(now))
            if now is step:
                asked.wait(PATIENCE_MS / 1000)

        return tell

    def follow(tasks: tuple[Task, ...]) -> None:
        for task in tasks:
            if task.text == label(step) and task.can_cancel:
                page.desk.runner.cancel(task)
                asked.set()

    monkeypatch.setattr(doing_files, "_telling", telling)
    page.desk.runner.busy.connect(follow)


def words_of(workspace: Workspace) -> bytes:
    with workspace.reading() as work:
        return state_fingerprint(work.connection)


@pytest.mark.parametrize("step", [ExchangeStep.GATHERING, ExchangeStep.WRITING])
def test_sending_is_stopped_and_leaves_no_file(
    page: ExchangePage,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: ExchangeStep,
) -> None:
    fill(workspace)
    page.show_target(SEND)
    page.send.reload()
    page.send.to.choices[Sealing.OPEN].setChecked(True)
    qtbot.waitUntil(page.send.write.isEnabled)
    stick = tmp_path / "stick"
    stick.mkdir()
    stop_in(page, step, monkeypatch)
    page.send.send(stick / "out.ssx")
    assert not page.send.write.isEnabled()
    settle(page, qtbot)
    assert "Stopped" in page.send.result.label.text()
    assert page.send.write.isEnabled()
    assert list(stick.iterdir()) == []
    with workspace.reading() as work:
        assert last_sent(work, b"") == 0


@pytest.mark.parametrize("step", [ExchangeStep.BACKING_UP, ExchangeStep.MERGING])
def test_taking_in_is_stopped_and_changes_nothing(
    page: ExchangePage,
    workspace: Workspace,
    neighbour: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: ExchangeStep,
) -> None:
    fill(neighbour)
    with workspace.writing() as work:
        meet_cell(work, neighbour.identity.cell_key, Words(fr="Fès"), "")
        trust_cell(work, neighbour.identity.cell_key)
        work.commit(N_("Cell trusted"))
    before = words_of(workspace)
    page.show_target(ReceiveTarget((a_file(neighbour, tmp_path / "in.ssx"),)))
    tab = page.receive
    qtbot.waitUntil(tab.accept_button.isEnabled)
    stop_in(page, step, monkeypatch)
    tab.accept_button.click()
    assert not tab.accept_button.isEnabled()
    settle(page, qtbot)
    assert "Stopped" in tab.work.banner.label.text()
    assert tab.accept_button.isEnabled()
    assert words_of(workspace) == before
    assert tab.stack.currentIndex() == WORK


def test_a_preview_is_stopped_and_made_again(
    page: ExchangePage,
    workspace: Workspace,
    neighbour: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    fill(neighbour)
    tab = page.receive
    page.desk.runner.busy.connect(
        lambda tasks: [page.desk.runner.cancel(task) for task in tasks if task.text]
    )
    page.show_target(ReceiveTarget((a_file(neighbour, tmp_path / "in.ssx"),)))
    settle(page, qtbot)
    assert tab.work.banner.button.isVisible()
    assert tab.state.preview is None
    page.desk.runner.busy.disconnect()
    tab.work.banner.button.click()
    settle(page, qtbot)
    assert tab.state.preview is not None
    assert not tab.work.banner.button.isVisible()


def test_several_files_are_taken_in_and_taken_back_together(
    page: ExchangePage,
    workspace: Workspace,
    neighbour: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    before = words_of(workspace)
    files = []
    for name in ("A", "B"):
        with neighbour.writing() as work:
            a_club(work, name)
            work.commit(N_("Club made"))
        files.append(a_file(neighbour, tmp_path / f"{name}.ssx"))
    with workspace.writing() as work:
        meet_cell(work, neighbour.identity.cell_key, Words(fr="Fès"), "")
        trust_cell(work, neighbour.identity.cell_key)
        work.commit(N_("Cell trusted"))
    page.show_target(ReceiveTarget(tuple(reversed(files))))
    tab = page.receive
    qtbot.waitUntil(tab.accept_button.isEnabled)
    tab.accept_button.click()
    qtbot.waitUntil(lambda: tab.stack.currentIndex() == DONE)
    assert tab.done.tree.topLevelItemCount() >= 1
    assert tab.result is not None
    assert len(tab.result.acts) == 2
    assert page.minimumSizeHint().height() <= LOW, "its buttons are not scrolled to"
    tab.done.undo.click()
    settle(page, qtbot)
    assert tab.stack.currentIndex() == DROP
    with workspace.reading() as work:
        query = "SELECT count(*) FROM club WHERE deleted_at IS NULL"
        assert work.connection.execute(query).fetchone() == (0,)
        titles = [
            title
            for (title,) in work.connection.execute(
                "SELECT title FROM journal_act, journal_state"
                " WHERE act >> 32 = self ORDER BY act"
            )
        ]
    assert titles[-2:] == ["Undone", "Undone"]
    assert words_of(workspace) != before  # the trash is part of the state


def test_old_and_new_keep_their_sides_in_arabic(speak: Callable[[str], None]) -> None:
    speak("ar")
    shown = change_text(FieldChange("notes", "Old one.", "New one."))
    assert shown == "\u200f\u2068Old one.\u2069  ←  \u2068New one.\u2069"


def test_texts_too_long_for_one_line_stand_below_each_other(
    speak: Callable[[str], None],
) -> None:
    speak("fr")
    change = FieldChange("notes", "Rapport du délégué.", "تقرير مسؤول الملعب.\n" * 20)
    before, after = change_text(change, 30).split("\n")
    assert before == "Avant\u00a0: \u2068Rapport du délégué.\u2069"
    assert after.startswith("Après\u00a0: \u2068تقرير مسؤول")
    assert after.endswith("…\u2069")
    assert "…" not in change_text(change)


def test_the_cells_show_their_words(page: ExchangePage, qtbot: QtBot) -> None:
    page.show_target(CELLS)
    qtbot.waitUntil(lambda: page.cells._list.count() > 1)
    settle(page, qtbot)


def test_cards_of_files_reach_the_edge_where_reading_starts(
    runner: Runner, speak: Callable[[str], None], qtbot: QtBot
) -> None:
    for language, right in (("fr", 8), ("ar", 0)):
        speak(language)
        panel = WorkPanel(runner)
        qtbot.addWidget(panel)
        assert panel.files.contentsMargins().right() == right


def test_files_and_what_they_bring_have_room_for_some_rows(
    runner: Runner, qtbot: QtBot
) -> None:
    panel = WorkPanel(runner)
    qtbot.addWidget(panel)
    head = panel.tree.header().sizeHint().height()
    rows = panel.tree.minimumHeight() - head
    assert rows >= 3 * 2 * panel.tree.fontMetrics().height()  # of two lines each
