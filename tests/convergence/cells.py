"""A cell of the machine: a workspace on real files, with a clock that may be wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sportsec.store.engine import connect
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace
from tests.convergence.holding import assert_holds
from tests.convergence.journal import SEQUENCE, Key, numbering
from tests.convergence.oracle import State

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TITLE = "Convergence"


@dataclass(slots=True)
class Ledger:
    """Who knew what when writing, noted by the test and not taken from the journal."""

    ticks: int = 0
    knew: dict[Key, frozenset[Key]] = field(default_factory=dict)
    #: The register of each operation noted.
    place: dict[Key, tuple[bytes, str]] = field(default_factory=dict)

    def tick(self) -> timedelta:
        self.ticks += 1
        return timedelta(milliseconds=7 * self.ticks)


class Cell:
    """One cell: its workspace, and what the ledger must learn of its acts."""

    def __init__(self, folder: Path, ledger: Ledger, skew: timedelta) -> None:
        self.folder = folder
        self.ledger = ledger
        self.skew = skew
        self.incarnation = 0
        self.workspace = self._opened()

    def _opened(self) -> Workspace:
        opened = Workspace.open(self.folder, create=True, clock=self._now)
        self.eye = connect(self.folder / DATABASE, writable=False)
        return opened

    def _now(self) -> datetime:
        return START + self.skew + self.ledger.tick()

    def close(self) -> None:
        self.eye.close()
        self.workspace.close()

    def reopen(self) -> None:
        """Close it and start the program again."""
        self.close()
        self.workspace = self._opened()

    def ask(self, query: str, *values: object) -> list[Any]:
        """Return the rows of a question, identifiers as bytes."""
        return self.eye.execute(query, values).fetchall()

    def known(self) -> frozenset[Key]:
        """Return all operations it knows."""
        replicas = numbering(self.eye)
        return frozenset(
            (replicas[op >> 32], op & SEQUENCE)
            for (op,) in self.ask("SELECT op FROM journal_op")
        )

    def rows(self, table: str, *, live: bool = True) -> list[bytes]:
        where = f"deleted_at IS {'NULL' if live else 'NOT NULL'}"
        younger = "id NOT IN (SELECT row FROM journal_twin WHERE row <> elder)"
        query = f"SELECT id FROM {table} WHERE {where} AND {younger} ORDER BY id"
        return [bytes(row) for (row,) in self.ask(query)]

    def pick(self, table: str, index: int, *, live: bool = True) -> bytes | None:
        rows = self.rows(table, live=live)
        return rows[index % len(rows)] if rows else None

    @contextmanager
    def acting(
        self, title: str = TITLE, *, opened: dict[bytes, frozenset[Key]] | None = None
    ) -> Iterator[Work]:
        """Give a work, commit it and note what its author knew.

        Args:
            opened: What was known when the form of a record was opened, for forms
                that are older than the work.
        """
        before = self.known()
        with self.workspace.writing() as work:
            yield work
            work.commit(title)
        self.note(before, opened or {})

    def note(
        self, before: frozenset[Key], opened: dict[bytes, frozenset[Key]]
    ) -> list[Key]:
        """Note the operations that came since `before`, which this cell wrote."""
        replicas = numbering(self.eye)
        new = []
        query = "SELECT op, row, col, kind FROM journal_op ORDER BY op"
        for op, row, col, kind in self.ask(query):
            key = replicas[op >> 32], op & SEQUENCE
            if key in before:
                continue
            knew = opened.get(bytes(row), before) | frozenset(new)
            self.ledger.knew[key] = knew
            if kind == "U":
                self.ledger.place[key] = bytes(row), col
            new.append(key)
        return new

    def check(self) -> State:
        """Hold what it shows against the definition."""
        return assert_holds(self.eye)

    def copied_to(self, folder: Path) -> Path:
        """Copy its database, as a backup does, without keys."""
        folder.mkdir(parents=True, exist_ok=True)
        with closing(connect(folder / DATABASE)) as copy:
            self.eye.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        return folder / DATABASE

    def put_back(self, backup: Path) -> None:
        """Replace its database by a backup, behind the back of the program."""
        self.close()
        for ending in ("-wal", "-shm"):
            (self.folder / (DATABASE + ending)).unlink(missing_ok=True)
        shutil.copyfile(backup, self.folder / DATABASE)
        self.incarnation += 1
        self.workspace = self._opened()


Change = Callable[[Work], None]
