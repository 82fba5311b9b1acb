"""Acts on the cells that files are exchanged with: trust, and its withdrawal."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import select, update
from sqlalchemy.dialects.sqlite import insert

from sportsec.domain.errors import NotFound
from sportsec.domain.words import Words
from sportsec.queries.peers import ANYBODY, name_text
from sportsec.store.tables import journal
from sportsec.store.work import Work

_peer = journal.peer


def meet_cell(work: Work, key: bytes, name: Words, box_key: str) -> None:
    """Keep what a cell says of itself; it is not trusted for that."""
    said = {"name": name_text(name), "box_key": box_key}
    statement = insert(_peer).values(cell_key=key, **said)
    statement = statement.on_conflict_do_update(index_elements=["cell_key"], set_=said)
    work.session.execute(statement)


def trust_cell(work: Work, key: bytes) -> None:
    """Trust a cell whose words were compared; also again after a withdrawal.

    A cell whose first file was only looked at is made known by it; that file brings
    its name when it is taken in.
    """
    work.session.execute(insert(_peer).values(cell_key=key).on_conflict_do_nothing())
    _mark(work, key, trusted=_now(work), revoked=None)


def revoke_cell(work: Work, key: bytes) -> None:
    """Refuse the files of a cell from now on; what came of it stays.

    Raises:
        NotFound: It was never met.
    """
    _mark(work, key, revoked=_now(work))


def note_sent(work: Work, numbers: tuple[tuple[bytes, int], ...]) -> None:
    """Count a file that was sent, for each of its addressees."""
    for key, number in numbers:
        if key == ANYBODY:
            statement = insert(_peer).values(cell_key=key, sent=0)
            work.session.execute(statement.on_conflict_do_nothing())
        _mark(work, key, sent=number)


def note_received(
    work: Work, key: bytes, number: int, seen: Mapping[bytes, tuple[int, int]]
) -> None:
    """Keep what a cell said to have; an older file than the last one says nothing."""
    query = select(_peer.c.received).where(_peer.c.cell_key == key)
    if number and number < int(work.session.scalar(query) or 0):
        return
    said = {rid.hex(): list(pair) for rid, pair in seen.items()}
    values = {"received": number} if number else {}
    statement = update(_peer).where(_peer.c.cell_key == key)
    work.session.execute(statement.values(seen=json.dumps(said), **values))


def _mark(work: Work, key: bytes, **values: int | None) -> None:
    statement = update(_peer).where(_peer.c.cell_key == key).values(**values)
    if not work.session.execute(statement).rowcount:  # type: ignore[attr-defined]
        raise NotFound("cell", key.hex())


def _now(work: Work) -> int:
    return int(work.now.timestamp() * 1000)
