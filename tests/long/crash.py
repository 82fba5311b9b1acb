"""Kills a real process at random moments, and looks at what it leaves behind.

python -m tests.long.crash [KILLS] [SCENARIO …]

Each scenario prepares a workspace, does something in a child process that is killed,
and says what may stand there at the next start: the state before or the state after,
never one between. Append to `SCENARIOS` what else must be whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sportsec.domain.backups import BackupReason
from sportsec.store.backup import BACKUPS, DATABASE, back_up, list_backups
from sportsec.store.base import Record
from sportsec.store.copying import require_sound
from sportsec.store.engine import connect
from sportsec.store.restore import restore
from sportsec.store.tables.units import Command, Unit
from sportsec.store.workspace import Workspace

OLD = Path(__file__).parents[1] / "databases" / "0001_first.db"
Say = Callable[[str], object]


def content(database: Path) -> str:
    """Return a hash of every row of the record."""
    digest = hashlib.sha256()
    with closing(connect(database, writable=False)) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        there = {row[0] for row in connection.execute(query)}
        for table in sorted(there & set(Record.metadata.tables)):
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):
                digest.update(f"{table}{row!r}".encode())
    return digest.hexdigest()


def add_commands(folder: Path, say: Say, acts: int = 100_000) -> None:
    """Write acts of three records each, and say which are saved."""
    workspace = Workspace.open(folder, create=True)
    for number in range(acts):
        with workspace.writing() as work:
            command = work.add(Command(phone=str(number)))
            work.session.flush()
            for half in ("a", "b"):
                work.add(Unit(command_id=command.id, phone=f"{number}{half}"))
                work.session.flush()
            work.commit("Add command")
        say(str(number))
    workspace.close()


def quiet(_text: str) -> None:
    pass


def some_acts(folder: Path) -> None:
    add_commands(folder, quiet, 20)


def a_backup_and_more(folder: Path) -> None:
    some_acts(folder)
    back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
    some_acts(folder)


def an_old_database(folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copyfile(OLD, folder / DATABASE)


def make_backups(folder: Path, say: Say) -> None:
    workspace = Workspace.open(folder)
    while True:
        made = back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
        say(made.name)
        assert workspace.folder == folder


def made_by_hand(folder: Path) -> str:
    """Return the backup made to be brought back; one made before that is another."""
    backups = list_backups(folder / BACKUPS)
    return next(each.name for each in backups if each.reason is BackupReason.BY_HAND)


def bring_back(folder: Path, say: Say) -> None:
    restore(folder, made_by_hand(folder))
    say("done")


def migrate(folder: Path, say: Say) -> None:
    Workspace.open(folder).close()
    say("done")


def acts_are_whole(folder: Path, _before: str, said: list[str]) -> None:
    with closing(connect(folder / DATABASE, writable=False)) as connection:
        rows = connection.execute(
            "SELECT count(unit.id) FROM command"
            " LEFT JOIN unit ON unit.command_id = command.id GROUP BY command.id"
        ).fetchall()
    assert set(rows) <= {(2,)}, rows
    assert len(said) <= len(rows) - 20 <= len(said) + 1, (len(said), len(rows))


def nothing_changed(folder: Path, before: str, said: list[str]) -> None:
    assert content(folder / DATABASE) == before
    names = {each.name for each in list_backups(folder / BACKUPS)}
    assert set(said) - {"done"} <= names


def before_or_after(folder: Path, before: str, said: list[str]) -> None:
    after = content(folder / BACKUPS / made_by_hand(folder))
    found = content(folder / DATABASE)
    assert found in {before, after}
    assert not said or found == after


@dataclass(frozen=True)
class Scenario:
    """Something that must be whole or not at all.

    Args:
        prepare: Makes the workspace, closed.
        run: Done by the child; what it says it has promised.
        judge: Looks at the folder after the next start; gets the content before and
            what the child said.
        seconds: Kills fall within so many after its start.
    """

    prepare: Callable[[Path], object]
    run: Callable[[Path, Say], object]
    judge: Callable[[Path, str, list[str]], object]
    seconds: float


SCENARIOS: dict[str, Scenario] = {
    "save": Scenario(some_acts, add_commands, acts_are_whole, 0.4),
    "backup": Scenario(some_acts, make_backups, nothing_changed, 0.4),
    "restore": Scenario(a_backup_and_more, bring_back, before_or_after, 0.3),
    "migrate": Scenario(an_old_database, migrate, nothing_changed, 0.8),
}


def kill_once(scenario: Scenario, folder: Path, pause: float) -> bool:
    """Kill one child after `pause` seconds; say whether it was still at work."""
    scenario.prepare(folder)
    before = content(folder / DATABASE)
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
    time.sleep(pause)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        said = pipe.read().split()
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed"
    Workspace.open(folder).close()
    scenario.judge(folder, before, said)
    inspect(folder)
    return os.WIFSIGNALED(status)


def inspect(folder: Path) -> None:
    """See that everything is sound and nothing unfinished lies about."""
    require_sound(folder / DATABASE)
    with closing(connect(folder / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    for backup in list_backups(folder / BACKUPS):
        require_sound(folder / BACKUPS / backup.name)
    left = [each.name for each in folder.rglob("*") if ".part" in each.name]
    assert not left, left
    assert not (folder / "workspace.open").exists()


def main(kills: int, names: list[str]) -> None:
    chosen = names or list(SCENARIOS)
    counted: Counter[str] = Counter()
    for number in range(kills):
        name = chosen[number % len(chosen)]
        scenario = SCENARIOS[name]
        pause = random.Random(number).uniform(0.0, scenario.seconds)
        with tempfile.TemporaryDirectory() as place:
            try:
                at_work = kill_once(scenario, Path(place) / "cell", pause)
            except BaseException:
                print(f"kill {number}: {name} after {pause:.4f} s", flush=True)
                raise
        counted[f"{name}: {'killed at work' if at_work else 'had ended'}"] += 1
    for line, times in sorted(counted.items()):
        print(f"{line:30} {times}")


if __name__ == "__main__":
    given = sys.argv[1:]
    main(int(given[0]) if given else 500, given[1:])
