"""What every list can do with its rows: put them in order, and in groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

Row = TypeVar("Row")


class Sort(NamedTuple):
    """One key that rows are sorted by."""

    key: str
    descending: bool = False

    def __str__(self) -> str:
        return f"-{self.key}" if self.descending else self.key

    def turned(self) -> Sort:
        """Return the same key the other way round."""
        return Sort(self.key, not self.descending)


#: The first key decides, the next one between equals.
Order = Sequence[Sort]


def by(*keys: str) -> tuple[Sort, ...]:
    """Return an order: `by("city", "-name")` goes by city, then by name backwards."""
    return tuple(Sort(key.removeprefix("-"), key.startswith("-")) for key in keys)


def chosen_first(order: Order, key: str) -> tuple[Sort, ...]:
    """Return the order by one key alone; the other way round if it was that already."""
    alone = tuple(order) in {by(key), by(f"-{key}")}
    return (order[0].turned(),) if alone else by(key)


def chosen_further(order: Order, key: str) -> tuple[Sort, ...]:
    """Return the order with one key more; asked again, turned; once more, without."""
    found = next((sort for sort in order if sort.key == key), None)
    if found is None:
        return (*order, Sort(key))
    if not found.descending:
        return tuple(sort.turned() if sort is found else sort for sort in order)
    return tuple(sort for sort in order if sort is not found)


class Month(NamedTuple):
    """A month as the name of a group."""

    first: date


@dataclass(frozen=True, slots=True)
class Group:
    """A value that rows have in common.

    Args:
        value: Tells it from the other groups of the list.
        name: What it is called: `Words`, a member, a day, a month, a text; None
            where the rows have no value.
        count: How many rows it has.
    """

    value: Hashable
    name: object
    count: int


def sorted_by(
    rows: Iterable[Row], order: Order, keys: Mapping[str, Callable[[Row], Any]]
) -> list[Row]:
    """Return rows that are in memory in an order; unknown keys are passed over."""
    found = list(rows)
    for sort in reversed(order):
        if sort.key in keys:
            found.sort(key=keys[sort.key], reverse=sort.descending)
    return found


def grouped_by(rows: Iterable[Row], value: Callable[[Row], Hashable]) -> list[Group]:
    """Return the groups of rows that are in memory, in the order they come in.

    Args:
        value: What a group has in common, and is called; none where it is empty. Rows
            that have the same must follow each other.
    """
    counts: dict[Hashable, int] = {}
    for row in rows:
        key = value(row)
        counts[key] = counts.get(key, 0) + 1
    return [
        Group(key, None if key == "" else key, count) for key, count in counts.items()
    ]
