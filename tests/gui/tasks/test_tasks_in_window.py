"""The tab of tasks in the window: from the first page to a tick, and back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.domain.words import N_
from sportsec.queries.task_list import tasks_of
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.pages.match.page import MatchPage
from sportsec.ui.pages.tasks.page import TasksTab
from sportsec.ui.settings import Settings
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.form_dialog import FormDialog
from tests.builders import NOW, a_club, a_fixture

STEP = TaskStep.COMMISSION


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        teams = a_club(work, "Atlas"), a_club(work, "Phare")
        day = NOW.date() + timedelta(5)
        made = a_fixture(work, *teams, kick_off_date=day)
        work.session.flush()
        work.commit(N_("Match planned"))
        return made.id


@pytest.fixture
def window(
    match: UUID, runner: Runner, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> MainWindow:
    window = MainWindow(runner, settings, Wires(tmp_path))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.open_first("home")
    window.go("match", (match, "tasks"))
    qtbot.waitUntil(lambda: runner.is_idle)
    return window


def tab_of(window: MainWindow) -> TasksTab:
    page = window.page("match")
    assert isinstance(page, MatchPage)
    assert isinstance(page.tab, TasksTab)
    return page.tab


def state(workspace: Workspace, match: UUID) -> TaskState:
    with workspace.reading() as work:
        rows = tasks_of(work, match)
    return next(row.state for row in rows if row.step is STEP)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(1)
    qtbot.waitUntil(lambda: window.desk.runner.is_idle)


def test_a_tick_is_counted_on_the_tab_and_undone_by_its_message(
    window: MainWindow, workspace: Workspace, match: UUID, qtbot: QtBot
) -> None:
    tab, page = tab_of(window), window.page("match")
    assert isinstance(page, MatchPage)
    assert page.tabs.tabText(1) == "Tasks (15)"
    tick = next(each.tick for each in tab.lines if each.row.step is STEP)
    tick.setFocus()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    settle(window, qtbot)
    assert state(workspace, match) is TaskState.DONE
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Tasks (14)")
    toast = window.toast
    assert toast.label.text() == "Task done: Local commission or mixed committee"
    assert toast.button.text() == "Undo"
    toast.button.click()
    settle(window, qtbot)
    assert state(workspace, match) is TaskState.OPEN
    undone = "Undone: Task done · Local commission or mixed committee"
    assert toast.label.text().startswith(undone)
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Tasks (15)")


def test_control_n_opens_a_new_task_wherever_in_the_window_the_cursor_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = tab_of(window).findChildren(FormDialog)
    assert dialog.windowTitle() == "New task"
    dialog.reject()


def test_the_name_of_a_task_opens_the_tab_where_it_is_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    tab, page = tab_of(window), window.page("match")
    assert isinstance(page, MatchPage)
    line = next(e for e in tab.lines if e.row.step is TaskStep.DETACHMENTS)
    line.wanted.emit("lead")
    settle(window, qtbot)
    front = page.tabs.tabText(page.tabs.currentIndex())
    assert front.startswith("Deployment")
