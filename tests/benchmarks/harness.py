"""Takes turns between the program and its floor, and compares the medians."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

#: Runs of each side, at least.
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """How many times the floor the program takes.

    Args:
        target: The ratio aimed at.
        ours, floor: Seconds of each round, in turn; MiB where `unit` says so.
        note: What exactly was compared.
    """

    name: str
    target: float
    ours: tuple[float, ...]
    floor: tuple[float, ...]
    note: str = ""
    unit: Literal["s", "MiB"] = "s"

    @property
    def ratio(self) -> float:
        """Median against median."""
        return statistics.median(self.ours) / statistics.median(self.floor)

    @property
    def is_met(self) -> bool:
        """Whether the target is kept."""
        return self.ratio <= self.target


Timed = Callable[[], object]


def compare(
    name: str,
    target: float,
    ours: Timed,
    floor: Timed,
    *,
    rounds: int = ROUNDS,
    note: str = "",
) -> Figure:
    """Time both sides in turn, after one run of each that does not count.

    What a side returns as a number of seconds is taken instead of the clock, for
    sides that must prepare something first.
    """
    ours(), floor()
    return Figure(name, target, *in_turn(max(rounds, ROUNDS), ours, floor), note)


def in_turn(rounds: int, *sides: Timed) -> list[tuple[float, ...]]:
    """Return the seconds of each side, all taking turns in every round."""
    found = [tuple(map(clock, sides)) for _ in range(rounds)]
    return [*zip(*found, strict=True)]


def clock(side: Timed) -> float:
    """Return how many seconds a side takes."""
    gc.collect()
    start = time.perf_counter()
    said = side()
    passed = time.perf_counter() - start
    return said if isinstance(said, float) else passed


def table(figures: list[Figure]) -> str:
    """Return the figures as a table for a note."""
    rows = [("figure", "target", "ratio", "", "ours", "floor", "compared")]
    rows += [
        (
            figure.name,
            f"<= {figure.target:g}",
            f"{figure.ratio:.2f}",
            "ok" if figure.is_met else "ABOVE",
            *(_read(figure, side) for side in (figure.ours, figure.floor)),
            figure.note,
        )
        for figure in figures
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )


def _read(figure: Figure, rounds: tuple[float, ...]) -> str:
    """Return the middle round as it is read: "12.3 ms", "245 MiB"."""
    middle = statistics.median(rounds)
    return f"{middle:.0f} MiB" if figure.unit == "MiB" else f"{middle * 1000:.3g} ms"
