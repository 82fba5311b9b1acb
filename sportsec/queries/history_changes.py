"""Operations as an officer reads them: which field of which record, before and after.

Of a new record only what was filled in is shown. A group of columns that changed as
one shows those that differ; what was written once more as it was is shown, too.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select

from sportsec.domain.history import ChangeKind, ChangeRow, Gap, Mention
from sportsec.domain.purges import PurgeDraft
from sportsec.domain.words import Words, called
from sportsec.queries.field_values import named_values, value_of_column
from sportsec.queries.history_ops import (
    Op,
    Span,
    before,
    ops_by_id,
    ops_in,
    values_in,
)
from sportsec.queries.record_labels import labels_of
from sportsec.store.base import Record
from sportsec.store.journal.purge import NAMED
from sportsec.store.journal.shape import DELETED
from sportsec.store.tables import journal
from sportsec.store.work import Work

#: Changes of one act read for the screen; the rest is counted.
SHOWN = 400
_head = journal.head.c


def changes_of_act(work: Work, act: int, limit: int | None = SHOWN) -> list[ChangeRow]:
    """Return what an act changed, in the order in which it did.

    Args:
        limit: Operations read at most; None for all.
    """
    return changes_of(work, ops_in(work, spans_of(work, act), limit))


def spans_of(work: Work, act: int) -> list[Span]:
    """Return where the operations of an act stand; of a file received, its arrivals."""
    table = journal.act.c
    query = select(table.first, table.ops).where(table.act == act)
    row = work.session.execute(query).one_or_none()
    if row is None:
        return []
    if row.ops:
        return [Span(row.first, row.first + row.ops - 1)]
    arrival = journal.arrival.c
    came = select(arrival.first, arrival.last).where(arrival.receipt == act)
    return [Span(*each) for each in work.session.execute(came.order_by(arrival.last))]


def changes_of(work: Work, ops: Sequence[Op]) -> list[ChangeRow]:
    """Return operations as changes of fields, with all names that they need."""
    bases = ops_by_id(work, [op.base for op in ops if op.base is not None])
    erased = _erased(work, {op.row for op in ops})
    open_ops = _in_conflict(work, {op.row for op in ops})
    made = {(op.act, op.row) for op in ops if op.kind == "I"}
    undoing = _undoing(work, {op.act for op in ops})
    found: list[ChangeRow] = []
    for op in ops:
        base = bases.get(op.base) if op.base is not None else None
        is_new = (op.act, op.row) in made
        rows = _rows_of(op, base, is_new=is_new)
        if op.id in open_ops:
            rows = (replace(row, is_conflict=True) for row in rows)
        if op.act in undoing:
            rows = filter(None, map(_take_back, rows))
        found += [_erase(row, erased) for row in rows]
    return _named(work, found)


def _rows_of(op: Op, base: Op | None, *, is_new: bool) -> Iterator[ChangeRow]:
    record = Mention(op.tbl, op.row)
    if op.kind == "P":
        decided = _decision(op.val)
        yield ChangeRow(
            *(op.id, op.act, ChangeKind.ERASED, record, op.col, op.col), new=decided
        )
        return
    if op.kind == "I":
        yield ChangeRow(op.id, op.act, ChangeKind.CREATED, record, "", "")
    kind = ChangeKind.CREATED if is_new else ChangeKind.CHANGED
    if _is_same(op, base, is_new=is_new):
        kind = ChangeKind.CONFIRMED
    for column, raw in values_in(op).items():
        if column == DELETED:
            yield _trash(op, record, raw)
            continue
        new = _value(op.tbl, column, raw)
        old = None if is_new else _value(op.tbl, column, before(op, base, column))
        if kind is not ChangeKind.CHANGED or new != old or isinstance(new, Gap):
            yield ChangeRow(
                *(op.id, op.act, kind, record, op.col or column, column, old, new)
            )


def _is_same(op: Op, base: Op | None, *, is_new: bool) -> bool:
    """Return whether a register was written once more as it was."""
    values = values_in(op)
    if is_new or op.kind != "U" or base is None or DELETED in values:
        return False
    return all(
        raw is not None and not isinstance(raw, Gap) and raw == before(op, base, column)
        for column, raw in values.items()
    )


def _trash(op: Op, record: Mention, raw: Any) -> ChangeRow:
    kind = ChangeKind.RESTORED if raw is None else ChangeKind.DELETED
    return ChangeRow(op.id, op.act, kind, record, DELETED, "")


def _take_back(row: ChangeRow) -> ChangeRow | None:
    """Say of what was undone that it was taken back: nobody deleted a record.

    A value that an undo leaves as it is was not confirmed by anybody.
    """
    if row.kind is ChangeKind.CONFIRMED:
        return None
    if row.kind is not ChangeKind.DELETED:
        return row
    return replace(row, kind=ChangeKind.TAKEN_BACK)


def _undoing(work: Work, acts: Collection[int]) -> frozenset[int]:
    """Return which acts undo others; one that undoes an undo does again."""
    table, undone, wanted = journal.act.c, dict[int, int](), set(acts)
    while wanted:
        query = select(table.act, table.undoes).where(
            table.act.in_(wanted), table.undoes.is_not(None)
        )
        found = {row.act: row.undoes for row in work.session.execute(query)}
        undone |= found
        wanted = set(found.values()) - undone.keys()

    def is_undo(act: int) -> bool:
        return act in undone and not is_undo(undone[act])

    return frozenset(filter(is_undo, acts))


def _value(table: str, column: str, raw: Any) -> Any:
    if raw is None or isinstance(raw, Gap):
        return raw
    return value_of_column(table, column, raw)


def _decision(val: Any) -> PurgeDraft | None:
    """Return why something was erased; None where that is not known."""
    try:
        said = json.loads(val or "{}")
    except ValueError:
        return None
    if not isinstance(said, dict):
        return None
    return PurgeDraft(*(str(said.get(name) or "") for name in ("basis", "decision")))


# ---- names


def _named(work: Work, rows: list[ChangeRow]) -> list[ChangeRow]:
    """Put the names of the records in: those changed, and those referred to."""
    about = mentions(work, {(row.record.kind, row.record.id) for row in rows})
    values = [
        (row.record.kind, row.field, value)
        for row in rows
        for value in (row.old, row.new)
    ]
    names = named_values(work, values)
    return [
        replace(
            row,
            record=about[row.record.kind, row.record.id],
            old=called(names, row.field, row.old),
            new=called(names, row.field, row.new),
        )
        for row in rows
    ]


def mentions(
    work: Work, wanted: Collection[tuple[str, UUID]]
) -> dict[tuple[str, UUID], Mention]:
    """Return how the history names records, each by its table and identifier."""
    by_kind: dict[str, set[UUID]] = defaultdict(set)
    for kind, record in wanted:
        by_kind[kind].add(record)
    found = {}
    for kind, ids in by_kind.items():
        names, gone = labels_of(work, kind, ids), _deleted(work, kind, ids)
        for record in ids:
            name = names.get(record, Words())
            found[kind, record] = Mention(kind, record, name, record in gone)
    return found


def _deleted(work: Work, kind: str, ids: Collection[UUID]) -> set[UUID]:
    table = Record.metadata.tables.get(kind)
    if table is None:
        return set()
    gone = select(table.c.id).where(table.c.deleted_at.is_not(None))
    if len(ids) <= SHOWN:
        gone = gone.where(table.c.id.in_(ids))
    return set(work.session.scalars(gone))


# ---- what is erased or in conflict


def _erased(work: Work, rows: Collection[UUID]) -> frozenset[tuple[UUID, str]]:
    """Return the registers whose values were removed for good, of these records."""
    found = work.connection.execute(NAMED)
    return frozenset(
        (UUID(bytes=row), col) for row, col in found if UUID(bytes=row) in rows
    )


def _erase(row: ChangeRow, erased: frozenset[tuple[UUID, str]]) -> ChangeRow:
    """Say of values that are not there that they were erased, where they were."""
    record = row.record.id
    if not erased or not {(record, row.register), (record, "")} & erased:
        return row
    old, new = (
        Gap.ERASED if value is Gap.WITHHELD else value for value in (row.old, row.new)
    )
    return replace(row, old=old, new=new)


def _in_conflict(work: Work, rows: Collection[UUID]) -> frozenset[int]:
    """Return the operations that contradict each other and wait for a decision."""
    beside = journal.head.alias()
    is_losing = exists().where(
        beside.c.row == _head.row, beside.c.col == _head.col, beside.c.win == 0
    )
    query = select(_head.row, _head.col, _head.op)
    if len(rows) <= SHOWN:
        query = query.where(_head.row.in_([row.bytes for row in rows]), is_losing)
    else:
        losing = select(_head.row).where(_head.win == 0)
        query = query.where(_head.row.in_(losing), is_losing)
    registers: dict[tuple[bytes, str], list[int]] = defaultdict(list)
    for row, col, op in work.session.execute(query):
        registers[row, col].append(op)
    ops = ops_by_id(work, [op for heads in registers.values() for op in heads])
    found: set[int] = set()
    for (_, col), heads in registers.items():
        if len({_written(ops[op], col) for op in heads if op in ops}) > 1:
            found |= set(heads)
    return frozenset(found)


def _written(op: Op, register: str) -> str:
    """Return what an operation gives to a register, to be compared."""
    shape, values = op.shape, values_in(op)
    if shape is None or op.is_withheld:
        return repr(op.val)
    fields = shape.registers.get(register, ())
    return repr([values.get(each.name, each.default) for each in fields])
