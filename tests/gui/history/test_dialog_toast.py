"""What a history in a window of its own restores is said and undone in it."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.plain_text import without_turns
from sportsec.domain.words import Words
from sportsec.services.clubs import add_club, revise_club
from sportsec.store.tables.clubs import Club
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.history.dialog import HistoryDialog
from sportsec.ui.pages.history.opening import show_history
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner

OLD, NEW = (ClubDraft(name=Words(fr="Atlas"), founded_year=n) for n in (1949, 1950))


@pytest.fixture
def club(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        club = add_club(work, OLD)
        work.commit("Club added")
    with workspace.writing() as work:
        revise_club(work, club, NEW, seen=OLD)
        work.commit("Club saved")
    return club


@pytest.fixture
def window(
    club: UUID, runner: Runner, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> MainWindow:
    window = MainWindow(runner, settings, Wires(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.open_first("clubs")
    qtbot.waitUntil(lambda: runner.is_idle)
    return window


@pytest.fixture
def dialog(window: MainWindow, club: UUID, qtbot: QtBot) -> HistoryDialog:
    dialog = show_history(window, window.desk, "club", club)
    qtbot.waitUntil(lambda: bool(dialog.view.lines))
    return dialog


def test_a_value_restored_is_said_over_the_history_and_undone_there(
    dialog: HistoryDialog,
    window: MainWindow,
    club: UUID,
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    def year() -> int | None:
        with workspace.reading() as work:
            return work.get(Club, club).founded_year

    (button,) = dialog.view.lines[0].restore_buttons.values()
    button.click()
    toast = dialog.toast
    qtbot.waitUntil(toast.isVisible)
    assert without_turns(toast.label.text()) == "Restored: Founded: 1949"
    assert toast.button.text() == "Undo"
    assert year() == OLD.founded_year
    assert not window.toast.isVisible()
    toast.button.click()
    qtbot.waitUntil(lambda: toast.button.text() == "Redo")
    assert year() == NEW.founded_year
    assert not window.toast.isVisible()


def test_the_message_covers_no_button_of_the_history(dialog: HistoryDialog) -> None:
    dialog.toast.say("Value restored", action="Undo")
    for button in dialog.findChildren(QPushButton):
        if button.isVisible() and button is not dialog.toast.button:
            place = QRect(button.mapTo(dialog, QPoint()), button.size())
            assert not dialog.toast.geometry().intersects(place)


def test_what_is_said_once_the_history_is_closed_is_seen_in_the_window(
    dialog: HistoryDialog, window: MainWindow
) -> None:
    dialog.reject()
    window.say("Saved")
    assert window.toast.isVisible()
