"""A workspace is founded whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sportsec.app.founding import found_workspace
from sportsec.domain.errors import StoreReason, StoreUnavailable, WorkspaceBusy
from sportsec.domain.words import Words
from sportsec.services.workspace import create
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW


def test_a_founded_workspace_opens_again(tmp_path: Path) -> None:
    found_workspace(
        tmp_path, lambda work: create(work, Words(fr="Cellule"), Words())
    ).close()
    Workspace.open(tmp_path).close()


def test_a_sample_that_fails_half_way_leaves_no_workspace(tmp_path: Path) -> None:
    def tell(share: float) -> None:
        if share > 0.5:
            raise RuntimeError("power cut")

    def fill(work: Work) -> None:
        create(work, Words(fr="Cellule"), Words(), sample_on=NOW.date(), progress=tell)

    with pytest.raises(RuntimeError, match="power cut"):
        found_workspace(tmp_path, fill)
    assert not Workspace.exists(tmp_path)
    found_workspace(
        tmp_path, lambda work: create(work, Words(fr="Cellule"), Words())
    ).close()


def a_cell(work: Work) -> None:
    create(work, Words(fr="Cellule"), Words())


def test_a_workspace_is_one_file_and_its_keys_when_it_stands(tmp_path: Path) -> None:
    found_workspace(tmp_path, a_cell).close()
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {"keys", "sportsec.db", "workspace.lock"}


def test_one_that_stands_is_never_founded_again(tmp_path: Path) -> None:
    found_workspace(tmp_path, a_cell).close()
    before = (tmp_path / "sportsec.db").read_bytes()
    with pytest.raises(WorkspaceBusy):
        found_workspace(tmp_path, a_cell)
    assert (tmp_path / "sportsec.db").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable) as caught:
        found_workspace(tmp_path / "file", a_cell)
    assert caught.value.reason is StoreReason.DISK


STOPS_HALF_WAY = """
import sys
from pathlib import Path
from sportsec.app.founding import found_workspace

def fill(work):
    print("founding", flush=True)
    sys.stdin.read()

found_workspace(Path(sys.argv[1]), fill)
"""


def test_a_power_cut_while_founding_leaves_a_folder_that_can_be_founded(
    tmp_path: Path,
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STOPS_HALF_WAY, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "founding\n"
        os.kill(process.pid, signal.SIGKILL)
    assert not Workspace.exists(tmp_path)
    found_workspace(tmp_path, a_cell).close()
    assert Workspace.exists(tmp_path)
