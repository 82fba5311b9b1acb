"""Undoes received files after random histories: `python -m tests.long.undoing [N]`.

    [--seed S]

The smallest history after which an undo is not exact is printed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings

from tests.convergence.cells import FAST
from tests.data.sync.conftest import cells_in
from tests.data.sync.test_undone_files import STEPS, Step, undone_exactly


def main() -> int:
    """Try as many histories as asked for; the first that fails is raised."""
    parser = argparse.ArgumentParser(prog="python -m tests.long.undoing")
    parser.add_argument("examples", nargs="?", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)

    @seed(asked.seed)
    @settings(
        max_examples=asked.examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(common=STEPS, ours=STEPS, theirs=STEPS, later=STEPS)
    def search(
        common: list[Step], ours: list[Step], theirs: list[Step], later: list[Step]
    ) -> None:
        with tempfile.TemporaryDirectory(dir=FAST) as folder:
            place = Path(folder)
            with cells_in(place) as make:
                undone_exactly(make, place, common, ours, theirs, later)

    search()
    print(f"{asked.examples} histories, each undone exactly")
    return 0


if __name__ == "__main__":
    sys.exit(main())
