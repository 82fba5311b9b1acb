"""Runs the figures; see the package."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from tests.benchmarks.harness import ROUNDS, Figure, table

FIGURES = (
    *("starting", "listing", "boards", "searching", "taking_in"),
    *("briefing", "exchange", "shading"),
)
#: Only measured when named: they take long.
LONG = ("exchange_large", "national")

Measure = Callable[[Path, int], Iterator[Figure]]


def main() -> int:
    """Measure what is asked for and print the table; never fails for being slow."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument(
        "figures", nargs="*", choices=(*FIGURES, *LONG), default=FIGURES
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", type=Path, help="write the figures there too")
    asked = parser.parse_args()
    found: list[Figure] = []
    for name in asked.figures:
        module = import_module(f"tests.benchmarks.{name}")
        measure: Measure = module.figures
        with tempfile.TemporaryDirectory(prefix="sportsec-bench-") as folder:
            for figure in measure(Path(folder), asked.rounds):
                sys.stderr.write(f"{figure.name}: {figure.ratio:.2f}\n")
                found.append(figure)
    sys.stdout.write(table(found) + "\n")
    if asked.json:
        asked.json.write_text(json.dumps([_plain(each) for each in found], indent=1))
    return 0


def _plain(figure: Figure) -> dict[str, object]:
    return {
        "name": figure.name,
        "target": figure.target,
        "ratio": round(figure.ratio, 3),
        "ours": figure.ours,
        "floor": figure.floor,
        "note": figure.note,
    }


if __name__ == "__main__":
    sys.exit(main())
