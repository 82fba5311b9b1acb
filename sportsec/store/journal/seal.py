"""Sealing an act: what the triggers noted becomes numbered, hashed, signed operations.

It runs inside the transaction of the act, just before its commit. Memory stays bounded:
an act of any size goes through in portions.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal import canon, follow
from sportsec.store.journal.clock import advanced
from sportsec.store.journal.identity import Identity
from sportsec.store.journal.shape import DELETED
from sportsec.store.journal.supersede import Sight

_PORTION = 20_000
#: With each change: the head it replaces, whether others stand beside it (for an
#: insert: whether the record is known or awaited already), and the record's insert.
#: The limit is no parameter: SQLite would prepare the whole anew for each value of it.
_CAPTURED = f"""
SELECT c.id, c.kind, c.tbl, c.row, c.col, c.val,
  CASE c.kind WHEN 'U' THEN (SELECT h.op FROM journal_head h
    WHERE h.row = c.row AND h.col = c.col AND h.win = 1) END,
  CASE c.kind WHEN 'U' THEN EXISTS (SELECT 1 FROM journal_head h
    WHERE h.row = c.row AND h.col = c.col AND h.win = 0)
    OR c.col = 'deleted_at'
      AND EXISTS (SELECT 1 FROM journal_revived v WHERE v.row = c.row)
  ELSE EXISTS (SELECT 1 FROM journal_op o WHERE o.row = c.row)
    OR EXISTS (SELECT 1 FROM journal_waiting w WHERE w.target = c.row) END,
  (SELECT min(o.op) FROM journal_op o
    WHERE o.row = c.row AND o.col = '' AND o.kind = 'I')
FROM journal_capture c WHERE c.id > ? ORDER BY c.id LIMIT {_PORTION}
"""  # noqa: S608 - a number of our own
_COVERED = "SELECT DISTINCT op FROM journal_head WHERE row = ? AND col <> ?"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an act says of itself.

    Args:
        actor: Who acted; empty for changes made past the program.
        title: Sentence of the undo menu, an `N_` msgid.
        wall_ms: When, by the PC's clock, in milliseconds since 1970.
        version: Of the program.
        detail: Further facts, as JSON.
        undoes: Local number of the act that it undoes.
        positions: Record → position at which the officer saw it; others were seen as
            they stand now.
        saw_all: Whether every value of a conflict was seen and is superseded.
    """

    actor: str
    title: str
    wall_ms: int
    version: str
    detail: str | None = None
    undoes: int | None = None
    positions: Mapping[bytes, int] = field(default_factory=dict)
    saw_all: bool = False


@dataclass(slots=True)
class Sealed:
    """An act that was sealed.

    Args:
        act: Its local number.
        tno: Its number within this replica: the new position.
        chain: Its chain value.
        ops: How many operations it holds.
        collided: Registers that changed since its author saw them.
    """

    act: int
    tno: int
    chain: bytes
    ops: int
    collided: list[tuple[bytes, str]]


def is_pending(connection: Any) -> bool:
    """Say whether changes wait that no act has sealed."""
    query = "SELECT 1 FROM journal_capture LIMIT 1"
    return connection.execute(query).fetchone() is not None


def standing(connection: Any) -> tuple[int, bytes]:
    """Return the number of the last act of this replica, and its chain value."""
    found = connection.execute("SELECT tno, chain FROM journal_state").fetchone()
    return int(found[0]), bytes(found[1])


def seal(connection: Any, stamp: Stamp, identity: Identity) -> Sealed:
    """Make an act of everything that was captured; also of nothing.

    Args:
        connection: A driver connection inside a writing transaction.
    """
    return _Seal(connection, stamp, identity).run()


