"""Reads the journal of a database into plain objects named the same in every cell."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

SEQUENCE = 0xFFFFFFFF
_REALS = {"FLOAT", "REAL", "DOUBLE"}

#: What names an operation everywhere: the replica that made it, and its number there.
Key = tuple[bytes, int]


@dataclass(frozen=True, slots=True)
class Op:
    """One operation as its author wrote it.

    Args:
        rank: What decides which of several heads is shown: clock, replica, number.
        supersedes: The operations of the same register that its author replaced.
        covers: The operations that a deletion knew of.
        digest: Set when the value was withheld or erased.
    """

    key: Key
    kind: str
    tbl: str
    row: bytes
    col: str
    val: Any
    digest: bytes | None
    rank: tuple[int, bytes, int]
    supersedes: frozenset[Key] = frozenset()
    covers: frozenset[Key] = frozenset()

    @property
    def content(self) -> dict[str, Any]:
        """The columns of an insert; nothing when they were erased."""
        loaded: dict[str, Any] = json.loads(self.val) if self.val is not None else {}
        return loaded


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the database itself declares it."""

    is_real: bool
    is_blob: bool
    blank: Any


@dataclass(slots=True)
class Tables:
    """The columns of every table, asked of the database and not of the program."""

    connection: Any
    known: dict[str, dict[str, Column]] = field(default_factory=dict)

    def of(self, table: str) -> dict[str, Column]:
        if table not in self.known:
            self.known[table] = {
                name: Column(
                    affinity in _REALS,
                    affinity == "BLOB",
                    _literal(default, affinity) if not_null else None,
                )
                for _, name, affinity, not_null, default, _ in self.connection.execute(
                    f"PRAGMA table_info({table})"
                )
            }
        return self.known[table]


def _literal(default: str | None, affinity: str) -> Any:
    if default is None:
        return None
    text = default[1:-1].replace("''", "'") if default[0] == "'" else default
    if affinity in _REALS:
        return float(text)
    return text if affinity == "TEXT" else int(text)


def numbering(connection: Any) -> dict[int, bytes]:
    """Return the replica of each local number."""
    return {
        number: bytes(rid)
        for number, rid in connection.execute("SELECT number, rid FROM journal_replica")
    }


def key_of(replicas: dict[int, bytes], op: int) -> Key:
    return replicas[op >> 32], op & SEQUENCE


def read_ops(connection: Any) -> list[Op]:
    """Return all operations, in no particular order."""
    replicas = numbering(connection)
    preds: dict[tuple[int, str], set[Key]] = defaultdict(set)
    for op, pred, relation in connection.execute("SELECT * FROM journal_pred"):
        preds[op, relation].add(key_of(replicas, pred))
    found = []
    for op, kind, tbl, row, col, val, base, digest, hlc in connection.execute(
        "SELECT o.op, o.kind, o.tbl, o.row, o.col, o.val, o.base, o.digest, a.hlc"
        " FROM journal_op o JOIN journal_act a ON a.act = o.act"
    ):
        key = key_of(replicas, op)
        replaced = set(preds[op, "S"])
        if base is not None:
            replaced.add(key_of(replicas, base))
        found.append(
            Op(
                key,
                kind,
                tbl,
                bytes(row),
                col,
                bytes(val) if isinstance(val, memoryview) else val,
                digest,
                (hlc, *key),
                frozenset(replaced),
                frozenset(preds[op, "C"]),
            )
        )
    return found
