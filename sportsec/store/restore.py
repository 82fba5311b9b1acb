"""Bringing back a backup: the database of a closed workspace is replaced as a whole.

The new database is made ready beside the present one, and takes its place in one step,
so that a power cut leaves one or the other. Two things are seen to before: the log of
the present one is folded into it and gone (SQLite would play it into whatever file
stands there), and what the officer is about to leave is itself backed up.

Purges that the present journal knows and the backup does not are noted in a file beside
the database; whoever opens it next carries them out again (`purges_to_repeat`), and
writes into the history that this was done (`brought_facts`).
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from sportsec.domain.backups import Backup, BackupFault, BackupReason, backup_named
from sportsec.domain.errors import BadFile, StoreUnavailable
from sportsec.store.backup import BACKUPS, DATABASE, back_up
from sportsec.store.brought import note_brought
from sportsec.store.copying import Damaged, Tell, copy_database, nobody, require_sound
from sportsec.store.durable import UNFINISHED, put_in_place, remove_database
from sportsec.store.engine import connect
from sportsec.store.faults import reason_of
from sportsec.store.journal.identity import forget_replica
from sportsec.store.lock import FolderLock
from sportsec.store.repeat import note_purges
from sportsec.store.upgrade import upgrade


def backup_in(folder: Path, name: str) -> Backup:
    """Return a backup of the workspace in `folder` by its name.

    Raises:
        BadFile: There is none of this name.
    """
    file = folder / BACKUPS / name
    found = backup_named(name)
    if found is None or not file.is_file():
        raise BadFile(BackupFault.ABSENT, name=name)
    return Backup(found.made_at, found.nth, found.reason, file.stat().st_size)


def is_sound(folder: Path, name: str, tell: Tell = nobody) -> bool:
    """Say whether a backup can be brought back."""
    try:
        require_sound(folder / BACKUPS / name, tell)
    except (Damaged, OSError):
        return False
    return True


def restore(
    folder: Path, name: str, *, now: datetime | None = None, tell: Tell = nobody
) -> None:
    """Put a backup in the place of the database of a workspace that nobody has open.

    The present database is backed up first; one that cannot be read is kept beside
    the backups as it is.

    Args:
        name: Of the file, as `list_backups` gives it.
        now: Aware; the present moment by default.

    Raises:
        BadFile: The backup is damaged or absent; nothing was changed.
        StoreTooNew: A newer version made it; nothing was changed.
        StoreUnavailable: The disk is full or cannot be written, or the backup cannot
            be brought to this version; nothing was changed.
        WorkspaceBusy: The workspace is open.
    """
    now = now or datetime.now(UTC)
    try:
        lock = FolderLock(folder)
    except OSError as error:
        raise StoreUnavailable(reason_of(error), folder) from error
    try:
        _replace(folder, name, now, tell)
    except (driver.Error, OSError) as error:
        raise StoreUnavailable(reason_of(error), folder) from error
    finally:
        remove_database(_staged(folder))
        lock.release()


def _staged(folder: Path) -> Path:
    return folder / f"{DATABASE}{UNFINISHED}"


def _replace(folder: Path, name: str, now: datetime, tell: Tell) -> None:
    backup = backup_in(folder, name)
    staged = make_ready(folder / BACKUPS / name, _staged(folder), _part(tell, 0, 0.5))
    is_readable = _keep_present(folder, now, _part(tell, 0.5, 0.95))
    note_purges(folder / DATABASE, staged)
    note_brought(folder, staged, backup.made_at)
    tell(0.95)  # the last moment to give up
    if is_readable:
        _one_file(folder / DATABASE)
    else:
        _remove_log(folder / DATABASE)
    forget_replica(folder)
    put_in_place(staged, folder / DATABASE)


def make_ready(backup: Path, place: Path, tell: Tell = nobody) -> Path:
    """Copy a backup to `place` and bring the copy to this version; return `place`.

    Raises:
        BadFile: The backup is damaged.
        StoreTooNew: A newer version made it.
        StoreUnavailable: There is no room, or it cannot be brought to this version.
    """
    try:
        copy_database(backup, place, tell)
    except (Damaged, driver.DatabaseError) as error:
        raise BadFile(BackupFault.DAMAGED, name=backup.name) from error
    upgrade(place, None, create=False)
    _one_file(place)
    return place


def _part(tell: Tell, start: float, end: float) -> Tell:
    return lambda share: tell(start + share * (end - start))


def _keep_present(folder: Path, now: datetime, tell: Tell) -> bool:
    """Back the present database up; what cannot be read is kept as it is.

    Returns:
        Whether there is one that can be read.
    """
    database, backups = folder / DATABASE, folder / BACKUPS
    if not database.exists():
        return False
    try:
        require_sound(database)
    except (Damaged, OSError):
        _keep_unreadable(database, backups, now)
        return False
    back_up(database, backups, BackupReason.BEFORE_RESTORE, now=now, tell=tell)
    return True


def _keep_unreadable(database: Path, backups: Path, now: datetime) -> None:
    """Keep a broken database and its log, for those who may save something of it."""
    for ending in ("", "-wal"):
        file = database.with_name(f"{database.name}{ending}")
        kept = backups / f"{now:%Y%m%dT%H%M%SZ}-unreadable.db{ending}"
        if not file.exists() or kept.exists():
            continue
        try:
            os.link(file, kept)  # a second name: it need not be read
        except OSError:  # a disk without second names, such as a stick
            shutil.copyfile(file, kept)


def _remove_log(database: Path) -> None:
    """Remove the log of a database that cannot be read; it has been kept with it."""
    for ending in ("-journal", "-wal", "-shm"):
        database.with_name(f"{database.name}{ending}").unlink(missing_ok=True)


def _one_file(database: Path) -> None:
    with closing(connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
