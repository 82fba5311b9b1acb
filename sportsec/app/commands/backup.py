"""`sportsec backup`: makes a backup."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.backups import as_json
from sportsec.app.commands.terminal import DONE, Terminal
from sportsec.domain.errors import StoreReason, StoreUnavailable
from sportsec.services.backups import back_up_by_hand
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Make it, whether or not the workspace is open in a window."""
    if not Workspace.exists(folder):
        raise StoreUnavailable(StoreReason.MISSING, folder)
    made = back_up_by_hand(folder)
    if asked.json:
        terminal.json(as_json(made, is_sound=True))
    else:
        name = terminal.quote(made.name)
        terminal.say(terminal.t("Backup made and checked: {name}", name=name))
    return DONE
