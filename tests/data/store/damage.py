"""Breaking database files, and looking into them past the program."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sportsec.store.engine import connect


def break_page(database: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    with closing(connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(query, (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(database.read_bytes())
    data[(page - 1) * size : page * size] = b"\xaa" * size
    database.write_bytes(data)


def count(database: Path, table: str) -> int:
    """Return how many rows a table has."""
    with closing(connect(database, writable=False)) as connection:
        found: int = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    return found
