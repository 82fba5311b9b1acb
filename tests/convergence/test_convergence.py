"""Whatever cells do to each other, after a full exchange they hold the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.convergence.machine import Cells


@pytest.mark.parametrize("start", range(4))
def test_cells_that_exchanged_everything_hold_the_same(start: int) -> None:
    kept = settings(
        max_examples=8,
        stateful_step_count=14,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    machine = seed(start)(type(f"Cells{start}", (Cells,), {}))
    run_state_machine_as_test(machine, settings=kept)
