"""Making backups and bringing them back; each is whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from sportsec.domain.backups import Backup, BackupReason, is_due
from sportsec.domain.errors import StoreUnavailable
from sportsec.store.backup import BACKUPS, DATABASE, back_up, list_backups
from sportsec.store.copying import Tell, nobody
from sportsec.store.faults import reason_of
from sportsec.store.restore import backup_in, restore


def backups_of(folder: Path) -> Path:
    """Return where the backups of the workspace in `folder` lie."""
    return folder / BACKUPS


def back_up_by_hand(folder: Path, tell: Tell = nobody) -> Backup:
    """Back up the workspace in `folder` because an officer asks for it.

    Raises:
        StoreUnavailable: There is no workspace, it is damaged, or the disk is full.
    """
    return back_up(
        folder / DATABASE, backups_of(folder), BackupReason.BY_HAND, tell=tell
    )


def back_up_daily(
    folder: Path,
    tell: Tell = nobody,
    *,
    now: datetime | None = None,
    zone: tzinfo | None = None,
) -> Backup | None:
    """Back up the workspace in `folder` if that was not done today.

    Args:
        now: Aware; the present moment by default.
        zone: Whose day it is; that of this PC by default.

    Returns:
        The backup, or None when today has one already.
    """
    now = now or datetime.now(UTC)
    here = zone or now.astimezone().tzinfo or UTC
    if not is_due(list_backups(backups_of(folder)), now, here):
        return None
    why = BackupReason.DAILY
    return back_up(folder / DATABASE, backups_of(folder), why, now=now, tell=tell)


def replace_backups(
    folder: Path, gone: Iterable[Backup], tell: Tell = nobody
) -> Backup:
    """Make a new backup, then delete others that hold what the law wants gone.

    Raises:
        StoreUnavailable: The disk is full or cannot be written; what could not be
            deleted is still there.
    """
    made = back_up_by_hand(folder, tell)
    try:
        for backup in gone:
            (backups_of(folder) / backup.name).unlink(missing_ok=True)
    except OSError as error:
        raise StoreUnavailable(reason_of(error), folder) from error
    return made


def bring_back(folder: Path, name: str, tell: Tell = nobody) -> Backup:
    """Put a backup in the place of the database, which nobody may have open.

    Raises:
        BadFile: The backup is damaged or absent; nothing was changed.
        StoreTooNew: A newer version made it; nothing was changed.
        StoreUnavailable: The disk is full or cannot be written; nothing was changed.
        WorkspaceBusy: The workspace is open.
    """
    brought = backup_in(folder, name)
    restore(folder, name, tell=tell)
    return brought
