"""Other colours with all pages open against the same with one page open.

In time of the processor: the same window is measured before and after.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sportsec.app.window import make_shell
from sportsec.ui.main_thread_gc import MainThreadGc
from sportsec.ui.pages.registry import PAGES
from sportsec.ui.shell import Shell
from sportsec.ui.steady_bools import steady_bools
from tests.benchmarks.cells import sample_cell
from tests.benchmarks.harness import Figure, in_turn

TARGET = 1.5
PAGE = "home"
_PAUSE = 0.001


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure on the sample season."""
    sample_cell(folder / "shading").close()
    steady_bools()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    MainThreadGc(app)
    shell = make_shell(app, folder / "shading", "ar")
    shell.settings.keep("window/page", PAGE)
    shell.start()
    while shell.window is None or shell.window.place is None:
        _settle(app, shell)
    one = _seconds(app, shell, rounds)
    for spec in PAGES:
        shell.window.go(spec.key)
        _settle(app, shell)
    shell.window.go(PAGE)
    yield Figure(
        "window: other colours",
        TARGET,
        _seconds(app, shell, rounds),
        one,
        f"until painted, {len(PAGES)} pages open ÷ one",
    )
    shell.close()


def _seconds(app: QApplication, shell: Shell, rounds: int) -> tuple[float, ...]:
    """Return what each of some switches costs."""
    shades = cycle(("dark", "light"))

    def measure() -> float:
        start = time.process_time()
        shell.switch("shade", next(shades))
        app.processEvents()
        assert shell.window is not None
        shell.window.grab()
        return time.process_time() - start

    _settle(app, shell)
    measure()
    return in_turn(rounds, measure)[0]


def _settle(app: QApplication, shell: Shell) -> None:
    """Wait until every answer has come and was shown."""
    app.processEvents()
    time.sleep(_PAUSE)
    while not shell.runner.is_idle:
        app.processEvents()
        time.sleep(_PAUSE)
    app.processEvents()
