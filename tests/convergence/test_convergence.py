"""Whatever cells do to each other, after a full exchange they hold the same."""

from __future__ import annotations

import pytest

from tests.convergence.cells import close_all
from tests.convergence.running import run


@pytest.mark.parametrize("start", range(1, 11))
def test_cells_that_exchanged_everything_hold_the_same(start: int) -> None:
    """Thirty examples each, the same in every run; `tests.long` runs more."""
    try:
        run(30, start)
    finally:
        close_all()
