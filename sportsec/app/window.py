"""The window program: application object, shell, crash hook, event loop."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sportsec.app.crash import CrashHook
from sportsec.app.leaving import leave
from sportsec.app.places import log_file, workspace_folder
from sportsec.app.screen import open_screen
from sportsec.app.wiring import plant_of
from sportsec.ui.crash_window import CrashWindow
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.shell import Shell
from sportsec.ui.steady_bools import steady_bools


def run_window(workspace: str | None, language: str) -> NoReturn:
    """Open the window, stay until it is closed, and end the process.

    Args:
        workspace: Folder given on the command line.
        language: "" takes the one used last.
    """
    steady_bools()
    folder = workspace_folder(workspace)
    app = open_screen(language)
    MainThreadGc(app)
    app.setApplicationName("SportSec")
    app.setDesktopFileName("sportsec")
    shell = make_shell(app, folder, language)
    shell.start()
    for request in (signal.SIGINT, signal.SIGTERM):
        # By a timer: a request before the event loop runs would be lost otherwise.
        signal.signal(request, lambda _number, _frame: QTimer.singleShot(0, app.quit))
    leave(app.exec())


def make_shell(app: QApplication, folder: Path, language: str = "") -> Shell:
    """Return a shell on this folder, with the crash hook installed."""
    shell = Shell(app, folder, plant_of(folder), language)
    log = log_file(folder)

    def show(number: str) -> None:
        CrashWindow(number, log, shell.window).exec()

    hook = CrashHook(log, show)
    hook.install()
    shell.fault.connect(hook.take)
    return shell
