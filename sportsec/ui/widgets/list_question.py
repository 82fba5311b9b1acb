"""What a list asks its source: which rows, in which order, in which groups.

It is asked twice, so that 100,000 rows show as fast as 100: first for the count and
the first rows, then for all ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from sportsec.domain.listing import Group, Order, Sort, by
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.columns import Source
from sportsec.ui.widgets.row_pages import PAGE_ROWS

Row = TypeVar("Row")
Wanted = TypeVar("Wanted")

#: All ids are read once the first rows are painted: on the other thread they would
#: take the interpreter away from the painting.
PAINT_MS = 50


@dataclass(frozen=True, slots=True)
class Opening(Generic[Row]):
    """First answer: how many, in which groups, the first ids, their rows.

    Of many groups the first ones, as far as the first rows reach.
    """

    count: int
    groups: list[Group] | None
    ids: list[UUID]
    rows: list[Row]


class ListQuestion(QObject, Generic[Row, Wanted]):
    """Asks a source off the main thread.

    Signals:
        opened: The first answer, an `Opening`.
        completed: All ids, and the groups if there are any.

    Attributes:
        wanted: The filter in use.
        order: What the list is sorted by; the first key decides.
        group: The sort key that it is grouped by; empty where it is not.
    """

    opened = Signal(object)
    completed = Signal(object, object)

    def __init__(
        self,
        runner: Runner,
        source: Source[Row, Wanted],
        wanted: Wanted,
        order: Sequence[Sort],
    ) -> None:
        super().__init__()
        self.wanted = wanted
        self.order = tuple(order)
        self.group = ""
        self.groupable: frozenset[str] = getattr(source, "groupable", frozenset())
        self._runner = runner
        self._source = source
        self._painted = QTimer(self, singleShot=True, interval=PAINT_MS)
        self._painted.timeout.connect(self._ask_rest)

    @property
    def whole_order(self) -> tuple[Sort, ...]:
        """The order as the source is asked for it: the group decides first."""
        if not self.group:
            return self.order
        own = tuple(sort for sort in self.order if sort.key == self.group)
        others = (sort for sort in self.order if sort.key != self.group)
        return (*(own or by(self.group)), *others)

    def ask(self, *, all_groups: bool = False) -> None:
        """Ask for the first rows; for all ids once those are painted.

        Args:
            all_groups: Ask for all groups at once, also those that the first rows are
                not in: where some are closed, more of them are looked at.
        """
        source, wanted, order = self._source, self.wanted, self.whole_order
        grouped = bool(self.group)

        def first(work: Work) -> Opening[Row]:
            head = list(source.ids(work, wanted, order, PAGE_ROWS))
            least = None if all_groups else len(head)
            groups = _groups(source, work, wanted, order, least) if grouped else None
            is_all = len(head) < PAGE_ROWS
            count = len(head) if is_all else source.count(work, wanted)
            return Opening(count, groups, head, list(source.rows(work, head)))

        def show(opening: Opening[Row]) -> None:
            self.opened.emit(opening)
            if opening.count > len(opening.ids):
                self._painted.start()
            else:
                self.completed.emit(None, None)

        self._painted.stop()  # the ids of another order are of no use any more
        self._runner.read(self, "open", first, show)

    def _ask_rest(self) -> None:
        source, wanted, order = self._source, self.wanted, self.whole_order
        grouped = bool(self.group)

        def rest(work: Work) -> tuple[list[UUID], list[Group] | None]:
            ids = list(source.ids(work, wanted, order, None))
            if not grouped:
                return ids, None
            return ids, _groups(source, work, wanted, order, None)

        self._runner.read(
            *(self, "ids", rest, lambda found: self.completed.emit(*found)),
            lane="further",
        )


def _groups(
    source: Any, work: Work, wanted: Any, order: Order, least: int | None
) -> list[Group]:
    """Return the groups; the first ones, with so many records at least, if it is said.

    A source may count its groups one after the other, so that few cost little.
    """
    found: list[Group] = []
    records = 0
    for group in source.groups(work, wanted, order[0]):
        found.append(group)
        records += group.count
        if least is not None and records >= least:
            break
    return found
