"""The end of the window: saved, closed, and no word of a crash from the system."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sportsec.ui.settings import Settings
from tests.benchmarks.cells import sample_cell

#: Opens every page of a window and quits it, as an officer would in the evening.
_DAY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sportsec.app import window
from sportsec.ui.pages.registry import PAGES

made = []
make_shell = window.make_shell
window.make_shell = lambda *given: made.append(make_shell(*given)) or made[0]

def until(reached):
    while not reached():
        QApplication.processEvents()
        time.sleep(0.001)

def work_and_quit():
    shell = made[0]
    until(lambda: shell.window is not None and shell.window.place is not None)
    for spec in PAGES:
        if spec.group:
            shell.window.go(spec.key)
            until(lambda: shell.runner.is_idle)
    shell.window.close()

QTimer.singleShot(0, work_and_quit)
window.run_window(sys.argv[1], "ar")
"""


def test_quitting_ends_the_program_cleanly(tmp_path: Path) -> None:
    """It crashed every second time, after its work, where pages had been opened."""
    sample_cell(tmp_path).close()
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", _DAY, str(tmp_path)],
            capture_output=True,
            check=False,
            cwd=Path(__file__).parents[3],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        )
        assert done.returncode == 0, done.stderr
        kept = Settings(tmp_path / "window.ini")
        assert kept.text("window/page") == "settings"
