"""Acts of the journal as rows: who did what, where, and what became of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, select

from sportsec.domain.history import (
    FOUNDING,
    MOST_COUNTED,
    OUTSIDE,
    PART_OF,
    ActRow,
    Mention,
)
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.cells import own_cell
from sportsec.queries.history_changes import mentions
from sportsec.queries.record_owners import owners_of
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: Operations looked at to say what an act concerns that is too long to be counted.
_LOOKED_AT = 500
_act, _op, _replica = journal.act.c, journal.op.c, journal.replica.c


@dataclass(frozen=True, slots=True)
class Replica:
    """An incarnation of a database, and the cell it belongs to."""

    number: int
    key: bytes | None
    name: Words
    is_own: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    title: str
    detail: Mapping[str, object]
    undoes: int | None


def replicas(work: Work) -> dict[int, Replica]:
    """Return all replicas by their number here; that of this database is its own."""
    self = work.session.scalar(select(journal.state.c.self))
    columns = (_replica.number, _replica.cell_key, _replica.name)
    rows = list(work.session.execute(select(*columns)))
    own = own_cell(work)
    own_name = own.draft.name if own else Words()
    own_key = next((row.cell_key for row in rows if row.number == self), None)
    return {
        row.number: Replica(
            row.number,
            row.cell_key,
            # Our own name is what the record says now.
            own_name if _is_ours(row, self, own_key) and own_name else _name(row.name),
            row.number == self,
        )
        for row in rows
    }


def act_rows(work: Work, ids: Sequence[int]) -> list[ActRow]:
    """Return acts in the order of `ids`; those that are not there are left out."""
    columns = (
        *(_act.act, _act.wall, _act.actor, _act.title, _act.detail, _act.undoes),
        *(_act.first, _act.ops),
    )
    query = select(*columns).where(_act.act.in_(ids))
    found = {row.act: row for row in work.session.execute(query)}
    places = replicas(work)
    arrived = _arrivals(work, [row.act for row in found.values() if not row.ops])
    counts = _counts(work, list(found))
    about = _about(work, list(found))
    undone = undone_by(work, list(found))
    before = _undone(work, [row.undoes for row in found.values() if row.undoes])
    rows = []
    for one in ids:
        if one not in found:
            continue
        row = found[one]
        target, is_redo = _root(row.undoes, before)
        title = row.title or OUTSIDE
        rows.append(
            ActRow(
                id=one,
                at=datetime.fromtimestamp((row.wall or 0) / 1000, UTC),
                actor=row.actor or "",
                cell=_at(places, one, "name", Words()),
                is_own=_at(places, one, "is_own", default=False),
                title=title,
                detail=facts(row.detail),
                changes=row.ops or arrived.get(one, 0),
                counts=tuple(counts.get(one, ())),
                about=about.get(one),
                undoes=row.undoes,
                undone_title=target.title if target else "",
                undone_detail=target.detail if target else {},
                is_redo=is_redo,
                undone_by=undone.get(one),
                is_founding=title in FOUNDING,
            )
        )
    return rows


def facts(text: str | None) -> Mapping[str, object]:
    """Return the facts that fill the sentence of an act."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def undone_by(work: Work, ids: Collection[int]) -> dict[int, int]:
    """Return the acts that undo acts, of those that are not undone in their turn."""
    if not ids:
        return {}
    query = select(_act.act, _act.undoes).where(_act.undoes.in_(ids))
    undoing = [(row.act, row.undoes) for row in work.session.execute(query)]
    taken_back = undone_by(work, [act for act, _ in undoing])
    return {target: act for act, target in undoing if act not in taken_back}


def lone_part(work: Work, act: int) -> Mention | None:
    """Return the part of a record that is all an act touches, such as one task.

    None where it touches a whole record, or several.
    """
    columns = select(_op.tbl, _op.row).distinct()
    query = columns.join(journal.act, _of_act()).where(_act.act == act).limit(2)
    found = [(table, UUID(bytes=row)) for table, row in work.session.execute(query)]
    if len(found) != 1 or found[0][0] not in PART_OF:
        return None
    return mentions(work, found).get(found[0])


