"""Proves the operations of a file and hands them on, in one pass.

Every act must hash to what its author signed. Each signature is looked at, also where
the next act vouches for it: for it may have to vouch alone in a file that we send on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason
from sportsec.domain.words import Words
from sportsec.queries.peers import words_of_name
from sportsec.store.journal import canon
from sportsec.store.journal.clock import END
from sportsec.store.journal.identity import is_signed
from sportsec.store.journal.leaves import Leaves
from sportsec.sync.manifest import Manifest
from sportsec.sync.untrusted import Checked

_ACTS = """SELECT act, hlc, wall, actor, title, detail, undoes, version, first, ops,
 prev, chain, signature FROM act ORDER BY act"""
_OPS = """SELECT op, act, kind, tbl, row, col, val, base, salt, digest
 FROM op ORDER BY op"""

#: Takes a row of a table of the file.
Take = Callable[[str, tuple[Any, ...]], None]


class Verifier:
    """Checks the acts of one payload.

    Args:
        replicas: Number in the file → name of the replica and key of its cell.
        left_out: Tables whose operations are handed on as hashes only.
        take: Gets "act", "op" and "stub" rows, with the numbers of the file.
        is_vouched: Says of an act whether its signature was proved before.
    """

    def __init__(
        self,
        content: Checked,
        replicas: Mapping[int, tuple[bytes, bytes, str]],
        left_out: Collection[str],
        take: Take,
        is_vouched: Callable[[tuple[Any, ...]], bool],
    ) -> None:
        self.counts: Counter[str] = Counter()
        self._replicas = replicas
        self._left_out = left_out
        self._take = take
        self._is_vouched = is_vouched
        self._acts = content.ask(_ACTS)
        self._ops = content.ask(_OPS)
        self._stubs = content.ask("SELECT op, leaf FROM stub ORDER BY op")
        preds = content.ask("SELECT op, pred, rel FROM pred ORDER BY op, pred, rel")
        rids = {number: each[0] for number, each in replicas.items()}
        self._leaves = Leaves(rids, preds)
        self._op = next(self._ops, None)
        self._stub = next(self._stubs, None)

    def run(self, manifest: Manifest) -> None:
        """Check everything.

        Raises:
            BadFile: An act is not what its author signed, or dated outside any
                calendar; or the file does not hold what its cover sheet says.
        """
        last: tuple[Any, ...] | None = None
        try:
            for act in self._acts:
                if last is not None and act[0] >> 32 == last[0] >> 32:
                    self._check_order(last, act)
                follows = last is not None and act[0] == last[0] + 1
                self._check(act, last if follows else None)
                last = act
        except KeyError:  # a replica that the file does not name
            raise BadFile(ExchangeReason.BAD_COUNTS) from None
        strays = self._op is not None or self._stub is not None
        if strays or dict(self.counts) != dict(manifest.counts):
            raise BadFile(ExchangeReason.BAD_COUNTS)

    def _check(self, act: tuple[Any, ...], before: tuple[Any, ...] | None) -> None:
        number, hlc, wall, *texts, undoes, version, first, ops, prev, chain, _ = act
        replica, tno = number >> 32, number & canon.COUNT
        rid, _, _ = self._replicas[replica]
        if not 0 <= hlc < END:
            raise BadFile(ExchangeReason.BAD_CLOCK, cell=self._cell(number))
        expected = before[11] if before is not None else rid if tno == 1 else prev
        if prev != expected or first >> 32 != replica:
            raise self._broken(number)
        leaves = b"".join(self._leaves_of(number, first, ops))
        named = b"-"
        if undoes is not None:
            named = canon.global_name(
                self._replicas[undoes >> 32][0], undoes & canon.COUNT
            )
        header = canon.header_of(
            *(tno, hlc, wall, version, first & canon.COUNT, ops, texts, named)
        )
        if canon.chained(prev, header, [leaves]) != chain:
            raise self._broken(number)
        if not self._is_vouched(act):
            self._check_signature(act)
        self._take("act", act)

    def _check_order(self, before: tuple[Any, ...], act: tuple[Any, ...]) -> None:
        """Refuse a replica whose clock or count goes backwards."""
        if act[1] <= before[1]:
            raise BadFile(ExchangeReason.BAD_CLOCK, cell=self._cell(act[0]))
        if act[8] < before[8] + before[9]:
            raise self._broken(act[0])

    def _leaves_of(self, act: int, first: int, ops: int) -> Iterator[bytes]:
        """Yield the hash of each operation of an act, present or not."""
        for op in range(first, first + ops):
            if self._op is not None and self._op[0] == op:
                row = self._op
                if row[1] != act:
                    raise self._broken(act)
                leaf = self._leaves.leaf((row[0], *row[2:]))
                self.counts[row[3]] += 1
                if row[3] in self._left_out:
                    self._take("stub", (op, leaf))
                    self._take("left", row)
                else:
                    self._take("op", row)
                self._op = next(self._ops, None)
            elif self._stub is not None and self._stub[0] == op:
                leaf = self._stub[1]
                self._take("stub", self._stub)
                self._stub = next(self._stubs, None)
            else:
                raise self._broken(act)
            yield leaf

    def _check_signature(self, act: tuple[Any, ...]) -> None:
        rid, key, _ = self._replicas[act[0] >> 32]
        message = canon.act_message(rid, act[0] & canon.COUNT, act[11])
        if not is_signed(key, message, act[12] or b""):
            raise self._broken(act[0])

    def _broken(self, act: int) -> BadFile:
        return BadFile(
            ExchangeReason.BROKEN_CHAIN,
            cell=self._cell(act),
            act=act & canon.COUNT,
        )

    def _cell(self, act: int) -> Words:
        return words_of_name(self._replicas[act >> 32][2])
