"""How wide the columns of a list are.

Their own width, what the first rows need, what the officer drew, the room that is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from sportsec.ui.theme import scaled
from sportsec.ui.widgets.badges import badge_size
from sportsec.ui.widgets.columns import HEADING_ROLE, LEVEL_ROLE, Column
from sportsec.ui.widgets.list_state import ColumnState
from sportsec.ui.widgets.rows_model import RowsModel

#: Height of a line at text size normal; widths are meant for it.
NORMAL_HEIGHT = 22
HEAD_PADDING = 24
SORT_MARK = 16
SMALLEST = 48
#: Least width of a column that takes the room that is left.
LEAST = 140
#: Rows looked at, padding and limit when columns grow to their contents.
MEASURED_ROWS = 60
CELL_PADDING = 28
WIDEST = 280
#: Contents up to this width (a phone number) are not cut when room is short.
WHOLE = 130
#: A column that stretches gives up its room as if it were this much narrower.
FAVOUR = 80
STEP = 4


def head_metrics(head: QHeaderView) -> QFontMetrics:
    """Return the measures of the heads' type; Qt tells those of the rows."""
    font = QFont(head.font())
    font.setWeight(QFont.Weight.DemiBold)  # as in `app.qss`
    return QFontMetrics(font)


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
        self._needed: dict[int, int] = {}
        self._least: dict[int, int] = {}
        #: What the officer chose to show or to hide.
        self._chosen: dict[int, bool] = {}
        #: What the list shows or hides while the officer has not chosen.
        self._usually: dict[int, bool] = {}
        self._fitting = False
        self._grown = False
        self._drawn = False
        self._head.setMinimumSectionSize(SMALLEST)
        self.restore(())
        self._head.sectionResized.connect(self._resized)
        self._head.sectionMoved.connect(self._moved)
        model.opened.connect(self._grow)

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
            self._widths[at] = state.width or self._usual(at)
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
        """Share the room: columns that stretch take what is left, none is scrolled."""
        self._make_room()
        shown = [(at, column) for at, column in self._columns() if self.is_shown(at)]
        stretch = [at for at, column in shown if column.stretch]
        room = self._table.viewport().width()
        widths = {at: self._widths[at] for at, _ in shown}
        if not self._drawn:
            for least in self._leasts():
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
        if not self._grown:
            return
        free = [each for each in self._columns() if each[0] not in self._chosen]
        yielding = [at for at, column in free if column.yields]
        spare = [at for at, column in free if column.spare and self._is_usual(at)]
        room = self._steady_room()
        self._fitting = True
        for at in spare:
            self._table.setColumnHidden(at, False)
        for at in yielding:
            others = self._sum(self._widths, but=at)
            self._table.setColumnHidden(at, others + self._least[at] > room)
        for at in reversed(spare):
            self._table.setColumnHidden(at, self._sum(self._least) > room)
        self._fitting = False

    def _leasts(self) -> tuple[Mapping[int, int], ...]:
        """Return to what columns are narrowed one after the other: empty room first.

        A list without rows has its heads alone.
        """
        if self._grown:
            return self._needed, self._least
        return ({at: self.head_width(at) for at, _ in self._columns()},)

    def _steady_room(self) -> int:
        """Return the room there is also when the list is scrolled.

        Else a column that comes with the last row in sight could send it out of sight.
        """
        policy = self._table.verticalScrollBarPolicy()
        may_come = policy is Qt.ScrollBarPolicy.ScrollBarAsNeeded
        bar = self._table.verticalScrollBar().sizeHint().width() if may_come else 0
        return self._table.maximumViewportSize().width() - bar

    def _sum(self, widths: Mapping[int, int], but: int = -1) -> int:
        shown = (at for at, _ in self._columns() if self.is_shown(at))
        return sum(widths[at] for at in shown if at != but)

    def _is_usual(self, at: int) -> bool:
        """Say whether the list shows a column while the officer has not chosen."""
        return self._usually.get(at, not self._model.columns[at].hidden)

    def _columns(self) -> Iterator[tuple[int, Column[Any]]]:
        return enumerate(self._model.columns)

    def _scale(self) -> float:
        return self._table.fontMetrics().height() / NORMAL_HEIGHT

    def _usual(self, at: int) -> int:
        """Return the width of a column that was not drawn."""
        column = self._model.columns[at]
        own = round((column.width or LEAST * column.stretch) * self._scale())
        return max(own, self.head_width(at), self._needed.get(at, 0))

    def head_width(self, at: int) -> int:
        """Return the width at which the head of a column is not cut."""
        column = self._model.columns[at]
        head = head_metrics(self._head).horizontalAdvance(column.header)
        return head + HEAD_PADDING + (scaled(SORT_MARK) if column.sort else 0)

    def _grow(self) -> None:
        """Once, make columns wide enough for the first rows, unless they were drawn."""
        if self._grown or not self._model.records:
            return
        self._grown = True
        whole = round(WHOLE * self._scale())
        for at, column in self._columns():
            need = needed_width(self._model, at, self._table.font())
            least = min(need, WIDEST if column.level else whole)
            if column.stretch:
                least = max(least, round((column.width or LEAST) * self._scale()))
            if column.least:
                least = round(column.least * self._scale())
            self._least[at] = max(self.head_width(at), least)
            self._needed[at] = max(self._least[at], min(need, WIDEST))
            if not self._drawn:
                self._widths[at] = max(self._widths[at], min(need, WIDEST))
        self.fit()

    def _resized(self, at: int, _old: int, new: int) -> None:
        """Remember what the officer drew, not what we fitted."""
        if not self._fitting and self._table.isVisible() and new > 0:
            for one, _ in self._columns():
                if self.is_shown(one):
                    seen = self._table.columnWidth(one)
                    self._widths[one] = min(self._widths[one], seen)
            self._widths[at] = new
            self._drawn = True
            self.changed.emit()

    def _moved(self, *_places: int) -> None:
        if not self._fitting:
            self.changed.emit()


def needed_width(model: QAbstractItemModel, column: int, font: QFont) -> int:
    """Return the width at which the first rows of a column are not cut."""
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetrics(bold)
    widest = 0
    for place in range(min(model.rowCount(), MEASURED_ROWS)):
        index = model.index(place, column)
        if index.data(HEADING_ROLE) is not None:
            continue
        text = str(index.data() or "")
        if index.data(LEVEL_ROLE):
            width = badge_size(metrics, text).width()
        else:
            width = metrics.horizontalAdvance(text)
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            width += metrics.height()
        widest = max(widest, width)
    return widest + CELL_PADDING


def squeezed(
    wished: Mapping[int, int],
    least: Mapping[int, int],
    stretch: Sequence[int],
    room: int,
) -> dict[int, int]:
    """Narrow the widest columns until all fit, none below its least width.

    Args:
        wished: Width of each shown column, in pixels.
        stretch: Columns that name the row; they are narrowed last.
    """
    widths = dict(wished)
    over = sum(widths.values()) - room
    while over > 0:
        slack = [at for at in widths if widths[at] > least.get(at, SMALLEST)]
        if not slack:
            break
        at = max(slack, key=lambda one: widths[one] - FAVOUR * (one in stretch))
        step = min(STEP, over, widths[at] - least.get(at, SMALLEST))
        widths[at] -= step
        over -= step
    return widths


def _name(at: int, column: Column[Any]) -> str:
    return column.key or column.sort or str(at)