# ---- inside


def _at(places: Mapping[int, Replica], act: int, name: str, default: Any) -> Any:
    place = places.get(act >> 32)
    return getattr(place, name) if place else default


def _is_ours(row: Any, self: int | None, key: bytes | None) -> bool:
    return row.number == self or (key is not None and row.cell_key == key)


def _name(text: str) -> Words:
    try:
        given = json.loads(text or "{}")
    except ValueError:
        return Words()
    return Words(*(str(given.get(code, "")) for code in LANGUAGES))


def _arrivals(work: Work, acts: Sequence[int]) -> dict[int, int]:
    """Return how many operations files brought, by the act of receiving them."""
    arrival = journal.arrival.c
    brought = func.sum(arrival.last - arrival.first + 1)
    query = (
        select(arrival.receipt, brought)
        .where(arrival.receipt.in_(acts))
        .group_by(arrival.receipt)
    )
    return {row[0]: row[1] for row in work.session.execute(query)}


def _counts(work: Work, acts: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """Return how many records of each table acts touch, most first."""
    query = (
        select(_act.act, _op.tbl, func.count(_op.row.distinct()).label("records"))
        .join(journal.op, _of_act())
        .where(_act.act.in_(acts))
        .group_by(_act.act, _op.tbl)
        .order_by(_act.act, func.count(_op.row.distinct()).desc(), _op.tbl)
    )
    found: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for act, table, records in work.session.execute(query):
        found[act].append((table, records))
    return found


def _of_act() -> ColumnElement[bool]:
    """Return the condition that an operation is of those that an act begins with."""
    seen = case((_act.ops > MOST_COUNTED, _LOOKED_AT), else_=_act.ops)
    return and_(_op.op >= _act.first, _op.op < _act.first + seen)


def _about(work: Work, acts: Sequence[int]) -> dict[int, Mention]:
    """Return the first record that each act changes; of a part, whose it is."""
    whole = func.min(_op.op).filter(_op.tbl.not_in(PART_OF))
    first = func.coalesce(whole, func.min(_op.op)).label("first")
    chosen = (
        select(_act.act, first)
        .join(journal.op, _of_act())
        .where(_act.act.in_(acts))
        .group_by(_act.act)
        .subquery()
    )
    query = select(chosen.c.act, _op.tbl, _op.row)
    query = query.join(journal.op, _op.op == chosen.c.first)
    found = {
        act: (table, UUID(bytes=row)) for act, table, row in work.session.execute(query)
    }
    owners = owners_of(work, set(found.values()))
    named = mentions(work, set(owners.values()))
    return {act: named[owners[record]] for act, record in found.items()}


def _undone(work: Work, acts: Sequence[int]) -> dict[int, _Sentence]:
    """Return the sentences of acts, and of those that they undo in their turn."""
    found: dict[int, _Sentence] = {}
    asked: set[int] = set()
    wanted = set(acts)
    while wanted:
        columns = (_act.act, _act.title, _act.detail, _act.undoes)
        query = select(*columns).where(_act.act.in_(wanted))
        for row in work.session.execute(query):
            sentence = _Sentence(row.title or OUTSIDE, facts(row.detail), row.undoes)
            found[row.act] = sentence
        asked |= wanted
        wanted = {each.undoes for each in found.values() if each.undoes} - asked
    return found


def _root(
    act: int | None, known: Mapping[int, _Sentence]
) -> tuple[_Sentence | None, bool]:
    """Return the act that a chain of undoing ends at, and whether it holds again."""
    sentence, is_redo = known.get(act or 0), False
    while sentence and sentence.undoes:
        is_redo = not is_redo
        sentence = known.get(sentence.undoes)
    return sentence, is_redo
