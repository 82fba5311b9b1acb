"""Four cells that edit, delete, restore, exchange in every way, crash and come back."""

from __future__ import annotations

import os
import random
import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from sqlalchemy.exc import IntegrityError

from sportsec.domain.errors import SportsecError
from sportsec.services.history import undo_act
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.journal.verify import verify_chain
from sportsec.store.workspace import DATABASE, Workspace
from tests.convergence import records
from tests.convergence.carrying import RECEIVED, Parcel, put_in
from tests.convergence.cells import Cell, Ledger
from tests.convergence.journal import Key

CELLS = 4
SKEWS = [
    timedelta(0),
    timedelta(seconds=-1000),
    timedelta(days=365 * 95),
    timedelta(milliseconds=5),
]
STATISTICS: Counter[str] = Counter()
_SHM = Path("/dev/shm")  # noqa: S108 - in memory where there is such a place
_FAST = _SHM if _SHM.is_dir() and os.access(_SHM, os.W_OK) else None

cell = st.integers(0, CELLS - 1)
index = st.integers(0, 15)
number = st.integers(0, 19)
table = st.sampled_from(records.TABLES)


def new_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="sportsec-", dir=_FAST))


_TEMPLATE: list[Path] = []


def template() -> Path:
    """Return an empty database, made once for each process."""
    if not _TEMPLATE:
        folder = new_folder()
        Workspace.open(folder, create=True).close()
        _TEMPLATE.append(folder / DATABASE)
    return _TEMPLATE[0]


class Crash(Exception):
    """The power goes in the middle of an import."""


