"""The journal and the exchange of files, each against a floor of the same run.

Floors (see `exchange_floors`): the session extension of SQLite and a bare upsert write
the same changes into the same tables, with their indexes, their triggers for names and
on the same disk as safely; they keep no history and see no conflict.
"""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sportsec.store.workspace import DATABASE
from tests.benchmarks import exchange_saving
from tests.benchmarks.exchange_cells import (
    Parted,
    copy_database,
    part,
    sealed,
    stock,
)
from tests.benchmarks.exchange_changes import PER_ACT
from tests.benchmarks.exchange_files import (
    file_for_receiver,
    sent,
    taken_in,
    vacuumed,
)
from tests.benchmarks.exchange_floors import apply_changeset, upsert_rows
from tests.benchmarks.exchange_merging import Merging, merged_apart
from tests.benchmarks.harness import Figure, in_turn

CHANGESET, UPSERT, SEALING, EXPONENT, EXPORT, UNDO = 1.5, 3.0, 0.5, 1.05, 2.0, 1.5
SMALL, MIDDLE = 10_000, 100_000
SIDES = ("merge", "changeset", "upsert")
#: Runs of the small size on either side of a large one.
_NEAR = 2


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure saving, then merging, sealing, sending and undoing in two sizes."""
    yield from exchange_saving.figures(folder, rounds)
    yield from of_sizes(folder, {SMALL: rounds, MIDDLE: 1})


def of_sizes(folder: Path, sizes: dict[int, int]) -> Iterator[Figure]:
    """Measure parted cells of each size so many times, and how the merge grows."""
    smallest: Sides | None = None
    for size, rounds in sizes.items():
        here = folder / f"{size}"
        held = stock(here / "base", size)
        smaller = {}
        if smallest is not None:
            few = part(here / "few", smallest.parted.size, held)
            smaller = {
                "in the same record": Sides(few, here / "merged"),
                "in a record that grew alike": smallest,
            }
        parted = part(here, size, held)
        sides = Sides(parted, here / "merged", smaller)
        smallest = smallest or sides
        yield from _merging(sides, rounds)
        yield _export(parted, here, rounds)
        yield _undo(parted, here, rounds)
        if size == max(sizes):
            yield from _growth(sides)


class Sides:
    """The merge and its floors over two cells that parted, each in seconds.

    Args:
        target: Where the copy lies that is written to.
        smaller: The same of fewer changes. They are measured just before and after: a
            machine is not as fast all the time, least of all one of many on a host.
    """

    def __init__(
        self, parted: Parted, target: Path, smaller: dict[str, Sides] | None = None
    ) -> None:
        self.parted = parted
        self.smaller = smaller or {}
        self.found: list[Merging] = []
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.near: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._target = target

    def timed(self, name: str) -> float:
        """Run "merge", "changeset" or "upsert"."""
        self._run_smaller(name)
        seconds = self.run(name)
        self._run_smaller(name)
        self.taken[name].append(seconds)
        return seconds

    def run(self, name: str) -> float:
        """Run it alone."""
        parted = self.parted
        if name == "merge":
            self.found.append(merged_apart(parted, self._target))
            return self.found[-1].seconds
        database = copy_database(parted.receiver, self._target) / DATABASE
        if name == "changeset":
            return apply_changeset(database, parted.changeset)
        return upsert_rows(database, parted.rows)

    def sealed(self, per_act: int) -> float:
        """Seal the changes in acts of so many."""
        return sealed(self.parted, self._target, per_act)

    def _run_smaller(self, name: str) -> None:
        for where, smaller in self.smaller.items():
            times = (smaller.run(name) for _ in range(_NEAR))
            self.near[where, name].extend(times)


def _merging(sides: Sides, rounds: int) -> list[Figure]:
    """Return the merge against both its floors, and sealing against the merge."""
    merges, changesets, upserts, seals, each = in_turn(
        rounds,
        *(partial(sides.timed, name) for name in SIDES),
        partial(sides.sealed, sides.parted.size),
        partial(sides.sealed, PER_ACT),
    )
    memory = max(sides.found, key=lambda each: each.most)
    note = f"peak {memory.most} MiB, {memory.before} before"
    size = f"{sides.parted.size:,}"
    return [
        Figure(f"merge of {size}", CHANGESET, merges, changesets, "÷ changeset apply"),
        Figure(f"merge of {size}", UPSERT, merges, upserts, f"÷ upsert; {note}"),
        Figure(f"sealing of {size}", SEALING, seals, merges, "one act ÷ the merge"),
        Figure(f"sealing of {size}", SEALING, each, merges, f"acts of {PER_ACT} ÷ it"),
    ]


def _export(parted: Parted, folder: Path, rounds: int) -> Figure:
    ours, floor = in_turn(
        rounds, lambda: sent(parted, folder), lambda: vacuumed(parted, folder)
    )
    note = "gathered, packed, signed, read back ÷ VACUUM INTO"
    return Figure(f"export with {parted.size:,} changes", EXPORT, ours, floor, note)


def _undo(parted: Parted, folder: Path, rounds: int) -> Figure:
    file = file_for_receiver(parted, folder)
    pairs = [taken_in(parted, file, folder / "taken") for _ in range(rounds)]
    imports, undos = zip(*pairs, strict=True)
    name = f"undo of {parted.size:,} imported"
    return Figure(name, UNDO, undos, imports, "÷ the import, with backup and proof")


def _growth(sides: Sides) -> Iterator[Figure]:
    """Yield how the merge stands to as many times each small one beside it.

    In the same record only the changes become more. Where the record grew alike, each
    probe of an index has a higher tree to go down, of the floors as well: n log n alone
    is an exponent of 1.09 from ten thousand to a million.
    """
    for where, smaller in sides.smaller.items():
        small, large = smaller.parted.size, sides.parted.size
        times = large / small
        exponents = {
            name: math.log(
                statistics.median(sides.taken[name])
                / statistics.median(sides.near[where, name]),
                times,
            )
            for name in SIDES
        }
        said = ", ".join(f"{name} {each:.3f}" for name, each in exponents.items())
        ours = tuple(sides.taken["merge"])
        floor = tuple(each * times for each in sides.near[where, "merge"])
        note = f"{where}; exponents: {said}; at most {EXPONENT}"
        yield Figure(
            *(f"growth {small:,} to {large:,}", times ** (EXPONENT - 1)),
            *(ours, floor, note),
        )
