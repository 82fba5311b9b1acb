"""The results of the list, which are left out while nothing has been played."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.agenda_scores import any_score
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.table import TableView


class ScoreColumn(QObject):
    """Gives the room of an empty column to the clubs, unless the officer chose it."""

    def __init__(self, runner: Runner, table: TableView) -> None:
        super().__init__(table)
        self._runner = runner
        self._table = table
        table.rows.settled.connect(self._follow)

    def _follow(self) -> None:
        model: Any = self._table.rows
        wanted: AgendaFilter = model.wanted
        first, last = wanted.starts_on, wanted.ends_on
        if first is None:  # of a season, or of the past
            self._show(wanted, has_scores=True)
        else:
            day = first
            self._runner.read(
                *(self, "scores", lambda work: any_score(work, day, last)),
                lambda found: self._show(wanted, has_scores=found),
            )

    def _show(self, wanted: AgendaFilter, *, has_scores: bool) -> None:
        model: Any = self._table.rows
        if model.wanted == wanted:
            self._table.widths.show_usually("score", shown=has_scores)
