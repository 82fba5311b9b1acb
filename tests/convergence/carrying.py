"""Carries any set of operations from cell to cell, also such as no file would hold."""

from __future__ import annotations

from typing import Any

from sportsec.store.journal.merge import Merged, union
from sportsec.store.work import Work
from tests.convergence.journal import SEQUENCE

RECEIVED = "File received"
_TABLES = ("act", "op", "pred", "stub")
Rows = list[tuple[Any, ...]]


class Parcel:
    """Operations taken out of a database, to be put into others later.

    Args:
        eye: A connection to the sender.
        wanted: SQL condition on `journal_op`.
    """

    def __init__(self, eye: Any, wanted: str = "true") -> None:
        self.replicas = eye.execute(
            "SELECT number, rid, cell_key, certificate FROM journal_replica"
        ).fetchall()
        ops = f"SELECT op FROM journal_op WHERE {wanted}"
        self.ops: Rows = eye.execute(
            f"SELECT * FROM journal_op WHERE op IN ({ops})"
        ).fetchall()
        self.acts: Rows = eye.execute(
            "SELECT * FROM journal_act WHERE act IN"
            f" (SELECT act FROM journal_op WHERE op IN ({ops}))"
        ).fetchall()
        self.preds: Rows = eye.execute(
            f"SELECT * FROM journal_pred WHERE op IN ({ops})"
        ).fetchall()


def stage(connection: Any, parcel: Parcel) -> int:
    """Lay what is new of a parcel where the merge expects it; return how much."""
    for table in _TABLES:
        connection.execute(f"DROP TABLE IF EXISTS temp.incoming_{table}")
        connection.execute(
            f"CREATE TEMP TABLE incoming_{table} AS SELECT * FROM journal_{table}"
            " WHERE false"
        )
    numbers = {}
    for number, rid, key, certificate in parcel.replicas:
        connection.execute(
            "INSERT INTO journal_replica (rid, cell_key, certificate)"
            " SELECT ?1, ?2, ?3 WHERE NOT EXISTS"
            " (SELECT 1 FROM journal_replica WHERE rid = ?1)",
            (rid, key, certificate),
        )
        query = "SELECT number FROM journal_replica WHERE rid = ?"
        numbers[number] = connection.execute(query, (rid,)).fetchone()[0]

    def here(name: int | None) -> int | None:
        if name is None:
            return None
        return numbers[name >> 32] << 32 | name & SEQUENCE

    known = {op for (op,) in connection.execute("SELECT op FROM journal_op")}
    new = [
        (here(op), here(act), *plain, here(base), salt, digest)
        for op, act, *plain, base, salt, digest in parcel.ops
        if here(op) not in known
    ]
    fresh = {row[0] for row in new}
    acts = [
        (here(act), *said, here(undoes), version, here(first), *proof)
        for act, *said, undoes, version, first, ops, prev, chain, sign in parcel.acts
        for proof in [(ops, prev, chain, sign)]
    ]
    preds = [(here(op), here(pred), rel) for op, pred, rel in parcel.preds]
    _fill(connection, "op", new)
    _fill(connection, "act", acts)
    _fill(connection, "pred", [row for row in preds if row[0] in fresh])
    return len(new)


def _fill(connection: Any, table: str, rows: Rows) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"INSERT INTO temp.incoming_{table} VALUES ({marks})", rows
        )


def put_in(work: Work, parcel: Parcel) -> Merged | None:
    """Merge a parcel and note its arrival; of nothing new nothing is written."""
    connection = work.connection
    if not stage(connection, parcel):
        return None
    merged = union(connection)
    me, tno = connection.execute("SELECT self, tno FROM journal_state").fetchone()
    receipt = me << 32 | tno + 1
    connection.execute(
        "INSERT INTO journal_receipt (act, sender) VALUES (?, ?)", (receipt, me)
    )
    connection.execute(
        "INSERT OR REPLACE INTO journal_arrival SELECT ?, min(op), max(op) FROM"
        " (SELECT op, op - row_number() OVER (ORDER BY op) AS run"
        " FROM temp.incoming_op) GROUP BY run",
        (receipt,),
    )
    return merged
