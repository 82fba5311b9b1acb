"""Hashes of operations, taken from rows as the journal and its files keep them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sportsec.store.journal import canon

#: The columns that `leaf` wants, in this order.
COLUMNS = "op, kind, tbl, row, col, val, base, salt, digest"

Preds = Iterator[tuple[int, int, str]]


class Leaves:
    """Computes the hash of one operation after the other.

    Args:
        rids: Number of a replica → its name everywhere.
        preds: Further predecessors (op, pred, rel) in ascending order of the
            operations, those asked for among them.
    """

    def __init__(self, rids: Mapping[int, bytes], preds: Iterable[Any]) -> None:
        self._rids = rids
        self._preds: Preds = iter(preds)
        self._next = next(self._preds, None)

    def leaf(self, row: tuple[Any, ...]) -> bytes:
        """Return the hash of an operation; ask in ascending order.

        Raises:
            KeyError: It stands on a replica that is not among `rids`.
        """
        op, kind, tbl, record, col, val, base, salt, digest = row
        return canon.leaf_of(
            op & canon.COUNT,
            kind,
            tbl,
            record,
            col,
            self._name(base) if base is not None else b"-",
            self._further(op) if self._next is not None else b"",
            digest if digest is not None else canon.digest_of(salt, val),
        )

    def _name(self, op: int) -> bytes:
        return canon.global_name(self._rids[op >> 32], op & canon.COUNT)

    def _further(self, op: int) -> bytes:
        """Return what else the operation supersedes or covers."""
        while self._next is not None and self._next[0] < op:
            self._next = next(self._preds, None)
        if self._next is None or self._next[0] != op:
            return b""
        found = []
        while self._next is not None and self._next[0] == op:
            found.append((self._name(self._next[1]), self._next[2]))
            self._next = next(self._preds, None)
        return canon.preds_bytes(found)
