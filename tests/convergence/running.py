"""Runs the machine, each example by itself at random."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.internal.conjecture.engine import ConjectureRunner
from hypothesis.stateful import run_state_machine_as_test
from hypothesis.strategies._internal.featureflags import FeatureFlags

from tests.convergence.ending import Cells


def run(examples: int, start: int, *, shrinks: bool = False) -> None:
    """Run so many examples of 20 steps; the same for the same `start`.

    Hypothesis would make five variants of each example, and leave out half of the
    rules of each: that finds a bug in a parser, but here it makes examples alike in
    which nothing meets.

    Args:
        shrinks: Whether an example that fails is made smaller.
    """
    kept = settings(
        max_examples=examples,
        stateful_step_count=20,
        deadline=None,
        database=None,
        phases=[Phase.generate, *([Phase.shrink] if shrinks else [])],
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    with (
        patch.object(ConjectureRunner, "generate_mutations_from", lambda *_: None),
        patch.object(FeatureFlags, "is_enabled", lambda *_: True),
    ):
        machine = seed(start)(type("Cells", (Cells,), {}))
        run_state_machine_as_test(machine, settings=kept)
