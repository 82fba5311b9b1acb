"""Copies the operations of a file to be sent out of the journal, set by set.

Nothing passes through Python one by one, save hashes of what is withheld or left out.
All of it is read in one transaction, so that a file is one state of the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.leaves import COLUMNS, Leaves
from sportsec.store.journal.shape import shapes_of
from sportsec.sync.payload import PAYLOAD_SCHEMA

_OPS = "op, act, kind, tbl, row, col, val, base, salt, digest"
#: Replica → what the receiver has of it already: (operations, acts).
Known = Mapping[bytes, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """Which operations go.

    Args:
        is_chosen: Only those of the records in `temp.chosen`.
        with_personal: Whether personal values go.
        known: What need not go again; only where not `is_chosen`.
    """

    is_chosen: bool = False
    with_personal: bool = True
    known: Known | None = None

    @property
    def is_full(self) -> bool:
        """Whether the receiver then knows all up to what is sent, values and all."""
        return self.with_personal and not self.is_chosen


def attach(connection: Any, path: Path) -> None:
    """Make an empty payload and attach it as `file`.

    It may be thrown away at any moment, so nothing is kept to undo a write.
    """
    connection.execute("ATTACH DATABASE ? AS file KEY ''", (str(path),))
    for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF"):
        connection.execute(f"PRAGMA file.{setting}")
    for sql in PAYLOAD_SCHEMA.values():
        connection.execute(sql.replace("CREATE TABLE ", "CREATE TABLE file.", 1))


def detach(connection: Any) -> None:
    """Let the payload go; it is a whole file then."""
    connection.execute("DETACH DATABASE file")


def ranges(starts: Iterable[tuple[int, int, int]]) -> str:
    """Return SQL of the operations `o` that lie beyond what a receiver has."""
    return " OR ".join(
        f"o.op > {number << 32 | ops} AND o.op <= {number << 32 | canon.COUNT}"
        for number, ops, _ in starts
    )


def fill(connection: Any, part: Part) -> None:
    """Copy what goes into the attached payload; inside one reading transaction."""
    connection.create_function("commitment", 2, canon.digest_of, deterministic=True)
    _note_personal(connection, part)
    if part.is_chosen:
        _copy_chosen(connection, part)
        _write_stubs(connection)
    else:
        _copy_ranges(connection, part)
    connection.execute(
        "INSERT INTO file.replica SELECT number, rid, cell_key, certificate, name"
        " FROM main.journal_replica"
    )


def since(connection: Any, known: Known) -> Iterator[tuple[int, int, int]]:
    """Yield each replica's number and what the receiver has of it: ops and acts.

    Whole acts only: one that the receiver has half goes again.
    """
    query = "SELECT number, rid, act_upto FROM main.journal_replica"
    for number, rid, act_upto in connection.execute(query).fetchall():
        acts = min(known.get(bytes(rid), (0, 0))[1], act_upto)
        last = connection.execute(
            "SELECT first + ops - 1 FROM main.journal_act WHERE act = ?",
            (number << 32 | acts,),
        ).fetchone()
        yield (number, last[0] & canon.COUNT, acts) if last else (number, 0, 0)


def _note_personal(connection: Any, part: Part) -> None:
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS personal"
        " (tbl TEXT, col TEXT, PRIMARY KEY (tbl, col)) WITHOUT ROWID"
    )
    connection.execute("DELETE FROM temp.personal")
    if not part.with_personal:
        connection.executemany(
            "INSERT INTO temp.personal VALUES (?, ?)",
            [
                (table, register)
                for table, shape in shapes_of(connection).items()
                for register in shape.personal
            ],
        )


def _op_columns(part: Part) -> tuple[str, str]:
    """Return the columns of an operation that goes, and what they are read from."""
    if part.with_personal:
        return _OPS, "main.journal_op AS o"
    return (
        (
            "o.op, o.act, o.kind, o.tbl, o.row, o.col,"
            " CASE WHEN p.tbl IS NULL THEN o.val END, o.base,"
            " CASE WHEN p.tbl IS NULL THEN o.salt END,"
            " CASE WHEN p.tbl IS NULL OR o.digest IS NOT NULL THEN o.digest"
            " ELSE commitment(o.salt, o.val) END"
        ),
        (
            "main.journal_op AS o LEFT JOIN temp.personal AS p"
            " ON o.kind = 'U' AND p.tbl = o.tbl AND p.col = o.col"
        ),
    )


def _copy_chosen(connection: Any, part: Part) -> None:
    columns, tables = _op_columns(part)
    connection.execute(
        f"INSERT INTO file.op SELECT {columns} FROM {tables}"
        " WHERE o.row IN (SELECT row FROM temp.chosen) ORDER BY o.op"
    )
    connection.execute(
        "INSERT INTO file.act SELECT * FROM main.journal_act"
        " WHERE act IN (SELECT act FROM file.op) ORDER BY act"
    )
    connection.execute(
        "INSERT INTO file.pred SELECT p.op, p.pred, p.rel FROM file.op AS o"
        " CROSS JOIN main.journal_pred AS p ON p.op = o.op"
    )


def _copy_ranges(connection: Any, part: Part) -> None:
    """Copy all that the receiver does not have; from nothing, whole tables."""
    starts = list(since(connection, part.known or {}))
    columns, tables = _op_columns(part)
    if not any(acts for _, _, acts in starts):
        if part.with_personal:  # the very rows are copied, without being looked into
            columns, tables = "*", "main.journal_op"
        connection.execute(f"INSERT INTO file.op SELECT {columns} FROM {tables}")
        for name in ("act", "pred", "stub"):
            connection.execute(
                f"INSERT INTO file.{name} SELECT * FROM main.journal_{name}"
            )
    for number, ops, acts in starts:
        if part.is_full:
            connection.execute(
                "INSERT INTO file.span SELECT number, ?, op_upto, ?, act_upto"
                " FROM main.journal_replica WHERE number = ? AND act_upto > ?",
                (ops, acts, number, acts),
            )
        if not any(known for _, _, known in starts):
            continue
        low, high = number << 32 | ops, number << 32 | canon.COUNT
        connection.execute(
            f"INSERT INTO file.op SELECT {columns} FROM {tables}"
            " WHERE o.op > ? AND o.op <= ? ORDER BY o.op",
            (low, high),
        )
        for name in ("pred", "stub"):
            connection.execute(
                f"INSERT INTO file.{name} SELECT * FROM main.journal_{name}"
                " WHERE op > ? AND op <= ?",
                (low, high),
            )
        connection.execute(
            "INSERT INTO file.act SELECT * FROM main.journal_act"
            " WHERE act > ? AND act <= ?",
            (number << 32 | acts, high),
        )


def _write_stubs(connection: Any) -> None:
    """Give the hash of every operation that is left out of an act that goes."""
    connection.execute(
        "INSERT INTO file.stub SELECT s.op, s.leaf FROM file.act AS a"
        " CROSS JOIN main.journal_stub AS s ON s.op >= a.first"
        " AND s.op < a.first + a.ops"
        " WHERE NOT EXISTS (SELECT 1 FROM file.op AS o WHERE o.op = s.op)"
    )
    rids = dict(connection.execute("SELECT number, rid FROM main.journal_replica"))
    left_out = (
        "FROM file.act AS a CROSS JOIN main.journal_op AS o ON o.op >= a.first"
        " AND o.op < a.first + a.ops"
        " WHERE NOT EXISTS (SELECT 1 FROM file.op AS f WHERE f.op = o.op)"
    )
    named = ", ".join(f"o.{name}" for name in COLUMNS.split(", "))
    preds = connection.execute(
        "SELECT p.op, p.pred, p.rel FROM file.act AS a CROSS JOIN main.journal_pred"
        " AS p ON p.op >= a.first AND p.op < a.first + a.ops ORDER BY a.act, p.op"
    )
    leaves = Leaves(rids, preds)
    rows = connection.execute(f"SELECT {named} {left_out} ORDER BY a.act, o.op")
    connection.executemany(
        "INSERT OR IGNORE INTO file.stub VALUES (?, ?)", _hashed(rows, leaves)
    )


def _hashed(rows: Iterable[Any], leaves: Leaves) -> Iterator[tuple[int, bytes]]:
    for row in rows:
        yield row[0], leaves.leaf(row)
