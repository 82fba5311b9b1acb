"""A backup is whole, sound, and made while the workspace is in use."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from sportsec.domain.backups import Backup, BackupReason
from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store.backup import (
    BACKUPS,
    DATABASE,
    back_up,
    list_backups,
    remove_unfinished,
    thin_out,
)
from sportsec.store.copying import Damaged, require_sound
from sportsec.store.engine import connect
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club
from tests.data.store.damage import break_page, count

HAND = BackupReason.BY_HAND


def add_club(workspace: Workspace, name: str = "Atlas Club") -> None:
    with workspace.writing() as work:
        a_club(work, name)
        work.commit("Club saved")


def make(workspace: Workspace, why: BackupReason = HAND, **options: object) -> Backup:
    folder = workspace.folder
    return back_up(folder / DATABASE, folder / BACKUPS, why, **options)  # type: ignore[arg-type]


def test_a_backup_holds_what_was_saved_also_what_stands_in_the_log(
    workspace: Workspace,
) -> None:
    add_club(workspace)
    made = make(workspace, now=NOW)
    copy = workspace.folder / BACKUPS / made.name
    assert made.name == "20261123T090000Z-by-hand.db"
    assert count(copy, "club") == 1
    assert made.size == copy.stat().st_size
    assert list_backups(copy.parent) == [made]


def test_a_backup_is_one_file_without_a_log(workspace: Workspace) -> None:
    made = make(workspace)
    (copy,) = (workspace.folder / BACKUPS).iterdir()
    with closing(connect(copy, writable=False)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [each.name for each in copy.parent.iterdir()] == [made.name]


def test_two_of_one_second_have_names_of_their_own(workspace: Workspace) -> None:
    made = [make(workspace, now=NOW).name for _ in range(3)]
    assert made[1:] == [
        "20261123T090000Z-by-hand-2.db",
        "20261123T090000Z-by-hand-3.db",
    ]
    assert len(list_backups(workspace.folder / BACKUPS)) == 3


def test_readers_and_the_writer_go_on_while_it_is_made(workspace: Workspace) -> None:
    with workspace.writing() as work:
        for number in range(3000):
            a_club(work, f"Club {number} " + "x" * 400)
        work.commit("Clubs saved")
    saved: list[int] = []

    def meddle(share: float) -> None:
        if share < 0.7:
            add_club(workspace)
            with workspace.reading() as work:
                connection = work.session.connection()
                query = "SELECT count(*) FROM club"
                saved.append(connection.exec_driver_sql(query).scalar_one())

    made = make(workspace, tell=meddle)
    assert len(saved) > 1
    assert saved[-1] == 3000 + len(saved)
    # One state for all steps, that of the beginning; and no step was done twice.
    assert count(workspace.folder / BACKUPS / made.name, "club") == 3000


def test_a_busy_writer_does_not_keep_it_from_ending(workspace: Workspace) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            add_club(workspace)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        made = [make(workspace) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    counts = [count(workspace.folder / BACKUPS / each.name, "club") for each in made]
    assert counts == sorted(counts)


def test_what_is_told_rises_to_the_end(workspace: Workspace) -> None:
    told: list[float] = []
    make(workspace, tell=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


class GivenUp(Exception):
    pass


@pytest.mark.parametrize("at", [0.0, 0.6, 0.8, 1.0])
def test_one_that_is_given_up_leaves_nothing(workspace: Workspace, at: float) -> None:
    def give_up(share: float) -> None:
        if share >= at:
            raise GivenUp

    with pytest.raises(GivenUp):
        make(workspace, tell=give_up)
    assert list((workspace.folder / BACKUPS).iterdir()) == []


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A folder whose database has a broken page."""
    Workspace.open(tmp_path / "broken", create=True).close()
    break_page(tmp_path / "broken" / DATABASE, "club")
    return tmp_path / "broken"


def test_a_copy_of_a_damaged_database_is_not_kept_but_reported(damaged: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        back_up(damaged / DATABASE, damaged / BACKUPS, HAND)
    assert caught.value.reason is StoreReason.UNREADABLE
    assert list((damaged / BACKUPS).iterdir()) == []


def test_a_copy_with_dangling_references_is_not_kept(workspace: Workspace) -> None:
    database = workspace.folder / DATABASE
    with closing(connect(database, foreign_keys=False)) as connection:
        connection.execute("INSERT INTO sector (id, venue_id) VALUES (x'01', x'02')")
    with pytest.raises(StoreUnavailable):
        make(workspace)
    assert list((workspace.folder / BACKUPS).iterdir()) == []


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4096])


def scribble(file: Path) -> None:
    break_page(file, "club")


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("spoil", [cut, scribble, empty, Path.unlink])
def test_a_file_that_was_spoilt_is_told_from_a_sound_one(
    workspace: Workspace, spoil: Callable[[Path], object]
) -> None:
    copy = workspace.folder / BACKUPS / make(workspace).name
    assert require_sound(copy)
    spoil(copy)
    with pytest.raises((Damaged, OSError)):
        require_sound(copy)


def test_a_folder_that_cannot_be_written_is_said_so(workspace: Workspace) -> None:
    (workspace.folder / BACKUPS).write_text("a file where the folder should be")
    with pytest.raises(StoreUnavailable) as caught:
        make(workspace)
    assert caught.value.reason is StoreReason.DISK


#: Files of more than 200 kB cannot be written, as on a disk that is nearly full.
ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from sportsec.domain.backups import BackupReason
from sportsec.domain.errors import StoreUnavailable
from sportsec.store.backup import back_up

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
folder = Path(sys.argv[1])
try:
    back_up(folder / "sportsec.db", folder / "backups", BackupReason.BY_HAND)
except StoreUnavailable as error:
    print(error.reason.value)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_a_full_disk_is_said_so_and_leaves_nothing(workspace: Workspace) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(workspace.folder)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )
    assert done.stdout == "disk\n"
    assert list((workspace.folder / BACKUPS).iterdir()) == []
    add_club(workspace)


def test_old_ones_are_thinned_out_when_one_is_made(workspace: Workspace) -> None:
    daily = BackupReason.DAILY
    for days in range(40):
        make(workspace, daily, now=NOW - timedelta(days=40 - days))
    made = list_backups(workspace.folder / BACKUPS)
    assert len(made) < 25
    assert thin_out(workspace.folder / BACKUPS, NOW - timedelta(days=1)) == []


def test_what_a_power_cut_left_is_removed(workspace: Workspace) -> None:
    folder = workspace.folder
    made = make(workspace)
    for name in ("x-daily.db.part", "x-daily.db.part-journal", "preview.part"):
        (folder / BACKUPS / name).write_text("half")
    (folder / f"{DATABASE}.part").write_text("half")
    remove_unfinished(folder)
    assert [each.name for each in (folder / BACKUPS).iterdir()] == [made.name]
    assert not (folder / f"{DATABASE}.part").exists()
