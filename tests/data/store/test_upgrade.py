"""Upgrades are whole or not at all; the traps of architecture.md §3.6 stay shut."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store.engine import connect
from sportsec.store.revision import revision_of
from sportsec.store.upgrade import MIGRATIONS, REVISION, upgrade

SECOND = '''
"""A later change."""
from alembic import op
import sqlalchemy as sa
revision = "0002_second"
down_revision = "{first}"
branch_labels = None
depends_on = None

def upgrade() -> None:
{steps}
'''
ALTER_VENUE = """
    with op.batch_alter_table("venue") as batch:
        batch.alter_column("operator", new_column_name="operated_by")
"""
HALF_THEN_FAIL = """
    op.execute("INSERT INTO cell (id) VALUES (x'00')")
    op.execute("INSERT INTO no_such_table VALUES (1)")
"""
DANGLING = """
    op.execute("UPDATE sector SET venue_id = x'ff'")
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of this version with a venue and two sectors."""
    path = tmp_path / "cell.db"
    upgrade(path, tmp_path / "backups")
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO venue (id, name_fr) VALUES (x'01', 'Stade')")
        for sector in ("02", "03"):
            connection.execute(
                f"INSERT INTO sector (id, venue_id) VALUES (x'{sector}', x'01')"
            )
    return path


def migrations_with(folder: Path, steps: str) -> Path:
    versions = folder / "versions"
    versions.mkdir(parents=True)
    for source in (*MIGRATIONS.glob("*.py"), *MIGRATIONS.glob("versions/*.py")):
        (folder / source.relative_to(MIGRATIONS)).write_text(source.read_text())
    text = SECOND.format(first=REVISION, steps=steps)
    (versions / "0002_second.py").write_text(text)
    return folder


def upgrade_with(database: Path, steps: str) -> Path:
    migrations = migrations_with(database.parent / "migrations", steps)
    backups = database.parent / "backups"
    upgrade(database, backups, migrations=migrations, revision="0002_second")
    return backups


def count(database: Path, table: str) -> int:
    with closing(connect(database)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_the_revision_is_that_of_the_last_migration() -> None:
    assert max(MIGRATIONS.glob("versions/*.py")).stem == REVISION


def test_one_from_before_the_journey_keeps_its_matches_and_its_history(
    tmp_path: Path,
) -> None:
    path = tmp_path / "cell.db"
    upgrade(path, None, revision="0002_journal")
    with closing(connect(path)) as connection:
        connection.execute(
            "INSERT INTO fixture (id, kick_off_date) VALUES (x'01', '2026-11-28')"
        )
    upgrade(path, tmp_path / "backups")
    with closing(connect(path)) as connection:
        assert revision_of(connection) == REVISION
        ask = "SELECT kick_off_date, away_station, away_route FROM fixture"
        assert connection.execute(ask).fetchall() == [("2026-11-28", "", "")]
        connection.execute("UPDATE fixture SET away_station = 'Gare'")
        ask = "SELECT kind, col, val FROM journal_capture WHERE col = 'away_station'"
        assert connection.execute(ask).fetchall() == [("U", "away_station", "Gare")]


def test_altering_a_table_keeps_its_children_and_the_search(database: Path) -> None:
    upgrade_with(database, ALTER_VENUE)
    assert count(database, "sector") == 2
    with closing(connect(database)) as connection:
        assert revision_of(connection) == "0002_second"
        connection.execute("UPDATE venue SET name_fr = 'Arène', operated_by = 'x'")
        row = connection.execute("SELECT folded FROM name_index").fetchone()
    assert "arene" in row[0]


def test_an_existing_database_is_copied_before_it_is_changed(database: Path) -> None:
    backups = upgrade_with(database, ALTER_VENUE)
    (copy,) = backups.iterdir()
    assert count(copy, "sector") == 2
    with closing(connect(copy)) as connection:
        assert revision_of(connection) == REVISION


def test_a_migration_that_fails_half_way_changes_nothing(database: Path) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        upgrade_with(database, HALF_THEN_FAIL)
    assert caught.value.reason is StoreReason.UPGRADE
    assert count(database, "cell") == 0
    with closing(connect(database)) as connection:
        assert revision_of(connection) == REVISION


def test_a_migration_that_leaves_dangling_references_is_undone(database: Path) -> None:
    with pytest.raises(StoreUnavailable):
        upgrade_with(database, DANGLING)
    with closing(connect(database)) as connection:
        rows = connection.execute("SELECT DISTINCT venue_id FROM sector").fetchall()
    assert rows == [(b"\x01",)]


def test_an_up_to_date_database_is_opened_without_a_copy(database: Path) -> None:
    backups = database.parent / "backups"
    upgrade(database, backups)
    assert not backups.exists()
