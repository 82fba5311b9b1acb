"""Which fields of which records hold several values: all that wait to be decided."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.conflicts import DELETED
from sportsec.queries.following import Changed, Followed
from sportsec.queries.record_owners import Named, chains_of
from sportsec.store.base import Record
from sportsec.store.journal.purge import is_purged
from sportsec.store.journal.shape import shapes
from sportsec.store.journal.values import value_of
from sportsec.store.work import Work

#: A record and one of its registers.
Register = tuple[UUID, str]

#: Identifiers asked for at once; SQLite takes some thirty thousand.
_AT_ONCE = 5000

#: After a first exchange many fields have two operations that say the same: most are
#: told apart here, before anything of them is read.
_SAID = """CASE WHEN o.kind = 'I' AND h.col NOT LIKE '@%'
 THEN json_extract(o.val, '$.' || h.col) ELSE o.val END"""
_DIFFERENT = f"""SELECT h.row, h.col
FROM (SELECT DISTINCT row, col FROM journal_head WHERE win = 0) l
CROSS JOIN journal_head h ON h.row = l.row AND h.col = l.col
JOIN journal_op o ON o.op = h.op {{}} GROUP BY h.row, h.col
HAVING count(DISTINCT {_SAID}) > 1 OR count({_SAID}) NOT IN (0, count(*))
 OR count(o.digest) > 0"""  # noqa: S608 - our own constants
#: Values that were erased by law say all the same: nothing.
_HEADS = f"""SELECT o.tbl, h.row, h.col, o.kind, o.val,
 CASE WHEN {is_purged("h.row", "h.col")} THEN NULL ELSE o.digest END FROM ({{}}) d
CROSS JOIN journal_head h ON h.row = d.row AND h.col = d.col
JOIN journal_op o ON o.op = h.op ORDER BY h.row, h.col"""  # noqa: S608 - as above
_OF_ROWS = "WHERE l.row IN (SELECT unhex(value) FROM json_each(?))"
_REVIVED = "SELECT row, tbl FROM journal_revived"


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands against what, in one state of the record.

    Args:
        all: Registers with different values, with the table each belongs to; records
            in the trash among them.
        open: Those that wait for a decision: a record in the trash waits until it is
            brought back.
        owners: The record on whose page each of these records is found.
        counts: How many wait, by record and by all that it is a part of.
    """

    all: Mapping[Register, str] = field(default_factory=dict)
    open: Mapping[Register, str] = field(default_factory=dict)
    owners: Mapping[Named, Named] = field(default_factory=dict)
    counts: Mapping[UUID, int] = field(default_factory=dict)


def standing(work: Work) -> Standing:
    """Return what waits for a decision; costs little where nothing happened."""
    return _FOLLOWED.of(work)


# ---- inside


def _build(work: Work) -> Standing:
    return _standing(work, dict(_different(work, None)))


def _follow(work: Work, last: Standing, changed: Changed) -> Standing | None:
    if "twin" in changed:
        return None  # fields of two records may have become those of one
    rows = {row for some in changed.values() for row in some}
    kept = {each: table for each, table in last.all.items() if each[0] not in rows}
    return _standing(work, {**kept, **dict(_different(work, rows))})


_FOLLOWED = Followed(_build, _follow)


def _standing(work: Work, different: dict[Register, str]) -> Standing:
    known = shapes()
    revived = {
        (UUID(bytes=row), DELETED): table
        for row, table in work.connection.execute(_REVIVED).fetchall()
        if table in known
    }
    live = _live(work, {**different, **revived})
    chains = chains_of(work, {(table, row) for (row, _), table in live.items()})
    owners = {each: chain[-1] for each, chain in chains.items()}
    counts: dict[UUID, int] = defaultdict(int)
    for (row, _), table in live.items():
        for _kind, each in chains[table, row]:
            counts[each] += 1
    return Standing(different | revived, live, owners, dict(counts))


def _different(
    work: Work, rows: Collection[UUID] | None
) -> Iterator[tuple[Register, str]]:
    """Yield the registers whose heads say different things; of some records, or all."""
    known = shapes()
    if rows is None:
        heads = work.connection.execute(_HEADS.format(_DIFFERENT.format(""))).fetchall()
    else:
        query = _HEADS.format(_DIFFERENT.format(_OF_ROWS))
        ids = json.dumps([row.hex for row in rows])
        heads = work.connection.execute(query, (ids,)).fetchall()
    for (table, row, register), some in groupby(heads, lambda head: head[:3]):
        fields = known[table].registers if table in known else {}
        if register not in fields:
            continue  # of a newer version
        said = {_compared(head, register, fields[register]) for head in some}
        if len(said) > 1:
            yield (UUID(bytes=row), register), table


def _compared(head: Any, register: str, fields: Any) -> object:
    """Return what tells the values of two heads of one register apart."""
    kind, val, digest = head[3:]
    if register == DELETED:
        return val is None
    return value_of(kind, val, register, fields) if digest is None else digest


def _live(work: Work, registers: Mapping[Register, str]) -> dict[Register, str]:
    rows: dict[str, set[UUID]] = defaultdict(set)
    for (row, _), table in registers.items():
        rows[table].add(row)
    live: set[UUID] = set()
    for table, ids in rows.items():
        owner = Record.metadata.tables[table]
        query = select(owner.c.id).where(owner.c.deleted_at.is_(None))
        rest = iter(ids)
        while some := list(islice(rest, _AT_ONCE)):
            live.update(work.session.scalars(query.where(owner.c.id.in_(some))))
    return {key: table for key, table in registers.items() if key[0] in live}
