"""The cells that files were exchanged with, and what they said to have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Row, func, select

from sportsec.domain.exchange import CellRow, Trust
from sportsec.domain.spoken import key_words
from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.journal.identity import Identity
from sportsec.store.tables import journal
from sportsec.store.tables.system import Cell, Setting
from sportsec.store.word_lists import word_lists
from sportsec.store.work import Work

#: Stands for anybody where files are counted by the key of their addressee.
ANYBODY = b""
_ORDER = (Trust.OURS, Trust.TRUSTED, Trust.UNKNOWN, Trust.REVOKED)
_peer = journal.peer.c

#: Replica → what is known of it without a gap: (operations, acts).
Positions = dict[bytes, tuple[int, int]]


def list_cells(work: Work) -> list[CellRow]:
    """Return the cells met, those trusted first, then by their names."""
    query = select(journal.peer).where(_peer.cell_key != ANYBODY)
    told = _told(work)
    rows = [_row(each, told) for each in work.session.execute(query)]
    rows.sort(key=lambda row: (_ORDER.index(row.trust), row.name.pick("fr"), row.key))
    return rows


def cell_by_key(work: Work, key: bytes) -> CellRow | None:
    """Return the cell that has a key; None when it was never met."""
    query = select(journal.peer).where(_peer.cell_key == key)
    found = work.session.execute(query).one_or_none()
    return _row(found, _told(work)) if found else None


def own_cell(work: Work, identity: Identity) -> CellRow:
    """Return this cell as others see it, with its words to be read out."""
    key = identity.cell_key
    return CellRow(key, own_name(work), Trust.OURS, key_words(key, word_lists()))


def own_name(work: Work) -> Words:
    """Return what this cell is called; nothing before it has a name."""
    query = select(Setting.value).where(Setting.key == "own_cell")
    own = work.session.scalar(query)
    names = select(Cell.name).where(Cell.deleted_at.is_(None)).order_by(Cell.id)
    if own:
        chosen = select(Cell.name).where(Cell.id == UUID(hex=json.loads(own)))
        found = work.session.execute(chosen).first()
        if found:
            return found[0]
    found = work.session.execute(names).first()
    return found[0] if found else Words()


def said_to_have(work: Work, key: bytes) -> Positions:
    """Return what a cell said to have in the last file that we took in of it."""
    query = select(_peer.seen).where(_peer.cell_key == key)
    seen = work.session.scalar(query)
    known: Mapping[str, Any] = json.loads(seen) if seen else {}
    return {bytes.fromhex(rid): (pair[0], pair[1]) for rid, pair in known.items()}


def box_key_of(work: Work, key: bytes) -> str:
    """Return what files are sealed with for a cell; nothing where it is not known."""
    query = select(_peer.box_key).where(_peer.cell_key == key)
    return str(work.session.scalar(query) or "")


def last_sent(work: Work, key: bytes) -> int:
    """Return the number of the last file sent to a cell, or to anybody."""
    query = select(_peer.sent).where(_peer.cell_key == key)
    return int(work.session.scalar(query) or 0)


def words_of_name(text: str) -> Words:
    """Return the name of a cell as the journal keeps it: JSON by language."""
    try:
        said = json.loads(text or "{}")
    except ValueError:
        return Words()
    return Words(**{code: str(said.get(code, "")) for code in LANGUAGES})


def name_text(name: Words) -> str:
    """Return the name of a cell as the journal keeps it."""
    return json.dumps(
        {code: getattr(name, code) for code in LANGUAGES}, ensure_ascii=False
    )


class _Last(NamedTuple):
    """The last file of a cell, by its clock, that was taken in."""

    made: int | None = None
    number: int = 0


def _told(work: Work) -> dict[bytes, _Last]:
    """Return the last file of each cell."""
    # With max(), SQLite takes the other columns from the same receipt.
    receipt, replica = journal.receipt.c, journal.replica.c
    query = (
        select(replica.cell_key, func.max(receipt.made), receipt.number)
        .join(journal.replica, replica.number == receipt.sender)
        .group_by(replica.cell_key)
    )
    return {
        bytes(key): _Last(made, number or 0)
        for key, made, number in work.session.execute(query)
        if key
    }


def _row(row: Row[Any], told: Mapping[bytes, _Last]) -> CellRow:
    last = told.get(row.cell_key, _Last())
    if row.revoked is not None:
        trust = Trust.REVOKED
    else:
        trust = Trust.UNKNOWN if row.trusted is None else Trust.TRUSTED
    return CellRow(
        row.cell_key,
        words_of_name(row.name),
        trust,
        key_words(row.cell_key, word_lists()),
        can_be_sealed_for=bool(row.box_key),
        sent=row.sent,
        received=last.number,
        trusted_at=_moment(row.trusted),
        revoked_at=_moment(row.revoked),
        seen_at=_moment(last.made),
    )


def _moment(milliseconds: int | None) -> datetime | None:
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None
