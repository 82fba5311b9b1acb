"""Acts on the cells that files are exchanged with: trust, and its withdrawal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.dialects.sqlite import insert

from sportsec.domain.errors import NotFound
from sportsec.domain.words import Words
from sportsec.queries.peers import ANYBODY, name_text
from sportsec.store.tables import journal
from sportsec.store.work import Work

_peer = journal.peer
_LATER = """SELECT 1 FROM journal_receipt AS t
 JOIN journal_replica AS r ON r.number = t.sender WHERE r.cell_key = ?1 AND
 CASE WHEN r.rid = ?2 THEN json_extract(t.manifest, ?3) > ?4 ELSE t.made > ?5 END
 LIMIT 1"""


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
    work: Work,
    sender: tuple[bytes, bytes],
    made: datetime,
    seen: Mapping[bytes, tuple[int, int]],
) -> None:
    """Keep what a cell said to have; a file older than another one says nothing.

    Args:
        sender: Key of the cell, and name of its database, which counts its own acts;
            between two databases of a cell its clock must do.
    """
    key, rid = sender
    own = f'$.seen."{rid.hex()}"[1]'
    acts, stamp = seen.get(rid, (0, 0))[1], int(made.timestamp() * 1000)
    later = work.connection.execute(_LATER, (key, rid, own, acts, stamp)).fetchone()
    if later is None:
        said = {name.hex(): list(pair) for name, pair in seen.items()}
        statement = update(_peer).where(_peer.c.cell_key == key)
        work.session.execute(statement.values(seen=json.dumps(said)))


def _mark(work: Work, key: bytes, **values: int | None) -> None:
    statement = update(_peer).where(_peer.c.cell_key == key).values(**values)
    if not work.session.execute(statement).rowcount:  # type: ignore[attr-defined]
        raise NotFound("cell", key.hex())


def _now(work: Work) -> int:
    return int(work.now.timestamp() * 1000)
