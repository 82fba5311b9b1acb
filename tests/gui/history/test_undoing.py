"""Ctrl+Z and Ctrl+Y, the message after each act, the history, the trash."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.history import PURGED
from sportsec.domain.people import ContactDraft
from sportsec.domain.purges import PurgeDraft
from sportsec.domain.words import Words
from sportsec.queries.history import Choices
from sportsec.services.clubs import add_club, delete_club, revise_club
from sportsec.services.merging import merge_records
from sportsec.services.people import add_contact
from sportsec.services.purges import purge_record
from sportsec.store.tables import journal
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.history.act_panel import MOST_LINES, read_act
from sportsec.ui.pages.history.dialog import HistoryDialog
from sportsec.ui.pages.history.page import HistoryPage
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from tests.builders import a_club

DRAFT = ClubDraft(name=Words("الأطلس", "Atlas", "Atlas"), founded_year=1949)


@pytest.fixture
def window(
    runner: Runner, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> MainWindow:
    window = MainWindow(runner, settings, Wires(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.open_first("clubs")
    qtbot.waitUntil(lambda: runner.is_idle)
    return window


class Officer:
    """Acts through the runner, as pages do, and looks at the record."""

    def __init__(self, window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
        self.window = window
        self.workspace = workspace
        self.qtbot = qtbot

    def act(self, title: str, job: Any) -> Any:
        done: list[Any] = []
        self.window.desk.runner.write(self.window, title, job, done.append)
        self.qtbot.waitUntil(lambda: bool(done))
        self.settle()
        return done[0]

    def settle(self) -> None:
        runner = self.window.desk.runner
        self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: runner.is_idle)

    def press(self, key: Qt.Key, widget: Any = None) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        self.qtbot.keyClick(widget or self.window, key, control)
        self.settle()

    def years(self) -> list[int | None]:
        with self.workspace.reading() as work:
            live = select(Club.founded_year).where(Club.deleted_at.is_(None))
            return list(work.session.scalars(live))

    def add(self) -> UUID:
        club: UUID = self.act("Club added", lambda work: add_club(work, DRAFT))
        return club

    def revise(self, club: UUID, old: int, new: int) -> None:
        seen = replace(DRAFT, founded_year=old)
        wanted = replace(DRAFT, founded_year=new)

        def job(work: Work) -> None:
            revise_club(work, club, wanted, seen=seen)

        self.act("Club saved", job)


def erase(officer: Officer) -> None:
    draft = ContactDraft(name_latin="Zoulikha", phone="+212661998877")
    person = officer.act("Contact added", lambda work: add_contact(work, draft))
    why = PurgeDraft("Loi 09-08", "12/2026")
    officer.act(PURGED, lambda work: purge_record(work, "contact", person, why))


@pytest.fixture
def officer(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> Officer:
    return Officer(window, workspace, qtbot)


def test_control_z_takes_back_what_was_added_and_control_y_adds_it_again(
    officer: Officer,
) -> None:
    officer.add()
    officer.press(Qt.Key.Key_Z)
    assert officer.years() == []
    officer.press(Qt.Key.Key_Y)
    assert officer.years() == [1949]


def test_the_message_after_an_act_undoes_it(officer: Officer) -> None:
    officer.add()
    toast = officer.window.toast
    assert (toast.label.text(), toast.button.text()) == ("Club added", "Undo")
    toast.button.click()
    officer.settle()
    assert officer.years() == []
    said = "Undone: Club added · Atlas"
    assert (toast.label.text(), toast.button.text()) == (said, "Redo")
    toast.button.click()
    officer.settle()
    assert officer.years() == [1949]


def test_an_undo_taken_back_in_the_history_is_said_to_be_done_again(
    officer: Officer,
) -> None:
    officer.add()
    officer.press(Qt.Key.Key_Z)
    officer.window.go("history")
    officer.settle()
    page = officer.window.page("history")
    assert isinstance(page, HistoryPage)
    page.table.select(page.model.ids[0])
    officer.settle()
    page.panel.undo.click()
    officer.settle()
    assert officer.years() == [1949]
    assert officer.window.toast.label.text() == "Done again: Club added · Atlas"


def test_two_records_made_one_are_two_again_after_one_undo(officer: Officer) -> None:
    first, second = officer.add(), officer.add()
    officer.revise(second, 1949, 1955)
    officer.act(
        "Two records made one",
        lambda work: merge_records(work, "club", first, second, {}),
    )
    (merged,) = officer.years()
    officer.press(Qt.Key.Key_Z)
    assert sorted(map(str, officer.years())) == ["1949", "1955"]
    toast = officer.window.toast
    assert toast.label.text() == "Undone: Two records made one · Atlas"
    toast.button.click()
    officer.settle()
    assert officer.years() == [merged]
    toast.button.click()
    officer.settle()
    assert sorted(map(str, officer.years())) == ["1949", "1955"]
    officer.press(Qt.Key.Key_Y)
    assert officer.years() == [merged]


def test_the_history_takes_a_merge_back_as_a_whole(officer: Officer) -> None:
    first, second = officer.add(), officer.add()
    officer.revise(second, 1949, 1955)
    acts = officer.act(
        "Two records made one",
        lambda work: merge_records(work, "club", first, second, {}),
    )
    with officer.workspace.reading() as work:
        facts = [read_act(work, act) for act in acts]
    assert [each.first for each in facts if each] == [acts[0], acts[0]]


def test_the_buttons_say_what_they_would_do(officer: Officer) -> None:
    top = officer.window.top
    assert not top.undo.isEnabled()
    officer.add()
    assert top.undo.isEnabled()
    assert "Club added" in top.undo.toolTip()
    officer.press(Qt.Key.Key_Z)
    assert not top.undo.isEnabled()
    assert "Club added" in top.redo.toolTip()


def test_a_text_field_takes_back_its_own_text_first(
    officer: Officer, qtbot: QtBot
) -> None:
    officer.add()
    search = officer.window.top.search
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "abc")
    officer.press(Qt.Key.Key_Z, search)
    assert (search.text(), officer.years()) == ("", [1949])
    officer.press(Qt.Key.Key_Z, search)
    assert officer.years() == []


def history(officer: Officer) -> HistoryPage:
    officer.window.go("history")
    officer.settle()
    page = officer.window.page("history")
    assert isinstance(page, HistoryPage)
    return page


def test_cells_and_records_in_the_history_are_told_apart_by_their_ends(
    officer: Officer,
) -> None:
    assert history(officer).table.textElideMode() is Qt.TextElideMode.ElideMiddle


def test_an_act_in_the_middle_is_undone_from_the_history(officer: Officer) -> None:
    club = officer.add()
    officer.revise(club, 1949, 1950)
    officer.add()
    page = history(officer)
    page.table.selectRow(1)
    officer.settle()
    assert page.panel.undo.isEnabled()
    page.panel.undo.click()
    officer.settle()
    assert officer.years() == [1949, 1949]


def test_an_act_that_others_stand_on_says_what_came_later(officer: Officer) -> None:
    club = officer.add()
    officer.revise(club, 1949, 1950)
    officer.revise(club, 1950, 1951)
    page = history(officer)
    page.table.selectRow(1)
    officer.settle()
    assert not page.panel.undo.isEnabled()
    assert "Atlas" in page.panel.why.text()
    page.panel.later.click()
    officer.settle()
    assert page.table.currentIndex().row() == 0
    assert page.panel.undo.isEnabled()


def test_a_large_act_shows_its_first_changes_whole_and_counts_the_rest(
    officer: Officer,
) -> None:
    def many(work: Work) -> None:
        for number in range(MOST_LINES):
            work.add(Club(name=Words(fr=f"Club {number}"), founded_year=1900))

    officer.act("Clubs added", many)
    with officer.workspace.reading() as work:
        (act,) = work.session.scalars(select(func.max(journal.act.c.act)))
        shown = read_act(work, act)
    assert shown is not None
    lines = Counter(change.op for change in shown.changes)
    assert len(shown.changes) <= MOST_LINES
    assert len(set(lines.values())) == 1  # none with half of its fields
    assert len(lines) + shown.more == shown.act.changes == MOST_LINES


def test_a_value_is_restored_from_the_history_of_a_record(
    officer: Officer, qtbot: QtBot
) -> None:
    club = officer.add()
    officer.revise(club, 1949, 1950)
    dialog = HistoryDialog(officer.window.desk, "club", club, officer.window)
    qtbot.addWidget(dialog)
    officer.settle()
    (button,) = dialog.view.lines[0].restore_buttons.values()
    button.click()
    officer.settle()
    assert officer.years() == [1949]
    assert len(dialog.view.lines) == 3


def test_a_value_that_does_not_fit_any_more_comes_back_with_a_word(
    officer: Officer, qtbot: QtBot
) -> None:
    club = officer.add()
    named = replace(DRAFT, name=Words(fr="Rif"))
    officer.act("Saved", lambda work: revise_club(work, club, named, seen=DRAFT))
    officer.act("Added", lambda work: a_club(work, "Atlas"))
    dialog = HistoryDialog(officer.window.desk, "club", club, officer.window)
    qtbot.addWidget(dialog)
    dialog.show()
    officer.settle()
    for is_twin in (True, False):
        (button, *_) = dialog.view.lines[0].restore_buttons.values()
        button.click()
        officer.settle()
        assert dialog.view.warning.isVisible() == is_twin
        if is_twin:
            assert "already exists" in dialog.view.warning.label.text()


def test_the_cell_has_a_column_as_soon_as_there_is_another(officer: Officer) -> None:
    page = history(officer)
    at = [column.key for column in page.model.columns].index("cell")
    assert page.table.isColumnHidden(at)
    cells = tuple((bytes([n]) * 32, Words(fr=f"Cellule {n}")) for n in (1, 2))
    page._offer(Choices((), cells))
    assert not page.table.isColumnHidden(at)
    page._offer(Choices((), cells[:1]))
    assert page.table.isColumnHidden(at)


def test_the_newest_act_is_chosen_again_by_who_comes_back(officer: Officer) -> None:
    club = officer.add()
    page = history(officer)
    newest = page.model.id_at(0)
    assert page.table.current_id() == newest
    officer.window.go("clubs")
    officer.act("Club deleted", lambda work: delete_club(work, club))
    page = history(officer)
    assert page.table.current_id() == page.model.id_at(0) != newest
    page.table.selectRow(1)
    officer.window.go("clubs")
    officer.add()
    page = history(officer)
    assert page.table.current_id() == newest


def test_who_did_it_is_the_last_that_gives_way_in_the_list(officer: Officer) -> None:
    officer.add()
    page = history(officer)

    def shown(width: int) -> set[str]:
        page.table.setFixedWidth(width)
        officer.settle()
        columns = enumerate(page.model.columns)
        return {each.key for at, each in columns if page.table.widths.is_shown(at)}

    assert {"who", "about"} <= shown(700)
    widths = range(700, 200, -20)
    left = [{"who", "about"} & shown(width) for width in widths]
    assert {"who"} in left
    assert {"about"} not in left


def test_a_deleted_record_comes_back_from_the_trash(officer: Officer) -> None:
    club = officer.add()
    officer.act("Club deleted", lambda work: delete_club(work, club))
    trash = history(officer).trash
    who = next(at for at, one in enumerate(trash.model.columns) if one.key == "who")
    deleting = history(officer).model.row(0)
    assert deleting.actor in trash.model.index(0, who).data()
    trash.table.selectRow(0)
    trash.back.click()
    officer.settle()
    assert officer.years() == [1949]


def test_after_an_erasure_control_z_undoes_nothing_unasked(officer: Officer) -> None:
    officer.add()
    erase(officer)
    toast = officer.window.toast
    officer.press(Qt.Key.Key_Z)
    assert "cannot be undone" in toast.label.text()
    assert "Contact added" in toast.label.text()
    with officer.workspace.reading() as work:
        undos = select(func.count()).where(journal.act.c.undoes.is_not(None))
        assert work.session.scalar(undos) == 0
    toast.button.click()
    officer.settle()
    assert toast.label.text() == "Undone: Contact added"  # the name is erased
    officer.press(Qt.Key.Key_Z)  # what comes next was asked for
    assert toast.label.text() == "Undone: Club added · Atlas"


def test_after_another_act_control_z_means_that_one_again(officer: Officer) -> None:
    erase(officer)
    officer.add()
    officer.press(Qt.Key.Key_Z)
    assert officer.years() == []


def test_the_list_has_the_room_that_the_act_beside_it_can_give(
    officer: Officer,
) -> None:
    officer.add()
    officer.window.resize(1280, 800)
    page = history(officer)
    officer.settle()
    list_, panel = page.split.sizes()
    assert panel >= page.panel.minimumWidth()
    assert list_ > 2 * panel
