"""Which record a list chooses when the chosen one has left it, or is back again."""

from __future__ import annotations

from collections.abc import Container, Sequence
from uuid import UUID

from sportsec.ui.widgets.table import TableView


def neighbour(before: Sequence[UUID], gone: UUID, left: Container[UUID]) -> UUID | None:
    """Return what took the place of a record: the next one left, else the last before.

    Args:
        before: The list while the record was in it.
    """
    if gone not in before:
        return None
    at = before.index(gone)
    near = [*before[at + 1 :], *reversed(before[:at])]
    return next((each for each in near if each in left), None)


class Neighbours:
    """Keeps an eye on the chosen record of a list.

    Otherwise keys such as Delete would go for the first record of the list, far from
    where the officer looks.
    """

    def __init__(self, table: TableView) -> None:
        self._table = table
        self._rows = table.rows
        self._before: list[UUID] = []
        self._chosen: UUID | None = None
        self._deleted: UUID | None = None
        self._wanted: object = None
        self._rows.modelAboutToBeReset.connect(self._remember)

    def await_back(self, record: UUID) -> None:
        """Choose a deleted record when it is in the list again: it was undone."""
        self._deleted = record

    def choose(self) -> None:
        """Choose once all is known: what is back, or what took the place of another.

        Where other records were asked for, nothing took the place of any.
        """
        before, self._wanted = self._wanted, self._rows.wanted
        if self._deleted is not None and self._table.select(self._deleted):
            self._deleted = None
        if self._chosen is None or self._table.current_id() is not None:
            return
        if before == self._wanted:
            near = neighbour(self._before, self._chosen, set(self._rows.ids))
            if near is not None:
                self._table.select(near)

    def _remember(self) -> None:
        chosen = self._table.current_id()
        if chosen is not None:
            self._chosen, self._before = chosen, self._rows.ids
