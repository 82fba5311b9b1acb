"""Rows that are on the screen already, as the source of a list."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from sportsec.domain.listing import Group, Order, Sort, grouped_by, sorted_by
from sportsec.ui.tasks import Work


class _Identified(Protocol):
    @property
    def id(self) -> UUID: ...


R = TypeVar("R", bound=_Identified)


class Rows(Generic[R]):
    """Rows that are on the screen already, as the source of a list.

    Args:
        keys: What each column sorts by.
        shared: What rows have in common that are grouped by a column, as it is said.
    """

    def __init__(
        self,
        keys: Mapping[str, Callable[[R], Any]],
        shared: Mapping[str, Callable[[R], Hashable]],
    ) -> None:
        self._keys = keys
        self._shared = shared
        self.groupable = frozenset(shared)
        self._rows: dict[UUID, R] = {}

    def show(self, rows: Sequence[R]) -> None:
        """Hold other rows; the model is told by its own `reload`."""
        self._rows = {row.id: row for row in rows}

    def count(self, _work: Work, _wanted: object) -> int:
        """Count them."""
        return len(self._rows)

    def ids(
        self,
        _work: Work,
        _wanted: object,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the ids in the order asked for, else in that of the plan."""
        rows = sorted_by(self._rows.values(), order, self._keys)
        return [row.id for row in rows[:limit]]

    def groups(self, _work: Work, _wanted: object, sort: Sort) -> list[Group]:
        """Return what they have in common, in the order of a key."""
        rows = sorted_by(self._rows.values(), [sort], self._keys)
        return grouped_by(rows, self._shared[sort.key])

    def rows(self, _work: Work, ids: Sequence[UUID]) -> Sequence[R]:
        """Return rows by their ids."""
        held = self._rows
        return [held[key] for key in ids if key in held]
