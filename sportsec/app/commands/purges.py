"""`sportsec purges`: lists what was erased by law, and which cells have done so."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from sportsec.app.commands.terminal import DONE, Terminal
from sportsec.domain.purges import Purge
from sportsec.domain.words import Words
from sportsec.i18n.formats import date_time
from sportsec.i18n.history_words import mention_words
from sportsec.i18n.purge_words import purge_lines
from sportsec.i18n.translator import Translator
from sportsec.queries.purges import list_purges, with_backups
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print the report of erasures, latest first."""
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            found = [with_backups(work, folder, each) for each in list_purges(work)]
    finally:
        workspace.close()
    if asked.json:
        terminal.json([as_json(each, terminal.t) for each in found])
        return DONE
    if not found:
        terminal.say(terminal.t("Nothing was erased by law."))
    for each in found:
        tell(terminal, each)
    return DONE


def as_json(purge: Purge, t: Translator) -> Mapping[str, object]:
    """Return a purge as other programs read it; README documents the fields."""

    def names(cells: Sequence[Words]) -> list[str]:
        return [t.pick(name) for name in cells]

    return {
        "record": str(purge.record.id),
        "kind": purge.record.kind,
        "basis": purge.basis,
        "decision": purge.decision,
        "at": purge.at.isoformat(timespec="milliseconds"),
        "actor": purge.actor,
        "cell": t.pick(purge.cell),
        "confirmed": names(purge.confirmed),
        "waiting": names(purge.waiting),
        "wiped": purge.is_wiped,
        "backups": [backup.name for backup in purge.backups],
    }


def tell(terminal: Terminal, purge: Purge) -> None:
    """Say what became of a purge, in lines."""
    t = terminal.t
    terminal.say(f"{date_time(purge.at)}  {mention_words(t, purge.record)}")
    for line in purge_lines(t, purge):
        terminal.say(f"    {line}")
