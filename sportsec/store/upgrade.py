"""Bringing a database to this version: backup, migrations in one transaction, check.

SQLite traps met on the way (architecture.md §3.6): altering a table while foreign
keys are on can empty its children; the driver's own transactions keep half of a
failed migration. So: keys off, one BEGIN IMMEDIATE, a check before COMMIT.
"""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import SQLAlchemyError

from sportsec.domain.backups import BackupReason
from sportsec.domain.errors import StoreReason, StoreTooNew, StoreUnavailable
from sportsec.store.backup import back_up
from sportsec.store.engine import connect, make_engine
from sportsec.store.faults import reason_of
from sportsec.store.journal import capture
from sportsec.store.journal.materialise import materialise
from sportsec.store.journal.shape import Shapes, shapes_of
from sportsec.store.name_index import is_current, rebuild
from sportsec.store.revision import revision_of

MIGRATIONS = Path(__file__).parents[2] / "db" / "migrations"

#: Bytes of the smallest page of SQLite: no database is smaller.
_SMALLEST = 512

#: The revision that this version works with: the name of the last migration.
REVISION = "0005_liaison"


def upgrade(
    database: Path,
    backups: Path | None,
    *,
    create: bool = True,
    migrations: Path = MIGRATIONS,
    revision: str = REVISION,
) -> None:
    """Bring `database` to `revision` and close it; see `open_upgraded`."""
    open_upgraded(
        database, backups, create=create, migrations=migrations, revision=revision
    ).close()


def open_upgraded(
    database: Path,
    backups: Path | None,
    *,
    create: bool = True,
    migrations: Path = MIGRATIONS,
    revision: str = REVISION,
) -> Any:
    """Bring `database` to `revision`; leave it untouched on any failure.

    Args:
        database: The file; made when absent.
        create: Whether it may be absent or empty; else it has lost what it held.
        backups: Folder that gets a copy before an existing file is changed; None for
            a file that is itself a copy.
        migrations: Alembic's folder; its `versions` are named after revisions.
        revision: The revision wanted, normally the last.

    Returns:
        A writing connection of the driver: reading the hundreds of triggers of the file
        is most of what opening one costs, so that the first may serve further.

    Raises:
        StoreTooNew: The file's revision is not one of ours.
        StoreUnavailable: It is no database, cannot be written, or a migration fails.
    """
    try:
        # Opening would make a database of it and hide that everything is lost.
        if not create and database.stat().st_size < _SMALLEST:
            raise StoreUnavailable(StoreReason.UNREADABLE, database)
        with ExitStack() as closed:
            connection = closed.enter_context(closing(connect(database)))
            found = revision_of(connection)
            if found == revision:
                _renew_index(connection)
                closed.pop_all()  # it stays open
                return connection
            if found is None and not create:
                raise StoreUnavailable(StoreReason.UNREADABLE, database)
            _refuse_foreign(connection, database, found, migrations)
            if found is not None and backups is not None:
                back_up(database, backups, BackupReason.BEFORE_UPGRADE)
    except (driver.Error, OSError) as error:
        raise StoreUnavailable(reason_of(error), database) from error
    try:
        _migrate(database, migrations, revision)
        return connect(database)
    except (driver.Error, SQLAlchemyError, OSError) as error:
        reason = reason_of(error, otherwise=StoreReason.UPGRADE)
        raise StoreUnavailable(reason, database) from error


def _refuse_foreign(
    connection: Any, database: Path, found: str | None, migrations: Path
) -> None:
    """Refuse databases of newer versions and of other programs."""
    if found is None:
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables[0]:
            raise StoreUnavailable(StoreReason.UNREADABLE, database)
    elif not (migrations / "versions" / f"{found}.py").exists():
        raise StoreTooNew(found, REVISION)


def _migrate(database: Path, migrations: Path, revision: str) -> None:
    """Run every missing migration in one transaction, then rebuild what is derived."""
    # Alembic costs 0.2 s of every start; it is needed only here.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(migrations))
    config.set_main_option("path_separator", "os")
    engine = make_engine(database, writable=True, foreign_keys=False)
    try:
        with engine.begin() as connection:
            raw = connection.connection.driver_connection
            before = _shapes_before(raw)
            capture.remove(raw)
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
            rebuild(raw)
            _capture_from_now_on(raw, before)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise driver.IntegrityError(f"dangling references: {broken[:5]}")
    finally:
        engine.dispose()


def _renew_index(connection: Any) -> None:
    """Make the index of names anew where another version of the program kept it."""
    if is_current(connection):
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        rebuild(connection)


def _has_journal(connection: Any) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE name = 'journal_state'"
    return connection.execute(query).fetchone() is not None


def _shapes_before(connection: Any) -> Shapes:
    return shapes_of(connection) if _has_journal(connection) else {}


def _capture_from_now_on(connection: Any, before: Shapes) -> None:
    """Install the triggers, and show what a newer cell had written for this version.

    What was there before the journal is captured now.
    """
    if not _has_journal(connection):  # a migration before the journal
        return
    capture.install(connection)
    query = "SELECT 1 FROM journal_op LIMIT 1"
    if connection.execute(query).fetchone() is not None:
        materialise(connection, before)
        return
    for shape in shapes_of(connection).values():
        capture.capture_rows(connection, shape)
