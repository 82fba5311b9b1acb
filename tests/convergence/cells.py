"""A cell of the machine: a workspace on real files, with a clock that may be wrong."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.store.engine import connect
from sportsec.store.journal.identity import KEYS
from sportsec.store.journal.standing import STANDING, standing
from sportsec.store.tables.journal import Journal
from sportsec.store.work import Work
from sportsec.store.workspace import DATABASE, Workspace
from tests.convergence import records, versions
from tests.convergence.holding import assert_holds
from tests.convergence.journal import Key, key_of, numbering
from tests.convergence.ledger import Ledger
from tests.convergence.oracle import State

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TITLE = "Convergence"
_MARK = "replica.json"
_SHM = Path("/dev/shm")  # noqa: S108 - in memory where there is such a place
FAST = _SHM if _SHM.is_dir() and os.access(_SHM, os.W_OK) else None


@dataclass(frozen=True, slots=True)
class Saved:
    """A workspace as it was once.

    Args:
        rid: Its name then.
        mark: What lay beside the database of who it is.
    """

    database: Path
    rid: bytes
    mark: str
    known: AbstractSet[Key]
    is_newer: bool


class Cell:
    """One cell: its workspace, what the test says it knows, what it must show.

    It is used for one run after the other, since to open a workspace takes as long as
    ten acts.
    """

    def __init__(self, folder: Path, *, is_newer: bool = False) -> None:
        self.folder = folder
        self.is_newer = is_newer
        self.begin(Ledger(), timedelta())
        self._open()

    def begin(self, ledger: Ledger, skew: timedelta) -> None:
        """Take part in a run."""
        self.ledger = ledger
        self.skew = skew
        self.incarnation = 0
        self.known: set[Key] = set()
        self.state: State

    def _open(self) -> None:
        self.workspace = Workspace.open(self.folder, create=True, clock=self._now)
        self.eye = connect(self.folder / DATABASE, writable=False)
        self._count_from_here()

    def _count_from_here(self) -> None:
        query = f"SELECT self, seq FROM {STANDING}"
        number, seq = self.eye.execute(query).fetchone()
        self._last = number << 32 | seq

    def _now(self) -> datetime:
        return START + self.skew + self.ledger.tick()

    def close(self) -> None:
        self.eye.close()
        self.workspace.close()

    def empty(self) -> None:
        """Forget everything, as if the workspace had just been made."""
        with self.workspace.writing() as work:
            run = work.connection.execute
            run("PRAGMA defer_foreign_keys = ON")
            run("UPDATE journal_state SET applying = 1")
            tables = {*records.TABLES, *Journal.tables, "name_index"}
            more = versions.TABLES if self.is_newer else set()
            for table in sorted((tables | more) - {"journal_state"}):
                run(f"DELETE FROM {table}")
            run("UPDATE journal_state SET applying = 0, self = NULL, hlc = 0")
            identity = self.workspace.identity
            identity.settle(work.connection)
            position, chain = standing(work.connection)
            work.commit("Workspace made")
        identity.remember(position, chain)
        self._count_from_here()

    def ask(self, query: str, *values: object) -> list[Any]:
        return self.eye.execute(query, values).fetchall()

    def rows(self, table: str, *, live: bool = True) -> list[bytes]:
        """Return the records of a table that may be changed, or brought back."""
        shown = self.state.rows.get(table, {})
        place = [*self.state.layout.shapes[table].columns].index("deleted_at")
        return sorted(
            row
            for row, values in shown.items()
            if (values[place] is None) is live and row not in self.state.elders
        )

    def pick(self, table: str, index: int, *, live: bool = True) -> bytes | None:
        rows = self.rows(table, live=live) if table in self.state.rows else []
        return rows[index % len(rows)] if rows else None

    @contextmanager
    def acting(
        self,
        title: str = TITLE,
        *,
        opened: dict[bytes, AbstractSet[Key]] | None = None,
        **how: Any,
    ) -> Iterator[Work]:
        """Give a work, commit it, note what its author knew, and check the cell.

        Args:
            opened: What was known when the form of a record was opened, for forms
                that are older than the work.
            how: More for the commit.
        """
        with self.workspace.writing() as work:
            yield work
            work.commit(title, **how)
        self.note(opened or {})
        self.check()

    def note(self, opened: dict[bytes, AbstractSet[Key]]) -> None:
        """Note the operations that this cell wrote since the last time."""
        replicas = numbering(self.eye)
        before = frozenset(self.known)
        new: set[Key] = set()
        query = (
            "SELECT op, row, col, kind, val FROM journal_op"
            " WHERE op > ? AND op < ? ORDER BY op"
        )
        for op, row, col, kind, val in self.ask(
            query, self._last, self._last | 2**32 - 1
        ):
            key = key_of(replicas, op)
            self.ledger.knew[key] = opened.get(row, before) | new
            if kind == "U":
                self.ledger.places[row, col].append(key)
            if isinstance(val, str) and val.startswith(versions.MARK_OF_PERSONS):
                self.ledger.secrets[key] = row, col, val
            new.add(key)
        self.known |= new
        self._count_from_here()

    def check(self) -> State:
        """Hold what it shows and knows against the definition and the test's notes."""
        self.state = assert_holds(self.eye)
        assert self.state.ops.keys() == self.known
        self.ledger.assert_nothing_lost(self.state)
        return self.state

    def check_references(self) -> None:
        """Let SQLite itself look whether every reference leads to a record."""
        assert not self.ask("PRAGMA foreign_key_check")

    def bytes_of_file(self) -> bytes:
        """Return the database file, with all that was in its log."""
        with closing(connect(self.folder / DATABASE)) as connection:
            query = "PRAGMA wal_checkpoint(TRUNCATE)"
            assert connection.execute(query).fetchone()[0] == 0
        return (self.folder / DATABASE).read_bytes()

    # -- copies

    def saved(self, path: Path) -> Saved:
        """Copy its database, as a backup does, and note what is known in it."""
        with closing(driver.connect(path)) as copy:
            self.eye.backup(copy)
        mark = (self.folder / KEYS / _MARK).read_text(encoding="utf-8")
        rid = self.workspace.identity.rid
        return Saved(path, rid, mark, frozenset(self.known), self.is_newer)

    def put_back(self, saved: Saved, *, with_mark: bool) -> None:
        """Replace its database by an old one, behind the back of the program."""
        self.close()
        for ending in ("-wal", "-shm"):
            (self.folder / (DATABASE + ending)).unlink(missing_ok=True)
        shutil.copyfile(saved.database, self.folder / DATABASE)
        if with_mark:
            mark = self.folder / KEYS / _MARK
            mark.write_text(saved.mark, encoding="utf-8")
        self.incarnation += 1
        self.known = set(saved.known)
        self.is_newer = saved.is_newer
        self._open()

    def reopen(self) -> None:
        """Start the program again."""
        self._open()


_IDLE: list[Cell] = []
_HOME: list[Path] = []


def new_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="sportsec-", dir=FAST))


def borrowed(ledger: Ledger, skew: timedelta, *, is_newer: bool) -> Cell:
    """Return an empty cell of a version."""
    found = next((each for each in _IDLE if each.is_newer is is_newer), None)
    if found is None:
        folder = new_folder()
        shutil.copyfile(versions.template(is_newer=is_newer), folder / DATABASE)
        found = Cell(folder, is_newer=is_newer)
    else:
        _IDLE.remove(found)
    found.begin(ledger, skew)
    found.empty()
    found.check()
    return found


def given_back(cell: Cell, *, is_whole: bool) -> None:
    """Keep a cell for the next run, unless something was found wrong with it."""
    if is_whole:
        _IDLE.append(cell)
        return
    cell.close()
    shutil.rmtree(cell.folder)


def close_all() -> None:
    """Close the cells that are kept."""
    while _IDLE:
        given_back(_IDLE.pop(), is_whole=False)
