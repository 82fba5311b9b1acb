"""Carries any set of operations from cell to cell, also such as no file would hold.

What a file is checked for on its way is left out: its seal, its hashes. From there on
all is as with a file: a second history is refused, values that were withheld are put
in, what is known is dropped, and the rest is merged.
"""

from __future__ import annotations

from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.merge import Merged, union
from sportsec.store.journal.shape import shapes_of
from sportsec.store.journal.standing import own_position
from sportsec.store.work import Work
from sportsec.sync.arrivals import _step_aside, identity_of
from sportsec.sync.incoming import Incoming
from tests.convergence.journal import Key, key_of

RECEIVED = "File received"
Rows = list[tuple[Any, ...]]


class Parcel:
    """Operations taken out of a database, to be put into others later.

    Args:
        source: A connection to the sender.
        wanted: SQL condition on `journal_op`.
        with_personal: Whether personal values go; else what stands for them.
    """

    def __init__(
        self, source: Any, wanted: str = "true", *, with_personal: bool = True
    ) -> None:
        run = source.execute
        self.replicas = run(
            "SELECT number, rid, cell_key, certificate FROM journal_replica"
        ).fetchall()
        self.with_personal = with_personal
        self.ops: Rows = run(f"SELECT * FROM journal_op WHERE {wanted}").fetchall()
        if wanted == "true":
            self.acts: Rows = run("SELECT * FROM journal_act").fetchall()
            self.preds: Rows = run("SELECT * FROM journal_pred").fetchall()
        else:
            taken = {op[0] for op in self.ops}
            acts = {op[1] for op in self.ops}
            every = run("SELECT * FROM journal_act").fetchall()
            self.acts = [act for act in every if act[0] in acts]
            preds = run("SELECT * FROM journal_pred").fetchall()
            self.preds = [pred for pred in preds if pred[0] in taken]
        if not with_personal:
            self._withhold(source)
        rids = {number: bytes(rid) for number, rid, *_ in self.replicas}
        self.keys: frozenset[Key] = frozenset(key_of(rids, op[0]) for op in self.ops)
        self.acts_of = {key_of(rids, act[0]) for act in self.acts}

    def _withhold(self, source: Any) -> None:
        shapes = shapes_of(source)
        for place, op in enumerate(self.ops):
            _, _, kind, table, _, col, val, _, salt, digest = op
            is_personal = table in shapes and col in shapes[table].personal
            if kind == "U" and is_personal and digest is None:
                commitment = canon.digest_of(salt, val)
                self.ops[place] = (*op[:6], None, op[7], None, commitment)


class Handed(Incoming):
    """A parcel in the place of a file that was read and proved."""

    def __init__(self, connection: Any, parcel: Parcel) -> None:
        self._connection = connection
        self._left_out = ()
        self._make_tables()
        self.numbers = {}
        for number, rid, key, certificate in parcel.replicas:
            connection.execute(
                "INSERT INTO journal_replica (rid, cell_key, certificate)"
                " VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (rid, key, certificate),
            )
            query = "SELECT number FROM journal_replica WHERE rid = ?"
            self.numbers[number] = connection.execute(query, (rid,)).fetchone()[0]
        self._fill("op", [self._remapped("op", row) for row in parcel.ops])
        self._fill("act", [self._remapped("act", row) for row in parcel.acts])
        self._fill("pred", [self._remapped("pred", row) for row in parcel.preds])

    def _make_tables(self) -> None:
        """Make them once for each connection: that is what would take longest."""
        self.filled = 0
        query = "SELECT 1 FROM temp.sqlite_master WHERE name = 'incoming_left'"
        if self._connection.execute(query).fetchone() is None:
            super()._make_tables()
            return
        for name in ("act", "op", "pred"):
            self._connection.execute(f"DELETE FROM temp.incoming_{name}")

    def _fill(self, table: str, rows: Rows) -> None:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(
                f"INSERT INTO temp.incoming_{table} VALUES ({marks})", rows
            )


def put_in(work: Work, parcel: Parcel) -> Merged | None:
    """Merge a parcel and note its arrival; of nothing new nothing is written.

    Raises:
        BadFile: It tells another history than the one that is known.
    """
    connection = work.connection
    incoming = Handed(connection, parcel)
    incoming.sift()
    _step_aside(work, identity_of(work))
    if incoming.is_known:
        return None
    merged = union(connection)
    me, tno = own_position(connection)
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
