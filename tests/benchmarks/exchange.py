"""The journal and the exchange of files, each against a floor of the same run.

Floors (see `exchange_floors`): the session extension of SQLite and a bare upsert write
the same changes into the same tables, with their indexes, their triggers for names and
on the same disk as safely; they keep no history and see no conflict.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from pathlib import Path

from sportsec.store.workspace import DATABASE
from tests.benchmarks import exchange_saving
from tests.benchmarks.exchange_cells import Parted, copy_database, part, sealed
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


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure saving, then merging, sealing, sending and undoing in two sizes."""
    yield from exchange_saving.figures(folder, rounds)
    yield from of_sizes(folder, {SMALL: rounds, MIDDLE: 1})


def of_sizes(folder: Path, sizes: dict[int, int]) -> Iterator[Figure]:
    """Measure parted cells of each size so many times, and how the merge grows."""
    merges: dict[int, dict[str, tuple[float, ...]]] = {}
    for size, rounds in sizes.items():
        parted = part(folder / f"{size}", size)
        merging, again, *others = _merging(parted, folder / f"{size}", rounds)
        merges[size] = {
            "merge": merging.ours,
            "changeset": merging.floor,
            "upsert": again.floor,
        }
        yield from (merging, again, *others)
        yield _export(parted, folder / f"{size}", rounds)
        yield _undo(parted, folder / f"{size}", rounds)
    yield _growth(merges)


def _merging(parted: Parted, folder: Path, rounds: int) -> list[Figure]:
    """Return the merge against both its floors, and sealing against the merge."""
    target = folder / "merged"
    found: list[Merging] = []

    def merge() -> float:
        found.append(merged_apart(parted, target))
        return found[-1].seconds

    def changeset() -> float:
        database = copy_database(parted.receiver, target) / DATABASE
        return apply_changeset(database, parted.changeset)

    def upsert() -> float:
        database = copy_database(parted.receiver, target) / DATABASE
        return upsert_rows(database, parted.rows)

    def seal() -> float:
        return sealed(parted, target, parted.size)

    def seal_each() -> float:
        return sealed(parted, target, PER_ACT)

    merges, changesets, upserts, seals, each = in_turn(
        rounds, merge, changeset, upsert, seal, seal_each
    )
    memory = max(found, key=lambda each: each.most)
    note = f"peak {memory.most} MiB, {memory.before} before"
    size = f"{parted.size:,}"
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


def _growth(merges: dict[int, dict[str, tuple[float, ...]]]) -> Figure:
    """Return how the largest merge stands to as many times the smallest.

    The floors grow, too: a tree of a million rows is higher than one of ten thousand.
    """
    small, large = min(merges), max(merges)
    times = large / small
    exponents = {
        name: math.log(
            statistics.median(merges[large][name]) / statistics.median(before), times
        )
        for name, before in merges[small].items()
    }
    said = ", ".join(f"{name} {each:.3f}" for name, each in exponents.items())
    ours = merges[large]["merge"]
    floor = tuple(each * times for each in merges[small]["merge"])
    note = f"exponents: {said}; at most {EXPONENT}"
    return Figure(
        *(f"growth {small:,} to {large:,}", times ** (EXPONENT - 1)),
        *(ours, floor, note),
    )
