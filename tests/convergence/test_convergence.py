"""Whatever cells do to each other, after a full exchange they hold the same."""

from __future__ import annotations

import pytest

from tests.convergence.cells import close_all
from tests.convergence.running import run


@pytest.mark.parametrize("start", [1, 2, 3])
def test_cells_that_exchanged_everything_hold_the_same(start: int) -> None:
    """A hundred examples each, the same in every run."""
    try:
        run(100, start)
    finally:
        close_all()
