"""The values that stand against each other in one register, read from the journal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sportsec.domain.conflicts import DELETED, Unreadable, Version
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.field_values import value_of_column
from sportsec.store.journal.purge import is_purged
from sportsec.store.journal.shape import Shape
from sportsec.store.journal.values import value_of

#: How far back the value is looked for that both sides started from.
_FAR_BACK = 200

_IS_OURS = "r.number = own.number OR coalesce(r.cell_key = own.cell_key, 0)"
#: A head stands at the record that is shown: of two that are one, the elder.
_COLUMNS = f"""o.op, o.kind, o.tbl, h.row, h.col, o.val, o.digest, h.win,
 a.actor, a.wall, r.name,
 {_IS_OURS}, {is_purged("h.row", "h.col")}"""
_JOINS = """JOIN journal_act a ON a.act = o.act
 JOIN journal_replica r ON r.number = o.op >> 32
 JOIN journal_state s JOIN journal_replica own ON own.number = s.self"""
_OF_ROW = f"""SELECT {_COLUMNS} FROM journal_head h JOIN journal_op o ON o.op = h.op
 {_JOINS} WHERE h.row = ?"""  # noqa: S608 - as above
_COVERED = """SELECT p.pred FROM journal_pred p JOIN journal_head h ON h.op = p.op
WHERE h.row = ? AND h.col = 'deleted_at' AND p.rel = 'C'"""
_OP = "SELECT kind, val, base, digest FROM journal_op WHERE op = ?"
#: What an undo took the place of had replaced these; one of them it wrote back.
_FORMER = """WITH undone (op) AS (SELECT o.base FROM journal_op o JOIN journal_act a
  ON a.act = o.act WHERE o.op = ?1 AND a.undoes IS NOT NULL)
SELECT f.op, f.kind, f.val FROM journal_op f WHERE f.op IN (
  SELECT o.base FROM undone u JOIN journal_op o ON o.op = u.op
  UNION SELECT p.pred FROM undone u JOIN journal_pred p ON p.op = u.op AND p.rel = 'S')
