"""Copying a database that is in use, and seeing that a copy is sound."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store import traces
from sportsec.store.durable import UNFINISHED, put_in_place, remove_database
from sportsec.store.engine import connect
from sportsec.store.journal.standing import STANDING
from sportsec.store.revision import revision_of
from sportsec.store.watching import watched

#: Is told how far it is, from 0 to 1; what it raises gives the work up.
Tell = Callable[[float], object]

#: Pages per step: 2 MiB, a few milliseconds.
_STEP_PAGES = 512
#: Room left on the disk besides the copy.
_SPARE_BYTES = 16 << 20
#: Part of the work that copying is; the rest is checking the copy.
_COPYING = 0.7


class Damaged(Exception):
    """A database file is broken.

    Args:
        found: What SQLite says, for the log.
    """


def nobody(_share: float) -> None:
    """Tell nobody."""


def copy_database(source: Path, target: Path, tell: Tell = nobody) -> None:
    """Copy a database to one sound file, while others read and write it.

    Args:
        target: Appears once the copy is complete, checked and on the disk.

    Raises:
        StoreUnavailable: There is not enough room for it.
        Damaged: The copy is not sound; it has been removed.
        driver.Error, OSError: The file or the disk cannot be read or written.
    """
    _require_room(source, target.parent)
    unfinished = target.with_name(f"{target.name}{UNFINISHED}")
    remove_database(unfinished)
    try:
        with (
            closing(connect(source, writable=False)) as connection,
            closing(connect(unfinished)) as copy,
        ):
            # One file at any moment; it is brought to the disk once, at the end.
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute("PRAGMA synchronous = OFF")
            _hold_still(connection)
            connection.backup(
                copy,
                pages=_STEP_PAGES,
                progress=lambda _code, left, whole: tell(
                    _COPYING * (1 - left / max(1, whole))
                ),
            )
            copy.execute("PRAGMA journal_mode = DELETE")
            traces.wipe(copy)
        require_sound(unfinished, lambda share: tell(_COPYING + 0.29 * share))
        tell(1.0)  # the last moment to give up
        put_in_place(unfinished, target)
    except BaseException:
        remove_database(unfinished)
        raise


def _hold_still(connection: Any) -> None:
    """See one state for all steps: else each act of the writer starts them anew.

    Only with a write-ahead log, where a reader does not keep the writer waiting.
    """
    if connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _require_room(source: Path, folder: Path) -> None:
    log = source.with_name(f"{source.name}-wal")
    needed = sum(each.stat().st_size for each in (source, log) if each.exists())
    if shutil.disk_usage(folder).free < needed + _SPARE_BYTES:
        raise StoreUnavailable(StoreReason.DISK, folder)


def require_sound(database: Path, tell: Tell = nobody) -> str:
    """Look through a whole database file and return its revision.

    Raises:
        Damaged: Pages or references are broken, or it is no database of ours.
        OSError: It cannot be read.
    """
    with database.open("rb"):  # the system's own words for what is missing
        pass
    try:
        with (
            closing(connect(database, writable=False)) as connection,
            watched(connection, lambda: tell(0.5)),  # how far it is nobody knows
        ):
            broken = faults_of(connection)
            revision = revision_of(connection)
    except driver.Error as error:
        raise Damaged(str(error)) from error
    if broken or revision is None:
        raise Damaged(*broken)
    return revision


def faults_of(connection: Any) -> tuple[str, ...]:
    """Return what is wrong with pages, references and journal of an open database."""
    pages = connection.execute("PRAGMA quick_check(5)").fetchall()
    broken = [row[0] for row in pages if row[0] != "ok"]
    if not broken:
        rows = connection.execute("PRAGMA foreign_key_check").fetchmany(5)
        broken = [f"{table} {row} -> {parent}" for table, row, parent, _ in rows]
    if not broken:
        broken = _faults_of_journal(connection)
    return tuple(broken)


def _faults_of_journal(connection: Any) -> list[str]:
    """See that the last act is the one the database believes to have written."""
    query = "SELECT name FROM sqlite_master WHERE name = 'journal_state'"
    if connection.execute(query).fetchone() is None:
        return []  # of a version before the journal
    rows = connection.execute(
        f"SELECT tno FROM {STANDING} WHERE tno > 0 AND chain IS NULL"  # noqa: S608
    ).fetchall()
    return [f"act {row[0]} is not the last of its chain" for row in rows]
