"""Questions about the backups of a workspace: files, compared with the record."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import UUID

from sportsec.domain.backups import Backup, RestorePreview
from sportsec.domain.words import Words
from sportsec.queries.record_labels import labels_of
from sportsec.store import backup as store
from sportsec.store.copying import Tell, nobody
from sportsec.store.restore import is_sound
from sportsec.store.restore_preview import preview_restore
from sportsec.store.work import Work


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


def names_of_lost(work: Work, preview: RestorePreview) -> dict[UUID, Words]:
    """Return what the records are called that would be lost or be as they were."""
    found: dict[UUID, Words] = {}
    for change in preview.counts:
        found |= labels_of(work, change.table, [row for row, _ in change.records])
    return found