AND f.digest IS NULL"""
_AUTHOR = f"""SELECT a.actor, a.wall, r.name, {_IS_OURS} FROM journal_op o
 {_JOINS} WHERE o.op = ?"""  # noqa: S608 - our own


class Head(NamedTuple):
    """An operation that nothing known supersedes, with its act and cell."""

    op: int
    kind: str
    table: str
    row: UUID
    register: str
    val: Any
    digest: bytes | None
    is_shown: bool
    actor: str
    at: datetime
    cell: Words
    is_ours: bool
    is_erased: bool


def value_versions(
    driver: Any, shape: Shape, row: UUID, register: str
) -> list[Version]:
    """Return the values of a register, the one shown first, each value once."""
    heads = [
        _by_author(driver, shape, head)
        for head in _heads(driver, row)
        if head.register == register
    ]
    heads.sort(key=lambda head: (head.is_shown, head.at, head.op), reverse=True)
    found: dict[object, Version] = {}
    for head in heads:
        version = Version(
            head.op,
            _values(shape, head),
            *(head.actor, head.at, head.cell, head.is_ours, head.is_shown),
        )
        found.setdefault(_compared(shape, head), version)
    return list(found.values())


def deletion_versions(driver: Any, shape: Shape, row: UUID) -> list[Version]:
    """Return who edited a record, first, and who deleted it without seeing that."""
    heads = [_by_author(driver, shape, head) for head in _heads(driver, row)]
    covered = {op for (op,) in driver.execute(_COVERED, (row.bytes,)).fetchall()}
    deletions: list[Version] = []
    edits: dict[object, Version] = {}
    said = Counter[object]()  # two values of one field are two versions
    for head in heads:
        values = _values(shape, head) if head.register in shape.registers else {}
        deletes = head.register == DELETED and head.val is not None
        version = Version(
            head.op,
            values,
            *(head.actor, head.at, head.cell, head.is_ours, not deletes, deletes),
        )
        if deletes:
            deletions.append(version)
        elif head.op not in covered:
            author = (version.actor, version.at, version.cell)
            part = (author, said[author, head.register])
            said[author, head.register] += 1
            same = edits.get(part)
            both = {**same.values, **values} if same else values
            edits[part] = replace(version, values=both)
    by_time = sorted(edits.values(), key=lambda each: each.at, reverse=True)
    return by_time + sorted(deletions, key=lambda each: each.at, reverse=True)


def base_of(
    driver: Any, shape: Shape, register: str, ops: Sequence[int]
) -> Mapping[str, object]:
    """Return the value that all sides started from; empty where it is not known."""
    lines = [list(_line(driver, _origin(driver, shape, register, op))) for op in ops]
    shared = set.intersection(*(set(line) for line in lines)) if lines else set()
    common = next((op for op in lines[0] if op in shared), None) if lines else None
    if common is None:
        return {}
    kind, val, _base, digest = driver.execute(_OP, (common,)).fetchone()
    return {} if digest is not None else _typed(shape, register, kind, val)


def _origin(driver: Any, shape: Shape, register: str, op: int) -> int:
    """Return whose value an operation says: an undo has written back an older one."""
    fields = shape.registers.get(register, ())
    for _ in range(_FAR_BACK):
        kind, val, _base, _digest = driver.execute(_OP, (op,)).fetchone()
        said = value_of(kind, val, register, fields)
        former = driver.execute(_FORMER, (op,)).fetchall()
        same = (
            one
            for one, how, what in former
            if value_of(how, what, register, fields) == said
        )
        older = next(same, None)
        if older is None:
            break
        op = older
    return op


def _by_author(driver: Any, shape: Shape, head: Head) -> Head:
    """Return a head as of him who gave the value first, whoever wrote it back."""
    origin = _origin(driver, shape, head.register, head.op)
    if origin == head.op:
        return head
    actor, wall, name, is_ours = driver.execute(_AUTHOR, (origin,)).fetchone()
    return head._replace(
        actor=actor or "", at=_moment(wall), cell=words_of(name), is_ours=bool(is_ours)
    )


def _line(driver: Any, op: int) -> Iterator[int]:
    """Yield what an operation stands on, nearest first."""
    for _ in range(_FAR_BACK):
        found = driver.execute(_OP, (op,)).fetchone()
        if found is None or found[2] is None:
            return
        op = found[2]
        if driver.execute(_OP, (op,)).fetchone() is not None:
            yield op


def _heads(driver: Any, row: UUID) -> list[Head]:
    return [_head(each) for each in driver.execute(_OF_ROW, (row.bytes,)).fetchall()]


def _head(row: Sequence[Any]) -> Head:
    op, kind, table, record, register, val, digest, win, actor, wall, name, *flags = row
    return Head(
        *(op, kind, table, UUID(bytes=record), register, val, digest, bool(win)),
        *(actor or "", _moment(wall), words_of(name)),
        *(bool(flag) for flag in flags),
    )


def _moment(wall: int) -> datetime:
    return datetime.fromtimestamp(wall / 1000, UTC)


def words_of(name: str | None) -> Words:
    """Return the name of a cell as the journal keeps it."""
    said = json.loads(name) if name else {}
    return Words(*(str(said.get(code, "")) for code in LANGUAGES))


def _compared(shape: Shape, head: Head) -> object:
    """Return what tells the values of two heads of one register apart."""
    if head.digest is not None:
        return head.digest
    return value_of(head.kind, head.val, head.register, shape.registers[head.register])


def _values(shape: Shape, head: Head) -> dict[str, object]:
    if head.digest is not None:
        why = Unreadable.ERASED if head.is_erased else Unreadable.WITHHELD
        return {field.name: why for field in shape.registers[head.register]}
    return _typed(shape, head.register, head.kind, head.val)


def _typed(shape: Shape, register: str, kind: str, val: Any) -> dict[str, object]:
    fields = shape.registers[register]
    kept = value_of(kind, val, register, fields)
    return {
        field.name: value_of_column(shape.table, field.name, value)
        for field, value in zip(fields, kept, strict=True)
    }
