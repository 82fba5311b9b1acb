"""How wide the columns of a list are.

What they hold, their own width, what the officer drew, the room that is left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView

from sportsec.ui.widgets.column_demands import ColumnDemands
from sportsec.ui.widgets.column_measures import SMALLEST, WIDEST, squeezed
from sportsec.ui.widgets.columns import Column
from sportsec.ui.widgets.list_state import ColumnState
from sportsec.ui.widgets.rows_model import RowsModel


class ColumnWidths(QObject):
    """Keeps the columns of a table in order: width, place, and whether it is shown.

    Signals:
        changed: The officer drew, moved, showed or hid one.
        fitted: The room was shared anew.
    """

    changed = Signal()
    fitted = Signal()

    def __init__(self, table: QTableView, model: RowsModel[Any, Any]) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._head = table.horizontalHeader()
        self._widths: dict[int, int] = {}
        self.demands = ColumnDemands(table, model)
        #: What the officer chose to show or to hide.
        self._chosen: dict[int, bool] = {}
        #: What the list shows or hides while the officer has not chosen.
        self._usually: dict[int, bool] = {}
        self._fitting = False
        self._drawn = False
        self._head.setMinimumSectionSize(SMALLEST)
        self.restore(())
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(self._moved)
        model.opened.connect(self._measure_first)
        model.dataChanged.connect(lambda *_: self._measure_badges())
        model.arranged.connect(self.fit)

    def state(self) -> tuple[ColumnState, ...]:
        """Return what the officer chose, in the order on the screen."""
        return tuple(
            ColumnState(
                _name(at, self._model.columns[at]),
                self._widths[at] if self._drawn else 0,
                self._chosen.get(at),
            )
            for at in self.places()
        )

    def restore(self, kept: Sequence[ColumnState]) -> None:
        """Show the columns as they were kept; without anything, as they come."""
        states = {state.name: state for state in kept}
        names = [_name(at, column) for at, column in self._columns()]
        self._drawn = any(state.width for state in kept)
        self._chosen = {}
        self._fitting = True
        for at, _column in self._columns():
            state = states.get(names[at], ColumnState(""))
            self._widths[at] = state.width or self.demands.usual(at)
            if state.shown is not None:
                self._chosen[at] = state.shown
            hidden = not self._chosen.get(at, self._is_usual(at))
            self._table.setColumnWidth(at, self._widths[at])
            self._table.setColumnHidden(at, hidden)
        wished = [names.index(name) for name in states if name in names]
        others = (at for at in range(len(names)) if at not in wished)
        for place, at in enumerate((*wished, *others)):
            self._head.moveSection(self._head.visualIndex(at), place)
        self._fitting = False
        self.fit()

    def places(self) -> list[int]:
        """Return the columns in their order on the screen, also those hidden."""
        return [self._head.logicalIndex(n) for n in range(len(self._model.columns))]

    def fit(self) -> None:
        """Share the room: none is cut while another is wider than what it holds.

        Columns that stretch take what is left. What the officer drew stays.
        """
        self._make_room()
        shown = [(at, column) for at, column in self._columns() if self.is_shown(at)]
        stretch = [at for at, column in shown if column.stretch]
        room = self._table.viewport().width()
        widths = {at: self._widths[at] for at, _ in shown}
        if not self._drawn:
            demands = self.demands
            needs = demands.needs()
            widths = {at: max(wide, needs[at]) for at, wide in widths.items()}
            # Empty room goes first.
            for least in (needs, demands.leasts(), demands.bare_leasts()):
                widths = squeezed(widths, least, stretch, room)
        free = max(0, room - sum(widths.values()))
        for nth, at in enumerate(stretch):
            share = free // (len(stretch) - nth)
            free -= share
            widths[at] += share
        self._fitting = True
        for at, width in widths.items():
            self._table.setColumnWidth(at, width)
        self._fitting = False
        self.fitted.emit()

    def left_out(self) -> int:
        """Count the columns that are hidden for lack of room, not by the officer."""
        return sum(
            not self.is_shown(at) and self._is_usual(at) and at not in self._chosen
            for at, _ in self._columns()
        )

    def gave_way(self, name: str) -> bool:
        """Say whether a column is hidden for lack of room, not by the officer."""
        return any(
            not self.is_shown(at) and self._is_usual(at) and at not in self._chosen
            for at, column in self._columns()
            if _name(at, column) == name
        )

    def is_shown(self, at: int) -> bool:
        """Say whether a column is shown."""
        return not self._table.isColumnHidden(at)

    def show(self, at: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        visible = [one for one, _ in self._columns() if self.is_shown(one)]
        if not shown and visible == [at]:
            return
        self._chosen[at] = shown
        self._table.setColumnHidden(at, not shown)
        self.fit()
        self.changed.emit()

    def show_usually(self, name: str, *, shown: bool) -> None:
        """Show or hide a column, unless the officer has chosen."""
        for at, column in self._columns():
            if _name(at, column) != name or self._usually.get(at) is shown:
                continue
            self._usually[at] = shown
            if at not in self._chosen:
                self._fitting = True
                self._table.setColumnHidden(at, not shown)
                self._fitting = False
                self.fit()

    def move(self, at: int, place: int) -> None:
        """Put a column to another place on the screen."""
        self._head.moveSection(self._head.visualIndex(at), place)

    def _make_room(self) -> None:
        """Leave out the columns that give way while the others need their room."""
        if not self.demands.contents:
            return
        least = self.demands.leasts()
        enough = self._widths
        if not self._drawn:
            wished = self.demands.needs(WIDEST)
            enough = {at: max(wide, least[at]) for at, wide in wished.items()}
        free = [each for each in self._columns() if each[0] not in self._chosen]
        yielding = [at for at, column in free if column.yields]
        usual = [each for each in free if self._is_usual(each[0])]
        spare = [at for at, column in usual if column.spare]
        whole = [at for at, column in usual if column.whole]
        room = self._steady_room()
        self._fitting = True
        for at in (*spare, *whole):
            self._table.setColumnHidden(at, False)
        needs = self.demands.needs()
        for at in whole:
            needed = self._sum(enough, but=(at, *yielding)) + needs[at]
            self._table.setColumnHidden(at, needed > room)
        for at in filter(self.demands.is_empty, spare):
            needed = self._sum(needs, but=(at, *yielding)) + least[at]
            self._table.setColumnHidden(at, needed > room)
        is_tight = any(not self.is_shown(at) for at in whole)
        for at in yielding:
            others = self._sum(enough, but=(at,))
            self._table.setColumnHidden(at, is_tight or others + least[at] > room)
        for at in filter(self.is_shown, reversed(spare)):
            self._table.setColumnHidden(at, self._sum(least) > room)
        self._fitting = False

    def _steady_room(self) -> int:
        """Return the room there is also when the list is scrolled.

        Else a column that comes with the last row in sight could send it out of sight.
        """
        policy = self._table.verticalScrollBarPolicy()
        may_come = policy is Qt.ScrollBarPolicy.ScrollBarAsNeeded
        bar = self._table.verticalScrollBar().sizeHint().width() if may_come else 0
        return self._table.maximumViewportSize().width() - bar

    def _sum(self, widths: Mapping[int, int], but: Collection[int] = ()) -> int:
        shown = (at for at, _ in self._columns() if self.is_shown(at))
        return sum(widths[at] for at in shown if at not in but)

    def _is_usual(self, at: int) -> bool:
        """Say whether the list shows a column while the officer has not chosen."""
        return self._usually.get(at, not self._model.columns[at].hidden)

    def _columns(self) -> Iterator[tuple[int, Column[Any]]]:
        return enumerate(self._model.columns)

    def _measure_first(self) -> None:
        """Look at the first rows of what was asked for.

        What other rows needed is kept where it takes no room from these.
        """
        needs = self.demands.needs()
        shown = (needs[at] for at, _ in self._columns() if self.is_shown(at))
        is_tight = sum(shown) > self._table.viewport().width()
        if self._model.records and self.demands.measure_first(afresh=is_tight):
            self._follow()

    def _measure_badges(self) -> None:
        """Look at the rows on view that have come."""
        is_seen = self.demands.contents and self._table.isVisible()
        if is_seen and self.demands.measure_badges():
            self._follow()

    def _follow(self) -> None:
        """Give columns what they need now, unless the officer drew some."""
        if not self._drawn:
            for at, _ in self._columns():
                self._widths[at] = self.demands.usual(at)
        self.fit()

    def _resized(self, at: int, _old: int, new: int) -> None:
        """Remember what the officer drew, not what we fitted."""
        if not self._fitting and self._table.isVisible() and new > 0:
            for one, column in self._columns():
                if self.is_shown(one):
                    seen = self._table.columnWidth(one)
                    # What was left over and given to a name is no width of its own.
                    own = min(self._widths[one], seen) if column.stretch else seen
                    self._widths[one] = own
            self._widths[at] = new
            self._drawn = True
            self.changed.emit()

    def _moved(self, *_places: int) -> None:
        if not self._fitting:
            self.changed.emit()


def _name(at: int, column: Column[Any]) -> str:
    return column.key or column.sort or str(at)
