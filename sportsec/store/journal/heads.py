"""The definition: which operations of a record count, and what it therefore shows.

This is the rule itself, record by record (exchange.md §4). The merge of whole files
reaches the same by statements over all records at once, and comes here with what is
not regular: records inserted twice, called the same as another, deleted and edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.shape import DELETED, Field, Shape
from sportsec.store.journal.values import Value, empty_value, value_of

#: When a record is shown as deleted because it is the younger of two that are one.
MERGED = "1970-01-01T00:00:00.000000Z"

_OPS = """
SELECT o.op, o.kind, o.tbl, o.row, o.col, o.val, o.digest, a.hlc, r.rid, o.base
FROM journal_op o JOIN journal_act a ON a.act = o.act
JOIN journal_replica r ON r.number = o.op >> 32
WHERE o.row = ? AND o.kind IN ('I', 'U')
"""
_PREDS = """
SELECT o.col, p.op, p.pred, p.rel FROM journal_op o JOIN journal_pred p ON p.op = o.op
WHERE o.row = ?
"""


@dataclass(frozen=True, slots=True)
class Head:
    """A value of a register that nothing known supersedes.

    Args:
        op: Local number of the operation.
        value: Of the register's columns; of a value that was withheld its commitment,
            which equals no other.
        rank: Greater is shown: stamp, replica, count.
        is_insert: Whether it comes from the insert of the record.
        is_withheld: Whether its value is not here.
    """

    op: int
    value: Value
    rank: tuple[int, bytes, int]
    is_insert: bool = False
    is_withheld: bool = False


def head_of(
    col: str,
    fields: Sequence[Field],
    op: int,
    kind: str,
    val: Any,
    digest: bytes | None,
    hlc: int,
    rid: bytes,
) -> Head:
    """Return an operation as a head of a register."""
    is_withheld = digest is not None
    value = (digest,) if is_withheld else value_of(kind, val, col, fields)
    rank = (hlc, rid, op & canon.COUNT)
    return Head(op, value, rank, kind == "I", is_withheld)


@dataclass
class Operations:
    """What is known of one record, or of several that are one."""

    rows: tuple[bytes, ...]
    table: str = ""
    inserts: list[tuple[Any, ...]] = field(default_factory=list)
    updates: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    superseded: set[tuple[str, int]] = field(default_factory=set)
    covered: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def read(
        cls,
        connection: Any,
        rows: Iterable[bytes],
        knew: Callable[[int], bool] = lambda _op: True,
    ) -> Operations:
        """Read them from the journal.

        Args:
            knew: Whether an operation counts: of those seen at an earlier time.
        """
        found = cls(tuple(rows))
        for row in found.rows:
            for each in connection.execute(_OPS, (row,)).fetchall():
                op, kind, table, _row, col, val, digest, hlc, rid, base = each
                if not knew(op):
                    continue
                if kind == "I":
                    found.table = table
                    found.inserts.append((op, kind, val, digest, hlc, rid))
                    continue
                found.updates.setdefault(col, []).append(
                    (op, kind, val, digest, hlc, rid)
                )
                found.superseded.add((col, base))
            for col, op, pred, rel in connection.execute(_PREDS, (row,)).fetchall():
                if not knew(op):
                    continue
                if rel == "S":
                    found.superseded.add((col, pred))
                else:
                    found.covered.setdefault(op, set()).add(pred)
        return found

    def heads(self, col: str, fields: Sequence[Field]) -> list[Head]:
        """Return the heads of a register.

        A record inserted once has none for a register that was never written: it
        shows its insert. Inserted twice, each insert is a head of what it filled in;
        what it left empty, it has not spoken of. Only of deletion it always speaks:
        whoever inserts a record wants it to be there.
        """
        heads = [head_of(col, fields, *each) for each in self.updates.get(col, [])]
        if len(self.inserts) > 1:
            empty = empty_value(fields)
            said = [head_of(col, fields, *each) for each in self.inserts]
            heads += [each for each in said if col == DELETED or each.value != empty]
        return [each for each in heads if (col, each.op) not in self.superseded]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record shows.

    Args:
        heads: Of each register that has any.
        values: Of each column, as written: references not yet followed.
        is_revived: Whether it was deleted in one cell and edited in another.
    """

    heads: dict[str, list[Head]]
    values: dict[str, Any]
    is_revived: bool


def shown(known: Operations, shape: Shape, purged: Iterable[str]) -> Shown:
    """Compute a record from its operations.

    Args:
        purged: Registers whose values were erased for good.
    """
    heads: dict[str, list[Head]] = {}
    values: dict[str, Any] = {}
    gone = set(purged)
    for register, fields in shape.registers.items():
        found = known.heads(register, fields)
        if found:
            heads[register] = found
        value = empty_value(fields)
        if register not in gone:
            value = _winning(found, known, register, fields)
        values.update(zip((each.name for each in fields), value, strict=True))
    unknown = known.updates.keys() - shape.registers.keys()
    for register in unknown:  # of a newer version: kept, and shown by it
        found = known.heads(register, ())
        if found:
            heads[register] = found
    deleted = _is_deleted(heads, known)
    is_revived = values[DELETED] is not None and not deleted
    if is_revived:
        values[DELETED] = None
    return Shown(heads, values, is_revived)


def _winning(
    heads: Sequence[Head], known: Operations, register: str, fields: Sequence[Field]
) -> Value:
    if not heads:
        insert = min(known.inserts, key=lambda each: each[0], default=None)
        return value_of("I", insert[2] if insert else None, register, fields)
    winner = max(heads, key=lambda head: head.rank)
    return empty_value(fields) if winner.is_withheld else winner.value


def _is_deleted(heads: dict[str, list[Head]], known: Operations) -> bool:
    """Say whether a deletion stands: nobody edited what it did not cover."""
    deletions = heads.get(DELETED, [])
    if not deletions or any(head.value[0] is None for head in deletions):
        return False
    covered = set().union(*(known.covered.get(head.op, set()) for head in deletions))
    return all(
        head.op in covered
        for register, found in heads.items()
        if register != DELETED
        for head in found
    )
