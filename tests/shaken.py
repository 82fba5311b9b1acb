"""A pytest plugin that makes everything late, to find tests that rely on time.

Every job of a worker lane starts and ends late by a random moment, and every look of
a test comes at a random one, as on a machine that has other things to do. A test that
waits for what it means to see passes all the same; one that only waits long enough on
a quiet machine fails. `python3 packaging/test.py --shaken` runs the tests so.

The delays of a test come from the seed of the run, which also orders the tests, and
from the test's name: `--randomly-seed` with the number that was printed repeats them,
for the whole run and for one test alone.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sportsec.ui.lanes import Lane

Job = Callable[[], None]
Put = Callable[["Lane", Job], None]
Wait = Callable[[Any, int], None]

#: Seconds before a job is done, and before the lane takes the next one.
STARTS_LATE = (0.0, 0.0, 0.003, 0.01, 0.03, 0.06, 0.12)
ENDS_LATE = (0.0, 0.0, 0.0, 0.002, 0.01)
#: Milliseconds between two looks, instead of the even ones.
LOOKS_AFTER = (1, 1, 2, 3, 8, 20)
#: A longer wait is meant as it stands.
LONGEST_LOOK_MS = 10

_SHAKER = pytest.StashKey["Shaker"]()


class Shaker:
    """Delays that a seed and the name of a test decide.

    Args:
        seed: The number to repeat a run with.
        sleep: Passes seconds.
    """

    def __init__(
        self, seed: int, sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self.seed = seed
        self._sleep = sleep
        self._dice = random.Random(seed)

    def begin(self, test: str) -> None:
        """Throw the dice of this test, whatever ran before it."""
        self._dice.seed(f"{self.seed} {test}")

    def late(self, put: Put) -> Put:
        """Return `Lane.put` whose jobs start and end late."""

        def put_late(lane: Lane, job: Job) -> None:
            before = self._dice.choice(STARTS_LATE)
            after = self._dice.choice(ENDS_LATE)

            def do() -> None:
                self._sleep(before)
                job()
                self._sleep(after)

            put(lane, do)

        return put_late

    def uneven(self, wait: Wait) -> Wait:
        """Return the `wait` of a test's hand whose looks come at random moments."""

        def wait_unevenly(bot: Any, ms: int) -> None:
            if ms <= LONGEST_LOOK_MS:
                ms = self._dice.choice(LOOKS_AFTER)
            wait(bot, ms)

        return wait_unevenly


def pytest_report_header(config: pytest.Config) -> str:
    """Say how to run the same again."""
    return f"Shaken, again with --randomly-seed={_seed(config)}"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Shake lanes and looks of this process until its run ends."""
    # Not at the head: this module is loaded before pytest-qt and the tests' settings.
    from sportsec.ui.lanes import Lane
    from tests.gui.patient_bot import PatientBot

    shaker = Shaker(_seed(session.config))
    session.config.stash[_SHAKER] = shaker
    patch = pytest.MonkeyPatch()
    patch.setattr(Lane, "put", shaker.late(Lane.put))
    patch.setattr(PatientBot, "wait", shaker.uneven(PatientBot.wait))
    session.config.add_cleanup(patch.undo)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin the test's own delays before its fixtures stand."""
    item.config.stash[_SHAKER].begin(item.nodeid)


def _seed(config: pytest.Config) -> int:
    """Return the seed of the run; pytest-randomly gives it to every worker."""
    return int(config.getoption("randomly_seed"))
