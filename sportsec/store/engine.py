"""The one place where a database connection is made, with every setting it needs.

The driver is sqlcipher3 on every machine (exchange.md §16): one recent SQLite with
FTS5, and encryption at rest that can be switched on by giving a key.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from sportsec.domain.arranged import day_words, kind_words
from sportsec.domain.finding import heard, mirrored, words_in
from sportsec.domain.folding import fold

#: First versions without the WAL-reset bug (exchange.md §10): the release itself
#: and the two branches it was mended in.
_WAL_SAFE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))

#: Pages kept in memory, in KiB: a merge walks through all of the record, a question
#: through little of it, and there are several readers.
_WRITER_CACHE, _READER_CACHE = 65_536, 16_384

#: Pages after which the log is carried over into the file and written from its start
#: again. While it still grows every commit waits longer for the disk.
_LOG_PAGES = 400


def _of_text(function: Callable[[str], object]) -> Callable[[str | None], str]:
    """Let SQL call a function of a text; NULL is an empty one."""

    def called(text: str | None) -> str:
        said = function(text or "")
        return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)

    return called


#: What the triggers and views of the file call, besides what SQLite brings.
FUNCTIONS = {
    each.__name__: _of_text(each)
    for each in (fold, words_in, mirrored, heard, kind_words, day_words)
}


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Say whether this SQLite may use write-ahead logging without losing commits."""
    newest, *mended = _WAL_SAFE
    return version >= newest or any(
        version[:2] == branch[:2] and version >= branch for branch in mended
    )


def connect(
    path: Path,
    *,
    key: bytes | None = None,
    writable: bool = True,
    foreign_keys: bool = True,
) -> Any:
    """Open a driver connection with the settings that every use relies on.

    Args:
        path: The database file; made when absent and `writable`.
        key: 32 bytes for encryption at rest; None for a plain file.
        writable: Whether statements may change anything.
        foreign_keys: Off only while tables are altered (see `store.upgrade`).
    """
    mode = "rwc" if writable else "ro"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    else:
        # Kept in memory, the tables of a merge would grow with the file. Beside a
        # database that is encrypted they must not lie readable on the disk.
        connection.execute("PRAGMA temp_store = FILE")
    connection.execute("PRAGMA busy_timeout = 10000")
    connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
    connection.execute("PRAGMA recursive_triggers = ON")
    cache = _WRITER_CACHE if writable else _READER_CACHE
    connection.execute(f"PRAGMA cache_size = -{cache}")
    if writable:
        journal = "WAL" if wal_is_safe(driver.sqlite_version_info) else "TRUNCATE"
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
    else:
        connection.execute("PRAGMA query_only = ON")
    for name, function in FUNCTIONS.items():
        connection.create_function(name, 1, function, deterministic=True)
    return connection


def make_engine(
    path: Path,
    *,
    key: bytes | None = None,
    writable: bool,
    foreign_keys: bool = True,
    first: Any = None,
) -> Engine:
    """Make an engine whose transactions begin as SQLite's own.

    A writing transaction takes the write lock at once (BEGIN IMMEDIATE), so that two
    of them queue instead of failing half-way.

    Args:
        first: A connection of `connect`, made alike, that the engine takes over.
    """
    ready = [] if first is None else [first]

    def open_one() -> Any:
        if ready:
            return ready.pop()
        return connect(path, key=key, writable=writable, foreign_keys=foreign_keys)

    engine = create_engine(
        "sqlite://",
        creator=open_one,
        module=driver,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
    )
    begin = "BEGIN IMMEDIATE" if writable else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    return engine
