"""Two versions of the program: ours, and one to come that knows a bit more.

The databases of the machine have triggers only for the tables that it plays with:
every connection that is opened reads them all.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from sportsec.store.engine import connect
from sportsec.store.journal import capture
from sportsec.store.journal.materialise import materialise
from sportsec.store.journal.shape import Field, Shape, Shapes, shapes
from sportsec.store.workspace import DATABASE, Workspace
from tests.convergence import records

#: Tables and columns of the version to come.
TABLES = {"chant"}
COLUMN = "motto"
#: Every personal value begins with it.
MARK_OF_PERSONS = records.MARK_OF_PERSONS
_CHANT = Shape(
    "chant",
    (
        Field("text"),
        Field("club_id", is_blob=True, target="club"),
        Field("deleted_at"),
    ),
)


def shapes_of_version(*, is_newer: bool) -> Shapes:
    known = {name: each for name, each in shapes().items() if name in records.TABLES}
    if is_newer:
        club = Shape("club", (*known["club"].fields, Field(COLUMN)))
        known = {**known, "club": club, "chant": _CHANT}
    return known


@cache
def template(*, is_newer: bool) -> Path:
    """Return an empty database, made once for each process."""
    folder = Path(tempfile.mkdtemp(prefix="sportsec-"))
    atexit.register(shutil.rmtree, folder)
    Workspace.open(folder, create=True).close()
    with closing(connect(folder / DATABASE)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        if is_newer:
            _alter(connection)
        capture.install(connection, shapes_of_version(is_newer=is_newer))
        connection.execute("UPDATE journal_state SET self = NULL")
        connection.execute("DELETE FROM journal_replica")
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = DELETE")
    return folder / DATABASE


def _alter(connection: Any) -> None:
    connection.execute(f"ALTER TABLE club ADD COLUMN {COLUMN} TEXT")
    connection.execute(
        "CREATE TABLE chant (id BLOB PRIMARY KEY, text TEXT,"
        " club_id BLOB REFERENCES club (id), deleted_at TEXT)"
    )


def upgrade(connection: Any) -> None:
    """Bring a database to the version to come, inside a transaction."""
    capture.remove(connection)
    _alter(connection)
    capture.install(connection, shapes_of_version(is_newer=True))
    materialise(connection, shapes_of_version(is_newer=False))
