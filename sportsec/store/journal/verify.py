"""Whether the journal is what its cells signed: the first broken link of each replica.

Every act is hashed anew from its operations; of those that came as hashes only, these
are taken. An act's signature vouches for it, and the next act for the one before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sportsec.store.journal import canon
from sportsec.store.journal.identity import is_signed
from sportsec.store.journal.leaves import COLUMNS, Leaves

_ACTS = """SELECT act, hlc, wall, actor, title, detail, undoes, version, first, ops,
 prev, chain, signature FROM journal_act ORDER BY act"""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first act of a replica that is not what was signed, or not there.

    Args:
        cell: Name of its cell, or the beginning of the replica's own.
        act: Its number within the replica.
        title: What it says of itself; nothing for one that is missing.
        actor: Who did it, as it says.
        wall: When, in milliseconds since 1970, as it says.
        is_missing: Whether it was taken out.
        replica: The number of its replica in this database.
    """

    cell: str
    act: int
    title: str = ""
    actor: str = ""
    wall: int = 0
    is_missing: bool = False
    replica: int = 0


def verify_chain(connection: Any) -> list[BrokenLink]:
    """Return the first broken link of each replica; none when all is well."""
    return list(_Chains(connection).broken())


class _Chains:
    """One pass over all acts and operations, in ascending order."""

    def __init__(self, connection: Any) -> None:
        query = "SELECT number, rid, cell_key, name, act_upto FROM journal_replica"
        self.replicas = {row[0]: row[1:] for row in connection.execute(query)}
        rids = {number: bytes(row[0]) for number, row in self.replicas.items()}
        preds = connection.execute(
            "SELECT op, pred, rel FROM journal_pred ORDER BY op, pred, rel"
        )
        self.rids = rids
        self.leaves = Leaves(rids, preds)
        self.acts = connection.execute(_ACTS)
        ops = f"SELECT {COLUMNS} FROM journal_op ORDER BY op"  # noqa: S608
        self.ops: Iterator[Any] = iter(connection.execute(ops))
        stubs = "SELECT op, leaf FROM journal_stub ORDER BY op"
        self.stubs: Iterator[Any] = iter(connection.execute(stubs))
        self.op, self.stub = next(self.ops, None), next(self.stubs, None)

    def broken(self) -> Iterator[BrokenLink]:
        """Yield the first broken link of each replica."""
        before: Any = None
        found: set[int] = set()
        #: The next act of each replica of which none may be missing.
        due = dict.fromkeys(self.replicas, 1)
        for act in self.acts:
            number, tno = act[0] >> 32, act[0] & canon.COUNT
            if before is not None and before[0] != act[0] - 1:
                before = None
            if number not in found:
                if due[number] < tno and due[number] <= self.replicas[number][3]:
                    found.add(number)
                    yield self._missing(number, due[number])
                elif not self._holds(act, before):
                    found.add(number)
                    said = act[4] or "", act[3] or "", act[2] or 0
                    cell = self._cell(number)
                    yield BrokenLink(cell, tno, *said, replica=number)
            due[number] = tno + 1
            before = act
        for number, tno in due.items():
            if number not in found and tno <= self.replicas[number][3]:
                yield self._missing(number, tno)

    def _missing(self, number: int, tno: int) -> BrokenLink:
        cell = self._cell(number)
        return BrokenLink(cell, tno, is_missing=True, replica=number)

    def _holds(self, act: Any, before: Any) -> bool:
        number, hlc, wall, *texts, undoes, version, first, ops, prev, chain, sign = act
        replica, tno = number >> 32, number & canon.COUNT
        rid = self.rids[replica]
        leaves = self._leaves(first, ops)
        if len(leaves) != 32 * ops:
            return False
        if (tno == 1 and prev != rid) or (before is not None and before[11] != prev):
            return False
        named = b"-"
        if undoes is not None:
            named = canon.global_name(self.rids[undoes >> 32], undoes & canon.COUNT)
        header = canon.header_of(
            *(tno, hlc, wall, version, first & canon.COUNT, ops, texts, named)
        )
        if canon.chained(prev, header, [leaves]) != chain:
            return False
        key = bytes(self.replicas[replica][1] or b"")
        return is_signed(key, canon.act_message(rid, tno, chain), bytes(sign or b""))

    def _leaves(self, first: int, ops: int) -> bytes:
        """Return the hashes of an act's operations, fewer where some are missing."""
        found = bytearray()
        end = first + ops
        while self.op is not None and self.op[0] < first:
            self.op = next(self.ops, None)
        while self.stub is not None and self.stub[0] < first:
            self.stub = next(self.stubs, None)
        for op in range(first, end):
            if self.op is not None and self.op[0] == op:
                found += self._leaf(self.op)
                self.op = next(self.ops, None)
                if self.stub is not None and self.stub[0] == op:
                    self.stub = next(self.stubs, None)
            elif self.stub is not None and self.stub[0] == op:
                found += self.stub[1]
                self.stub = next(self.stubs, None)
            else:
                break
        return bytes(found)

    def _leaf(self, row: Any) -> bytes:
        """Return the hash of an operation; of a meaningless one, none that fits."""
        try:
            return self.leaves.leaf(row)
        except (KeyError, TypeError):
            return bytes(32)

    def _cell(self, number: int) -> str:
        rid, _, name, _ = self.replicas[number]
        try:
            said = json.loads(name or "{}")
        except ValueError:
            said = {}
        return next((text for text in said.values() if text), bytes(rid).hex()[:8])
