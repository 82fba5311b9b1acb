"""The agenda with 100,000 matches against the same with 100.

Opened, sorted, filtered, and in groups.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from sportsec.domain.listing import by
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.ui.desk import Desk
from sportsec.ui.language import set_language
from sportsec.ui.pages.agenda.columns import agenda_columns
from sportsec.ui.settings import Settings
from sportsec.ui.steady_bools import steady_bools
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.conflict_marks import ConflictMarks
from sportsec.ui.widgets.rows_model import RowsModel
from sportsec.ui.widgets.table import TableView
from tests.benchmarks.cells import cell_with_matches
from tests.benchmarks.harness import Figure, compare

MANY, FEW = 100_000, 100
TARGET = 1.5
ALL = AgendaFilter(language="ar")
#: Fills the screen in both lists.
SOME = AgendaFilter(text="casablanca", language="ar")


class Settled:
    """Waits until a list knows all its ids, however soon that is."""

    def __init__(self, model: RowsModel[Any, Any]) -> None:
        self._loop = QEventLoop()
        self._is_there = False
        model.settled.connect(self._arrived)

    def wait(self) -> None:
        """Return at once if all is known already."""
        if not self._is_there:
            self._loop.exec()

    def _arrived(self) -> None:
        self._is_there = True
        self._loop.quit()


class List:
    """The agenda's list on a workspace of its own."""

    def __init__(self, folder: Path, count: int) -> None:
        workspace = cell_with_matches(folder / f"list-{count}", count)
        self.runner = Runner(workspace)
        self.model = RowsModel(
            self.runner, AGENDA, agenda_columns(), ALL, sort="kick_off"
        )
        self.table = TableView(self.model, Settings(folder / "window.ini"), "agenda")
        settings = Settings(folder / "window.ini")
        ConflictMarks(_desk(self.runner, settings), self.table)
        self.table.resize(1200, 700)
        self.table.show()

    def open(self) -> float:
        """Time the list from asking to its first rows on the screen."""
        return self._until_shown(lambda: self.model.ask(ALL))

    def sort(self) -> float:
        """Time sorting by the name of the home club."""
        seconds = self._until_shown(lambda: self.model.sort_by(by("home")))
        self._until_shown(lambda: self.model.sort_by(by("kick_off")))
        return seconds

    def filter(self) -> float:
        """Time typing a word above the list."""
        seconds = self._until_shown(lambda: self.model.ask(SOME))
        self._until_shown(lambda: self.model.ask(ALL))
        return seconds

    def group(self) -> float:
        """Time putting the matches in groups by month."""
        seconds = self._until_shown(lambda: self.model.group_by("month"))
        self._until_shown(lambda: self.model.group_by(""))
        return seconds

    def close(self) -> None:
        """Stop the threads."""
        self.table.close()
        self.runner.close()

    def _until_shown(self, ask: Callable[[], object]) -> float:
        """Return the seconds until the first rows are painted; then let all settle."""
        shown, settled = QEventLoop(), Settled(self.model)
        self.model.opened.connect(shown.quit)
        start = time.perf_counter()
        ask()
        shown.exec()
        self.table.viewport().repaint()
        seconds = time.perf_counter() - start
        self.model.opened.disconnect(shown.quit)
        settled.wait()
        return seconds


def _desk(runner: Runner, settings: Settings) -> Desk:
    return Desk(runner, settings, _nothing, _nothing, _nothing)


def _nothing(*_args: object, **_more: object) -> None:
    """Go nowhere and say nothing: only the list is measured."""


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure what an officer does with a list."""
    steady_bools()
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    set_language(app, "ar")
    many, few = List(folder, MANY), List(folder, FEW)
    for name in ("open", "sort", "filter", "group"):
        yield compare(
            f"list: {name}",
            TARGET,
            getattr(many, name),
            getattr(few, name),
            rounds=rounds,
            note=f"until painted, {MANY:,} ÷ {FEW} matches",
        )
    many.close()
    few.close()
