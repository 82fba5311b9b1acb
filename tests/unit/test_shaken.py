from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sportsec.ui.lanes import Lane
from tests.shaken import ENDS_LATE, LOOKS_AFTER, STARTS_LATE, Shaker

ROOT = Path(__file__).parents[2]

#: Passes where the lanes are shaken, and only there.
A_TEST = """
from sportsec.ui.lanes import Lane

def test_jobs_are_late():
    assert Lane.put.__module__ == "tests.shaken"
"""


def done_shaken(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> tuple[list[int], list[float]]:
    """Return what twenty jobs did, and the seconds they were late by."""
    done: list[int] = []
    slept: list[float] = []
    shaker = Shaker(7, slept.append)
    shaker.begin(name)
    with monkeypatch.context() as patch:
        patch.setattr(Lane, "put", shaker.late(Lane.put))
        lane = Lane("read")
        for number in range(20):
            lane.put(lambda number=number: done.append(number))
        assert lane.close(30)
    return done, slept


def test_jobs_of_a_lane_are_late_and_do_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done, slept = done_shaken(monkeypatch, "a")
    assert done == list(range(20))
    assert len(slept) == 40
    assert {*slept} > {0, max(STARTS_LATE)}
    assert {*slept[::2]} <= {*STARTS_LATE}
    assert {*slept[1::2]} <= {*ENDS_LATE}


def test_delays_of_a_test_are_its_own_and_can_be_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = done_shaken(monkeypatch, "a")
    assert done_shaken(monkeypatch, "b") != first
    assert done_shaken(monkeypatch, "a") == first


def test_looks_come_at_random_moments_and_longer_waits_as_meant() -> None:
    waited: list[int] = []
    wait = Shaker(7).uneven(lambda _bot, ms: waited.append(ms))
    for _look in range(40):
        wait(None, 2)
    assert {*waited} == {*LOOKS_AFTER}
    wait(None, 300)
    assert waited[-1] == 300


def test_a_run_is_shaken_and_says_how_to_repeat_it(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(A_TEST)
    options = ["-p", "tests.shaken", "-p", "no:cacheprovider", "--randomly-seed=5"]
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 passed" in ended.stdout, ended.stdout + ended.stderr
    assert "Shaken, again with --randomly-seed=5" in ended.stdout
