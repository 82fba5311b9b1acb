"""A shell as the program makes it, on a folder of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sportsec.app.wiring import create_workspace, plant_of
from sportsec.domain.words import Words
from sportsec.ui.frame.finder_hits import Finding
from sportsec.ui.frame.wires import Wires
from sportsec.ui.main_window import MainWindow
from sportsec.ui.settings import Settings
from sportsec.ui.shell import Shell
from sportsec.ui.tasks import Runner
from sportsec.ui.wizard import Setup

#: A window whose search finds what is given: `window_finding(Finding(search))`.
WindowFinding = Callable[[Finding], MainWindow]

CELL = Words(ar="خلية الرباط", fr="Cellule de Rabat")


def no_progress(_fraction: float | None = None, _text: str = "") -> None:
    """Say nothing."""


@pytest.fixture(scope="session")  # a package is left and come back to
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace, to be copied."""
    folder = tmp_path_factory.mktemp("frame") / "cell"
    setup = Setup("en", CELL, Words(), sample=False)
    create_workspace(folder, setup, no_progress).close()
    return folder


@pytest.fixture
def cell_folder(tmp_path: Path, made: Path) -> Path:
    """A folder with an empty workspace."""
    return shutil.copytree(made, tmp_path / "cell")


@pytest.fixture
def make_shell(qapp: QApplication) -> Iterator[Callable[[Path], Shell]]:
    shells: list[Shell] = []

    def make(folder: Path) -> Shell:
        shell = Shell(qapp, folder, plant_of(folder), "en")
        shell.settings.keep("shade", "light")
        shells.append(shell)
        return shell

    yield make
    for shell in shells:
        shell.close()
        for window in (shell.window, shell.wizard):
            if window is not None:
                window.deleteLater()


@pytest.fixture
def shell(
    cell_folder: Path, make_shell: Callable[[Path], Shell], qtbot: QtBot
) -> Shell:
    """A shell whose window stands open at the settings page."""
    shell = make_shell(cell_folder)
    shell.settings.keep("window/page", "settings")
    shell.start()
    qtbot.waitUntil(lambda: shell.window is not None and shell.window.place is not None)
    return shell


@pytest.fixture
def window(shell: Shell) -> MainWindow:
    assert shell.window is not None
    return shell.window


@pytest.fixture
def window_finding(
    runner: Runner, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> WindowFinding:
    """Open a window at the settings page, in use, whose search is the test's own."""

    def make(finding: Finding) -> MainWindow:
        window = MainWindow(runner, settings, Wires(tmp_path, finding))
        qtbot.addWidget(window)
        window.show()
        window.open_first("settings")
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make
