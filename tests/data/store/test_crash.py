"""The short form of `tests.long.crash`: a kill leaves one state or the other."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("kills by a signal", allow_module_level=True)

from tests.long.crash import Rig
from tests.long.crash_scenarios import SCENARIOS

KILLS = 3


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_killed_program_leaves_the_state_before_or_after(
    tmp_path: Path, name: str
) -> None:
    rig = Rig(SCENARIOS[name], tmp_path)
    for attempt in range(KILLS):
        rig.kill_once(random.Random(attempt).uniform(0.0, 1.0))
