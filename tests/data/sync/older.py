"""Cells whose program is older: their database lacks a table and some columns."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from sportsec.store.base import Record
from sportsec.store.engine import connect
from sportsec.store.journal import capture
from sportsec.store.journal.shape import Shape, Shapes, shapes
from sportsec.store.upgrade import MIGRATIONS, REVISION, upgrade
from sportsec.store.workspace import BACKUPS, DATABASE
from tests.data.sync.conftest import Cell

#: What the older program does not know: plain, personal, a reference, a group.
LACKED_COLUMNS = {
    "contact": {"mandate", "notes", "venue_id", "is_reachable_on_match_day"},
    "venue": {"latitude", "longitude"},
}
LACKED_TABLE = "group_relation"

_LATER = '''
"""The version to come makes what the older one lacks."""
from alembic import op
from tests.data.sync.older import complete
revision = "0003_later"
down_revision = "{first}"
branch_labels = None
depends_on = None

def upgrade() -> None:
    complete(op.get_bind())
'''


def older_shapes() -> Shapes:
    """Return what the older program says of its tables."""
    return {
        name: Shape(
            name,
            tuple(
                field
                for field in shape.fields
                if field.name not in LACKED_COLUMNS.get(name, ())
            ),
        )
        for name, shape in shapes().items()
        if name != LACKED_TABLE
    }


def make_older(cell: Cell) -> None:
    """Give an empty cell the database of the older program.

    The table that it lacks is there, empty and unknown to its journal: it is today's
    program that works on this database, and may look for the names of records in it.
    """
    cell.workspace.close()
    with closing(connect(cell.folder / DATABASE, foreign_keys=False)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        capture.remove(connection)
        for name, lacked in LACKED_COLUMNS.items():
            kept = ", ".join(
                each.name
                for each in Record.metadata.tables[name].columns
                if each.name not in lacked
            )
            rows = connection.execute(f"SELECT {kept} FROM {name}").fetchall()
            assert not rows, "only an empty table can be made older"
            connection.execute(f"DROP TABLE {name}")
            connection.execute(_bare(name, lacked))
        capture.install(connection, older_shapes())
        connection.execute("COMMIT")
    cell.open()


def make_newer(cell: Cell, folder: Path) -> None:
    """Bring the database of a cell to this version, by a migration."""
    cell.workspace.close()
    versions = folder / "versions"
    versions.mkdir(parents=True)
    for source in (*MIGRATIONS.glob("*.py"), *MIGRATIONS.glob("versions/*.py")):
        (folder / source.relative_to(MIGRATIONS)).write_text(source.read_text())
    (versions / "0003_later.py").write_text(_LATER.format(first=REVISION))
    database = cell.folder / DATABASE
    backups = cell.folder / BACKUPS
    upgrade(database, backups, migrations=folder, revision="0003_later")
    with closing(connect(database)) as connection:
        # To the program that the test runs, it is its own again.
        connection.execute("UPDATE alembic_version SET version_num = ?", (REVISION,))
    cell.open()


def complete(bind: Any) -> None:
    """Make in a migration what the older program lacks."""
    lacked_table = Record.metadata.tables[LACKED_TABLE]
    lacked_table.drop(bind)
    lacked_table.create(bind)
    for name, lacked in LACKED_COLUMNS.items():
        table = Record.metadata.tables[name]
        kept = ", ".join(c.name for c in table.columns if c.name not in lacked)
        run = bind.exec_driver_sql
        run(f"CREATE TEMP TABLE kept_{name} AS SELECT * FROM main.{name}")
        run(f"DROP TABLE main.{name}")
        table.create(bind)
        run(f"INSERT INTO main.{name} ({kept}) SELECT {kept} FROM kept_{name}")
        run(f"DROP TABLE kept_{name}")


def _bare(name: str, lacked: set[str]) -> str:
    """Return SQL of a table without some of its columns."""
    fields = [each for each in shapes()[name].fields if each.name not in lacked]
    columns = ", ".join(
        each.name
        if each.default is None
        else f"{each.name} NOT NULL DEFAULT {each.default!r}"
        for each in fields
    )
    return f"CREATE TABLE {name} (id BLOB PRIMARY KEY, {columns})"
