"""A killed program has taken a programme in as a whole, or not at all."""

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
from tests.data.intake.programmes import a_frame

MATCHES = 1500
TAKES = """
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID
from sportsec.domain.intake.preview import Choices, NewNames
from sportsec.services.intake.accept import accept
from sportsec.services.intake.preview import preview
from sportsec.store.workspace import Workspace
from tests.data.intake.programmes import SATURDAY, line, programme

clubs = [f"{a}a{b}o{c}i" for a in "BDFKL" for b in "mnrs" for c in "tz"]
pairs = [(one, other) for one in clubs for other in clubs if one != other]
choices = Choices(*map(UUID, sys.argv[2:4]), new_clubs=NewNames.CREATE)
workspace = Workspace.open(Path(sys.argv[1]))
print("ready", flush=True)
for shift in range(1000):
    lines = [line(*pair, SATURDAY + timedelta(days=shift % 200)) for pair in pairs]
    file = programme(*lines[: int(sys.argv[4])])
    with workspace.writing() as work:
        accept(work, preview(work, file, choices))
        print("written", flush=True)
        work.commit("Take in")
"""


@pytest.mark.parametrize("attempt", range(3))
def test_a_killed_intake_is_whole_or_absent(tmp_path: Path, attempt: int) -> None:
    workspace = Workspace.open(tmp_path, create=True)
    frame = a_frame(workspace)
    workspace.close()
    ids = str(frame.competition), str(frame.season), str(MATCHES)
    process = subprocess.Popen(
        [sys.executable, "-c", TAKES, str(tmp_path), *ids],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdout.readline()  # the first one is on its way to the disk
        time.sleep(random.Random(attempt).uniform(0.0, 0.05 * attempt**2))
        os.kill(process.pid, signal.SIGKILL)
    Workspace.open(tmp_path).close()
    with closing(connect(tmp_path / DATABASE)) as connection:
        days = connection.execute(
            "SELECT kick_off_date, count(*) FROM fixture GROUP BY kick_off_date"
        ).fetchall()
        clubs = connection.execute("SELECT count(*) FROM club").fetchone()[0]
        moves = connection.execute("SELECT count(*) FROM kick_off_change").fetchone()[0]
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    assert [count for _, count in days] in ([], [MATCHES])
    assert (clubs > 0) == bool(days)
    assert moves % MATCHES == 0
