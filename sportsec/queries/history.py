"""The trail of the whole workspace: acts, newest first, filtered and read in pages.

`TRAIL` is a source of a list (`ui.widgets.columns.Source`); its identifiers are those
of acts. Each replica's acts stand in the order of their time already, so that the
first page of millions is found without sorting them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, union_all

from sportsec.domain.folding import fold
from sportsec.domain.history import ActRow, HistoryFilter
from sportsec.domain.listing import Order
from sportsec.domain.words import Words
from sportsec.i18n.history_words import sentence
from sportsec.i18n.translator import translator
from sportsec.queries.history_acts import Replica, act_rows, replicas
from sportsec.queries.named import INDEX, names_matching
from sportsec.store.journal.shape import DELETED
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: Replicas whose acts are merged one by one; SQLite joins no more than 500 queries.
_MERGED = 200
_act, _op = journal.act.c, journal.op.c


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters of the history offer.

    Args:
        actors: Everybody who did something.
        cells: Key and name of every cell that did something, our own first.
    """

    actors: tuple[str, ...] = ()
    cells: tuple[tuple[bytes, Words], ...] = ()


class Trail:
    """The acts of the workspace."""

    def count(self, work: Work, wanted: HistoryFilter) -> int:
        """Return at most how many acts are wanted: counting all would take long."""
        return sum(_last(work, place.number) for place in _places(work, wanted))

    def ids(
        self,
        work: Work,
        wanted: HistoryFilter,
        order: Order,
        limit: int | None,
    ) -> Sequence[Any]:
        """Return the acts wanted in the order of their time, newest first if asked."""
        descending = bool(order) and order[0].descending
        places = _places(work, wanted)
        conditions = _conditions(work, wanted)
        way = _act.act.desc() if descending else _act.act.asc()
        parts = [
            select(_act.act, _act.hlc)
            .where(_of_replica(place.number), *conditions)
            .order_by(way)
            .limit(limit)
            for place in places
        ]
        if not parts:
            return []
        if len(parts) > _MERGED or limit is None:
            numbers = [place.number for place in places]
            everything = select(_act.act, _act.hlc).where(*conditions)
            if wanted.cell is not None:
                mine = or_(*(_of_replica(number) for number in numbers))
                everything = everything.where(mine)
            found = everything.subquery()
        else:
            found = union_all(*(select(part.subquery()) for part in parts)).subquery()
        time = (found.c.hlc, found.c.act)
        by_time = tuple(each.desc() for each in time) if descending else time
        query = select(found.c.act).order_by(*by_time).limit(limit)
        return list(work.session.scalars(query))

    def rows(self, work: Work, ids: Sequence[Any]) -> Sequence[ActRow]:
        """Return the acts with these identifiers, in their order."""
        return act_rows(work, ids)


TRAIL = Trail()


def history_choices(work: Work) -> Choices:
    """Return what the filters of the history offer."""
    actors = work.session.scalars(select(_act.actor).distinct().order_by(_act.actor))
    cells: dict[bytes, Words] = {}
    for place in sorted(replicas(work).values(), key=lambda one: not one.is_own):
        if place.key is not None:
            cells.setdefault(place.key, place.name)
    return Choices(tuple(name for name in actors if name), tuple(cells.items()))


# ---- inside


def _places(work: Work, wanted: HistoryFilter) -> list[Replica]:
    found = replicas(work).values()
    return [one for one in found if wanted.cell is None or one.key == wanted.cell]


def _of_replica(number: int) -> ColumnElement[bool]:
    return _act.act.between(number << 32, (number + 1 << 32) - 1)


def _last(work: Work, number: int) -> int:
    newest = work.session.scalar(select(func.max(_act.act)).where(_of_replica(number)))
    return newest - (number << 32) if newest else 0


def _conditions(work: Work, wanted: HistoryFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.actor:
        found.append(_act.actor == wanted.actor)
    if wanted.since is not None:
        found.append(_act.wall >= _wall(wanted.since))
    if wanted.until is not None:
        found.append(_act.wall < _wall(wanted.until))
    if wanted.kind:
        found.append(_has_op(_op.tbl == wanted.kind))
    if wanted.only_deletions:
        found.append(_has_op(and_(_op.col == DELETED, _op.val.is_not(None))))
    if wanted.record is not None:
        found.append(_act.act.in_(_touching(wanted.record)))
    if wanted.text.strip():
        found.append(_says(work, wanted))
    return found


def _wall(moment: Any) -> int:
    return int(moment.timestamp() * 1000)


def _has_op(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    inside = and_(_op.op >= _act.first, _op.op < _act.first + _act.ops)
    return exists().where(inside, condition)


def _touching(record: UUID) -> Select[Any]:
    return select(_op.act).where(_op.row == record.bytes)


def _says(work: Work, wanted: HistoryFilter) -> ColumnElement[bool]:
    """Return the condition that an act, who did it or what it touches is so called."""
    t, words = translator(wanted.language), fold(wanted.text).split()
    titles = work.session.scalars(select(_act.title).distinct())
    said = [
        title
        for title in titles
        if title and _holds(fold(sentence(t, title, {})), words)
    ]
    actors = work.session.scalars(select(_act.actor).distinct())
    who = [actor for actor in actors if actor and _holds(fold(actor), words)]
    named = names_matching(wanted.text, INDEX.c.record)
    touching = select(_op.act).where(_op.row.in_(named))
    return or_(_act.title.in_(said), _act.actor.in_(who), _act.act.in_(touching))


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)
