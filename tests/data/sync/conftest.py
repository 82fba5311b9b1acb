"""Cells with real workspaces that hand each other real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from sportsec.domain.cells import CellDraft
from sportsec.domain.exchange import Scope, ScopeKind, Sealing, SendWish
from sportsec.domain.exchange_received import ReceiveResult
from sportsec.domain.words import Words
from sportsec.services.cells import name_cell
from sportsec.services.peers import meet_cell, trust_cell
from sportsec.store.base import Record
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.tables.clubs import Club
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.sync.crypt import box_key
from sportsec.sync.export import send
from sportsec.sync.receive import Looked, look, receive
from tests.founding import new_workspace

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class Cell:
    """A cell, its workspace, and what a test does with it."""

    name: str
    folder: Path
    workspace: Workspace
    now: list[datetime] = field(default_factory=list)

    @property
    def key(self) -> bytes:
        return self.workspace.identity.cell_key

    def act(self, job: Callable[[Work], Any], title: str = "Club saved") -> Any:
        self.now[0] += timedelta(minutes=1)
        with self.workspace.writing() as work:
            result = job(work)
            work.session.flush()
            work.commit(title)
        return result

    def club(self, name: str, **values: Any) -> UUID:
        def make(work: Work) -> UUID:
            club = work.add(Club(name=Words(fr=name), **values))
            work.session.flush()
            return club.id

        return UUID(str(self.act(make)))

    def change(self, record: UUID, **values: Any) -> None:
        def job(work: Work) -> None:
            club = work.session.get_one(Club, record)
            for name, value in values.items():
                setattr(club, name, value)

        self.act(job)

    def read(self, record: UUID, column: str) -> Any:
        with self.workspace.reading() as work:
            query = f"SELECT {column} FROM club WHERE id = ?"
            row = work.connection.execute(query, (record.bytes,)).fetchone()
        return row and row[0]

    def trusts(self, other: Cell) -> None:
        def job(work: Work) -> None:
            box = box_key(other.workspace.identity.folder).public
            meet_cell(work, other.key, Words(fr=other.name), box)
            trust_cell(work, other.key)

        self.act(job, "Cell trusted")

    def send(
        self, path: Path, *to: Cell, scope: Scope | None = None, **how: Any
    ) -> Path:
        self.now[0] += timedelta(minutes=1)
        how.setdefault("sealing", Sealing.CELLS if to else Sealing.OPEN)
        wish = SendWish(scope or Scope(), to=tuple(cell.key for cell in to), **how)
        with self.workspace.writing() as work:
            send(work, wish, path)
        return path

    def since(self, path: Path, to: Cell) -> Path:
        return self.send(path, to, scope=Scope(ScopeKind.SINCE))

    def look(self, *paths: Path, **how: Any) -> Looked:
        with self.workspace.writing() as work:
            return look(work, [(path, "") for path in paths], **how)

    def receive(self, *paths: Path, **how: Any) -> ReceiveResult:
        self.now[0] += timedelta(minutes=1)
        with self.workspace.writing() as work:
            return receive(work, [(path, "") for path in paths], **how)

    def state(self) -> dict[str, list[Any]]:
        with self.workspace.reading() as work:
            run = work.connection.execute
            assert run("PRAGMA foreign_key_check").fetchall() == []
            return {
                table.name: sorted(
                    map(tuple, run(f"SELECT * FROM {table.name}")), key=repr
                )
                for table in Record.metadata.sorted_tables
            }

    def fingerprint(self) -> bytes:
        with self.workspace.reading() as work:
            return state_fingerprint(work.connection)

    def close(self) -> None:
        self.workspace.close()

    def reopen(self) -> None:
        self.workspace.close()
        self.open()

    def open(self) -> None:
        self.workspace = Workspace.open(self.folder, clock=lambda: self.now[0])


@pytest.fixture
def make_cell(tmp_path: Path) -> Iterator[Callable[[str], Cell]]:
    with cells_in(tmp_path) as make:
        yield make


@contextmanager
def cells_in(place: Path) -> Iterator[Callable[[str], Cell]]:
    """Give what makes cells in a folder; in the end all are closed."""
    with ExitStack() as stack:

        def make(name: str) -> Cell:
            now = [START]
            folder = place / name
            workspace = new_workspace(folder, clock=lambda: now[0])
            cell = Cell(name, folder, workspace, now)
            stack.callback(cell.close)
            draft = CellDraft(Words(fr=name))
            cell.act(lambda work: name_cell(work, draft), "Workspace made")
            return cell

        yield make


@pytest.fixture
def pair(make_cell: Callable[[str], Cell]) -> tuple[Cell, Cell]:
    """Two cells that trust each other."""
    one, other = make_cell("Casablanca"), make_cell("Fès")
    one.trusts(other)
    other.trusts(one)
    return one, other
