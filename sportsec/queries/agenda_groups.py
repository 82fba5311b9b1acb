"""What the matches of the agenda have in common: counted in one pass of an index."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.listing import Group, Month, Sort
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_categories import current_categories
from sportsec.queries.agenda_order import BY_NAME
from sportsec.queries.agenda_plan import Plan
from sportsec.queries.named import INDEX, names_of, sort_key
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Sort keys that the list may be grouped by.
GROUPABLE = frozenset({*BY_NAME, "kick_off", "month", "status", "category", "round"})

#: Days that are counted before any of them is shown; a month has no more.
_AT_ONCE = 32


def counted(work: Work, plan: Plan) -> int:
    """Count the matches that a filter lets through."""
    query = select(func.count()).select_from(Fixture).where(*plan.conditions)
    return work.session.scalar(query) or 0


def groups_of(work: Work, plan: Plan, language: str, sort: Sort) -> Iterable[Group]:
    """Return the groups by a key, in its order; those without a value come last."""
    if sort.key in BY_NAME:
        return _by_name(work, plan, language, sort)
    if sort.key == "category":
        return _by_category(work, plan, sort)
    counts: dict[Any, int]
    if sort.key == "status":
        counts = _counts(work, plan, Fixture.status)
        return _listed([one for one in FixtureStatus if one in counts], counts, sort)
    if sort.key == "round":
        counts = _counts(work, plan, Fixture.round)
        rounds = sorted((one for one in counts if one), key=lambda one: (len(one), one))
        nameless = counts.get("", 0)
        return [*_listed(rounds, counts, sort), *_nameless(nameless)]
    days = _days(work, plan, sort)
    if sort.key == "month":
        return _months(days)
    return (Group(day, day, count) for day, count in days)


def _counts(work: Work, plan: Plan, column: Any) -> dict[Any, int]:
    query = select(column, func.count()).where(*plan.conditions).group_by(column)
    return {row[0]: row[1] for row in work.session.execute(query)}


def _listed(
    values: Sequence[Hashable], counts: dict[Any, int], sort: Sort
) -> list[Group]:
    found = [Group(one, one, counts[one]) for one in values]
    return found[::-1] if sort.descending else found


def _nameless(count: int) -> list[Group]:
    return [Group(None, None, count)] if count else []


def _days(work: Work, plan: Plan, sort: Sort) -> Iterator[tuple[date, int]]:
    """Yield the days and their matches: the first are known before all are counted."""
    day = Fixture.kick_off_date
    way = day.desc() if sort.descending else day.asc()
    query = select(day, func.count()).where(*plan.conditions).group_by(day)
    query = query.order_by(way).execution_options(yield_per=_AT_ONCE)
    with work.session.execute(query) as rows:
        yield from ((row[0], row[1]) for row in rows)


def _months(days: Iterable[tuple[date, int]]) -> Iterator[Group]:
    """Yield the months of days: SQLite would need a table of its own to count them."""
    for first, found in groupby(days, lambda counted: counted[0].replace(day=1)):
        yield Group(first, Month(first), sum(count for _, count in found))


def _by_name(work: Work, plan: Plan, language: str, sort: Sort) -> list[Group]:
    """Return the groups in the order in which the list walks the names."""
    column, owner = BY_NAME[sort.key]
    counts: dict[UUID, int] = _counts(work, plan, column)
    nameless = sum(counts.values())
    keys: list[ColumnElement[Any]] = [sort_key(language), INDEX.c.record]
    order = [key.desc() if sort.descending else key.asc() for key in keys]
    named = INDEX.c.kind == owner.__tablename__
    query = select(INDEX.c.record).where(named).order_by(*order)
    walked: Iterable[UUID] = work.session.scalars(query)
    live = [one for one in walked if one in counts]
    names = names_of(work, owner, live)
    nameless -= sum(counts[one] for one in live)
    return [
        *(Group(one, names[one], counts[one]) for one in live),
        *_nameless(nameless),
    ]


def _by_category(work: Work, plan: Plan, sort: Sort) -> list[Group]:
    current = current_categories()
    query = (
        select(current.c.category, func.count())
        .join_from(Fixture, current, current.c.fixture_id == Fixture.id)
        .where(*plan.conditions)
        .group_by(current.c.category)
    )
    counts = {RiskCategory(row[0]): row[1] for row in work.session.execute(query)}
    unrated = counted(work, plan) - sum(counts.values())
    return [*_listed(sorted(counts), counts, sort), *_nameless(unrated)]
