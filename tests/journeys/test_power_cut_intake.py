"""A power cut while a long programme goes in leaves all of it, or nothing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import islice, permutations
from pathlib import Path

import pytest

from sportsec.app.cli import main
from sportsec.store.engine import connect
from sportsec.store.workspace import DATABASE, Workspace

LINES = 6_000
KILLS = 8
INTAKE = """
import sys
import sportsec.app.commands.intake
from sportsec.app.cli import main
print("begun", flush=True)
code = main(sys.argv[1:])
print("done", flush=True)
sys.exit(code)
"""


def names() -> Iterator[str]:
    """Yield names that nobody takes for one another."""
    letters = random.Random(1)
    for _ in range(150):
        yield "".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=11)).title()


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("programme") / "programme.csv"
    first = date(2026, 8, 1)
    rows = [
        f"{first + timedelta(days=number % 300)};19:00;{home};{away}"
        for number, (home, away) in enumerate(islice(permutations(names(), 2), LINES))
    ]
    file.write_text("\n".join(["Date;Heure;Domicile;Extérieur", *rows]))
    return file


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cut") / "cell"
    assert main(["--workspace", str(folder), "init", "--cell", "Cellule"]) == 0
    return folder


def words(folder: Path, file: Path) -> list[str]:
    frame = ("--competition", "D1", "--season", "2026-2027", "--new-clubs", "create")
    return ["--workspace", str(folder), "intake", str(file), *frame]


def begun(folder: Path, file: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", INTAKE, *words(folder, file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    return process


def content(folder: Path) -> tuple[int, int, int, int]:
    """Return how many matches, clubs, competitions and seasons a sound file holds."""
    Workspace.open(folder).close()
    with closing(connect(folder / DATABASE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        query = (
            "SELECT (SELECT count(*) FROM fixture), (SELECT count(*) FROM club),"
            " (SELECT count(*) FROM competition), (SELECT count(*) FROM season)"
        )
        found: tuple[int, int, int, int] = connection.execute(query).fetchone()
    return found


def test_after_a_power_cut_a_programme_is_in_whole_or_not_at_all(
    founded: Path, programme: Path, tmp_path: Path
) -> None:
    whole = Path(shutil.copytree(founded, tmp_path / "whole"))
    start = time.monotonic()
    with begun(whole, programme) as process:
        assert process.wait() == 0
    lasts = time.monotonic() - start
    nothing, everything = content(founded), content(whole)
    assert everything[0] == LINES

    moments = random.Random(2)
    cell = Path(shutil.copytree(founded, tmp_path / "cell"))
    for attempt in range(KILLS):
        # Spread over the whole intake, the last ones over its commit.
        share = (attempt + moments.random()) / KILLS
        with begun(cell, programme) as process:
            try:
                process.wait(lasts * share)
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
        found = content(cell)
        assert found in (nothing, everything)
        if found == everything:
            shutil.rmtree(cell)
            shutil.copytree(founded, cell)

    assert main(words(cell, programme)) == 0
    assert content(cell) == everything
