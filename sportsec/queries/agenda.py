"""The agenda: matches searched, filtered and sorted, a page at a time.

100,000 matches open as fast as 100: every order is walked along an index until a
page is full (see `store.tables.fixtures`), nothing is sorted that is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from sportsec.domain.listing import Group, Order, Sort
from sportsec.queries.agenda_groups import GROUPABLE, counted, groups_of
from sportsec.queries.agenda_order import statements
from sportsec.queries.agenda_plan import LIVE, AgendaFilter, Plan, plan_of
from sportsec.queries.agenda_rows import AgendaRow, read_rows
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Above this a count of searched matches is an upper bound until all ids are known.
_EXACT_COUNT = 2000


class AgendaSource:
    """The list of matches."""

    groupable = GROUPABLE

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
        return counted(work, plan)

    def ids(
        self,
        work: Work,
        wanted: AgendaFilter,
        order: Order,
        limit: int | None,
    ) -> Sequence[UUID]:
        """Return the ids wanted, in order; the kick-off decides between equals."""
        plan = plan_of(work, wanted)
        found: list[UUID] = []
        for statement in statements(work, plan, wanted.language, order):
            left = None if limit is None else limit - len(found)
            raw = work.session.scalars(statement.limit(left))
            found += [UUID(bytes=one) for one in raw]
            if limit is not None and len(found) >= limit:
                break
        return found

    def groups(self, work: Work, wanted: AgendaFilter, sort: Sort) -> Iterable[Group]:
        """Return what the matches wanted have in common, in the order of a key."""
        return groups_of(work, plan_of(work, wanted), wanted.language, sort)

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
