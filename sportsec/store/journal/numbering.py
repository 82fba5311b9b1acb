"""What was captured becomes the operations of an act, by statements over all of it.

What these do not get right is irregular: registers of several values, records that
their author saw as they were before. It is settled one by one in between.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.capture import BESIDE
from sportsec.store.journal.leaves import COLUMNS, Leaves
from sportsec.store.journal.shape import DELETED
from sportsec.store.journal.supersede import Sight

# A statement that fails ends the work around it. OR FAIL tells SQLite so: it need not
# keep every page as it was before the statement.

#: What waits once more, in the order in which it is numbered. Of several writes to one
#: register the last is kept. Deletions come last: what they cover includes what the
#: same act wrote before.
_ARRANGE = f"""
INSERT INTO journal_capture (kind, tbl, row, col, val)
SELECT kind, tbl, row, col, val FROM journal_capture
WHERE kind <> 'U' OR id IN (
  SELECT max(id) FROM journal_capture WHERE kind = 'U' GROUP BY row, col)
ORDER BY col = '{DELETED}' AND val IS NOT NULL, id
"""  # noqa: S608 - a name of our own
#: Each write stands on the value shown.
_NUMBER = f"""
INSERT OR FAIL INTO journal_op (op, act, kind, tbl, row, col, val, base, salt)
SELECT ?1 + id - ?2, ?3, CASE kind WHEN '{BESIDE}' THEN 'U' ELSE kind END, tbl, row,
  col, val, CASE WHEN kind IN ('U', '{BESIDE}') THEN coalesce(
    (SELECT h.op FROM journal_head h
      WHERE h.row = c.row AND h.col = c.col AND h.win = 1),
    (SELECT min(i.op) FROM journal_op i
      WHERE i.row = c.row AND i.col = '' AND i.kind = 'I')) END,
  substr(?4, {canon.SALT_BYTES} * (id - ?2) + 1, {canon.SALT_BYTES})
FROM journal_capture c WHERE id >= ?2 ORDER BY id
"""  # noqa: S608 - names and numbers of our own
_OF_ACT = "op BETWEEN ?1 AND ?2"
#: A record that the act itself inserted.
_INSERT = f"""(SELECT i.op FROM journal_op i WHERE i.row = o.row AND i.col = ''
  AND i.kind = 'I' AND i.{_OF_ACT})"""  # noqa: S608 - our own
_ON_OWN_INSERT = f"""
UPDATE OR FAIL journal_op AS o SET base = {_INSERT}
WHERE {_OF_ACT} AND kind = 'U' AND base IS NULL
"""  # noqa: S608 - our own
#: Writes that meet several values or a deletion undone by an edit; inserts of records
#: that are known or awaited already.
_ODD = f"""CASE o.kind WHEN 'U' THEN EXISTS (SELECT 1 FROM journal_head h
    WHERE h.row = o.row AND h.col = o.col AND h.win = 0)
    OR o.col = '{DELETED}'
      AND EXISTS (SELECT 1 FROM journal_revived v WHERE v.row = o.row)
  WHEN 'I' THEN EXISTS (SELECT 1 FROM journal_op k
      WHERE k.row = o.row AND k.op NOT BETWEEN ?1 AND ?2)
    OR EXISTS (SELECT 1 FROM journal_waiting w WHERE w.target = o.row)
  ELSE 0 END"""  # noqa: S608 - our own
_OF_RECORD = f"""
SELECT o.op, o.kind, o.tbl, o.row, o.col, {_ODD}, {_INSERT} IS NULL
FROM journal_op o WHERE o.{_OF_ACT}"""  # noqa: S608 - our own
_SUPERSEDE = f"""
DELETE FROM journal_head WHERE (row, col, op) IN (
  SELECT row, col, base FROM journal_op WHERE {_OF_ACT} AND kind = 'U')
