"""`sportsec cells`: lists the cells met, trusts one, or withdraws the trust."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, REFUSED, Terminal
from sportsec.domain.errors import NotFound
from sportsec.domain.exchange import CellRow
from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, N_
from sportsec.i18n.labels import label
from sportsec.i18n.renewal import renewal_text
from sportsec.queries.own_state import key_renewal
from sportsec.queries.peers import list_cells
from sportsec.services.peers import revoke_cell, trust_cell
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace

#: Digits of a key that name it, as many as nobody confuses.
DIGITS = 8


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Do what is asked, then list the cells."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.writing() as work:
            if asked.do == "trust":
                trust_cell(work, find_cell(work, asked.name).key)
                work.commit(N_("Cell trusted"))
            elif asked.do == "revoke":
                revoke_cell(work, find_cell(work, asked.name).key)
                work.commit(N_("Trust withdrawn"))
            cells = list_cells(work)
            renewal = key_renewal(work)
    except NotFound:
        name = terminal.quote(asked.name or "")
        terminal.complain(t("No cell is called {name}.", name=name))
        return REFUSED
    finally:
        workspace.close()
    if renewal is not None:
        terminal.complain(renewal_text(t, *renewal))
    if asked.json:
        terminal.json([_as_json(each, t.language) for each in cells])
    elif not cells:
        terminal.say(t("No other cell is known yet."))
    else:
        terminal.table(
            [
                (
                    t.pick(each.name),
                    label(t, each.trust),
                    t.pick(each.words),
                    each.key.hex()[:DIGITS],
                )
                for each in cells
            ]
        )
    return DONE


def find_cell(work: Work, said: str | None) -> CellRow:
    """Return the cell that a name, in any language, or the start of a key means.

    Raises:
        NotFound: None or several fit.
    """
    text = (said or "").strip()
    wanted, digits = fold(text), text.lower()
    cells = list_cells(work)
    found = [
        cell
        for cell in cells
        if wanted and wanted in {fold(getattr(cell.name, code)) for code in LANGUAGES}
    ]
    if len(digits) >= DIGITS:
        found += [cell for cell in cells if cell.key.hex().startswith(digits)]
    if len({cell.key for cell in found}) != 1:
        raise NotFound("cell", text)
    return found[0]


def _as_json(cell: CellRow, language: str) -> dict[str, object]:
    return {
        "key": cell.key.hex(),
        "name": cell.name.pick(language),
        "trust": cell.trust.value,
        "words": cell.words.pick(language),
        "sent": cell.sent,
        "received": cell.received,
    }
