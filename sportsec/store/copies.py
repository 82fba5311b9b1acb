"""Which copies of a workspace still hold values that were, or are to be, erased."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from sportsec.domain.backups import Backup
from sportsec.store import traces
from sportsec.store.backup import list_backups
from sportsec.store.engine import connect
from sportsec.store.journal.shape import Shape

_VALUE = (
    "SELECT 1 FROM journal_op WHERE row = ? AND kind = 'U' AND digest IS NULL"
    " AND col = ? LIMIT 1"
)


def copies_with(backups: Path, shape: Shape, rows: Collection[bytes]) -> list[Backup]:
    """Return the backups that hold personal values of records, newest first.

    Args:
        backups: The folder they lie in.
        shape: Of the table of the records.
    """
    return [
        backup
        for backup in list_backups(backups)
        if _holds(backups / backup.name, shape, rows)
    ]


def _holds(file: Path, shape: Shape, rows: Iterable[bytes]) -> bool:
    """Look into one copy; one that cannot be read may hold anything."""
    try:
        with closing(connect(file, writable=False)) as connection:
            if traces.are_left(connection):
                return True
            return any(
                connection.execute(_VALUE, (row, register)).fetchone()
                for row in rows
                for register in shape.personal
            )
    except driver.Error:
        return True
