"""Kills a real process at random moments, and looks at what it leaves behind.

python -m tests.long.crash [KILLS] [SCENARIO …]

Each scenario prepares a workspace, does something in a child process that is killed,
and says what may stand there at the next start: the state before or the state after,
never one between.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from sportsec.store.backup import BACKUPS, DATABASE, list_backups
from sportsec.store.copying import require_sound
from sportsec.store.engine import connect
from sportsec.store.journal.verify import verify_chain
from sportsec.store.workspace import Workspace
from tests.long.crash_scenarios import (
    BEGUN,
    SCENARIOS,
    Scenario,
    add_one,
    content,
    quiet,
)


class Rig:
    """A scenario made ready once, to be killed again and again.

    The workspace always lies in the same place: a copy elsewhere would be another
    replica.
    """

    def __init__(self, scenario: Scenario, place: Path) -> None:
        self.scenario = scenario
        self.folder = place / "at work" / "cell"
        self._ready = place / "ready"
        self.folder.parent.mkdir()
        scenario.prepare(self.folder)
        self.before = self.after = content(self.folder / DATABASE)
        shutil.copytree(self.folder.parent, self._ready)
        self.seconds = scenario.seconds
        if not self.seconds:
            begun = time.monotonic()
            scenario.run(self.folder, quiet)
            self.seconds = time.monotonic() - begun
            self.after = content(self.folder / DATABASE)

    def kill_once(self, share: float) -> bool:
        """Kill one child after a share of its work; say whether it was still at it."""
        shutil.rmtree(self.folder.parent)
        shutil.copytree(self._ready, self.folder.parent)
        at_work, said = _killed(self.scenario, self.folder, share * self.seconds)
        Workspace.open(self.folder).close()
        self._judge(said)
        inspect(self.folder)
        if not self.scenario.seconds:  # doing it again brings it to its end
            self.scenario.run(self.folder, quiet)
            self._judge(["done"])
            inspect(self.folder)
            nothing_unfinished(self.folder.parent)
        add_one(self.folder)
        return at_work

    def _judge(self, said: list[str]) -> None:
        self.scenario.judge(self.folder, self.before, self.after, said)


def _killed(scenario: Scenario, folder: Path, pause: float) -> tuple[bool, list[str]]:
    """Kill a child so long after it begins; return what it said after that."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 1
        try:
            scenario.run(folder, lambda text: os.write(writing, f"{text}\n".encode()))
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        begun = pipe.readline().strip()
        time.sleep(pause)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        said = pipe.read().split()
    assert begun == BEGUN, "the child failed before it began"
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed"
    return os.WIFSIGNALED(status), said


def inspect(folder: Path) -> None:
    """See that everything is sound and nothing unfinished lies about."""
    require_sound(folder / DATABASE)
    with closing(connect(folder / DATABASE)) as connection:
        ask = connection.execute
        assert ask("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not ask("PRAGMA foreign_key_check").fetchall()
        assert not ask("SELECT * FROM journal_capture").fetchall()
        assert ask("SELECT applying FROM journal_state").fetchone() == (0,)
        assert not verify_chain(connection)
    for backup in list_backups(folder / BACKUPS):
        require_sound(folder / BACKUPS / backup.name)
    nothing_unfinished(folder)
    assert not (folder / "workspace.open").exists()


def nothing_unfinished(folder: Path) -> None:
    left = [each.name for each in folder.rglob("*") if ".part" in each.name]
    assert not left, left


def main(kills: int, names: list[str]) -> None:
    """Kill as often as asked for, each scenario in turn."""
    counted: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        rigs = {}
        for name in names or SCENARIOS:
            (Path(place) / name).mkdir()
            rigs[name] = Rig(SCENARIOS[name], Path(place) / name)
        for number in range(kills):
            name, rig = list(rigs.items())[number % len(rigs)]
            share = random.Random(number).uniform(0.0, 1.0)
            try:
                at_work = rig.kill_once(share)
            except BaseException:
                print(f"kill {number}: {name} after {share:.4f} of its work")
                raise
            counted[f"{name}: {'killed at work' if at_work else 'had ended'}"] += 1
    for line, times in sorted(counted.items()):
        print(f"{line:30} {times}")
    print(f"{kills} kills, none left anything between")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 500, given[1:])
