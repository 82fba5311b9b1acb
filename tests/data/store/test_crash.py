"""The short form of `tests.long.crash`: a kill leaves one state or the other."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("kills by a signal", allow_module_level=True)

from tests.long.crash import SCENARIOS, kill_once

KILLS = 3


@pytest.mark.parametrize("attempt", range(KILLS))
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_killed_program_leaves_the_state_before_or_after(
    tmp_path: Path, name: str, attempt: int
) -> None:
    scenario = SCENARIOS[name]
    pause = random.Random(attempt).uniform(0.0, scenario.seconds)
    kill_once(scenario, tmp_path / "cell", pause)
