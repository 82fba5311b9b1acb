"""A killed program never leaves half an act behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from sportsec.store.engine import connect
from sportsec.store.workspace import DATABASE, Workspace

KILLS = 6
#: Each act writes a command and two units of it; the store must never show fewer.
ACTS = """
import sys
from pathlib import Path
from sportsec.store.tables.units import Command, Unit
from sportsec.store.workspace import Workspace

workspace = Workspace.open(Path(sys.argv[1]), create=True)
print("ready", flush=True)
for number in range(100_000):
    with workspace.writing() as work:
        command = work.add(Command(phone=str(number)))
        work.session.flush()
        for half in ("a", "b"):
            work.add(Unit(command_id=command.id, phone=f"{number}{half}"))
            work.session.flush()
        work.commit("Add command")
    print(number, flush=True)
"""


@pytest.mark.parametrize("attempt", range(KILLS))
def test_after_a_power_cut_every_act_is_whole_or_absent(
    tmp_path: Path, attempt: int
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ACTS, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.Random(attempt).uniform(0.0, 0.3))
        os.kill(process.pid, signal.SIGKILL)
        said = process.stdout.read().split()
    Workspace.open(tmp_path).close()
    with closing(connect(tmp_path / DATABASE)) as connection:
        rows = connection.execute(
            "SELECT count(unit.id) FROM command"
            " LEFT JOIN unit ON unit.command_id = command.id GROUP BY command.id"
        ).fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    assert set(rows) <= {(2,)}
    # What the program called saved is saved; one more may have been on its way.
    assert len(said) <= len(rows) <= len(said) + 1
