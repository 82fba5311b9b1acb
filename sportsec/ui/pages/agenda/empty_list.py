"""What the agenda's list says where no match is: what to do, or where some are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from sportsec.queries.agenda_elsewhere import matches_elsewhere
from sportsec.ui.language import tr
from sportsec.ui.pages.agenda.state import AgendaState, Period
from sportsec.ui.pages.agenda.wording import elsewhere_text
from sportsec.ui.tasks import Runner
from sportsec.ui.widgets.table import TableView


class EmptyList(QObject):
    """Says it in the list, with a button that helps.

    Args:
        clear: Takes the filters away.
        plan: Opens the form of a new match.
        show_all: Shows the matches of all days.
    """

    def __init__(
        self,
        runner: Runner,
        table: TableView,
        *,
        clear: Callable[[], object],
        plan: Callable[[], object],
        show_all: Callable[[], object],
    ) -> None:
        super().__init__(table)
        self._runner = runner
        self._table = table
        self._clear, self._plan, self._show_all = clear, plan, show_all
        self._state: AgendaState | None = None

    def expect(self, state: AgendaState) -> None:
        """Take what the list is asked for."""
        self._state = state
        if state.is_narrowed:
            said, clear = tr("No match fits the filters."), tr("Clear the filters")
            self._table.say_when_empty(said, clear, self._clear)
        else:
            said = tr(
                "No match here. Plan one, or drop a programme file on the window."
            )
            self._table.say_when_empty(said, tr("New match"), self._plan)

    def look_elsewhere(self) -> None:
        """Where a period is empty, say that there are matches outside of it."""
        state = self._state
        if state and not state.is_narrowed and state.period is not Period.ALL:
            today = state.today
            self._runner.read(
                *(self, "elsewhere", lambda work: matches_elsewhere(work, today)),
                lambda found: self._say_elsewhere(state, found.count),
            )

    def _say_elsewhere(self, state: AgendaState, count: int) -> None:
        if count and state == self._state:
            said = elsewhere_text(count)
            self._table.say_when_empty(said, tr("Show all matches"), self._show_all)
