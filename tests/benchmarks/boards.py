"""The boards of the agenda with 30,000 matches against the same days with few.

Both records have 40 matches on each day of the first week; the large one has ten years
of such days besides.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from sportsec.ui.language import set_language
from sportsec.ui.pages.agenda.boards import Boards
from sportsec.ui.pages.agenda.state import AgendaState, Period, View
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.cards import text_label
from tests.benchmarks.cells import cell_with_matches
from tests.benchmarks.harness import Figure, compare

MANY = 30_000
#: The days on view have all their matches in both: a month, and a season.
FEW = {View.WEEK: 40 * 31, View.MONTH: 40 * 62, View.SEASON: 40 * 365}
#: The first day of the matches made is 1 August 2027.
DAY = date(2027, 8, 4)
TARGET = 1.5


class Shown:
    """The boards on a workspace of their own."""

    def __init__(self, folder: Path, count: int) -> None:
        self.runner = Runner(cell_with_matches(folder / f"boards-{count}", count))
        self.boards = Boards(self.runner, text_label("", "caption"))
        self.boards.resize(1034, 560)
        self.boards.show()
        self.state = AgendaState(Period.ALL, DAY, "ar", day=DAY)

    def opener(self, view: View) -> Callable[[], float]:
        """Return what times a board from asking to its matches on the screen."""

        def measure() -> float:
            filled = QEventLoop()
            self.boards.filled.connect(filled.quit)
            start = time.perf_counter()
            self.boards.ask(replace(self.state, view=view))
            filled.exec()
            self.boards.grab()
            seconds = time.perf_counter() - start
            self.boards.filled.disconnect(filled.quit)
            return seconds

        return measure

    def close(self) -> None:
        """Stop the threads."""
        self.boards.close()
        self.runner.close()


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure the three boards."""
    steady_bools()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    set_language(app, "ar")
    many = Shown(folder, MANY)
    for view in (View.WEEK, View.MONTH, View.SEASON):
        few = Shown(folder, FEW[view])
        yield compare(
            f"agenda: {view.value}",
            TARGET,
            many.opener(view),
            few.opener(view),
            rounds=rounds,
            note=f"until painted, {MANY:,} ÷ {FEW[view]:,} matches, the same on view",
        )
        few.close()
    many.close()
