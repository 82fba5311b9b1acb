"""The list of matches opens at those of today: earlier ones lie above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractItemView

from sportsec.domain.listing import by
from sportsec.queries.agenda import AGENDA
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.table import TableView

_BY_TIME = by("kick_off")
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_NOTHING = QItemSelectionModel.SelectionFlag.NoUpdate


class FromToday(QObject):
    """Scrolls a list by time to its first match that is not over, once per question.

    Args:
        today: Returns the local day.
    """

    def __init__(
        self, runner: Runner, table: TableView, today: Callable[[], date]
    ) -> None:
        super().__init__(table)
        self._runner = runner
        self._table = table
        self._today = today
        self._shown: AgendaFilter | None = None
        table.rows.settled.connect(self._follow)

    def _follow(self) -> None:
        """Ask for the first match, unless the same question was only asked again."""
        model: Any = self._table.rows
        wanted, today = model.wanted, self._today()
        is_new, self._shown = wanted != self._shown, wanted
        if not is_new or model.order != _BY_TIME or model.group:
            return
        if wanted.starts_on is not None and wanted.starts_on >= today:
            return  # it begins there
        asked = replace(wanted, starts_on=today)

        def first(work: Work) -> Sequence[UUID]:
            return AGENDA.ids(work, asked, _BY_TIME, 1)

        self._runner.read(self, "first", first, lambda found: self._go(wanted, found))

    def _go(self, wanted: AgendaFilter, found: Sequence[UUID]) -> None:
        table = self._table
        place = table.rows.place_of(found[0]) if found else None
        current = table.currentIndex()
        # What the officer chose himself stays on view; the first row chose itself.
        if place is None or table.rows.wanted != wanted or current.row() > 0:
            return
        index = table.rows.index(place, table.name_column())
        how = _ALONE | _ROWS if table.selected_ids() else _NOTHING
        table.selectionModel().setCurrentIndex(index, how)  # keys go on from there
        table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