"""  # noqa: S608 - our own
_BECOME_HEADS = f"""
INSERT OR FAIL INTO journal_head SELECT row, col, op, 1 FROM journal_op
WHERE {_OF_ACT} AND kind = 'U'
"""  # noqa: S608 - our own
_COVER = f"""
INSERT OR FAIL INTO journal_pred SELECT DISTINCT o.op, h.op, 'C' FROM journal_op o
JOIN journal_head h ON h.row = o.row AND h.col <> '{DELETED}'
WHERE o.{_OF_ACT} AND o.col = '{DELETED}' AND o.val IS NOT NULL
"""  # noqa: S608 - our own
_COVERED = "SELECT pred FROM journal_pred WHERE op = ? AND rel = 'C'"
_COVERED_AGAIN = f"""
SELECT p.op, p.pred, w.col, w.val FROM journal_op o
JOIN journal_pred p ON p.op = o.op AND p.rel = 'C' JOIN journal_op w ON w.op = p.pred
WHERE o.{_OF_ACT} AND o.row = ?3
"""  # noqa: S608 - our own
_UNCOVER = "DELETE FROM journal_pred WHERE op = ? AND pred = ? AND rel = 'C'"
_PREDS = f"SELECT op, pred, rel FROM journal_pred WHERE {_OF_ACT} ORDER BY op"  # noqa: S608
_OPERATIONS = f"SELECT {COLUMNS} FROM journal_op WHERE {_OF_ACT} ORDER BY op"  # noqa: S608


@dataclass(slots=True)
class Numbered:
    """The operations of an act.

    Args:
        first: The number of the first.
        count: How many there are.
        has_preds: Whether any of them has further predecessors.
        odd: Records that need the exact definition.
        collided: Registers that changed since their author saw them.
    """

    connection: Any
    first: int
    count: int
    has_preds: bool = False
    odd: set[bytes] = field(default_factory=set)
    collided: list[tuple[bytes, str]] = field(default_factory=list)

    @property
    def bounds(self) -> tuple[int, int]:
        """The first operation and the last."""
        return self.first, self.first + self.count - 1

    def leaves(self, rids: Mapping[int, bytes]) -> Iterator[bytes]:
        """Yield the hash of each operation."""
        run = self.connection.execute
        preds = run(_PREDS, self.bounds) if self.has_preds else ()
        return map(Leaves(rids, preds).leaf, run(_OPERATIONS, self.bounds))


def number(
    connection: Any, act: int, first: int, captured: int, newest: int, sight: Sight
) -> Numbered:
    """Make operations of what was captured, and heads of what they write.

    Args:
        act: The number of their act.
        first: The number of the first of them.
        captured: How many changes wait; `newest` is the number of the last.
        sight: What the author of the act saw.
    """
    found = Numbered(connection, first, captured)
    if not captured:
        return found
    run = connection.execute
    if captured > 1:
        found.count = run(_ARRANGE).rowcount
        newest += found.count
    salts = os.urandom(canon.SALT_BYTES * found.count)
    run(_NUMBER, (first, newest - found.count + 1, act, salts))
    if captured > 1:
        run(_ON_OWN_INSERT, found.bounds)
    irregular = _Irregular(found, sight)
    irregular.supersede()
    run(_SUPERSEDE, found.bounds)
    run(_BECOME_HEADS, found.bounds)
    if run(_COVER, found.bounds).rowcount:
        found.has_preds = True
        irregular.uncover()
    run("DELETE FROM journal_capture")
    return found


class _Irregular:
    """The writes of an act that stand on something else than the one value shown."""

    def __init__(self, found: Numbered, sight: Sight) -> None:
        self.found = found
        self.sight = sight
        self.run = found.connection.execute
        found.odd.update(sight.reopened)
        rows = self.run(f"{_OF_RECORD} AND {_ODD}", found.bounds).fetchall()
        for row in sight.partial():
            of_row = f"{_OF_RECORD} AND o.row = ?3"
            rows += self.run(of_row, (*found.bounds, row)).fetchall()
        self.writes: list[tuple[int, str, bytes, str]] = []
        for op, kind, table, record, col, is_odd, is_older in sorted(set(rows)):
            is_partial = sight.is_partial(record)
            # A value that takes the place of several is simply the one shown.
            if (is_odd and kind == "I") or (col == DELETED and (is_odd or is_partial)):
                found.odd.add(record)
            if kind == "U" and (is_older or is_partial):
                self.writes.append((op, table, record, col))

    def supersede(self) -> None:
        """Let each stand on what its author saw; what he did not see stays a head."""
        for op, table, row, col in self.writes:
            seen = self.sight.superseded(table, row, col)
            self.run("UPDATE journal_op SET base = ? WHERE op = ?", (seen.base, op))
            for pred in seen.others:
                self.found.has_preds = True
                self.run("INSERT INTO journal_pred VALUES (?, ?, 'S')", (op, pred))
                self.run(
                    "DELETE FROM journal_head WHERE row = ? AND col = ? AND op = ?",
                    (row, col, pred),
                )
            if seen.left:
                sql = "UPDATE journal_head SET win = 0 WHERE row = ? AND col = ?"
                self.run(sql, (row, col))
                self.found.odd.add(row)
                if self.sight.is_partial(row):
                    self.found.collided.append((row, col))

    def uncover(self) -> None:
        """Let no deletion cover what its author did not know, or what it had not."""
        for op, _table, row, col in self.writes:
            if col == DELETED and self.sight.is_partial(row):
                ours = range(self.found.first, op)
                for (pred,) in self.run(_COVERED, (op,)).fetchall():
                    if pred not in ours and not self.sight.knew(row, pred):
                        self.run(_UNCOVER, (op, pred))
        first, last = self.found.bounds
        for row, cover in self.sight.reopened.items():
            if cover is not None:
                covered = self.run(_COVERED_AGAIN, (first, last, row)).fetchall()
                for op, pred, *said in covered:
                    is_own = first <= pred <= last
                    if not (cover.writes(*said) if is_own else pred in cover.ops):
                        self.run(_UNCOVER, (op, pred))
