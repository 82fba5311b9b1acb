"""A full disk, or one that cannot be written: said in a sentence, nothing changed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sportsec.app.cli import main

ODD = Path(__file__).parents[1] / "samples/odd_encodings"
BOTOLA = str(ODD / "TRUTH_botola_2024-25.csv")
TOP = Path(__file__).parents[2]
#: A name space in which even a user without rights may mount a disk.
_ALONE = ("unshare", "--map-root-user", "--mount")
#: Words that say it, by language.
SAID = {"ar": re.compile("القرص"), "fr": re.compile("disque|place")}
ARABIC = re.compile(r"[\u0600-\u06ff]")


def _can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = [*_ALONE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _can_mount(), reason="no disk can be mounted")

WORDS = {
    "save": ("intake", BOTOLA, "--competition", "D1", "--new-clubs", "create"),
    "backup": ("backup",),
    "send": ("export", "@/sent.ssx"),
    "receive": ("import", "@/letter.ssx", "--trust"),
}


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cell, and a file that another one has sent it."""
    folder = tmp_path_factory.mktemp("cells")
    for name in ("cell", "other"):
        where = ("--workspace", str(folder / name))
        assert main([*where, "init", "--cell", name]) == 0
    intake = ("intake", BOTOLA, "--competition", "D1", "--new-clubs", "create")
    assert main([*where, *intake]) == 0
    assert main([*where, "export", str(folder / "letter.ssx")]) == 0
    return folder


def on_disk(cells: Path, place: Path, free: str, *words: str) -> dict[str, Any]:
    folder = Path(shutil.copytree(cells, place / "cells"))
    module = "tests.journeys.small_disk"
    command = [*_ALONE, sys.executable, "-m", module, str(folder), free, *words]
    said = subprocess.run(command, capture_output=True, text=True, check=False, cwd=TOP)
    assert said.returncode == 0, said.stderr
    found: dict[str, Any] = json.loads(said.stdout)
    return found


@pytest.mark.parametrize(
    ("what", "free", "language"),
    [
        ("save", "0", "ar"),
        ("backup", "0", "fr"),
        ("send", "0", "ar"),
        ("receive", "40000", "fr"),
        ("send", "none", "fr"),
        ("receive", "none", "ar"),
    ],
)
def test_it_is_said_and_nothing_is_changed(
    what: str, free: str, language: str, cells: Path, tmp_path: Path
) -> None:
    where = ("--workspace", "@/cell", "--lang", language)
    said = on_disk(cells, tmp_path, free, *where, *WORDS[what])
    assert said["code"] not in {0, 1}, said
    assert SAID[language].search(said["err"]), said["err"]
    assert "Traceback" not in said["err"]
    assert not said["changed"]
    assert not [each for each in said["left"] if ".part" in each], said["left"]
    assert said["check"]["code"] == 0, said["check"]
    assert said["again"]["code"] == 0, said["again"]


def test_a_stick_that_cannot_be_written_takes_no_file(
    cells: Path, tmp_path: Path
) -> None:
    """The workspace lies elsewhere: what it says is about the stick."""
    folder = Path(shutil.copytree(cells, tmp_path / "own"))
    where = ("--workspace", str(folder / "cell"), "--lang", "ar")
    said = on_disk(cells, tmp_path, "none", *where, "export", "@/sent.ssx")
    assert said["code"] == 2, said
    assert ARABIC.search(said["err"])
    assert "sent.ssx" in said["err"]
    assert said["again"]["code"] == 0, said["again"]
