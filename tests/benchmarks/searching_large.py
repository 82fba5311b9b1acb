"""The search among a million names; the names take minutes to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.cells import cell_with_names
from tests.benchmarks.harness import Figure
from tests.benchmarks.searching import of

_LARGE = 1_000_000


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure each text by itself."""
    workspace = cell_with_names(folder / "search", _LARGE)
    yield from of(workspace, _LARGE, rounds)
    workspace.close()
