"""Random histories of four cells: `python -m tests.long.exchange [EXAMPLES]`."""

from __future__ import annotations

import random
import sys
import time

from hypothesis import HealthCheck, given, seed, settings

from tests.convergence.test_random_exchange import LISTS, converge


def main() -> None:
    """Run as many histories as asked for; the seed that is printed repeats them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    number = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    print(f"seed {number}", flush=True)
    run = settings(
        max_examples=count,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    started = time.monotonic()
    seed(number)(run(given(steps=LISTS)(converge)))()
    print(f"{count} histories, all converged, {time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
