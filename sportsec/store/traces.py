"""What erased values leave behind in the file itself, and wiping it out.

SQLite overwrites what is deleted, but not what it only moved: the log and the gaps
inside pages may still hold a value that the law wants gone, and the index of names
keeps pieces of it. A mark in the header of the file, written in the transaction that
erases, says that this is still to be seen to; so a power cut cannot make it forgotten.
"""

from __future__ import annotations

import logging
from typing import Any

import sqlcipher3.dbapi2 as driver

from sportsec.store.name_index import forget_gone

_log = logging.getLogger(__name__)


def leave(connection: Any) -> None:
    """Mark the file, in the transaction that erases values."""
    connection.execute("PRAGMA user_version = 1")


def are_left(connection: Any) -> bool:
    """Say whether the file may still hold what was erased."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0])


def wipe(connection: Any) -> bool:
    """Write the file anew without what was erased, if it is marked.

    What was done before stays done whatever happens here; when it cannot be finished
    the mark stays, so that the next opening tries again.

    Args:
        connection: In no transaction; nobody else writes. Readers are waited for.

    Returns:
        Whether nothing is left.
    """
    try:
        return not are_left(connection) or _wiped(connection)
    except driver.OperationalError:  # no room for a second copy, for example
        _log.warning("traces of erased values remain", exc_info=True)
        return False


def _wiped(connection: Any) -> bool:
    forget_gone(connection)
    connection.execute("VACUUM")
    log = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if log[0]:  # somebody still reads it
        return False
    connection.execute("PRAGMA user_version = 0")
    return True
