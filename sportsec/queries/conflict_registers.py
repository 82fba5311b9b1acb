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
from sportsec.queries.conflict_origins import Tip, act_of, acts_of
from sportsec.queries.following import Changed, Followed
from sportsec.queries.record_owners import Named, chains_of
from sportsec.store.base import Record
from sportsec.store.journal.purge import is_purged
from sportsec.store.journal.shape import shapes
from sportsec.store.journal.values import value_of
from sportsec.store.work import Work

#: A record and one of its registers.
Register = tuple[UUID, str]
#: Acts by their numbers.
Acts = frozenset[int]
#: Registers with the table and the acts of each.
_Found = dict[Register, tuple[str, Acts]]

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
 CASE WHEN {is_purged("h.row", "h.col")} THEN NULL ELSE o.digest END,
 o.op, o.act, o.base, a.undoes FROM ({{}}) d
CROSS JOIN journal_head h ON h.row = d.row AND h.col = d.col
JOIN journal_op o ON o.op = h.op JOIN journal_act a ON a.act = o.act
ORDER BY h.row, h.col"""  # noqa: S608 - as above
_OF_ROWS = "WHERE l.row IN (SELECT unhex(value) FROM json_each(?))"
#: Who deleted a record, and whose changes of it were not seen then.
_REVIVED = """SELECT v.row, v.tbl, h.col, o.op, o.act, a.undoes FROM journal_revived v
CROSS JOIN journal_head h ON h.row = v.row JOIN journal_op o ON o.op = h.op
JOIN journal_act a ON a.act = o.act
WHERE h.col = 'deleted_at' AND o.val IS NOT NULL OR NOT EXISTS (SELECT 1
  FROM journal_pred p JOIN journal_head c ON c.op = p.op
  WHERE p.pred = h.op AND p.rel = 'C' AND c.row = v.row AND c.col = 'deleted_at')"""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands against what, in one state of the record.

    Args:
        all: Registers with different values, with the table each belongs to; records
            in the trash among them.
        acts: The acts that made each of them so.
        open: Those that wait for a decision: a record in the trash waits until it is
            brought back.
        owners: The record on whose page each of these records is found.
        counts: How many wait, by record and by all that it is a part of.
        questions: Those that wait, together where the same acts made them so on the
            page of the same record: one answer decides them.
    """

    all: Mapping[Register, str] = field(default_factory=dict)
    acts: Mapping[Register, Acts] = field(default_factory=dict)
    open: Mapping[Register, str] = field(default_factory=dict)
    owners: Mapping[Named, Named] = field(default_factory=dict)
    counts: Mapping[UUID, int] = field(default_factory=dict)
    questions: Mapping[tuple[Named, Acts], list[Register]] = field(default_factory=dict)


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
    kept = {
        each: (table, last.acts[each])
        for each, table in last.all.items()
        if each[0] not in rows
    }
    return _standing(work, {**kept, **dict(_different(work, rows))})


_FOLLOWED = Followed(_build, _follow)


def _standing(work: Work, different: _Found) -> Standing:
    found = different | _revived(work)
    tables = {each: table for each, (table, _) in found.items()}
    acts = {each: some for each, (_, some) in found.items()}
    live = _live(work, tables)
    chains = chains_of(work, {(table, row) for (row, _), table in live.items()})
    owners = {each: chain[-1] for each, chain in chains.items()}
    counts: dict[UUID, int] = defaultdict(int)
    questions: dict[tuple[Named, Acts], list[Register]] = defaultdict(list)
    for register, table in live.items():
        row = register[0]
        questions[owners[table, row], acts[register]].append(register)
        for _kind, each in chains[table, row]:
            counts[each] += 1
    return Standing(tables, acts, live, owners, dict(counts), dict(questions))


def _revived(work: Work) -> _Found:
    """Return the records that were deleted in one cell and changed in another."""
    known, driver = shapes(), work.connection
    found: _Found = {}
    for row, table, column, op, act, undoes in driver.execute(_REVIVED).fetchall():
        if table not in known:
            continue
        register = (UUID(bytes=row), DELETED)
        own = act_of(driver, known[table], column, op) if undoes else act
        others = found[register][1] if register in found else Acts()
        found[register] = (table, others | {own})
    return found


def _different(
    work: Work, rows: Collection[UUID] | None
) -> Iterator[tuple[Register, tuple[str, Acts]]]:
    """Yield the registers whose heads say different things; of some records, or all."""
    known = shapes()
    if rows is None:
        heads = work.connection.execute(_HEADS.format(_DIFFERENT.format(""))).fetchall()
    else:
        query = _HEADS.format(_DIFFERENT.format(_OF_ROWS))
        ids = json.dumps([row.hex for row in rows])
        heads = work.connection.execute(query, (ids,)).fetchall()
    for (table, row, register), each in groupby(heads, lambda head: head[:3]):
        fields = known[table].registers if table in known else {}
        if register not in fields:
            continue  # of a newer version
        some = list(each)
        said = {_compared(head, register, fields[register]) for head in some}
        if len(said) > 1:
            tips = [Tip(*head[6:]) for head in some]
            acts = acts_of(work.connection, known[table], register, tips)
            yield (UUID(bytes=row), register), (table, Acts(acts.values()))


def _compared(head: Any, register: str, fields: Any) -> object:
    """Return what tells the values of two heads of one register apart."""
    kind, val, digest = head[3:6]
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
