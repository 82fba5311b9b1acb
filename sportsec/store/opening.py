"""What is seen to before a workspace is used, and after."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store.backup import DATABASE, remove_unfinished
from sportsec.store.copying import Damaged, Tell, nobody, require_sound
from sportsec.store.engine import connect
from sportsec.store.faults import reason_of
from sportsec.store.marker import OpenMarker
from sportsec.store.scratch import remove_scratch


def begin_use(folder: Path, tell: Tell = nobody, *, create: bool = False) -> None:
    """Look through the database if it was not closed properly, and mark it in use.

    Args:
        folder: Of a workspace that is locked by the caller.
        create: Whether the database may be absent or empty.

    Raises:
        StoreUnavailable: It is damaged.
        OSError: The folder cannot be written.
    """
    remove_unfinished(folder)
    remove_scratch(folder)
    marker = OpenMarker(folder)
    database = folder / DATABASE
    if marker.is_there and database.exists() and not create:
        _examine(database, tell)
    marker.put()


def end_use(folder: Path) -> None:
    """Say that everything has been written and closed."""
    OpenMarker(folder).remove()


def _examine(database: Path, tell: Tell) -> None:
    try:
        with closing(
            connect(database)
        ) as connection:  # finishes or undoes the last act
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        require_sound(database, tell)
    except Damaged as error:
        raise StoreUnavailable(StoreReason.UNREADABLE, database.parent) from error
    except driver.Error as error:
        raise StoreUnavailable(reason_of(error), database.parent) from error
