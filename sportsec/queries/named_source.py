"""Lists of named records: searched, filtered, sorted and grouped in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, not_, select, true

from sportsec.domain.listing import Group, Order, Sort, by
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.cross_join import CrossJoin
from sportsec.queries.named import INDEX, found_by_name, names_of, sort_key
from sportsec.store.base import Record
from sportsec.store.work import Work


class Wanted(Protocol):
    """What a list of named records is asked for; filters of pages have more."""

    @property
    def text(self) -> str:
        """What was typed into the search field."""

    @property
    def language(self) -> str:
        """The language that names are sorted in."""


Row = TypeVar("Row", bound="Identified")
W = TypeVar("W", bound=Wanted)


@dataclass(frozen=True, slots=True)
class Shared:
    """What a group of a list is called, read together with its count.

    Args:
        columns: Any value of these in the group will do.
        name: Makes them into names, one for each group.
    """

    columns: Sequence[ColumnElement[Any]]
    name: Callable[[Work, Sequence[tuple[Any, ...]]], Sequence[object]]


def coded(column: ColumnElement[Any]) -> Shared:
    """Groups by a code or a day: the value is the name."""
    return Shared([column], lambda _work, rows: [row[0] for row in rows])


def written(owner: type[Record], name: str) -> Shared:
    """Groups by a text in three languages, such as a city."""
    columns = [owner.__table__.c[f"{name}_{code}"] for code in LANGUAGES]
    return Shared(columns, lambda _work, rows: [Words(*row) for row in rows])


def ranked(codes: type[Enum], column: ColumnElement[Any]) -> ColumnElement[int]:
    """Return the sort key of codes that have an order of their own."""
    ranks = {code.value: at for at, code in enumerate(codes)}
    return case(ranks, value=column)


def way(sort: Sort, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return the order that a list has by a column; empty ones stand last."""
    return (column.desc() if sort.descending else column.asc()).nulls_last()


def referred(column: ColumnElement[Any], owner: type[Record]) -> Shared:
    """Groups by the name of the record that a column refers to."""

    def name(work: Work, rows: Sequence[tuple[Any, ...]]) -> list[object]:
        named = names_of(work, owner, [row[0] for row in rows if row[0] is not None])
        return [named.get(row[0]) for row in rows]

    return Shared([column], name)


class Identified(Protocol):
    """A row of a list."""

    @property
    def id(self) -> UUID:
        """The record it shows."""


class NamedSource(Generic[Row, W]):
    """A list of named records: searched, filtered, sorted and grouped in SQL.

    A subclass names its `table` and implements `read`; `filters`, `orders` and
    `shared` add to what every list can do: search by name, sort by "name".
    """

    table: ClassVar[type[Record]]
    #: Sort keys that the list may be grouped by: those of `shared`.
    groupable: ClassVar[frozenset[str]] = frozenset()

    def count(self, work: Work, wanted: W) -> int:
        """Count the records wanted."""
        query = select(func.count()).select_from(self.table)
        return work.session.scalar(query.where(*self._conditions(wanted))) or 0

    def ids(
        self, work: Work, wanted: W, order: Order, limit: int | None
    ) -> Sequence[UUID]:
        """Return the ids wanted, in order; empty last, names between equals."""
        found: list[UUID] = []
        for statement in self._statements(wanted, order):
            left = None if limit is None else limit - len(found)
            found += work.session.scalars(statement.limit(left))
            if limit is not None and len(found) >= limit:
                break
        return found

    def groups(self, work: Work, wanted: W, sort: Sort) -> list[Group]:
        """Return what the records wanted have in common, in the order of a key."""
        shared = self.shared(wanted.language)[sort.key]
        key = func.nullif(self.orders(wanted.language)[sort.key], "").label("key")
        names = (func.min(column) for column in shared.columns)
        query = (
            select(key, func.count(), *names)
            .select_from(self.table)
            .where(*self._conditions(wanted))
            .group_by(key)
            .order_by((key.desc() if sort.descending else key.asc()).nulls_last())
        )
        rows = [tuple(row) for row in work.session.execute(query)]
        named = shared.name(work, [row[2:] for row in rows])
        return [
            Group(row[0], None if row[0] is None else name, row[1])
            for row, name in zip(rows, named, strict=True)
        ]

    def rows(self, work: Work, ids: Sequence[UUID]) -> Sequence[Row]:
        """Return the rows with these ids, in the order of `ids`."""
        found = {row.id: row for row in self.read(work, ids)}
        return [found[one] for one in ids if one in found]

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[Row]:
        """Read rows in any order."""
        raise NotImplementedError

    def filters(self, wanted: W) -> list[ColumnElement[bool]]:
        """Return the conditions besides the search."""
        del wanted
        return []

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Return what can be sorted by besides the name."""
        del language
        return {}

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Return what the groups by a sort key are called."""
        del language
        return {}

    def search(self, text: str) -> ColumnElement[bool]:
        """Return the condition that a record is what was typed."""
        return self.table.id.in_(found_by_name(self.table.__tablename__, text))

    def first(self, text: str) -> ColumnElement[bool] | None:
        """Return which of those found come first in the order of names: of `INDEX`."""
        del text
        return None

    def _conditions(self, wanted: W) -> list[ColumnElement[bool]]:
        found = [self.table.deleted_at.is_(None), *self.filters(wanted)]
        return [*found, self.search(wanted.text)] if wanted.text.strip() else found

    def _keys(self, wanted: W, order: Order) -> list[tuple[Sort, ColumnElement[Any]]]:
        """Return what the list is sorted by, and the values of it; else the names."""
        orders = {"name": sort_key(wanted.language), **self.orders(wanted.language)}
        sorts = [sort for sort in order if sort.key in orders] or by("name")
        return [(sort, func.nullif(orders[sort.key], "")) for sort in sorts]

    def _statements(self, wanted: W, order: Order) -> Iterator[Select[UUID]]:
        """Yield statements whose ids, one after the other, are the order wanted."""
        name = sort_key(wanted.language)
        keys = self._keys(wanted, order)
        ways = [way(sort, column) for sort, column in keys]
        leading = keys[0][0]
        if leading.key != "name":
            index = INDEX.c.record == self.table.id
            query = select(self.table.id).join_from(self.table, INDEX, index)
            yield query.where(*self._conditions(wanted)).order_by(
                *ways, name, self.table.id
            )
            return
        # The index of names is walked, so that the first page needs no sorting.
        named = name.desc() if leading.descending else name.asc()
        walk = CrossJoin(INDEX, self.table.__table__, INDEX.c.record == self.table.id)
        query = (
            select(self.table.id)
            .select_from(walk)
            .where(INDEX.c.kind == self.table.__tablename__, *self._conditions(wanted))
        )
        first = self.first(wanted.text) if wanted.text.strip() else None
        for rank in [first, not_(first)] if first is not None else [true()]:
            for part in (name > "", name == ""):
                ranked = query.where(rank, part)
                yield ranked.order_by(named, *ways[1:], INDEX.c.record)
