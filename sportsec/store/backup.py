"""Backups of a workspace: made while it is in use, checked, thinned out, listed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from sportsec.domain.backups import Backup, BackupReason, backup_named, kept
from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.store.copying import Damaged, Tell, copy_database, nobody
from sportsec.store.durable import UNFINISHED
from sportsec.store.faults import reason_of

#: Names in the folder of a workspace.
DATABASE = "sportsec.db"
BACKUPS = "backups"


def back_up(
    database: Path,
    backups: Path,
    why: BackupReason,
    *,
    now: datetime | None = None,
    tell: Tell = nobody,
) -> Backup:
    """Copy a database into the folder of backups, and thin that folder out.

    Readers and the writer go on meanwhile. The copy is one file, checked before it
    gets its name.

    Args:
        now: Aware; the present moment by default.
        tell: Is told how far it is; what it raises gives the backup up.

    Raises:
        StoreUnavailable: The disk is full or cannot be written, or the database is
            damaged, so that its copy was not kept.
    """
    now = now or datetime.now(UTC)
    try:
        backups.mkdir(parents=True, exist_ok=True)
        planned = _next(backups, why, now)
        copy_database(database, backups / planned.name, tell)
        size = (backups / planned.name).stat().st_size
    except Damaged as error:
        raise StoreUnavailable(StoreReason.UNREADABLE, database) from error
    except (driver.Error, OSError) as error:
        raise StoreUnavailable(reason_of(error), backups) from error
    thin_out(backups, now)
    return Backup(planned.made_at, planned.nth, why, size)


def _next(backups: Path, why: BackupReason, now: datetime) -> Backup:
    """Return the backup to be made, counted on from those of the same second."""
    made_at = now.astimezone(UTC).replace(microsecond=0)
    nth = 1
    while (backups / Backup(made_at, nth, why).name).exists():
        nth += 1
    return Backup(made_at, nth, why)


def list_backups(backups: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; other files are passed over."""
    if not backups.is_dir():
        return []
    found: Iterable[Backup | None] = (
        backup_named(file.name, file.stat().st_size) for file in backups.glob("*.db")
    )
    return sorted((each for each in found if each is not None), reverse=True)


def thin_out(backups: Path, now: datetime) -> list[Backup]:
    """Remove the backups that are too many, and return them."""
    present = list_backups(backups)
    stay = kept(present, now)
    gone = [each for each in present if each not in stay]
    for backup in gone:
        # One that is being looked at right now goes the next time.
        with contextlib.suppress(OSError):
            (backups / backup.name).unlink()
    return gone


def remove_unfinished(folder: Path) -> None:
    """Remove what a power cut left of a backup or a restore in a workspace."""
    for file in (
        *folder.glob(f"{DATABASE}{UNFINISHED}*"),
        *(folder / BACKUPS).glob(f"*{UNFINISHED}*"),
    ):
        file.unlink(missing_ok=True)
