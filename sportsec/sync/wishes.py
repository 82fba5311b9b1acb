"""What the officer wishes to send, checked; and the records that it means."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange import ExchangeReason, ScopeKind, Sealing, SendWish
from sportsec.domain.spoken import spoken
from sportsec.domain.words import Words
from sportsec.queries.peers import Positions, cell_by_key, said_to_have
from sportsec.store.engine import connect
from sportsec.store.word_lists import word_lists
from sportsec.store.work import Work
from sportsec.sync.scope import choose, title_of

#: Characters that a passphrase needs; it is read out by phone.
PASSPHRASE = 16
#: Words of a passphrase that is proposed: 64 bits.
PASSPHRASE_WORDS = 8

#: Pages kept while the record is read for a file, in KiB.
_CACHE = 4096


def proposed_passphrase(language: str) -> str:
    """Return words that nobody guesses and that can be read out by phone."""
    drawn = spoken(os.urandom(PASSPHRASE_WORDS), word_lists())
    return drawn.pick(language)


def checked(work: Work, wish: SendWish) -> Positions | None:
    """Refuse a wish that makes no sense; return what the addressees have already.

    Raises:
        BadFile: It cannot be sent like this.
    """
    if wish.sealing is Sealing.CELLS and not wish.to:
        raise BadFile(ExchangeReason.NO_ADDRESSEE)
    if wish.sealing is Sealing.PASSPHRASE and len(wish.passphrase) < PASSPHRASE:
        raise BadFile(ExchangeReason.NO_PASSPHRASE, length=PASSPHRASE)
    for key in wish.to:
        cell = cell_by_key(work, key)
        if cell is None or (
            wish.sealing is Sealing.CELLS and not cell.can_be_sealed_for
        ):
            name = cell.name if cell else Words(*(key.hex()[:8],) * 3)
            raise BadFile(ExchangeReason.NO_SEALING_KEY, cell=name)
    if wish.scope.kind is not ScopeKind.SINCE:
        return None
    if not wish.to:
        raise BadFile(ExchangeReason.NO_ADDRESSEE)
    return _common([said_to_have(work, key) for key in wish.to])


def _common(all_known: list[Positions]) -> Positions:
    """Return what every addressee has."""
    first, *others = all_known
    return {
        rid: (
            min(ops, *(other[rid][0] for other in all_known)),
            min(acts, *(other[rid][1] for other in all_known)),
        )
        for rid, (ops, acts) in first.items()
        if all(rid in other for other in others)
    }


def choose_records(connection: Any, wish: SendWish) -> Words:
    """Put the records that are meant into `temp.chosen`; return their title."""
    if not wish.scope.is_partial:
        return Words()
    title = title_of(connection, wish.scope)
    choose(connection, wish.scope)
    return title


def database_of(work: Work) -> Path:
    """Return where the database of a work lies."""
    row = work.connection.execute("PRAGMA database_list").fetchone()
    return Path(row[2])


@contextmanager
def own_connection(database: Path) -> Iterator[Any]:
    """Open a connection that sees one state while others go on working.

    It reads from one end to the other: pages kept for it would be of no use again.
    """
    connection = connect(database)
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    try:
        yield connection
    finally:
        connection.close()
