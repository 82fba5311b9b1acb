"""`sportsec restore`: brings a backup back, or says what that would undo."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, Json, Terminal
from sportsec.domain.backups import BackupFault, RestorePreview
from sportsec.domain.errors import BadFile
from sportsec.i18n.backup_words import act_line, count_lines, headline
from sportsec.queries.backups import is_backup_sound, list_backups, what_is_lost
from sportsec.services.backups import bring_back
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Bring it back, and open the workspace once, so that it is up to date."""
    t = terminal.t
    name = _newest_sound(folder) if asked.name == "latest" else asked.name
    preview = what_is_lost(folder, name)
    if not asked.preview:
        bring_back(folder, name)
        Workspace.open(folder).close()
    if asked.json:
        terminal.json(_as_json(preview, is_done=not asked.preview))
        return DONE
    terminal.say(headline(t, preview))
    for line in (*count_lines(t, preview), *(act_line(t, a) for a in preview.acts)):
        terminal.say(f"  {line}")
    if not asked.preview:
        quoted = terminal.quote(name)
        terminal.say(t("The state of {name} is back.", name=quoted))
    return DONE


def _newest_sound(folder: Path) -> str:
    """Return the name of the newest backup that is sound."""
    for backup in list_backups(folder):
        if is_backup_sound(folder, backup.name):
            return backup.name
    raise BadFile(BackupFault.ABSENT, name="latest")


def _as_json(preview: RestorePreview, *, is_done: bool) -> Json:
    return {
        "backup": preview.backup.name,
        "restored": is_done,
        "known": preview.is_known,
        "acts": [
            {
                "number": act.number,
                "title": act.title,
                "actor": act.actor,
                "at": act.at.isoformat(timespec="seconds"),
            }
            for act in preview.acts
        ],
        "records": [
            {
                "table": each.table,
                "lost": each.lost,
                "back": each.back,
                "changed": each.changed,
            }
            for each in preview.counts
        ],
    }
