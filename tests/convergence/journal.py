"""Reads the journal of a database into plain objects named the same in every cell."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal.shape import Shape, shapes_of

SEQUENCE = 0xFFFFFFFF
_KEPT = 64
_REALS = {"FLOAT", "REAL", "DOUBLE"}

#: What names an operation everywhere: the replica that made it, and its number there.
Key = tuple[bytes, int]


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(frozen=True)
class Layout:
    """The tables of a database, and what was computed for such tables before.

    Args:
        columns: Of each table, asked of the database and not of the program.
        memo: Operations of one record → what they mean.
    """

    shapes: dict[str, Shape]
    columns: dict[str, dict[str, Column]]
    memo: dict[frozenset[Op], Any] = field(default_factory=dict)


_LAYOUTS: dict[str, Layout] = {}
#: By connection and the number of its schema.
_OF_CONNECTION: dict[tuple[Any, int], Layout] = {}
_OPS: dict[tuple[Any, ...], Op] = {}


def forget() -> None:
    """Let go of what was kept to be faster."""
    _OPS.clear()
    if len(_OF_CONNECTION) > _KEPT:
        _OF_CONNECTION.clear()
    for layout in _LAYOUTS.values():
        layout.memo.clear()


def layout_of(connection: Any) -> Layout:
    """Return the layout of a database; databases of one version share it.

    To ask for its number is faster than for what it says of itself.
    """
    number = connection.execute("PRAGMA schema_version").fetchone()[0]
    known = connection, number
    if known not in _OF_CONNECTION:
        _OF_CONNECTION[known] = _read_layout(connection)
    return _OF_CONNECTION[known]


def _read_layout(connection: Any) -> Layout:
    text = connection.execute("SELECT shape FROM journal_state").fetchone()[0]
    if text not in _LAYOUTS:
        shapes = shapes_of(connection)
        columns = {name: _columns(connection, name) for name in shapes}
        _LAYOUTS[text] = Layout(shapes, columns)
    return _LAYOUTS[text]


def _columns(connection: Any, table: str) -> dict[str, Column]:
    query = f"PRAGMA table_info({table})"
    return {
        name: Column(
            affinity in _REALS,
            affinity == "BLOB",
            _literal(default, affinity) if not_null else None,
        )
        for _, name, affinity, not_null, default, _ in connection.execute(query)
    }


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


def read_ops(connection: Any, replicas: dict[int, bytes]) -> list[Op]:
    """Return all operations, in no particular order; the same one as the same object.

    Two databases hold the same object only where all that they know of it is equal.
    """
    preds: dict[int, set[tuple[Key, str]]] = defaultdict(set)
    for op, pred, relation in connection.execute("SELECT * FROM journal_pred"):
        preds[op].add((key_of(replicas, pred), relation))
    found = []
    for op, base, *said in connection.execute(
        "SELECT o.op, o.base, a.hlc, o.kind, o.tbl, o.row, o.col, o.val, o.digest"
        " FROM journal_op o JOIN journal_act a ON a.act = o.act"
    ):
        key = key_of(replicas, op)
        under = None if base is None else key_of(replicas, base)
        known = (key, under, frozenset(preds.get(op, ())), *said, type(said[-2]))
        if known not in _OPS:
            _OPS[known] = _made(*known[:-1])
        found.append(_OPS[known])
    return found


def _made(
    key: Key,
    base: Key | None,
    preds: frozenset[tuple[Key, str]],
    hlc: int,
    kind: str,
    tbl: str,
    row: bytes,
    col: str,
    val: Any,
    digest: bytes | None,
) -> Op:
    replaced = {pred for pred, relation in preds if relation == "S"}
    covered = frozenset(pred for pred, relation in preds if relation == "C")
    supersedes = frozenset(replaced if base is None else replaced | {base})
    rank = (hlc, *key)
    return Op(key, kind, tbl, row, col, val, digest, rank, supersedes, covered)
