"""The order of the agenda, by one key or several, without sorting all matches.

What decides first is walked: the names of clubs one after the other, the statuses,
the months, the calendar. Each part is a range of an index, in which only its own
matches are sorted by what decides next; a page is full long before the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    LargeBinary,
    Select,
    Text,
    UnaryExpression,
    asc,
    case,
    desc,
    func,
    or_,
    select,
    type_coerce,
    union,
)
from sqlalchemy.orm import InstrumentedAttribute

from sportsec.domain.calendar_days import month_of
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.listing import Order, Sort
from sportsec.queries.agenda_categories import category_of, current_categories
from sportsec.queries.agenda_plan import LIVE, Plan
from sportsec.queries.agenda_search import known_rounds
from sportsec.queries.cross_join import CrossJoin
from sportsec.queries.named import INDEX, name_key, sort_key
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

Ordered = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
Conditions = Sequence[ColumnElement[bool]]

_TABLE = Fixture.__table__
#: The id as its bytes: made into UUIDs in one go, which takes half the time.
_RAW_ID = type_coerce(_TABLE.c.id, LargeBinary).label("id")
#: The kick-off as the text it is kept as: a hundred thousand need no conversion.
_RAW_KEYS = (
    type_coerce(_TABLE.c.kick_off_date, Text).label("day"),
    type_coerce(_TABLE.c.kick_off_at, Text).label("moment"),
)
#: Sort key → the column and the table whose names decide.
BY_NAME: dict[str, tuple[InstrumentedAttribute[UUID | None], type[Record]]] = {
    "home": (Fixture.home_club_id, Club),
    "away": (Fixture.away_club_id, Club),
    "venue": (Fixture.venue_id, Venue),
    "competition": (Fixture.competition_id, Competition),
}
#: Up to so many names SQLite is asked one by one, which spares it sorting each.
_FEW_NAMES = 40


def statements(
    work: Work, plan: Plan, language: str, order: Order
) -> Iterator[Ordered]:
    """Yield statements whose ids, one after the other, are the order wanted.

    The kick-off decides between equals.
    """
    yield from _Walk(work, plan, language).parts(list(order), ())


class _Walk:
    """Takes an order apart."""

    def __init__(self, work: Work, plan: Plan, language: str) -> None:
        self._work = work
        self._plan = plan
        self._language = language

    def parts(self, order: Order, more: Conditions) -> Iterator[Ordered]:
        """Yield the statements of the matches that fulfil some more conditions."""
        first, rest = (order[0], order[1:]) if order else (Sort("kick_off"), ())
        if first.key in BY_NAME:
            yield from self._by_name(first, rest, more)
        elif first.key == "status":
            for status in _way(list(FixtureStatus), first):
                yield from self.parts(rest, (*more, Fixture.status == status))
        elif first.key == "category":
            yield from self._by_category(first, rest, more)
        elif first.key == "round":
            for one in _way(known_rounds(self._work), first):
                yield self._within(rest, (*more, Fixture.round == one))
            yield from self.parts(rest, (*more, Fixture.round == ""))
        elif first.key == "month":
            day = Fixture.kick_off_date
            for one in _way(self._months(), first):
                yield self._within(rest, (*more, day.between(*month_of(one))))
        else:
            yield self._within(order, more)

    def _by_name(self, first: Sort, rest: Order, more: Conditions) -> Iterator[Ordered]:
        """Walk the names in order, and the matches of each by what decides next."""
        way = desc if first.descending else asc
        column, owner = BY_NAME[first.key]
        order = (way(sort_key(self._language)), way(INDEX.c.record))
        named = INDEX.c.kind == owner.__tablename__
        names = select(INDEX.c.record).where(named).order_by(*order).limit(_FEW_NAMES)
        few = self._work.session.scalars(names).all()
        if len(few) < _FEW_NAMES:
            for name in few:
                yield self._within(rest, (*more, column == name))
        else:
            walk = CrossJoin(INDEX, _TABLE, column == INDEX.c.record)
            query = self._selected(rest).select_from(walk)
            query = query.where(named, *self._plan.conditions, *more)
            yield query.order_by(*order, *_ways(rest))
        deleted = select(owner.id).where(owner.deleted_at.is_not(None))
        nameless = or_(column.is_(None), column.in_(deleted))
        yield from self.parts(rest, (*more, nameless))

    def _by_category(
        self, first: Sort, rest: Order, more: Conditions
    ) -> Iterator[Ordered]:
        """Rated matches first; the others follow."""
        current = current_categories()
        way = desc if first.descending else asc
        rated = self._selected(rest).join_from(
            Fixture, current, current.c.fixture_id == Fixture.id
        )
        rated = rated.where(*self._plan.conditions, *more)
        yield rated.order_by(way(current.c.category), *_ways(rest))
        unrated = Fixture.id.not_in(select(current.c.fixture_id))
        yield from self.parts(rest, (*more, unrated))

    def _months(self) -> list[date]:
        """Return the first day of each month in which there may be a match."""
        day = Fixture.kick_off_date
        ends = select(day).where(LIVE, *self._plan.period)
        first = self._work.session.scalar(ends.order_by(day).limit(1))
        last = self._work.session.scalar(ends.order_by(day.desc()).limit(1))
        return list(_first_days(first, last))

    def _within(self, order: Order, more: Conditions) -> Ordered:
        """Return the matches that fulfil some more conditions, in an order."""
        ranges = self._plan.ranges
        if not ranges:
            query = self._selected(order).where(*self._plan.conditions, *more)
            return query.order_by(*_ways(order))
        # Each range is in the order of kick-off already: SQLite merges them.
        others = (*self._plan.beside_ranges, *more)
        arms = [self._selected(order).where(one, *others) for one in ranges]
        return union(*arms).order_by(*_ways(order))

    def _selected(self, order: Order) -> Select[*tuple[Any, ...]]:
        """Select matches with what orders them."""
        keys = [
            self._key(sort.key).label(sort.key)
            for sort in order
            if sort.key != "kick_off"
        ]
        return select(_RAW_ID, *_RAW_KEYS, *keys)

    def _key(self, key: str) -> ColumnElement[Any]:
        """Return what a match is sorted by among few; NULL where it has nothing."""
        if key in BY_NAME:
            column = _TABLE.c[BY_NAME[key][0].key]
            return name_key(column, self._language)
        if key == "status":
            ranks = {status: at for at, status in enumerate(FixtureStatus)}
            return case(ranks, value=Fixture.status)
        if key == "category":
            return category_of(_TABLE.c.id)
        if key == "round":
            length = func.printf("%03d", func.length(Fixture.round))
            return case((Fixture.round != "", length.concat(Fixture.round)))
        return func.substr(type_coerce(_TABLE.c.kick_off_date, Text), 1, 7)


def _ways(order: Order) -> list[UnaryExpression[Any]]:
    """Return the columns selected in an order, with the kick-off between equals."""
    found: list[UnaryExpression[Any]] = []
    kick_off = Sort("kick_off")
    for sort in order:
        way = desc if sort.descending else asc
        if sort.key == "kick_off":
            kick_off = sort
            found.append(way("day"))
        else:
            found.append(way(sort.key).nulls_last())
    way = desc if kick_off.descending else asc
    if kick_off not in order:
        found.append(way("day"))
    return [*found, way("moment"), way("id")]


def _way(parts: Sequence[Any], sort: Sort) -> Sequence[Any]:
    return parts[::-1] if sort.descending else parts


def _first_days(first: date | None, last: date | None) -> Iterator[date]:
    """Yield the first day of each month from one day to another."""
    if first is None or last is None:
        return
    day = first.replace(day=1)
    while day <= last:
        yield day
        day = (day + timedelta(days=31)).replace(day=1)
