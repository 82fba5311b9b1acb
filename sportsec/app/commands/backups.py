"""`sportsec backups`: lists the backups."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, PARTLY, Terminal
from sportsec.domain.backups import Backup
from sportsec.i18n.labels import label
from sportsec.queries.backups import is_backup_sound, list_backups


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print them, newest first; 1 if one is damaged."""
    t = terminal.t
    listed = [
        (each, is_backup_sound(folder, each.name)) for each in list_backups(folder)
    ]
    if asked.json:
        terminal.json([as_json(each, is_sound=sound) for each, sound in listed])
    elif listed:
        terminal.table(
            [
                (
                    each.name,
                    f"{each.size / 1_000_000:.1f} MB",
                    t("Intact") if sound else t("Damaged"),
                    label(t, each.reason),
                )
                for each, sound in listed
            ]
        )
    else:
        terminal.complain(t("No backup yet"))
    return DONE if all(sound for _, sound in listed) else PARTLY


def as_json(backup: Backup, *, is_sound: bool) -> dict[str, object]:
    """Return a backup as other programs read it."""
    return {
        "name": backup.name,
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason.value,
        "bytes": backup.size,
        "sound": is_sound,
    }
