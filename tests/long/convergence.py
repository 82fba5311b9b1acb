"""Runs the machine of cells for long: `python -m tests.long.convergence [EXAMPLES]`.

    [--jobs N] [--seed S]

Every portion has a seed of its own; the one that fails is named, and can be run again
alone with `--seed S 20`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import time
import traceback
from collections import Counter

from tests.convergence.cells import close_all
from tests.convergence.ledger import STATISTICS
from tests.convergence.running import run

PORTION = 20


def main() -> int:
    """Run all portions; return 1 when a rule was broken, and say with which seed."""
    parser = argparse.ArgumentParser(prog="python -m tests.long.convergence")
    parser.add_argument("examples", nargs="?", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=random.randrange(10**9))
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + -(-asked.examples // PORTION))
    began, done, met = time.monotonic(), 0, Counter[str]()
    context = multiprocessing.get_context("spawn")
    with context.Pool(asked.jobs) as pool:
        for seed, fault, statistics in pool.imap_unordered(portion, seeds):
            if fault:
                print(f"seed {seed} broke a rule:\n{fault}", flush=True)
                return 1
            done += PORTION
            met += Counter(statistics)
            print(f"{done} examples, {time.monotonic() - began:.0f} s", flush=True)
    for name, count in sorted(met.items()):
        print(f"{count:>9,}  {name}")
    print(f"{done} examples, no rule was broken")
    return 0


def portion(seed: int) -> tuple[int, str, dict[str, int]]:
    """Run one portion; return its seed, what went wrong, and what was met."""
    STATISTICS.clear()
    fault = ""
    try:
        run(PORTION, seed)
    except Exception:  # noqa: BLE001 - whatever it is, it is the finding
        fault = traceback.format_exc()
    finally:
        close_all()
    return seed, fault, dict(STATISTICS)


if __name__ == "__main__":
    sys.exit(main())
