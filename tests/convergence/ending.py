"""The end of every run: after a full exchange all cells are the same."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize

from sportsec.store.journal.agreement import departures
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.journal.verify import verify_chain
from tests.convergence.carrying import Parcel
from tests.convergence.cells import Cell
from tests.convergence.exchanging import Exchanging
from tests.convergence.ledger import STATISTICS
from tests.convergence.machine import index

#: What only cells of one version hold in common.
_SHOWN = ("rows", "heads", "winners", "conflicts", "revived", "masked")
#: One change each that must not go unseen.
_TAMPERING = {
    "a value": "UPDATE journal_op SET val = 'forged' WHERE op = {op} AND kind <> 'P'",
    "a place": "UPDATE journal_op SET row = zeroblob(16) WHERE op = {op}",
    "a base": "UPDATE journal_op SET base = {op} WHERE op = {op}",
    "a time": "UPDATE journal_act SET hlc = hlc + 1 WHERE act = {act}",
    "a count": "UPDATE journal_act SET ops = ops - 1 WHERE act = {act}",
    "an author": "UPDATE journal_act SET actor = 'nobody else' WHERE act = {act}",
    "a gap": "DELETE FROM journal_op WHERE op = {op}",
    "an order": "UPDATE journal_act SET first = first + 1 WHERE act = {act}",
}


class Cells(Exchanging):
    """The whole machine."""

    tampering: tuple[int, str] | None = None
    upgrades = False

    @initialize(
        i=index,
        what=st.sampled_from([None, None, None, *_TAMPERING]),
        upgrade=st.integers(0, 7),
    )
    def will_end(self, i: int, what: str | None, upgrade: int) -> None:
        """Choose what is done in the end besides.

        Args:
            what: A change of the past that must be seen.
            upgrade: 0 to bring all cells to one version.
        """
        self.tampering = (i, what) if what else None
        self.upgrades = upgrade == 0

    def end(self) -> None:
        first, *others = self.cells
        for each in self.cells:
            if self.upgrades and not each.is_newer:
                self.upgraded(each)
        for parcel in self.parcels:
            if parcel.keys - first.known:
                self.take(first, parcel)
        self._exchange_all()
        assert first.known == self.ledger.knew.keys(), "an operation was lost"
        assert all(each.known == first.known for each in others)
        if any(each.state.ops != first.state.ops for each in others):
            # What went as one with an erased record comes with the next file, once a
            # later decision has taken the two apart.
            STATISTICS["values that came with the next file"] += 1
            self._exchange_all()
        for one, other in combinations(self.cells, 2):
            self._assert_same(one, other)
        for each in self.cells:
            self.find_nothing_erased(each)
            with each.workspace.writing() as work:
                assert departures(work.connection) == []
        self._verify(first)

    def _exchange_all(self) -> None:
        """Hand everything to the first cell, and from there to all."""
        first, *others = self.cells
        for each in others:
            self.take(first, Parcel(each.eye))
        everything = Parcel(first.eye)
        for each in others:
            self.take(each, everything)

    def _assert_same(self, one: Cell, other: Cell) -> None:
        is_one_version = one.is_newer is other.is_newer
        assert one.state.ops == other.state.ops
        for name in ("elders", "missing", *(_SHOWN if is_one_version else ())):
            wanted, found = getattr(one.state, name), getattr(other.state, name)
            assert found == wanted, name
        assert state_fingerprint(other.eye) == state_fingerprint(one.eye)

    def _verify(self, where: Cell) -> None:
        if self.tampering is None:
            return
        assert verify_chain(where.eye) == []
        i, what = self.tampering
        ops = where.ask("SELECT op, act FROM journal_op WHERE digest IS NULL")
        op, act = ops[i * 7 % len(ops)]
        with where.workspace.writing() as work:
            connection: Any = work.connection
            changed = connection.execute(_TAMPERING[what].format(op=op, act=act))
            if changed.rowcount:
                assert verify_chain(connection), f"{what} was changed unseen"
                STATISTICS[f"tampering seen: {what}"] += 1
            work.session.rollback()
        STATISTICS["chains verified"] += 1
