"""`sportsec fingerprint`: says the state of the record and the own key in words."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sportsec.app.commands.terminal import DONE, Terminal
from sportsec.domain.spoken import state_words
from sportsec.queries.own_state import own_cell
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.word_lists import word_lists
from sportsec.store.workspace import Workspace


def run(asked: Namespace, folder: Path, terminal: Terminal) -> int:
    """Print both; two cells that saw the same changes print the same state."""
    t = terminal.t
    workspace = Workspace.open(folder)
    try:
        with workspace.reading() as work:
            state = state_fingerprint(work.connection)
            own = own_cell(work)
    finally:
        workspace.close()
    words = t.pick(state_words(state, word_lists()))
    key_words = t.pick(own.words)
    if asked.json:
        terminal.json(
            {
                "state": state.hex(),
                "words": words,
                "key": own.key.hex(),
                "key_words": key_words,
            }
        )
    else:
        terminal.table(
            [
                (t("State of the database"), words, state.hex()[:16]),
                (t("Key of this cell"), key_words, own.key.hex()[:16]),
            ]
        )
    return DONE
