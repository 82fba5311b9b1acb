"""Cells that edit, delete and exchange at random come to the same record."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sportsec.domain.exchange import Scope, Sealing, SendWish
from sportsec.domain.identity import new_id
from sportsec.domain.words import Words
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from sportsec.sync.crypt import box_key
from sportsec.sync.export import send
from sportsec.sync.receive import receive
from tests.convergence.cells import Cell
from tests.convergence.ledger import Ledger
from tests.convergence.records import plain_insert, plain_update

COUNT = 4
SKEWS = (0, -1000, 5, 3_000_000_000)
CELLS = st.integers(0, COUNT - 1)
WHICH = st.integers(0, 7)
TEXT = st.sampled_from(["", "a", "b", "c"])
STEPS = st.one_of(
    st.tuples(st.just("add"), CELLS, WHICH, TEXT),
    st.tuples(st.just("set"), CELLS, WHICH, TEXT),
    st.tuples(st.just("bind"), CELLS, WHICH, WHICH),
    st.tuples(st.just("delete"), CELLS, WHICH, TEXT),
    st.tuples(st.just("restore"), CELLS, WHICH, TEXT),
    st.tuples(st.just("give"), CELLS, CELLS, st.booleans()),
)


@contextmanager
def four_cells() -> Iterator[list[Cell]]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger()
        cells = [Cell(Path(folder) / str(number)) for number in range(COUNT)]
        try:
            for cell, skew in zip(cells, SKEWS, strict=True):
                cell.begin(ledger, timedelta(seconds=skew))
            introduce(cells)
            for cell in cells:
                cell.check()
            yield cells
        finally:
            for cell in cells:
                cell.close()


def introduce(cells: Sequence[Cell]) -> None:
    for cell in cells:
        with cell.workspace.writing() as work:
            for other in cells:
                if other is not cell:
                    identity = other.workspace.identity
                    box = box_key(identity.folder).public
                    meet_cell(work, identity.cell_key, Words(fr="Cellule"), box)
                    trust_cell(work, identity.cell_key)
            work.commit("Cell trusted")


def give(one: Cell, other: Cell, *, personal: bool = True) -> None:
    path = one.folder / f"{len(list(one.folder.glob('*.ssx')))}.ssx"
    wish = SendWish(Scope(), sealing=Sealing.OPEN, with_personal=personal)
    with one.workspace.writing() as work:
        send(work, wish, path)
    with other.workspace.writing() as work:
        receive(work, [(path, "")])
    other.known |= one.known
    other.check()


def take(cells: Sequence[Cell], step: tuple[object, ...]) -> None:
    name, number, which, what = step
    cell = cells[number]
    if name == "give":
        if number != which:
            give(cell, cells[which], personal=bool(what))
        return
    table = "contact" if which % 2 else "club"
    with cell.acting() as work:
        change(work, cell, str(name), table, int(which), what)


def change(
    work: Work, cell: Cell, name: str, table: str, which: int, what: object
) -> None:
    kind, column = (Club, "code") if table == "club" else (Contact, "phone")
    row = cell.pick(table, which, live=name != "restore")
    if name == "add":
        plain_insert(work, table, {"id": new_id().bytes, column: what})
    elif row is None:
        return
    elif name == "set":
        plain_update(work, table, row, {column: what})
    elif name == "bind":
        contact, club = cell.pick("contact", which), cell.pick("club", int(what))
        if contact and club:
            plain_update(work, "contact", contact, {"club_id": club})
    elif name == "delete":
        work.delete(work.get(kind, UUID(bytes=row)))
    else:
        plain_update(work, table, row, {"deleted_at": None})


def converge(steps: list[tuple[object, ...]]) -> None:
    """Take the steps, exchange everything, and compare the cells with each other."""
    with four_cells() as cells:
        for step in steps:
            take(cells, step)
        for _ in range(2):
            for cell in cells[1:]:
                give(cell, cells[0])
        for cell in cells[1:]:
            give(cells[0], cell)
        states = [cell.check() for cell in cells]
        assert all(state.rows == states[0].rows for state in states)
        assert all(state.heads == states[0].heads for state in states)
        marks = {state_fingerprint(cell.eye) for cell in cells}
        assert len(marks) == 1


LISTS = st.lists(STEPS, min_size=4, max_size=14)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(steps=LISTS)
def test_after_everything_was_exchanged_all_are_the_same(
    steps: list[tuple[object, ...]],
) -> None:
    converge(steps)
