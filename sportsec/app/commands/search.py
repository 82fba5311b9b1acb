"""`sportsec search`: finds names and matches."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, Terminal
from sportsec.domain.words import N_
from sportsec.queries.search import search
from sportsec.store.workspace import Workspace

#: What a hit is, by the table it was found in.
_KINDS = {
    "club": N_("Club"),
    "command": N_("Command"),
    "competition": N_("Competition"),
    "contact": N_("Contact"),
    "fixture": N_("Match"),
    "organisation": N_("Organisation"),
    "supporter_group": N_("Supporter group"),
    "unit": N_("Unit"),
    "venue": N_("Stadium"),
}


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print what was found, the best first; nothing found is no failure."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            hits = search(work, " ".join(asked.text))
    finally:
        workspace.close()
    if asked.json:
        terminal.json(
            [
                {
                    "kind": hit.kind,
                    "id": str(hit.id),
                    "title": t.pick(hit.title),
                    "subtitle": t.pick(hit.subtitle),
                }
                for hit in hits
            ]
        )
    elif hits:
        terminal.table(
            [(t(_KINDS[h.kind]), t.pick(h.title), t.pick(h.subtitle)) for h in hits]
        )
    else:
        terminal.complain(t("Nothing found."))
    return DONE
