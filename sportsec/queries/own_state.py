"""This cell as others see it: its key and its state, in words to be read out."""

from __future__ import annotations

from sportsec.domain.exchange import CellRow, Trust
from sportsec.domain.spoken import key_words, state_words
from sportsec.domain.words import Words
from sportsec.queries.peers import own_name
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.work import Work

_OWN_KEY = """SELECT r.cell_key FROM journal_state s
JOIN journal_replica r ON r.number = s.self"""


def own_cell(work: Work) -> CellRow:
    """Return this cell with the words that prove a file to be its own."""
    found = work.connection.execute(_OWN_KEY).fetchone()
    key = bytes(found[0]) if found and found[0] else b""
    return CellRow(key, own_name(work), Trust.OURS, key_words(key))


def state_in_words(work: Work) -> Words:
    """Return words that are the same in two cells that saw the same changes."""
    return state_words(state_fingerprint(work.connection))
