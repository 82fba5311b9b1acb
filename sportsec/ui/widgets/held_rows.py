"""Rows that were read as a whole, as the source of a list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.listing import Group, Order, Sort, grouped_by, sorted_by
from sportsec.ui.tasks import Work

Row = TypeVar("Row")
Wanted = TypeVar("Wanted")


def text_key(text: str) -> tuple[str, str]:
    """Return what a text is sorted by; the same texts follow each other."""
    return fold(text), text


def _all(_row: object, _wanted: object) -> bool:
    return True


class HeldRows(Generic[Row, Wanted]):
    """Rows that were read as a whole, as the source of a list; nothing is asked again.

    Args:
        identity: What a row is known by.
        keys: What each column sorts by.
        shared: What rows have in common that are grouped by a column, as it is said.
        fits: Whether a filter lets a row through.
    """

    def __init__(
        self,
        identity: Callable[[Row], UUID],
        keys: Mapping[str, Callable[[Row], Any]],
        shared: Mapping[str, Callable[[Row], Hashable]],
        fits: Callable[[Row, Wanted], bool] = _all,
    ) -> None:
        self._identity = identity
        self._keys = keys
        self._shared = shared
        self._fits = fits
        self.groupable = frozenset(shared)
        self._rows: dict[UUID, Row] = {}

    @property
    def held(self) -> list[Row]:
        """All rows, in the order they were given in."""
        return list(self._rows.values())

    def show(self, rows: Iterable[Row]) -> None:
        """Hold other rows; the model is told by its own `reload`."""
        self._rows = {self._identity(row): row for row in rows}

    def shown(self, wanted: Wanted) -> list[Row]:
        """Return those that a filter lets through."""
        return [row for row in self._rows.values() if self._fits(row, wanted)]

    def count(self, _work: Work, wanted: Wanted) -> int:
        """Count those that a filter lets through."""
        return len(self.shown(wanted))

    def ids(
        self, _work: Work, wanted: Wanted, order: Order, limit: int | None
    ) -> Sequence[UUID]:
        """Return the ids in the order asked for, else as they were given."""
        rows = sorted_by(self.shown(wanted), order, self._keys)
        return [self._identity(row) for row in rows[:limit]]

    def groups(self, _work: Work, wanted: Wanted, sort: Sort) -> list[Group]:
        """Return what they have in common, in the order of a key."""
        rows = sorted_by(self.shown(wanted), [sort], self._keys)
        return grouped_by(rows, self._shared[sort.key])

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[Row]:
        """Return rows by their ids."""
        held = self._rows
        return [held[key] for key in ids if key in held]
