"""Runs the machine of cells for as long as is asked: `… [EXAMPLES] [SEED]`."""

from __future__ import annotations

import random
import sys
import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.convergence.machine import STATISTICS, Cells

_PORTION = 20


def main(examples: int, start: int) -> None:
    """Run in portions, each with a seed of its own that is printed before it."""
    began = time.monotonic()
    for portion in range(start, start + -(-examples // _PORTION)):
        print(f"seed {portion}", flush=True)
        kept = settings(
            max_examples=_PORTION,
            stateful_step_count=30,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        machine = seed(portion)(type("Cells", (Cells,), {}))
        run_state_machine_as_test(machine, settings=kept)
        print(f"{time.monotonic() - began:.0f} s {dict(STATISTICS)}", flush=True)


if __name__ == "__main__":
    asked = [int(each) for each in sys.argv[1:]]
    main(
        asked[0] if asked else 20_000,
        asked[1] if len(asked) > 1 else random.randrange(10**6),
    )
