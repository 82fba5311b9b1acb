"""Promises that a moved match has left behind: still due by its old day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.commitments import is_out_of_step
from sportsec.domain.life_cycle import AHEAD
from sportsec.queries.clock import local_day
from sportsec.queries.conflict_origins import origin_of
from sportsec.queries.kept_days import open_due_days
from sportsec.store.journal.shape import shapes
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work

_DUE = "due_on"
#: Where the due day that is shown comes from: what was written last, else the insert.
_SHOWN = """SELECT o.op FROM journal_op o
LEFT JOIN journal_head h ON h.op = o.op AND h.row = o.row AND h.col = ?2 AND h.win = 1
WHERE o.row = ?1 AND (h.op IS NOT NULL OR o.kind = 'I')
ORDER BY h.op IS NULL, o.op LIMIT 1"""
_INSERT = "SELECT op FROM journal_op WHERE row = ? AND kind = 'I' ORDER BY op LIMIT 1"
#: The stamps of acts follow each other as the cells knew of them, whatever the clocks.
_STAMP = """SELECT a.hlc FROM journal_op o JOIN journal_act a ON a.act = o.act
WHERE o.op = ?"""


@dataclass(frozen=True, slots=True)
class _Move:
    """A move of the match to another day.

    Args:
        stamp: Of its act.
        was: The day before it.
    """

    stamp: int
    was: date


def left_behind(work: Work, fixture_id: UUID) -> Mapping[int, Sequence[UUID]]:
    """Return open promises and decisions whose due day goes by an old day of a match.

    That is one set before the match moved: who set it later knew the new day.

    Returns:
        The promises by how many days the match has moved since, below 0 to an earlier
        one; nothing for a match that is over or called off.
    """
    query = select(Fixture.kick_off_date, Fixture.status)
    match = work.session.execute(query.where(Fixture.id == fixture_id)).first()
    if match is None or match.status not in AHEAD:
        return {}
    now = match.kick_off_date
    moves = _moves(work, fixture_id) if now >= local_day(work) else []
    found: dict[int, list[UUID]] = {}
    for key, due_on in open_due_days(work, fixture_id).items() if moves else ():
        set_at = _set_at(work.connection, key)
        was = next((each.was for each in moves if each.stamp > set_at), now)
        if was != now and is_out_of_step(due_on, was, now):
            found.setdefault((now - was).days, []).append(key)
    return found


def _moves(work: Work, fixture_id: UUID) -> list[_Move]:
    """Return the moves to another day, the earliest first."""
    own = KickOffChange
    query = select(own.id, own.from_date).where(
        own.fixture_id == fixture_id,
        own.deleted_at.is_(None),
        own.from_date != own.to_date,
    )
    driver = work.connection
    found = [
        _Move(_stamp(driver, _first(driver, _INSERT, key.bytes)), was)
        for key, was in work.session.execute(query)
        if was is not None
    ]
    return sorted(found, key=lambda move: move.stamp)


def _set_at(driver: Any, commitment: UUID) -> int:
    """Return the stamp of the act that set a due day, whoever wrote it back since."""
    shown = _first(driver, _SHOWN, commitment.bytes, _DUE)
    shape = shapes()[Commitment.__tablename__]
    return _stamp(driver, origin_of(driver, shape, _DUE, shown))


def _stamp(driver: Any, op: int) -> int:
    return _first(driver, _STAMP, op)


def _first(driver: Any, query: str, *values: object) -> int:
    return int(driver.execute(query, values).fetchone()[0])
