"""What a write supersedes, where that is not simply the one value shown.

An ordinary write supersedes the value its author saw: the one shown, and others equal
to it. Whoever saw a form before an import saw less; whoever decides a conflict saw all
of it. What was not seen stays a head, and the register is in conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sportsec.store.journal import canon, twins
from sportsec.store.journal.capture import Cover
from sportsec.store.journal.heads import Head, Operations, head_of
from sportsec.store.journal.shape import DELETED, Field, shapes_of

_HEADS = """
SELECT h.op, o.kind, o.val, o.digest, a.hlc, r.rid FROM journal_head h
JOIN journal_op o ON o.op = h.op JOIN journal_act a ON a.act = o.act
JOIN journal_replica r ON r.number = h.op >> 32 WHERE h.row = ? AND h.col = ?
"""
_BROUGHT = """
SELECT receipt FROM journal_arrival WHERE last >= ? AND first <= ?
ORDER BY last LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Superseded:
    """What a write stands on.

    Args:
        base: The value shown to its author.
        others: Further heads that go with it.
        left: Heads that stay, for they were not seen.
    """

    base: int
    others: tuple[int, ...] = ()
    left: tuple[Head, ...] = ()


@dataclass(slots=True)
class Sight:
    """What the author of an act saw.

    Args:
        positions: Record → position at which he saw it.
        saw_all: Whether he saw every value of every register.
        number: Of this replica.
        position: Where the record stands before the act.
        reopened: Records in which values are to stand beside each other again, with
            what a deletion among these covers.
    """

    connection: Any
    positions: Mapping[bytes, int]
    saw_all: bool
    number: int
    position: int
    reopened: Mapping[bytes, Cover | None] = field(default_factory=dict)

    def is_partial(self, row: bytes) -> bool:
        """Say whether the record may have changed since it was seen."""
        return self.positions.get(row, self.position) < self.position

    def partial(self) -> list[bytes]:
        """Return the records that may have changed since they were seen."""
        return [row for row in self.positions if self.is_partial(row)]

    def superseded(self, tbl: str, row: bytes, col: str) -> Superseded:
        """Return what a write to a register stands on; it has a head or two."""
        current = self._heads(tbl, row, col)
        if self.is_partial(row):
            seen = self._seen_heads(tbl, row, col)
        elif current:
            seen = current
        else:
            return Superseded(self._insert(row))
        shown = max(seen, key=lambda head: head.rank)
        everything = self.saw_all or col == DELETED
        gone = [
            head
            for head in seen
            if head is not shown and (everything or head.value == shown.value)
        ]
        superseded = {shown.op, *(head.op for head in gone)}
        left = tuple(head for head in current if head.op not in superseded)
        return Superseded(shown.op, tuple(head.op for head in gone), left)

    def knew(self, row: bytes, op: int) -> bool:
        """Say whether an operation was here when the record was seen."""
        position = self.positions.get(row, self.position)
        if op >> 32 == self.number:
            query = "SELECT act FROM journal_op WHERE op = ?"
            act = self.connection.execute(query, (op,)).fetchone()[0]
            return bool((act & canon.COUNT) <= position)
        found = self.connection.execute(_BROUGHT, (op, op)).fetchone()
        if found is None or found[0] >> 32 != self.number:
            return True  # an earlier incarnation of this database wrote or received it
        return bool((found[0] & canon.COUNT) <= position)

    def _insert(self, row: bytes) -> int:
        query = (
            "SELECT min(op) FROM journal_op WHERE row = ? AND col = '' AND kind = 'I'"
        )
        return int(self.connection.execute(query, (row,)).fetchone()[0])

    def _fields(self, tbl: str, col: str) -> tuple[Field, ...]:
        return shapes_of(self.connection)[tbl].registers[col]

    def _heads(self, tbl: str, row: bytes, col: str) -> list[Head]:
        fields = self._fields(tbl, col)
        found = self.connection.execute(_HEADS, (row, col)).fetchall()
        return [head_of(col, fields, *each) for each in found]

    def _seen_heads(self, tbl: str, row: bytes, col: str) -> list[Head]:
        """Return the heads of a register as they were when the record was seen."""

        def knew(op: int) -> bool:
            return self.knew(row, op)

        fields = self._fields(tbl, col)
        known = Operations.read(self.connection, self._seen_as_one(row), knew)
        inserts = [head_of(col, fields, *each) for each in known.inserts]
        return known.heads(col, fields) or inserts

    def _seen_as_one(self, row: bytes) -> list[bytes]:
        """Return the records that were shown as this one when it was seen.

        A pair decided again since, or never seen, joins nothing: what its other
        record says was not shown.
        """

        def was_decided(pair: bytes) -> bool:
            query = "SELECT op FROM journal_op WHERE row = ?"
            found = self.connection.execute(query, (pair,)).fetchall()
            return all(self.knew(row, op) for (op,) in found)

        query = "SELECT 1 FROM journal_twin WHERE row = ?"
        if self.connection.execute(query, (row,)).fetchone() is None:
            return [row]
        elders = twins.due(self.connection, was_decided)
        return [each for each, elder in elders.items() if elder == row] or [row]
