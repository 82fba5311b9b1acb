"""Walks through all pages of the window once, and says how long each took.

    python -m tests.benchmarks.national_walk FOLDER

Run in a process of its own: the memory it took is part of the answer.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sportsec.app.leaving import leave
from sportsec.app.window import make_shell
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.shell import Shell
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.task import Task
from tests.benchmarks.exchange_merging import taken

_PAUSE = 0.001


def walk(folder: Path) -> dict[str, float]:
    """Return the seconds until each page is filled and painted, and "memory" in MiB."""
    steady_bools()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    MainThreadGc(app)
    shell = make_shell(app, folder, "ar")
    watch = _Watch(shell)
    shell.start()
    while shell.window is None or shell.window.place is None:
        _breathe(app)
    _settle(app, watch)
    found: dict[str, float] = {}
    for spec in PAGES:
        if spec.group:
            gc.collect()  # what the page before left behind is not this one's
            start = time.perf_counter()
            shell.window.go(spec.key)
            _settle(app, watch)
            shell.window.grab()
            found[spec.key] = time.perf_counter() - start
            while not shell.runner.is_idle:
                _breathe(app)
    found["memory"] = float(taken())
    shell.close()
    return found


class _Watch:
    """Knows what is under way."""

    def __init__(self, shell: Shell) -> None:
        self._tasks: tuple[Task, ...] = ()
        shell.runner.busy.connect(self._note)

    def _note(self, tasks: tuple[Task, ...]) -> None:
        self._tasks = tasks

    @property
    def is_filling(self) -> bool:
        """Whether a page waits for what it shows: no surveys, no rows further down."""
        return any(task.lane not in {"survey", "further"} for task in self._tasks)


def _settle(app: QApplication, watch: _Watch) -> None:
    """Wait until every answer a page is filled with has come and was shown."""
    _breathe(app)
    while watch.is_filling:
        _breathe(app)
    _breathe(app)


def _breathe(app: QApplication) -> None:
    """Let the lanes work: a loop without a pause would keep Python to itself."""
    app.processEvents()
    time.sleep(_PAUSE)


if __name__ == "__main__":
    print(json.dumps(walk(Path(sys.argv[1]))))
    leave(0)
