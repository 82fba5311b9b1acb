"""What a killed program was doing, and what may stand there at the next start."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from sportsec.domain.backups import BackupReason
from sportsec.domain.errors import Invalid
from sportsec.domain.exchange import Sealing, SendWish
from sportsec.domain.words import Words
from sportsec.services.history import undo_act
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.backup import BACKUPS, DATABASE, back_up, list_backups
from sportsec.store.base import Record
from sportsec.store.engine import connect
from sportsec.store.restore import restore
from sportsec.store.tables.units import Command, Unit
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.container import open_container
from sportsec.sync.crypt import box_key
from sportsec.sync.export import send
from sportsec.sync.receive import receive

OLD = Path(__file__).parents[1] / "databases" / "0001_first.db"
#: The same in every run, so that what is done anew comes out the same.
NOW = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
#: A child says so when it begins with what it may be killed at.
BEGUN = "begun"
FILES = 3

Say = Callable[[str], object]
#: Looks at the folder after the next start: the content before and after (where that
#: is known), and what the child said.
Judge = Callable[[Path, str, str, list[str]], object]


@dataclass(frozen=True)
class Scenario:
    """Something that must be whole or not at all.

    Args:
        prepare: Makes the workspace, closed, and what lies beside it.
        run: Done by the child; what it says it has promised.
        judge: Fails where something stands between.
        seconds: Of its work that kills fall within; 0: as long as it takes.
    """

    prepare: Callable[[Path], object]
    run: Callable[[Path, Say], object]
    judge: Judge
    seconds: float = 0.0


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


def quiet(_text: str) -> None:
    pass


@contextmanager
def opened(folder: Path, *, create: bool = False) -> Iterator[Workspace]:
    """Give an open workspace whose clock stands still."""
    workspace = Workspace.open(folder, create=create, clock=lambda: NOW)
    try:
        yield workspace
    finally:
        workspace.close()


# -- saving


def add_acts(workspace: Workspace, numbers: Iterable[int], say: Say = quiet) -> None:
    """Write acts of three records each, and say which are saved."""
    for number in numbers:
        with workspace.writing() as work:
            command = work.add(Command(id=_id(number, 0), phone=str(number)))
            work.session.flush()
            for half in (1, 2):
                work.add(Unit(id=_id(number, half), command_id=command.id))
                work.session.flush()
            work.commit("Add command")
        say(str(number))


def _id(number: int, part: int) -> UUID:
    return UUID(bytes=number.to_bytes(15, "big") + bytes([part]))


def add_one(folder: Path) -> None:
    with opened(folder) as workspace, workspace.writing() as work:
        work.add(Command(phone="later"))
        work.commit("Add command")


def some_acts(folder: Path) -> None:
    with opened(folder, create=True) as workspace:
        add_acts(workspace, range(20))


def save(folder: Path, say: Say) -> None:
    with opened(folder) as workspace:
        say(BEGUN)
        add_acts(workspace, count(20), say)


def acts_are_whole(folder: Path, _before: str, _after: str, said: list[str]) -> None:
    with closing(connect(folder / DATABASE, writable=False)) as connection:
        rows = connection.execute(
            "SELECT count(unit.id) FROM command"
            " LEFT JOIN unit ON unit.command_id = command.id GROUP BY command.id"
        ).fetchall()
    assert set(rows) <= {(2,)}, rows
    assert len(said) <= len(rows) - 20 <= len(said) + 1, (len(said), len(rows))


# -- backups and versions


def a_backup_and_more(folder: Path) -> None:
    some_acts(folder)
    back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
    add_one(folder)


def an_old_database(folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copyfile(OLD, folder / DATABASE)


def make_backups(folder: Path, say: Say) -> None:
    with opened(folder):
        say(BEGUN)
        while True:
            made = back_up(folder / DATABASE, folder / BACKUPS, BackupReason.BY_HAND)
            say(made.name)


def made_by_hand(folder: Path) -> str:
    """Return the backup made to be brought back; one made before that is another."""
    backups = list_backups(folder / BACKUPS)
    return next(each.name for each in backups if each.reason is BackupReason.BY_HAND)


def bring_back(folder: Path, say: Say) -> None:
    say(BEGUN)
    restore(folder, made_by_hand(folder))
    say("done")


def migrate(folder: Path, say: Say) -> None:
    say(BEGUN)
    with opened(folder):
        say("done")


def nothing_changed(folder: Path, before: str, _after: str, said: list[str]) -> None:
    assert content(folder / DATABASE) == before
    names = {each.name for each in list_backups(folder / BACKUPS)}
    assert set(said) - {"done"} <= names


def before_or_after(folder: Path, before: str, after: str, said: list[str]) -> None:
    found = content(folder / DATABASE)
    assert before != after
    assert found in {before, after}
    assert not said or found == after


# -- files between cells


def beside(folder: Path, name: str) -> Path:
    """Return the place of something that belongs to a workspace and is not in it."""
    return folder.with_name(f"{folder.name} {name}")


def meet(work: Work, other: Workspace) -> None:
    key, box = other.identity.cell_key, box_key(other.identity.folder).public
    meet_cell(work, key, Words(fr="Fès"), box)
    trust_cell(work, key)
    work.commit("Cell trusted")


def two_cells(folder: Path) -> None:
    """Make a cell that has what is to be sent, and one that it trusts."""
    with opened(folder, create=True) as ours:
        add_acts(ours, range(60))
        other = Workspace.open(beside(folder, "other"), create=True, clock=lambda: NOW)
        with ours.writing() as work:
            meet(work, other)
        other.close()


def letter(folder: Path) -> Path:
    return beside(folder, "letter.ssx")


def send_all(workspace: Workspace, path: Path) -> None:
    """Send to everybody the cell trusts."""
    with workspace.writing() as work:
        query = "SELECT cell_key FROM journal_peer WHERE trusted IS NOT NULL"
        to = tuple(bytes(key) for (key,) in work.connection.execute(query))
        send(work, SendWish(to=to, sealing=Sealing.CELLS), path)


def a_file_sent(folder: Path) -> None:
    """Let a file lie there already, which is written over."""
    two_cells(folder)
    with opened(folder) as workspace:
        send_all(workspace, letter(folder))
    add_one(folder)


def export(folder: Path, say: Say) -> None:
    with opened(folder) as workspace:
        say(BEGUN)
        send_all(workspace, letter(folder))
        say("done")


def file_is_whole(folder: Path, before: str, _after: str, said: list[str]) -> None:
    """The record is the same; what lies there is a whole file, the old or the new."""
    assert content(folder / DATABASE) == before
    into = beside(folder, "opened")
    box = box_key(beside(folder, "other") / "keys")
    try:
        found = open_container(letter(folder), into, box=box).manifest
    finally:
        shutil.rmtree(into, ignore_errors=True)
    (number,) = found.number.values()
    assert number >= 2 if said else number >= 1


def files_to_take_in(folder: Path) -> None:
    """Make a cell with records of its own, and files that come to it."""
    with opened(folder, create=True) as ours:
        add_acts(ours, range(10))
        sender = Workspace.open(beside(folder, "other"), create=True, clock=lambda: NOW)
        with ours.writing() as work:
            meet(work, sender)
        with sender.writing() as work:
            meet(work, ours)
        for number in range(FILES):
            with sender.writing() as work:
                for part in range(40):
                    work.add(Unit(id=_id(1000 + number, part), phone=str(part)))
                work.session.flush()
                work.commit("Add units")
            send_all(sender, beside(folder, f"{number}.ssx"))
        sender.close()


def import_files(folder: Path, say: Say) -> None:
    files = [(beside(folder, f"{number}.ssx"), "") for number in range(FILES)]
    with opened(folder) as workspace:
        say(BEGUN)
        with workspace.writing() as work:
            receive(work, files)
        say("done")


def a_file_taken_in(folder: Path) -> None:
    files_to_take_in(folder)
    import_files(folder, quiet)


def undo_import(folder: Path, say: Say) -> None:
    with opened(folder) as workspace:
        query = "SELECT max(act) FROM journal_receipt"
        say(BEGUN)
        with workspace.writing() as work:
            act = work.connection.execute(query).fetchone()[0]
            with suppress(Invalid):  # it was undone before
                undo_act(work, act)
            work.commit("Undo", undoes=act)
        say("done")


#: Name → what is killed.
SCENARIOS: dict[str, Scenario] = {
    "save": Scenario(some_acts, save, acts_are_whole, 0.4),
    "backup": Scenario(some_acts, make_backups, nothing_changed, 0.4),
    "restore": Scenario(a_backup_and_more, bring_back, before_or_after),
    "migrate": Scenario(an_old_database, migrate, before_or_after),
    "export": Scenario(a_file_sent, export, file_is_whole),
    "import": Scenario(files_to_take_in, import_files, before_or_after),
    "undo": Scenario(a_file_taken_in, undo_import, before_or_after),
}
