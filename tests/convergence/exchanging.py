"""What cells hand each other, and what can go wrong on the way."""

from __future__ import annotations

import os
import random
import signal
import traceback
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from hypothesis import strategies as st
from hypothesis.stateful import rule

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason
from sportsec.store.workspace import Workspace
from tests.convergence import records, versions
from tests.convergence.carrying import RECEIVED, Parcel, put_in
from tests.convergence.cells import TITLE, Cell
from tests.convergence.editing import Editing
from tests.convergence.holding import found_heads, found_rows
from tests.convergence.journal import numbering
from tests.convergence.ledger import STATISTICS
from tests.convergence.machine import CELLS, cell, index, seeds, steps

#: Statements of SQLite's machine between two looks of what interrupts it.
_BEAT = 100


class Crash(Exception):
    """The power goes in the middle of an import."""


class Exchanging(Editing):
    """Acts between cells."""

    def other(self, a: int, step: int) -> Cell:
        return self.cells[(a + step) % CELLS]

    @rule(a=cell, step=steps)
    def everything(self, a: int, step: int) -> None:
        self.send(self.cells[a], [self.other(a, step)])

    @rule(a=cell, step=steps, personal=st.booleans())
    def everything_but_persons(self, a: int, step: int, *, personal: bool) -> None:
        self.send(self.cells[a], [self.other(a, step)], with_personal=personal)

    @rule(a=cell, seed=seeds, share=st.sampled_from([2, 5, 8]), personal=st.booleans())
    def some_records(self, a: int, seed: int, share: int, *, personal: bool) -> None:
        chance = random.Random(seed)
        rows = self.cells[a].ask("SELECT DISTINCT hex(row) FROM journal_op ORDER BY 1")
        taken = ", ".join(f"x'{r}'" for (r,) in rows if chance.random() * 10 < share)
        to = self.other(a, chance.randrange(1, CELLS))
        wanted = f"row IN ({taken})"
        self.send(self.cells[a], [to], wanted, with_personal=personal)

    @rule(a=cell, seed=seeds, share=st.sampled_from([3, 6, 9]))
    def any_operations(self, a: int, seed: int, share: int) -> None:
        chance = random.Random(seed)
        ops = self.cells[a].ask("SELECT op FROM journal_op ORDER BY op")
        taken = ", ".join(str(op) for (op,) in ops if chance.random() * 10 < share)
        to = self.other(a, chance.randrange(1, CELLS))
        self.send(self.cells[a], [to], f"op IN ({taken})")

    @rule(b=cell, i=st.integers(0, 99))
    def old_file(self, b: int, i: int) -> None:
        if self.parcels:
            receiver, parcel = self.cells[b], self.parcels[i % len(self.parcels)]
            self.take(receiver, parcel)
            held = {self.ledger.secrets.get(key) for key in parcel.keys} - {None}
            purged = {op.row for op in receiver.state.ops.values() if op.kind == "P"}
            if purged & {secret[0] for secret in held if secret}:
                STATISTICS["old files with what was purged"] += 1
                self.find_nothing_erased(receiver)

    @rule(b=cell, seed=seeds)
    def any_order(self, b: int, seed: int) -> None:
        """Whatever the order of some files, the cell shows the same."""
        chance = random.Random(seed)
        receiver = self.cells[b]
        fresh = [each for each in self.parcels if each.keys - receiver.known]
        chosen = chance.sample(fresh, min(3, len(fresh)))
        if len(chosen) < 2:
            return
        found = []
        for _ in range(2):
            with receiver.workspace.writing() as work:
                for parcel in chosen:
                    if put_in(work, parcel):
                        work.seal(RECEIVED, detail={})
                connection = work.connection
                found.append(
                    [
                        found_rows(connection),
                        *found_heads(connection, numbering(connection)),
                    ]
                )
                work.session.rollback()
            chosen.reverse()
        assert found[0] == found[1]
        STATISTICS["orders compared"] += 1

    # -- what goes wrong

    @rule(a=cell, step=steps, beats=st.integers(0, 120))
    def crash(self, a: int, step: int, beats: int) -> None:
        """Something fails in the middle of an import: nothing of it remains."""
        receiver = self.other(a, step)
        before = self.content(receiver)
        parcel = Parcel(self.cells[a].eye)
        left = iter(range(beats))
        rid = receiver.workspace.identity.rid
        try:
            with receiver.workspace.writing() as work:
                connection = work.connection
                connection.set_progress_handler(
                    lambda: int(next(left, None) is None), _BEAT
                )
                try:
                    put_in(work, parcel)
                    raise Crash
                finally:
                    connection.set_progress_handler(None, 0)
        except Crash:
            STATISTICS["crashes after the merge"] += 1
        except driver.OperationalError:
            STATISTICS["crashes within the merge"] += 1
        assert receiver.workspace.identity.rid == rid
        assert self.content(receiver) == before

    @rule(a=cell, step=steps, beats=st.integers(0, 200), odds=st.integers(0, 3))
    def kill(self, a: int, step: int, beats: int, odds: int) -> None:
        """The program is killed in an import: the state before or the one after."""
        if odds:
            return
        receiver = self.other(a, step)
        before = self.content(receiver)
        parcel = Parcel(self.cells[a].eye)
        receiver.close()
        child = os.fork()
        if child == 0:
            _take_and_die(receiver, parcel, beats)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child failed"
        receiver.reopen()
        ((count,),) = receiver.ask("SELECT count(*) FROM journal_op")
        # Without a new operation, values may have come that were withheld before.
        if count == len(receiver.known) and self.content(receiver) == before:
            STATISTICS["killed, as before"] += 1
            return
        receiver.known |= parcel.keys
        receiver.check()
        STATISTICS["killed, as after"] += 1

    @rule(a=cell, step=steps, i=index)
    def cloned(self, a: int, step: int, i: int) -> None:
        """A copy that goes on under the same name is refused by who knows the other."""
        sender, receiver = self.cells[a], self.other(a, step)
        twins = [self._fork_of(sender, i, text) for text in ("one", "other")]
        if twins[0] is None or twins[1] is None:
            return
        before = self.content(receiver)
        with receiver.workspace.writing() as work:
            if put_in(work, twins[i % 2]):
                work.seal(RECEIVED, detail={})
            with pytest.raises(BadFile) as refused:
                put_in(work, twins[1 - i % 2])
            assert refused.value.reason is ExchangeReason.EQUIVOCATION
            work.session.rollback()
        assert self.content(receiver) == before
        STATISTICS["clones refused"] += 1

    def _fork_of(self, sender: Cell, i: int, text: str) -> Any:
        """A parcel with an act that the cell has not really done."""
        row = sender.pick("venue", i)
        if row is None:
            return None
        with sender.workspace.writing() as work:
            records.plain_update(work, "venue", row, {"owner": text})
            work.seal(TITLE)
            parcel = Parcel(work.connection)
            work.session.rollback()
        return parcel

    # -- old states

    @rule(c=cell)
    def back_up(self, c: int) -> None:
        path = self.folder / f"backup-{c}-{self.ledger.ticks}"
        self.backups[c] = self.cells[c].saved(path)

    @rule(c=cell, whole=st.booleans(), odds=st.integers(0, 2))
    def bring_back(self, c: int, odds: int, *, whole: bool) -> None:
        """Bring back a backup; what was done since comes back with a file.

        Args:
            whole: The folder with the keys is put back too, so that the cell cannot
                know that others have seen more of it.
        """
        where = self.cells[c]
        if c not in self.backups or odds:
            return
        saved = self.backups[c]
        lost = Parcel(where.eye)
        self.parcels.append(lost)
        rid, known = where.workspace.identity.rid, frozenset(where.known)
        if rid != saved.rid:
            whole = False  # what it did under that name is not here: it were a clone
        where.put_back(saved, with_mark=whole)
        where.check()
        took_new = where.workspace.identity.rid != rid
        if whole:
            assert not took_new
            self.take(where, lost)
            assert known <= where.known
            STATISTICS["stepped aside"] += where.workspace.identity.rid != rid
        STATISTICS["brought back"] += 1
        STATISTICS["took a new name"] += took_new

    @rule(c=cell, odds=st.integers(0, 5))
    def upgrade(self, c: int, odds: int) -> None:
        where = self.cells[c]
        if not where.is_newer and not odds:
            self.upgraded(where)

    def upgraded(self, where: Cell) -> None:
        """Bring a cell to the version to come: it shows what it kept of it."""
        STATISTICS["upgrades"] += 1
        STATISTICS["upgrades that show what was kept"] += any(
            op.tbl == "chant" or op.col == versions.COLUMN
            for op in where.state.ops.values()
        )
        with where.workspace.writing() as work:
            versions.upgrade(work.connection)
            work.commit("Workspace upgraded")
        where.is_newer = True
        where.check()


def _take_and_die(receiver: Cell, parcel: Parcel, beats: int) -> None:
    """Open the workspace in a child, import, and be killed on the way or after."""
    try:
        left = iter(range(beats))
        workspace = Workspace.open(receiver.folder, clock=receiver._now)
        with workspace.writing() as work:
            work.connection.set_progress_handler(
                lambda: (
                    next(left, None) is None and os.kill(os.getpid(), signal.SIGKILL)
                ),
                _BEAT,
            )
            if put_in(work, parcel):
                work.commit(RECEIVED, detail={})
        os.kill(os.getpid(), signal.SIGKILL)
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(1)
