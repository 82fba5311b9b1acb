from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from sportsec.domain.errors import (
    StoreReason,
    StoreTooNew,
    StoreUnavailable,
    WorkspaceBusy,
)
from sportsec.store.engine import connect
from sportsec.store.workspace import DATABASE, Workspace

OPEN_AND_WAIT = """
import sys
from pathlib import Path
from sportsec.store.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]), create=True)
print("open", flush=True)
sys.stdin.read()
"""


def test_a_folder_without_a_workspace_is_not_turned_into_one(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Workspace.open(tmp_path / "nothing")
    assert caught.value.reason is StoreReason.MISSING
    assert not (tmp_path / "nothing").exists()


def test_a_workspace_opens_only_once(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceBusy):
        Workspace.open(workspace.folder)


def test_opening_reads_the_database_once_not_for_each_of_its_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workspace.open(tmp_path, create=True).close()
    opened: list[object] = []
    plain = driver.connect

    def counted(*args: Any, **how: Any) -> Any:
        opened.append(args)
        return plain(*args, **how)

    monkeypatch.setattr(driver, "connect", counted)
    workspace = Workspace.open(tmp_path)
    assert len(opened) == 1
    workspace.close()


def test_closing_gives_the_folder_free(tmp_path: Path) -> None:
    Workspace.open(tmp_path, create=True).close()
    Workspace.open(tmp_path).close()


def test_a_killed_program_leaves_no_lock_behind(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(WorkspaceBusy):
            Workspace.open(tmp_path)
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        Workspace.open(tmp_path).close()


def test_a_workspace_of_a_newer_version_is_refused_and_untouched(
    tmp_path: Path,
) -> None:
    Workspace.open(tmp_path, create=True).close()
    with closing(connect(tmp_path / DATABASE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    with pytest.raises(StoreTooNew) as caught:
        Workspace.open(tmp_path)
    assert caught.value.found == "9999_later"
    assert not (tmp_path / "backups").exists()


def test_a_database_of_another_program_is_refused_and_untouched(
    tmp_path: Path,
) -> None:
    with closing(connect(tmp_path / DATABASE)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StoreUnavailable):
        Workspace.open(tmp_path)
    with closing(connect(tmp_path / DATABASE)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert names == [("theirs",)]


@pytest.mark.parametrize("content", [b"not a database at all" * 100, os.urandom(8192)])
def test_a_file_that_is_no_database_is_refused_and_untouched(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(StoreUnavailable) as caught:
        Workspace.open(tmp_path)
    assert caught.value.reason is StoreReason.UNREADABLE
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable) as caught:
        Workspace.open(tmp_path / "file" / "cell", create=True)
    assert caught.value.reason is StoreReason.DISK


@pytest.mark.parametrize("content", [b"", b"x"])
def test_a_database_that_has_lost_everything_is_no_new_workspace(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / DATABASE).write_bytes(content)
    with pytest.raises(StoreUnavailable) as caught:
        Workspace.open(tmp_path)
    assert caught.value.reason is StoreReason.UNREADABLE
    assert (tmp_path / DATABASE).read_bytes() == content


def test_a_damaged_page_met_while_working_is_said_so(tmp_path: Path) -> None:
    Workspace.open(tmp_path, create=True).close()
    database = tmp_path / DATABASE
    with closing(connect(database)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'club'"
        (page,) = connection.execute(query).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(database.read_bytes())
    data[(page - 1) * size : page * size] = b"\xaa" * size
    database.write_bytes(data)
    workspace = Workspace.open(tmp_path)
    try:
        with pytest.raises(StoreUnavailable) as caught, workspace.reading() as work:
            work.session.execute(text("SELECT * FROM club")).all()
    finally:
        workspace.close()
    assert caught.value.reason is StoreReason.UNREADABLE
