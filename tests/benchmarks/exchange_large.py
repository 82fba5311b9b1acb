"""The exchange of a million changes; takes long, so it is measured when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.exchange import SMALL, of_sizes
from tests.benchmarks.harness import Figure

_LARGE = 1_000_000


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure the large size once, and the small one that it has grown from."""
    yield from of_sizes(folder, {SMALL: rounds, _LARGE: 1})
