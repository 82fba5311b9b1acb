"""What the exchange page asks of the layers below; each function runs in a lane.

They are imported when they are needed: the store and the exchange take a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject

from sportsec.domain.exchange import CellRow
from sportsec.domain.words import N_, Words
from sportsec.ui.language import translator, words
from sportsec.ui.tasks import Runner, Work

# ---- cells


class Cells(NamedTuple):
    """This cell, its state in words, and the other cells."""

    own: CellRow
    fingerprint: Words
    others: list[CellRow]
    renewal: tuple[datetime, tuple[Words, ...]] | None = None


class SendFacts(NamedTuple):
    """What the sending tab needs besides the officer's choices.

    Args:
        cell: Name of this cell.
        words: What proves a file to be its own.
    """

    cells: Sequence[CellRow] = ()
    cell: Words = Words()
    day: str = ""
    words: Words = Words()


def read_cells(work: Work) -> Cells:
    """Return the cells known, this one apart."""
    from sportsec.queries.own_state import (  # noqa: PLC0415 - lane
        key_renewal,
        own_cell,
    )
    from sportsec.queries.peers import list_cells  # noqa: PLC0415 - lane

    return Cells(own_cell(work), state_words(work), list_cells(work), key_renewal(work))


def state_words(work: Work) -> Words:
    """Return the state of this cell in words."""
    from sportsec.queries.own_state import state_in_words  # noqa: PLC0415 - lane

    return state_in_words(work)


def are_undone(work: Work, acts: Sequence[int]) -> bool:
    """Say whether all files taken in were taken back meanwhile, wherever from."""
    from sportsec.queries.history_acts import undone_by  # noqa: PLC0415 - lane

    return bool(acts) and len(undone_by(work, acts)) == len(acts)


def trust(
    runner: Runner, owner: QObject, cell: CellRow, done: Callable[[], object]
) -> None:
    """Note that the words of a cell were compared; its first file comes after that."""

    def job(work: Work) -> None:
        from sportsec.queries.peers import cell_by_key  # noqa: PLC0415 - lane
        from sportsec.services.peers import meet_cell, trust_cell  # noqa: PLC0415

        if cell_by_key(work, cell.key) is None:
            meet_cell(work, cell.key, cell.name, "")
        trust_cell(work, cell.key)

    runner.write(owner, N_("Cell trusted"), job, lambda _none: done())


def withdraw(
    runner: Runner, owner: QObject, key: bytes, done: Callable[[], object]
) -> None:
    """Note that a cell is not to be trusted any more."""

    def job(work: Work) -> None:
        from sportsec.services.peers import revoke_cell  # noqa: PLC0415 - lane

        revoke_cell(work, key)

    runner.write(owner, N_("Trust withdrawn"), job, lambda _none: done())


# ---- sending


def send_facts(work: Work) -> SendFacts:
    """Return what the sending tab needs."""
    from sportsec.queries.clock import local_day  # noqa: PLC0415 - lane
    from sportsec.queries.own_state import own_cell  # noqa: PLC0415 - lane
    from sportsec.queries.peers import list_cells  # noqa: PLC0415 - lane

    own, today = own_cell(work), local_day(work).isoformat()
    return SendFacts(list_cells(work), own.name, today, own.words)


def find_matches(work: Work, text: str) -> list[tuple[UUID, str]]:
    """Return matches that have what was typed in their names."""
    from sportsec.queries.search import search  # noqa: PLC0415 - lane

    hits = [hit for hit in search(work, text) if hit.kind == "fixture"]
    comma = translator()(", ")
    return [(hit.id, f"{words(hit.title)}{comma}{words(hit.subtitle)}") for hit in hits]


def match_name(work: Work, record: UUID) -> str:
    """Return what a match is called."""
    from sportsec.queries.record_labels import label_of  # noqa: PLC0415 - lane

    return words(label_of(work, "fixture", record))


def proposed_passphrase() -> str:
    """Return words that nobody guesses, in the language of the screen."""
    from sportsec.sync.wishes import proposed_passphrase as proposed  # noqa: PLC0415

    return proposed(translator().language)
