"""What a merge is compared with: SQLite's session extension, and a bare upsert.

Both write into the same tables with the same indexes and triggers, with the settings
that the program's own connections have. Neither keeps a history or sees a conflict.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import apsw

from sportsec.store.engine import FUNCTIONS, connect
from tests.benchmarks.exchange_changes import Statement

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
)
_APPLYING = "UPDATE journal_state SET applying = {}"


def open_apsw(database: Path) -> apsw.Connection:
    """Open a database with APSW as the program opens it with its own driver."""
    connection = apsw.Connection(str(database))
    for setting in _SETTINGS:
        connection.execute(setting)
    for name, function in FUNCTIONS.items():
        connection.create_scalar_function(name, function, 1, deterministic=True)
    return connection


def record_changeset(
    database: Path, tables: Iterable[str], statements: Iterable[Statement]
) -> bytes:
    """Return the changeset of statements run on a copy that is used up by it."""
    connection = open_apsw(database)
    without_triggers(connection)
    session = apsw.Session(connection, "main")
    for table in tables:
        session.attach(table)
    connection.execute("BEGIN")
    for sql, values in statements:
        connection.execute(sql, values)
    connection.execute("COMMIT")
    changeset: bytes = session.changeset()
    session.close()
    connection.close()
    return changeset


def without_triggers(connection: Any) -> None:
    """Drop the triggers of the journal, to see what they cost."""
    query = (
        "SELECT name FROM sqlite_master WHERE name LIKE 'journal\\_of\\_%' ESCAPE '\\'"
    )
    for (name,) in list(connection.execute(query)):
        connection.execute(f"DROP TRIGGER {name}")


def apply_changeset(database: Path, changeset: bytes) -> float:
    """Return the seconds of taking a changeset into a database, on the disk."""
    connection = open_apsw(database)
    start = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_APPLYING.format(1))
    apsw.Changeset.apply(changeset, connection, conflict=_theirs)
    connection.execute(_APPLYING.format(0))
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds


def _theirs(reason: int, _change: object) -> int:
    """Overwrite where the other side changed too; what cannot be is left out."""
    if reason in {apsw.SQLITE_CHANGESET_DATA, apsw.SQLITE_CHANGESET_CONFLICT}:
        return apsw.SQLITE_CHANGESET_REPLACE
    return apsw.SQLITE_CHANGESET_OMIT


def write_rows(database: Path, file: Path, changed: dict[str, list[bytes]]) -> None:
    """Write the changed rows of a database into a file, as tables of the same names."""
    connection = connect(database, writable=False)
    connection.execute("PRAGMA query_only = OFF")
    connection.execute("ATTACH ? AS file", (f"{file.as_uri()}?mode=rwc",))
    connection.execute("CREATE TEMP TABLE wanted (id BLOB PRIMARY KEY)")
    for table, ids in changed.items():
        connection.execute("DELETE FROM wanted")
        connection.executemany("INSERT INTO wanted VALUES (?)", zip(ids, strict=True))
        connection.execute(
            f"CREATE TABLE file.{table} AS SELECT * FROM main.{table}"
            " WHERE id IN (SELECT id FROM wanted) ORDER BY id"
        )
    connection.close()


def upsert_rows(database: Path, file: Path) -> float:
    """Return the seconds of writing whole rows over what is there, on the disk."""
    connection = connect(database)
    start = time.perf_counter()
    connection.execute("ATTACH ? AS file", (f"{file.as_uri()}?mode=ro",))
    tables = connection.execute("SELECT name FROM file.sqlite_master").fetchall()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute(_APPLYING.format(1))
    for (table,) in tables:
        columns = [
            name
            for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")
            if name != "id"
        ]
        taken = ", ".join(f"{name} = excluded.{name}" for name in columns)
        names = ", ".join(("id", *columns))
        connection.execute(
            f"INSERT INTO main.{table} ({names}) SELECT {names} FROM file.{table}"
            f" WHERE true ON CONFLICT (id) DO UPDATE SET {taken}"
        )
    connection.execute(_APPLYING.format(0))
    connection.execute("COMMIT")
    seconds = time.perf_counter() - start
    connection.close()
    return seconds
