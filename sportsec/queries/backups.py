"""Questions about the backups of a workspace; they are files, so no work is needed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sportsec.domain.backups import Backup, RestorePreview
from sportsec.store import backup as store
from sportsec.store.copying import Tell, nobody
from sportsec.store.restore import is_sound
from sportsec.store.restore_preview import preview_restore


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups of the workspace in `folder`, newest first."""
    return store.list_backups(folder / store.BACKUPS)


def last_backup_at(folder: Path) -> datetime | None:
    """Return when the newest backup was made; None before the first."""
    return max((each.made_at for each in list_backups(folder)), default=None)


def is_backup_sound(folder: Path, name: str, tell: Tell = nobody) -> bool:
    """Say whether a backup can be brought back; looks through all of it."""
    return is_sound(folder, name, tell)


def what_is_lost(folder: Path, name: str, tell: Tell = nobody) -> RestorePreview:
    """Say what bringing back a backup would undo; see `store.restore_preview`."""
    return preview_restore(folder, name, tell)
