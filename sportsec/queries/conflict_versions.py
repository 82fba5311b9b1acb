"""The values that stand against each other in one register, read from the journal."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sportsec.domain.conflicts import DELETED, Unreadable, Version
from sportsec.domain.history import OUTSIDE
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.conflict_origins import (
    Tip,
    acts_of,
    line_of,
    operation,
    origin_of,
    shared_by,
)
from sportsec.queries.field_values import value_of_column
from sportsec.queries.history_acts import facts
from sportsec.store.journal.purge import is_purged
from sportsec.store.journal.shape import Shape
from sportsec.store.journal.values import value_of

#: Who did what, when and where.
_SAID = """o.act, a.actor, a.wall, r.name, a.title, a.detail,
 r.number = own.number OR coalesce(r.cell_key = own.cell_key, 0)"""
#: A head stands at the record that is shown: of two that are one, the elder.
_COLUMNS = f"""o.op, o.kind, o.tbl, h.row, h.col, o.val, o.digest, h.win,
 o.act, o.base, a.undoes, {is_purged("h.row", "h.col")}, {_SAID}"""
_JOINS = """JOIN journal_act a ON a.act = o.act
 JOIN journal_replica r ON r.number = o.op >> 32
 JOIN journal_state s JOIN journal_replica own ON own.number = s.self"""
_OF_ROW = f"""SELECT {_COLUMNS} FROM journal_head h JOIN journal_op o ON o.op = h.op
 {_JOINS} WHERE h.row = ?"""  # noqa: S608 - as above
_COVERED = """SELECT p.pred FROM journal_pred p JOIN journal_head h ON h.op = p.op
WHERE h.row = ? AND h.col = 'deleted_at' AND p.rel = 'C'"""
_AUTHOR = f"""SELECT {_SAID} FROM journal_op o
 {_JOINS} WHERE o.op = ?"""  # noqa: S608 - our own
_MAKER = f"""SELECT {_SAID} FROM journal_op o {_JOINS}
 WHERE o.row = ? AND o.kind = 'I' ORDER BY o.op LIMIT 1"""  # noqa: S608 - our own
#: Why an act moved a match.
_REASON = """SELECT json_extract(o.val, '$.reason') FROM journal_act a
JOIN journal_op o ON o.op BETWEEN a.first AND a.first + a.ops - 1
WHERE a.act = ? AND o.tbl = 'kick_off_change' AND o.kind = 'I'"""
_MOVING = frozenset({"@kick_off", "venue_id"})


class Author(NamedTuple):
    """Who gave a value: in which cell, when, and with what act."""

    act: int
    actor: str
    at: datetime
    cell: Words
    title: str
    detail: Mapping[str, object]
    is_ours: bool


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
    tip: Tip
    is_erased: bool
    by: Author


def value_versions(
    driver: Any, shape: Shape, row: UUID, register: str
) -> list[Version]:
    """Return the values of a register, the one shown first, each value once."""
    heads = [
        _by_author(driver, shape, head)
        for head in _heads(driver, row)
        if head.register == register
    ]
    heads.sort(key=lambda head: (head.is_shown, head.by.at, head.op), reverse=True)
    acts = acts_of(driver, shape, register, [head.tip for head in heads])
    found: dict[object, Version] = {}
    for head in heads:
        version = _version(head, _values(shape, head), acts[head.op])
        if register in _MOVING:
            version = replace(version, reason=_reason(driver, head.by.act))
        same = found.setdefault(_compared(shape, head), version)
        both = replace(same, acts=same.acts | version.acts)
        found[_compared(shape, head)] = both
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
        version = replace(
            _version(head, values, head.by.act),
            is_shown=not deletes,
            is_deletion=deletes,
        )
        if deletes:
            deletions.append(version)
        elif head.op not in covered:
            author = (version.actor, version.at, version.cell)
            part = (author, said[author, head.register])
            said[author, head.register] += 1
            same = edits.get(part)
            if same is not None:
                both = {**same.values, **values}
                version = replace(version, values=both, acts=same.acts | version.acts)
            edits[part] = version
    by_time = sorted(edits.values(), key=lambda each: each.at, reverse=True)
    return by_time + sorted(deletions, key=lambda each: each.at, reverse=True)


def base_of(
    driver: Any, shape: Shape, register: str, ops: Sequence[int]
) -> Mapping[str, object]:
    """Return the value that all sides started from; empty where it is not known."""
    origins = [origin_of(driver, shape, register, op) for op in ops]
    lines = [list(line_of(driver, op)) for op in origins]
    shared = shared_by(lines)
    common = next((op for op in lines[0] if op in shared), None) if lines else None
    if common is None:
        return {}
    kind, val, _base, digest = operation(driver, common)
    return {} if digest is not None else _typed(shape, register, kind, val)


def maker_of(driver: Any, row: UUID) -> Author | None:
    """Return who made a record; None where that is not known here."""
    found = driver.execute(_MAKER, (row.bytes,)).fetchone()
    return _author(*found) if found is not None else None


def _version(head: Head, values: Mapping[str, object], act: int) -> Version:
    by = head.by
    return Version(
        *(head.op, values, by.actor, by.at, by.cell, by.is_ours, head.is_shown),
        acts=frozenset({act}),
        title=by.title,
        detail=by.detail,
    )


def _reason(driver: Any, act: int) -> str:
    found = driver.execute(_REASON, (act,)).fetchone()
    return str(found[0] or "") if found is not None else ""


def _by_author(driver: Any, shape: Shape, head: Head) -> Head:
    """Return a head as of him who gave the value first, whoever wrote it back."""
    origin = origin_of(driver, shape, head.register, head.op)
    if origin == head.op:
        return head
    return head._replace(by=_author(*driver.execute(_AUTHOR, (origin,)).fetchone()))


def _heads(driver: Any, row: UUID) -> list[Head]:
    return [_head(each) for each in driver.execute(_OF_ROW, (row.bytes,)).fetchall()]


def _head(row: Sequence[Any]) -> Head:
    op, kind, table, record, register, val, digest, win, *rest = row
    act, base, undoes, is_erased, *said = rest
    return Head(
        *(op, kind, table, UUID(bytes=record), register, val, digest, bool(win)),
        *(Tip(op, act, base, undoes), bool(is_erased), _author(*said)),
    )


def _author(
    act: int,
    actor: str | None,
    wall: int,
    name: str | None,
    title: str | None,
    detail: str | None,
    is_ours: int,
) -> Author:
    at = datetime.fromtimestamp(wall / 1000, UTC)
    done = (title or OUTSIDE, facts(detail))
    return Author(act, actor or "", at, words_of(name), *done, bool(is_ours))


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
