"""This cell as others see it: its key and its state, in words to be read out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from sportsec.domain.exchange import CellRow, Trust
from sportsec.domain.history import NEW_KEY
from sportsec.domain.spoken import key_words, state_words
from sportsec.domain.words import Words
from sportsec.queries.peers import list_cells, own_name, said_to_have
from sportsec.store.journal.fingerprint import state_fingerprint
from sportsec.store.word_lists import word_lists
from sportsec.store.work import Work

_OWN_KEY = """SELECT r.cell_key FROM journal_state s
JOIN journal_replica r ON r.number = s.self"""

#: An act of this cell alone, under its present key: it holds no changes.
_RENEWED = """SELECT max(a.wall) FROM journal_act a
JOIN journal_replica r ON r.number = a.act >> 32
WHERE a.title = ? AND a.ops = 0 AND r.cell_key = ?"""
_OURS = "SELECT rid FROM journal_replica WHERE cell_key = ?"


class Renewal(NamedTuple):
    """A new key of this cell that not all others have met.

    Args:
        at: Since when, aware UTC.
        untold: The cells that have taken no file in since.
    """

    at: datetime
    untold: tuple[Words, ...]


def own_cell(work: Work) -> CellRow:
    """Return this cell with the words that prove a file to be its own."""
    found = work.connection.execute(_OWN_KEY).fetchone()
    key = bytes(found[0]) if found and found[0] else b""
    return CellRow(key, own_name(work), Trust.OURS, key_words(key, word_lists()))


def state_in_words(work: Work) -> Words:
    """Return words that are the same in two cells that saw the same changes."""
    return state_words(state_fingerprint(work.connection), word_lists())


def key_renewal(work: Work) -> Renewal | None:
    """Return the last renewal of the key, while a cell that is trusted has to be told.

    A cell whose files say that it has acts signed with the new key has trusted it.
    """
    key = own_cell(work).key
    ask = work.connection.execute
    wall = ask(_RENEWED, (NEW_KEY, key)).fetchone()[0]
    if wall is None:
        return None
    ours = {bytes(rid) for (rid,) in ask(_OURS, (key,))}
    untold = tuple(
        cell.name
        for cell in list_cells(work)
        if cell.trust is Trust.TRUSTED
        and not any(
            acts
            for rid, (_, acts) in said_to_have(work, cell.key).items()
            if rid in ours
        )
    )
    at = datetime.fromtimestamp(wall / 1000, UTC)
    return Renewal(at, untold) if untold else None
