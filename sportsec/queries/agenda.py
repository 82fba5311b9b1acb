"""The agenda: matches searched, filtered and sorted, a page at a time.

100,000 matches open as fast as 100: every order is walked along an index until a
page is full (see `store.tables.fixtures`), nothing is sorted that is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    LargeBinary,
    Select,
    Text,
    asc,
    desc,
    func,
    or_,
    select,
    type_coerce,
    union,
)
from sqlalchemy.orm import InstrumentedAttribute

from sportsec.domain.fixtures import FixtureStatus
from sportsec.queries.agenda_categories import current_categories
from sportsec.queries.agenda_plan import LIVE, AgendaFilter, Plan, plan_of
from sportsec.queries.agenda_rows import AgendaRow, read_rows
from sportsec.queries.cross_join import CrossJoin
from sportsec.queries.named import INDEX, sort_key
from sportsec.store.base import Record
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

_TABLE = Fixture.__table__
_Ordered = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]
#: The id as its bytes: made into UUIDs in one go, which takes half the time.
_RAW_ID = type_coerce(_TABLE.c.id, LargeBinary).label("id")
#: The order of kick-off, as in the indexes.
_KEYS = (_TABLE.c.kick_off_date, _TABLE.c.kick_off_at, _TABLE.c.id)
#: The same as the text it is kept as: a hundred thousand need no conversion.
_RAW_KEYS = (
    type_coerce(_TABLE.c.kick_off_date, Text).label("day"),
    type_coerce(_TABLE.c.kick_off_at, Text).label("moment"),
)
#: Sort key → the column and the table whose names decide.
_BY_NAME: dict[str, tuple[InstrumentedAttribute[UUID | None], type[Record]]] = {
    "home": (Fixture.home_club_id, Club),
    "away": (Fixture.away_club_id, Club),
    "venue": (Fixture.venue_id, Venue),
    "competition": (Fixture.competition_id, Competition),
}
#: Up to so many names SQLite is asked one by one, which spares it sorting each.
_FEW_NAMES = 40
#: Above this a count of searched matches is an upper bound until all ids are known.
_EXACT_COUNT = 2000


class AgendaSource:
    """The list of matches."""

    def count(self, work: Work, wanted: AgendaFilter) -> int:
        """Count the matches wanted; of thousands filtered, an upper bound.

        The list learns the exact number when it has all ids, a moment later.
        """
        plan = plan_of(work, wanted)
        if plan.is_everything:
            return _count_all(work)
        bound = min(_sizes(work, plan))
        if bound > _EXACT_COUNT or plan.is_single:
            return bound
        counted = select(func.count()).select_from(_wanted(plan).subquery())
        return work.session.scalar(counted) or 0

    def ids(
        self,
        work: Work,
        wanted: AgendaFilter,
        sort: str,
        descending: bool,  # noqa: FBT001 - as the lists of the UI ask
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the ids wanted, in order; the kick-off decides between equals."""
        plan = plan_of(work, wanted)
        found: list[UUID] = []
        for statement in _statements(work, plan, wanted, sort, descending=descending):
            left = None if limit is None else limit - len(found)
            raw = work.session.scalars(statement.limit(left))
            found += [UUID(bytes=one) for one in raw]
            if limit is not None and len(found) >= limit:
                break
        return found

    def rows(self, work: Work, ids: Sequence[UUID]) -> Sequence[AgendaRow]:
        """Return the rows with these ids, in the order of `ids`."""
        found = {row.id: row for row in read_rows(work, ids)}
        return [found[one] for one in ids if one in found]


AGENDA = AgendaSource()


def _count_all(work: Work) -> int:
    """Count live matches as all less the deleted ones: no scan."""
    every = select(func.count()).select_from(Fixture).scalar_subquery()
    gone = select(func.count()).where(Fixture.deleted_at.is_not(None))
    return work.session.scalar(select(every - gone.scalar_subquery())) or 0


def _sizes(work: Work, plan: Plan) -> Iterator[int]:
    """Count what each part of the filter lets through: none has more than that.

    Each part is a range of an index. A match found by its home and its away club
    counts twice.
    """
    for words in plan.hits:
        arms = words.arms()
        yield sum(_size(work, plan, arm) for arm in arms)
    for choice in plan.chosen:
        yield _size(work, plan, choice)
    if not plan.hits and not plan.chosen:
        yield _size(work, plan)


def _size(work: Work, plan: Plan, *part: ColumnElement[bool]) -> int:
    query = select(func.count()).where(LIVE, *plan.period, *part)
    return work.session.scalar(query) or 0


def _statements(
    work: Work, plan: Plan, wanted: AgendaFilter, sort: str, *, descending: bool
) -> Iterator[_Ordered]:
    """Yield statements whose ids, one after the other, are the order wanted."""
    if sort in _BY_NAME:
        yield from _by_name(work, plan, wanted, sort, descending=descending)
    elif sort == "status":
        members = list(FixtureStatus)
        for status in reversed(members) if descending else members:
            yield _by_kick_off(plan, Fixture.status == status)
    elif sort == "category":
        yield from _by_category(plan, descending=descending)
    else:
        yield _by_kick_off(plan, descending=descending)


def _by_kick_off(
    plan: Plan, *more: ColumnElement[bool], descending: bool = False
) -> _Ordered:
    way = desc if descending else asc
    # Each range is in the order of kick-off already: SQLite merges them as it reads.
    return _wanted(plan, *more).order_by(way("day"), way("moment"), way("id"))


def _wanted(plan: Plan, *more: ColumnElement[bool]) -> _Ordered:
    """Select the matches wanted, with what orders them by kick-off."""
    columns = (_RAW_ID, *_RAW_KEYS)
    if not plan.ranges:
        return select(*columns).where(*plan.conditions, *more)
    others = (*plan.beside_ranges, *more)
    arms = [select(*columns).where(one, *others) for one in plan.ranges]
    return union(*arms)


def _by_name(
    work: Work, plan: Plan, wanted: AgendaFilter, sort: str, *, descending: bool
) -> Iterator[_Ordered]:
    """Walk the names in order, and the matches of each by kick-off."""
    way = desc if descending else asc
    column, owner = _BY_NAME[sort]
    order = (way(sort_key(wanted.language)), way(INDEX.c.record))
    named = INDEX.c.kind == owner.__tablename__
    names = select(INDEX.c.record).where(named).order_by(*order).limit(_FEW_NAMES)
    few = work.session.scalars(names).all()
    if len(few) < _FEW_NAMES:
        for name in few:
            yield _by_kick_off(plan, column == name)
    else:
        walk = CrossJoin(INDEX, _TABLE, column == INDEX.c.record)
        query = select(_RAW_ID).select_from(walk).where(named, *plan.conditions)
        yield query.order_by(*order, *_KEYS)
    deleted = select(owner.id).where(owner.deleted_at.is_not(None))
    yield _by_kick_off(plan, or_(column.is_(None), column.in_(deleted)))


def _by_category(plan: Plan, *, descending: bool) -> Iterator[_Ordered]:
    """Rated matches first; the others follow by kick-off."""
    current = current_categories()
    rated = (
        select(_RAW_ID)
        .join_from(Fixture, current, current.c.fixture_id == Fixture.id)
        .where(*plan.conditions)
    )
    way = desc if descending else asc
    yield rated.order_by(way(current.c.category), *_KEYS)
    yield _by_kick_off(plan, Fixture.id.not_in(select(current.c.fixture_id)))
