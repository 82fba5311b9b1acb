"""Two cells that parted, with so many changes in the one that go to the other."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sportsec.store.engine import connect
from sportsec.store.journal.identity import Identity
from sportsec.store.journal.seal import Stamp, seal
from sportsec.store.workspace import DATABASE, Workspace
from tests.benchmarks.exchange_changes import (
    CONCURRENT,
    PER_ACT,
    STOCK,
    Office,
    Record,
    Statement,
    concurrent,
)
from tests.benchmarks.exchange_floors import record_changeset, write_rows

#: Records of the stock that one act holds: as a large intake does.
_STOCK_ACT = 5_000


@dataclass(frozen=True, slots=True)
class Parted:
    """Two cells that parted.

    Args:
        size: How many changes the sender made since.
        sender, receiver: Their folders.
        changeset: The same changes as the session extension writes them.
        rows: The same changes as whole rows in a file.
        statements: The same changes as SQL.
        common: How far the sender had come when they parted: {rid: (op, act)}.
    """

    size: int
    sender: Path
    receiver: Path
    base: Path
    changeset: bytes
    rows: Path
    statements: list[Statement]
    common: dict[bytes, tuple[int, int]]


class Writer:
    """A database of a cell, written with bare SQL and sealed act by act."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        Workspace.open(folder, create=True).close()
        self.connection: Any = connect(folder / DATABASE)
        self.identity = Identity(folder)
        self.connection.execute("BEGIN IMMEDIATE")
        self.identity.settle(self.connection)
        self.connection.execute("COMMIT")
        self.wall = 1_795_000_000_000
        self.sealing = 0.0

    def acts(self, statements: Iterable[Statement], per_act: int) -> None:
        """Write acts of so many statements each."""
        for part in _parts(statements, per_act):
            self.connection.execute("BEGIN IMMEDIATE")
            self.run(part)
            self.seal()
            self.connection.execute("COMMIT")

    def run(self, statements: Iterable[Statement]) -> None:
        """Run statements without sealing what they did."""
        for sql, values in statements:
            self.connection.execute(sql, values)

    def seal(self) -> None:
        """Make an act of what waits; `sealing` counts the seconds."""
        self.wall += 60_000
        start = time.perf_counter()
        stamp = Stamp("officer", "Changes", self.wall, "1")
        sealed = seal(self.connection, stamp, self.identity)
        self.sealing += time.perf_counter() - start
        self.identity.remember(sealed.tno, sealed.chain)

    def reached(self) -> dict[bytes, tuple[int, int]]:
        """Return how far each replica is known here."""
        query = "SELECT rid, op_upto, act_upto FROM journal_replica"
        return {
            bytes(rid): (op, act) for rid, op, act in self.connection.execute(query)
        }

    def close(self) -> None:
        """Put the write-ahead log into the file."""
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()
        self.identity.close()


@dataclass(frozen=True, slots=True)
class Stock:
    """What both cells hold before they part.

    Args:
        folder: The cell that wrote it.
        common: How far it had come: {rid: (op, act)}.
    """

    folder: Path
    office: Office
    common: dict[bytes, tuple[int, int]]


def stock(folder: Path, changes: int) -> Stock:
    """Write as many records as there are before so many changes."""
    office = Office(changes, Record())
    base = Writer(folder)
    base.acts(office.frame(), _STOCK_ACT)
    base.acts(office.inserts(round(changes * STOCK)), _STOCK_ACT)
    common = base.reached()
    base.close()
    return Stock(folder, office, common)


def part(folder: Path, size: int, held: Stock) -> Parted:
    """Make two cells that hold the same, and let both go on alone."""
    office = deepcopy(held.office)
    statements = list(office.day(size))
    for name in ("sender", "receiver"):
        copy_database(held.folder, folder / name)
    receiver = Writer(folder / "receiver")
    meeting = concurrent(size, statements, round(size * CONCURRENT))
    receiver.acts(meeting, PER_ACT)
    receiver.close()
    sender = Writer(folder / "sender")
    sender.acts(statements, PER_ACT)
    sender.close()
    copy_database(held.folder, folder / "recorded")
    tables = office.record.ids
    changeset = record_changeset(folder / "recorded" / DATABASE, tables, statements)
    rows = folder / "rows.db"
    write_rows(sender.folder / DATABASE, rows, _changed(statements))
    return Parted(
        *(size, sender.folder, receiver.folder, held.folder),
        *(changeset, rows, statements, held.common),
    )


def sealed(parted: Parted, folder: Path, per_act: int) -> float:
    """Return the seconds of sealing what the sender did, in acts of so many changes.

    The triggers that note it, and the commits, are those of the saves.
    """
    copy_database(parted.base, folder)
    writer = Writer(folder)
    writer.acts(parted.statements, per_act)
    writer.close()
    return writer.sealing


def copy_database(source: Path, target: Path) -> Path:
    """Copy the database of a folder into another, as a copy of its own name."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copyfile(source / DATABASE, target / DATABASE)
    return target


def copy_cell(source: Path, target: Path) -> Path:
    """Copy a cell with its keys."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return target


def _changed(statements: Iterable[Statement]) -> dict[str, list[bytes]]:
    found: dict[str, dict[bytes, None]] = {}
    for sql, values in statements:
        words = sql.split()
        table = words[2] if words[0] == "INSERT" else words[1]
        key = values[0] if words[0] == "INSERT" else values[-1]
        assert isinstance(key, bytes)
        found.setdefault(table, {})[key] = None
    return {table: [*ids] for table, ids in found.items()}


def _parts(
    statements: Iterable[Statement], count: int
) -> Iterator[tuple[Statement, ...]]:
    source = iter(statements)
    while part := tuple(itertools.islice(source, count)):
        yield part
