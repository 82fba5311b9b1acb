"""The window with ten years of a country against the window with the sample season."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.cells import sample_cell
from tests.benchmarks.harness import Figure
from tests.benchmarks.national_cell import national_cell
from tests.benchmarks.starting import start_figure

PAGE, MEMORY = 1.5, 1.5


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure the start, the first opening of each page, and the memory of all."""
    large, small = folder / "national", folder / "sample"
    sample_cell(small).close()
    national_cell(large).close()
    yield start_figure(large, rounds, "start with ten years")
    walks = [(_walked(large), _walked(small)) for _ in range(rounds)]
    for key in walks[0][0]:
        ours = tuple(one[key] for one, _ in walks)
        floor = tuple(other[key] for _, other in walks)
        if key == "memory":
            note = "at most, all pages opened; ten years ÷ sample"
            yield Figure("memory", MEMORY, ours, floor, note, "MiB")
        else:
            note = "first opening, filled and painted; ten years ÷ sample"
            yield Figure(f"page: {key}", PAGE, ours, floor, note)


def _walked(folder: Path) -> dict[str, float]:
    asked = [sys.executable, "-m", "tests.benchmarks.national_walk", str(folder)]
    said = subprocess.run(asked, check=True, stdout=subprocess.PIPE, text=True).stdout
    walked: dict[str, float] = json.loads(said.splitlines()[-1])
    return walked
