"""The machine: four cells that do everything to each other, in any order."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Set as AbstractSet
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize

from tests.convergence import records, versions
from tests.convergence.carrying import RECEIVED, Parcel, put_in
from tests.convergence.cells import Cell, Saved, borrowed, given_back, new_folder
from tests.convergence.journal import Key, forget
from tests.convergence.ledger import STATISTICS, Ledger

CELLS = 4
SKEWS = [
    timedelta(0),
    timedelta(seconds=-1000),
    timedelta(days=365 * 95),
    timedelta(milliseconds=5),
]
#: Which cells run the version to come; mostly some do and some do not.
VERSIONS = [
    (False, False, True, False),
    (False, True, True, False),
    (True, False, False, True),
    (False, False, False, False),
]

#: Tables that a run plays with: few, so that the cells meet each other.
PLAYED = [
    ("club", "contact"),
    ("contact", "fixture"),
    ("club", "fixture", "estimate"),
    ("list_item", "fixture_phase", "contact"),
    ("contact", "list_item"),
    ("club", "contact", "venue"),
    tuple(records.CLASSES),
]

cell = st.integers(0, CELLS - 1)
#: From one cell to another.
steps = st.integers(1, CELLS - 1)
index = st.integers(0, 15)
number = st.integers(0, 19)
seeds = st.integers(0, 10**6)
#: Place among the tables that are played with.
table = st.integers(0, 11)


@dataclass(frozen=True, slots=True)
class Form:
    """A form that was opened, and waits to be saved."""

    cell: int
    incarnation: int
    table: str
    row: bytes
    position: int
    knew: AbstractSet[Key]


class Machine(RuleBasedStateMachine):
    """The cells of one run, and what lies about between them."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger = Ledger()
        self.cells: list[Cell] = []
        self.parcels: list[Parcel] = []
        self.backups: dict[int, Saved] = {}
        self.forms: list[Form] = []
        self.made = 0
        self.played: tuple[str, ...] = ()
        self.is_whole = True
        self.folder = new_folder()
        self.held = ExitStack()  # Hypothesis may end before anything is founded

    @initialize(
        skews=st.permutations(SKEWS),
        newer=st.sampled_from(VERSIONS),
        seed=seeds,
        played=st.sampled_from(PLAYED),
    )
    def found(
        self,
        skews: list[timedelta],
        newer: tuple[bool, ...],
        seed: int,
        played: tuple[str, ...],
    ) -> None:
        forget()
        self.played = played
        chance = random.Random(seed)
        # Names of replicas decide which of two values is shown.
        self.held.enter_context(patch.object(os, "urandom", chance.randbytes))
        for skew, is_newer in zip(skews, newer, strict=True):
            self.cells.append(borrowed(self.ledger, skew, is_newer=is_newer))
        first, *others = self.cells
        with first.acting() as work:
            for place, name in enumerate((*records.CLASSES, *played)):
                row = self.new_row(name, place // len(records.CLASSES))
                values = records.values_for(name, 1, row)
                records.plain_insert(work, name, {"id": row, **values})
        self.send(first, others)

    def new_row(self, name: str, n: int) -> bytes:
        if name in {"list_item", "fixture_phase"}:
            return records.natural(name, n)
        self.made += 1
        return UUID(int=(0x0190 << 112) | (7 << 76) | (2 << 62) | self.made).bytes

    # -- what rules share

    def table(self, place: int) -> str:
        return self.played[place % len(self.played)]

    def send(self, sender: Cell, receivers: list[Cell], *how: Any, **more: Any) -> None:
        parcel = Parcel(sender.eye, *how, **more)
        self.parcels.append(parcel)
        for each in receivers:
            self.take(each, parcel)

    def take(self, receiver: Cell, parcel: Parcel) -> None:
        """Let a cell take in a parcel, look at it, and offer the same again."""
        with receiver.workspace.writing() as work:
            merged = put_in(work, parcel)
            if merged:
                work.commit(RECEIVED, detail={})
                assert put_in(work, parcel) is None, "the same again is news"
            work.session.rollback()
        receiver.note({})
        receiver.known |= parcel.keys
        state = receiver.check()
        receiver.check_references()
        STATISTICS["imports"] += 1
        STATISTICS["imports of nothing new"] += merged is None
        STATISTICS["imports without personal values"] += not parcel.with_personal
        STATISTICS["with conflicts"] += bool(state.conflicts)
        STATISTICS["with revived records"] += bool(state.revived)
        STATISTICS["with masked references"] += bool(state.masked)
        STATISTICS["with twins"] += bool(state.elders)
        STATISTICS["with causal gaps"] += bool(state.missing)
        STATISTICS["with values withheld"] += any(
            op.digest is not None for op in state.ops.values()
        )
        STATISTICS["with what the version does not know"] += (
            any(
                op.tbl == "chant" or op.col == versions.COLUMN
                for op in state.ops.values()
            )
            and not receiver.is_newer
        )

    def content(self, where: Cell) -> list[Any]:
        """Return all that must not change where nothing was done."""
        where.check()
        return [where.state.rows, where.state.heads, frozenset(where.known)]

    def teardown(self) -> None:
        try:
            if len(self.cells) == CELLS and self.is_whole:
                self.is_whole = False
                self.end()
                self.is_whole = True
                STATISTICS["runs"] += 1
        finally:
            self.held.close()
            for each in self.cells:
                given_back(each, is_whole=self.is_whole)
            shutil.rmtree(self.folder, ignore_errors=True)

    def end(self) -> None:
        """Do what is done at the end of every run."""
