"""The start to the first paint against that of a trivial window."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.cells import sample_cell
from tests.benchmarks.harness import Figure, compare

TARGET = 2.5
#: Seconds after which a window that was not painted is given up.
PATIENCE = 60

_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if watched.isWindow():
                sys.stdout.write(f"{time.time()}")
                sys.stdout.flush()
                os._exit(0)
        return False

class Watched(QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.watch = Watch()
        self.installEventFilter(self.watch)
"""
_TRIVIAL = (
    _WATCH
    + """
app = Watched(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QLabel("window"))
window.resize(1200, 800)
window.show()
app.exec()
"""
)
#: The same start as the program's own, with an application that reports the paint.
OURS = (
    """
import sys
import sportsec.app.main as main
import sportsec.app.screen as screen
"""
    + _WATCH
    + """
screen.QApplication = Watched
main.main(sys.argv[1:])
"""
)


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure whole processes, from the call to the first paint."""
    sample_cell(folder / "start").close()
    yield start_figure(folder / "start", rounds, "start to first paint")


def start_figure(workspace: Path, rounds: int, name: str) -> Figure:
    """Measure the start on a workspace."""
    arguments = ("--workspace", str(workspace), "--lang", "ar")
    return compare(
        name,
        TARGET,
        lambda: first_paint(OURS, *arguments),
        lambda: first_paint(_TRIVIAL),
        rounds=rounds,
        note="whole process ÷ trivial PySide6 window, offscreen",
    )


def first_paint(program: str, *arguments: str) -> float:
    """Return the seconds from starting a process to its first paint.

    Raises:
        subprocess.TimeoutExpired: Where no window was painted.
    """
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.time()
    said = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=settings,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return float(said.stdout) - start