class _Seal:
    """One act being sealed."""

    def __init__(self, connection: Any, stamp: Stamp, identity: Identity) -> None:
        self.connection = connection
        self.stamp = stamp
        self.identity = identity
        query = "SELECT self, seq, tno, hlc, chain FROM journal_state"
        self.number, self.seq, self.tno, self.hlc, self.prev = connection.execute(
            query
        ).fetchone()
        self.act = self.number << 32 | self.tno + 1
        self.first = self.number << 32 | self.seq + 1
        self.rids = dict(connection.execute("SELECT number, rid FROM journal_replica"))
        self.sight = Sight(
            connection, stamp.positions, stamp.saw_all, self.number, self.tno
        )
        self.count = 0
        self.leaves = bytearray()
        self.inserted: dict[bytes, int] = {}
        self.odd: set[bytes] = set()
        self.tables: set[str] = set()
        self.collided: list[tuple[bytes, str]] = []
        self._forget()

    def run(self) -> Sealed:
        """Number and store everything, then the act itself."""
        for captured in self._portions():
            deletions = [each for each in captured if _is_deletion(each)]
            for each in captured:
                if not _is_deletion(each):
                    self._take(each)
            self._store()
            # What a deletion covers includes what the same act wrote before.
            for each in deletions:
                self._take(each)
            self._store()
        hlc = advanced(self.hlc, self.stamp.wall_ms)
        chain = self._write_act(hlc)
        self.connection.execute(
            "UPDATE journal_state SET seq = ?, tno = ?, hlc = ?, chain = ?",
            (self.seq, self.tno + 1, hlc, chain),
        )
        self.connection.execute(
            "UPDATE journal_replica SET op_upto = ?, act_upto = ? WHERE number = ?",
            (self.seq, self.tno + 1, self.number),
        )
        if self.count:
            self.connection.execute("DELETE FROM journal_capture")
            last = self.first + self.count - 1
            follow.after_act(self.connection, self.first, last, self.odd, self.tables)
        return Sealed(self.act, self.tno + 1, chain, self.count, self.collided)

    def _portions(self) -> Iterator[list[Any]]:
        """Yield what was captured; of several writes to one register, the last."""
        last = 0
        while True:
            rows = self.connection.execute(_CAPTURED, (last,)).fetchall()
            latest = {(row[3], row[4]): row[0] for row in rows if row[1] == "U"}
            yield [
                row for row in rows if row[1] != "U" or latest[row[3], row[4]] == row[0]
            ]
            if len(rows) < _PORTION:
                return
            last = rows[-1][0]

    def _take(self, captured: Any) -> None:
        """Make an operation of one change."""
        _id, kind, tbl, row, col, val, head, is_special, insert = captured
        self.seq += 1
        op = self.number << 32 | self.seq
        self.tables.add(tbl if kind != "P" else "")
        base: int | None = None
        preds: tuple[tuple[int, str], ...] = ()
        if kind == "U":
            base = head or insert or self.inserted[row]
            if is_special or col == DELETED or self.sight.is_partial(row):
                if is_special:
                    self.odd.add(row)
                base, preds = self._superseded(op, tbl, row, col, val, base)
            elif head is not None:
                self.gone.append((row, col, head))
            self.heads.append((row, col, op))
        elif kind == "I":
            self.inserted[row] = op
            if is_special:
                self.odd.add(row)
        self._hash(kind, tbl, row, col, val, base, preds)
        self.ops.append((op, self.act, kind, tbl, row, col, val, base))

    def _superseded(
        self, op: int, tbl: str, row: bytes, col: str, val: Any, base: int
    ) -> tuple[int, tuple[tuple[int, str], ...]]:
        """Return what a special write stands on; note what goes and what stays."""
        is_fresh = row in self.inserted
        if is_fresh and not self.sight.is_partial(row):
            found, preds = base, []
        else:
            seen = self.sight.superseded(tbl, row, col)
            found = seen.base
            preds = [(pred, "S") for pred in seen.others]
            if seen.left:
                self.odd.add(row)
                self.losing.append((row, col))
                if self.sight.is_partial(row):
                    self.collided.append((row, col))
        self.gone += [(row, col, each) for each in (found, *(p for p, _ in preds))]
        if col == DELETED:
            if val is not None:
                covered = self.connection.execute(_COVERED, (row, DELETED)).fetchall()
                ours = range(self.first, op)  # what the same act wrote before
                preds += [
                    (each, "C")
                    for (each,) in covered
                    if each in ours or self.sight.knew(row, each)
                ]
            if self.sight.is_partial(row):
                self.odd.add(row)
        self.preds += [(op, pred, rel) for pred, rel in preds]
        return found, tuple(preds)

    def _hash(
        self,
        kind: str,
        tbl: str,
        row: bytes,
        col: str,
        val: Any,
        base: int | None,
        preds: tuple[tuple[int, str], ...],
    ) -> None:
        salt = os.urandom(canon.SALT_BYTES)
        self.salts.append(salt)
        further = b""
        if preds:
            named = ((self._name(pred), rel) for pred, rel in preds)
            further = canon.preds_bytes(named)
        self.leaves += canon.leaf_of(
            *(self.seq, kind, tbl, row, col),
            *(self._name(base) if base else b"-", further, canon.digest_of(salt, val)),
        )

    def _forget(self) -> None:
        self.ops: list[tuple[Any, ...]] = []
        self.salts: list[bytes] = []
        self.preds: list[tuple[int, int, str]] = []
        self.heads: list[tuple[bytes, str, int]] = []
        self.gone: list[tuple[bytes, str, int]] = []
        self.losing: list[tuple[bytes, str]] = []

    def _store(self) -> None:
        """Write what was taken since the last time."""
        run = self.connection.executemany
        run(
            "INSERT INTO journal_op (op, act, kind, tbl, row, col, val, base, salt)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*op, salt) for op, salt in zip(self.ops, self.salts, strict=True)],
        )
        for sql, rows in (
            ("INSERT INTO journal_pred (op, pred, rel) VALUES (?, ?, ?)", self.preds),
            (
                "DELETE FROM journal_head WHERE row = ? AND col = ? AND op = ?",
                self.gone,
            ),
            ("UPDATE journal_head SET win = 0 WHERE row = ? AND col = ?", self.losing),
            ("INSERT INTO journal_head VALUES (?, ?, ?, 1)", self.heads),
        ):
            if rows:
                run(sql, rows)
        self.count += len(self.ops)
        self._forget()

    def _name(self, number: int) -> bytes:
        return canon.global_name(self.rids[number >> 32], number & canon.COUNT)

    def _write_act(self, hlc: int) -> bytes:
        stamp, tno = self.stamp, self.tno + 1
        undoes = b"-" if stamp.undoes is None else self._name(stamp.undoes)
        texts = (stamp.actor, stamp.title, stamp.detail)
        header = canon.header_of(
            *(tno, hlc, stamp.wall_ms, stamp.version),
            *(self.first & canon.COUNT, self.count, texts, undoes),
        )
        chain = canon.chained(self.prev, header, bytes(self.leaves))
        message = canon.act_message(self.identity.rid, tno, chain)
        self.connection.execute(
            "INSERT INTO journal_act VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(self.act, hlc, stamp.wall_ms, *texts, stamp.undoes, stamp.version),
                *(self.first, self.count, self.prev, chain),
                self.identity.sign(message),
            ),
        )
        return chain


def _is_deletion(captured: Any) -> bool:
    return bool(captured[4] == DELETED and captured[5] is not None)