class Cells(RuleBasedStateMachine):
    """What cells can do to each other, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = new_folder()
        self.ledger = Ledger()
        self.cells: list[Cell] = []
        self.parcels: list[Parcel] = []
        self.backups: dict[int, Path] = {}
        self.forms: list[tuple[int, int, str, bytes, int, frozenset[Key]]] = []
        self.made = 0

    @initialize(skews=st.permutations(SKEWS))
    def found(self, skews: list[timedelta]) -> None:
        for place, skew in enumerate(skews):
            folder = self.folder / str(place)
            folder.mkdir()
            shutil.copyfile(template(), folder / DATABASE)
            self.cells.append(Cell(folder, self.ledger, skew))
        for name in records.TABLES:
            self._insert(self.cells[0], name, 1)
        self._send(self.cells[0], self.cells[1:])

    def _row(self) -> bytes:
        self.made += 1
        return UUID(int=(0x0190 << 112) | (7 << 76) | (2 << 62) | self.made).bytes

    def _insert(self, where: Cell, name: str, n: int) -> None:
        natural = name in {"list_item", "fixture_phase"}
        row = records.natural(name, n) if natural else self._row()
        if where.ask(f"SELECT 1 FROM {name} WHERE id = ?", row):
            return
        values: dict[str, Any] = {
            column: records.value_for(column, n + place)
            for place, column in enumerate(records.PLAIN[name])
        }
        for (of, column), target in records.REFERENCES.items():
            if of == name:
                values[column] = where.pick(target, n)
        if name == "fixture":
            values |= records.kick_off(n)
        with where.acting() as work:
            records.plain_insert(work, name, {"id": row, **values})
        where.check()

    # -- edits

    @rule(c=cell, name=table, n=number)
    def insert(self, c: int, name: str, n: int) -> None:
        self._insert(self.cells[c], name, n)

    @rule(
        c=cell,
        name=table,
        i=index,
        n=number,
        m=number,
        way=st.integers(0, 3),
        twice=st.booleans(),
    )
    def change(
        self, c: int, name: str, i: int, n: int, m: int, way: int, *, twice: bool
    ) -> None:
        where = self.cells[c]
        if (row := where.pick(name, i)) is None:
            return
        columns = records.PLAIN[name]
        column = columns[m % len(columns)]
        values = {column: records.value_for(column, n)}
        if name == "fixture" and m % 4 == 3:
            values = records.kick_off(n)
        with where.acting() as work:
            records.WAYS[way](work, name, row, values)
            if twice:
                records.plain_update(
                    work, name, row, {columns[0]: records.value_for(columns[0], m)}
                )
        where.check()

    @rule(c=cell, i=index, j=index, of=st.sampled_from([*records.REFERENCES]))
    def refer(self, c: int, i: int, j: int, of: tuple[str, str]) -> None:
        where = self.cells[c]
        if row := where.pick(of[0], i):
            target = where.pick(records.REFERENCES[of], j) if j % 5 else None
            with where.acting() as work:
                records.plain_update(work, of[0], row, {of[1]: target})
            where.check()

    @rule(c=cell, name=table, i=index, back=st.booleans())
    def delete_or_restore(self, c: int, name: str, i: int, *, back: bool) -> None:
        where = self.cells[c]
        if row := where.pick(name, i, live=not back):
            moment = None if back else "2026-12-01T10:00:00.000000Z"
            with where.acting() as work:
                records.plain_update(work, name, row, {"deleted_at": moment})
            where.check()

    @rule(
        c=cell,
        name=st.sampled_from(["club", "contact"]),
        i=index,
        j=index,
        s=st.booleans(),
    )
    def pair(self, c: int, name: str, i: int, j: int, *, s: bool) -> None:
        where = self.cells[c]
        one, two = where.pick(name, i), where.pick(name, j)
        if one is None or two is None or one == two:
            return
        verdict = "same" if s else "different"
        first, second = sorted((one, two))
        with where.acting() as work:
            from sportsec.domain.identity import natural_id

            key = natural_id("twin", str(UUID(bytes=first)), str(UUID(bytes=second)))
            found = where.ask("SELECT deleted_at FROM twin WHERE id = ?", key.bytes)
            if not found:
                records.plain_insert(
                    work,
                    "twin",
                    {
                        "id": key.bytes,
                        "tbl": name,
                        "first_id": first,
                        "second_id": second,
                        "verdict": verdict,
                    },
                )
            elif found[0][0] is None:
                records.plain_update(work, "twin", key.bytes, {"verdict": verdict})
        STATISTICS["twins"] += 1
        where.check()

    @rule(c=cell, i=index)
    def undo(self, c: int, i: int) -> None:
        where = self.cells[c]
        acts = [
            act
            for (act,) in where.ask(
                "SELECT act FROM journal_act WHERE act >> 32 = (SELECT self"
                " FROM journal_state) ORDER BY act DESC"
            )
        ]
        if not acts:
            return
        act = acts[i % len(acts)]
        before = where.known()
        try:
            with where.workspace.writing() as work:
                undo_act(work, act)
                work.commit("Undone", undoes=act)
        except SportsecError:
            STATISTICS["undo refused"] += 1
        except IntegrityError:
            # Known: it deletes again what was deleted since, and the triggers refuse.
            STATISTICS["undo failed"] += 1
        else:
            STATISTICS["undone"] += 1
        where.note(before, {})
        where.check()

    # -- forms

    @rule(c=cell, i=index, name=st.sampled_from(["club", "fixture", "estimate"]))
    def open_form(self, c: int, i: int, name: str) -> None:
        where = self.cells[c]
        if row := where.pick(name, i):
            with where.workspace.reading() as work:
                position = work.position
            self.forms.append(
                (c, where.incarnation, name, row, position, where.known())
            )

    @rule(j=index, n=number)
    def save_form(self, j: int, n: int) -> None:
        if not self.forms:
            return
        c, incarnation, name, row, position, knew = self.forms.pop(j % len(self.forms))
        where = self.cells[c]
        if incarnation != where.incarnation or row not in where.rows(name):
            return
        column = records.PLAIN[name][0]
        with where.acting(opened={row: knew}) as work:
            work.saw(UUID(bytes=row), position)
            records.session_update(
                work, name, row, {column: records.value_for(column, n)}
            )
        STATISTICS["forms"] += 1
        where.check()

    # -- exchange

    def _send(self, sender: Cell, receivers: list[Cell], wanted: str = "true") -> None:
        parcel = Parcel(sender.eye, wanted)
        self.parcels.append(parcel)
        for each in receivers:
            self._take(each, parcel)

    def _take(self, receiver: Cell, parcel: Parcel) -> None:
        with receiver.workspace.writing() as work:
            if put_in(work, parcel):
                work.commit(RECEIVED, detail={})
        STATISTICS["imports"] += 1
        state = receiver.check()
        STATISTICS["with conflicts"] += bool(state.conflicts)
        STATISTICS["with masks"] += bool(state.masked)
        STATISTICS["with twins"] += bool(state.elders)
        STATISTICS["with gaps"] += bool(receiver.ask("SELECT 1 FROM journal_missing"))
        with receiver.workspace.writing() as work:
            assert put_in(work, parcel) is None, "the same again is news"

    @rule(a=cell, b=cell)
    def everything(self, a: int, b: int) -> None:
        if a != b:
            self._send(self.cells[a], [self.cells[b]])

    @rule(a=cell, b=cell, seed=st.integers(0, 10**6), share=st.sampled_from([2, 5, 8]))
    def some_records(self, a: int, b: int, seed: int, share: int) -> None:
        if a == b:
            return
        chance = random.Random(seed)
        rows = self.cells[a].ask("SELECT DISTINCT hex(row) FROM journal_op ORDER BY 1")
        taken = ", ".join(f"x'{r}'" for (r,) in rows if chance.random() * 10 < share)
        self._send(self.cells[a], [self.cells[b]], f"row IN ({taken})")

    @rule(a=cell, b=cell, seed=st.integers(0, 10**6), share=st.sampled_from([3, 6, 9]))
    def any_operations(self, a: int, b: int, seed: int, share: int) -> None:
        if a == b:
            return
        chance = random.Random(seed)
        ops = self.cells[a].ask("SELECT op FROM journal_op ORDER BY op")
        taken = ", ".join(str(op) for (op,) in ops if chance.random() * 10 < share)
        self._send(self.cells[a], [self.cells[b]], f"op IN ({taken})")

    @rule(b=cell, i=st.integers(0, 99))
    def old_file(self, b: int, i: int) -> None:
        if self.parcels:
            self._take(self.cells[b], self.parcels[i % len(self.parcels)])

    @rule(a=cell, b=cell)
    def crash(self, a: int, b: int) -> None:
        if a == b:
            return
        receiver = self.cells[b]
        before = self._content(receiver)
        try:
            with receiver.workspace.writing() as work:
                put_in(work, Parcel(self.cells[a].eye))
                raise Crash  # noqa: TRY301 - the block is what it interrupts
        except Crash:
            STATISTICS["crashes"] += 1
        assert self._content(receiver) == before

    def _content(self, where: Cell) -> list[Any]:
        state = where.check()
        return [state.rows, state.heads, where.known()]

    @rule(c=cell)
    def back_up(self, c: int) -> None:
        target = self.folder / f"backup-{c}-{self.ledger.ticks}"
        self.backups[c] = self.cells[c].copied_to(target)

    @rule(c=cell)
    def bring_back(self, c: int) -> None:
        if c in self.backups:
            self.parcels.append(Parcel(self.cells[c].eye))
            self.cells[c].put_back(self.backups[c])
            STATISTICS["brought back"] += 1
            self.cells[c].check()

    # -- in the end all are the same

    def teardown(self) -> None:
        try:
            if len(self.cells) == CELLS:
                self._converge()
        finally:
            for each in self.cells:
                each.close()
            shutil.rmtree(self.folder, ignore_errors=True)

    def _converge(self) -> None:
        STATISTICS["runs"] += 1
        first, *others = self.cells
        for parcel in self.parcels:
            self._take(first, parcel)
        for each in others:
            self._send(each, [first])
        self._send(first, others)
        wanted = first.check()
        for each in others:
            found = each.check()
            assert each.known() == first.known()
            assert found.rows == wanted.rows
            assert found.heads == wanted.heads
            assert found.conflicts == wanted.conflicts
            assert state_fingerprint(each.eye) == state_fingerprint(first.eye)
        assert (broken := verify_chain(first.eye)) == [], broken
        self._nothing_lost(wanted.heads, wanted.elders)

    def _nothing_lost(self, heads: Any, elders: dict[bytes, bytes]) -> None:
        """An edit that nobody wrote over knowing it is still a head."""
        of_register: dict[Any, list[Key]] = {}
        for key, (row, col) in self.ledger.place.items():
            of_register.setdefault((elders.get(row, row), col), []).append(key)
        known = self.cells[0].known()
        for register, keys in of_register.items():
            for key in keys:
                over = any(key in self.ledger.knew[other] for other in keys)
                if key in known and not over:
                    assert key in heads.get(register, ()), "an edit was lost"
