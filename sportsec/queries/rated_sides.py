"""Ratings made before home and away of their match were exchanged.

The record keeps no moment of that: the journal tells which clubs a match had when it
was rated. So an exchange that was undone leaves nothing behind, and two cells that
exchange the same sides do not contradict each other.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from sportsec.domain.sides import Sides, has_changed_sides
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work

_HOME, _AWAY = "home_club_id", "away_club_id"
#: What became of the clubs of those matches whose clubs were ever changed.
_CLUBS = """
WITH changed AS (SELECT DISTINCT o.row FROM json_each(?) asked
 JOIN journal_op o ON o.row = unhex(asked.value)
 WHERE o.kind = 'U' AND o.col IN ('home_club_id', 'away_club_id'))
SELECT o.row, a.wall, CASE WHEN o.kind = 'I'
 THEN json_object('home_club_id', o.val ->> '$.home_club_id',
  'away_club_id', o.val ->> '$.away_club_id')
 ELSE json_object(o.col, hex(o.val)) END
FROM changed JOIN journal_op o ON o.row = changed.row
JOIN journal_act a ON a.act = o.act
WHERE (o.kind = 'I' AND o.col = '')
 OR (o.kind = 'U' AND o.col IN ('home_club_id', 'away_club_id'))
ORDER BY o.row, a.hlc, o.op"""


def rated_before_exchange(work: Work, matches: Collection[UUID]) -> set[UUID]:
    """Return which of some matches were last rated before a club changed its side."""
    rated = _last_rated(work, matches)
    asked = json.dumps([each.hex for each in rated])
    clubs: dict[UUID, dict[str, UUID | None]] = {}
    for row, wall, said in work.flushed().execute(_CLUBS, (asked,)):
        match = UUID(bytes=row)
        if match not in clubs or _milliseconds(rated[match]) >= (wall or 0):
            clubs.setdefault(match, {}).update(_read(json.loads(said)))
    now = _sides(work, clubs)
    return {
        match
        for match, was in clubs.items()
        if match in now
        and has_changed_sides((was.get(_HOME), was.get(_AWAY)), now[match])
    }


# ---- inside


def _last_rated(work: Work, matches: Collection[UUID]) -> Mapping[UUID, datetime]:
    """Return when each was rated last; those that never were are left out."""
    query = (
        select(RiskAssessment.fixture_id, func.max(RiskAssessment.decided_at))
        .where(
            RiskAssessment.fixture_id.in_(matches),
            RiskAssessment.deleted_at.is_(None),
            RiskAssessment.decided_at.is_not(None),
        )
        .group_by(RiskAssessment.fixture_id)
    )
    rows = work.session.execute(query)
    return {match: at for match, at in rows if match is not None and at is not None}


def _sides(work: Work, matches: Collection[UUID]) -> Mapping[UUID, Sides]:
    query = select(Fixture.id, Fixture.home_club_id, Fixture.away_club_id).where(
        Fixture.id.in_(matches), Fixture.deleted_at.is_(None)
    )
    return {match: (home, away) for match, home, away in work.session.execute(query)}


def _read(said: Mapping[str, Any]) -> dict[str, UUID | None]:
    """Return the clubs that an entry of the journal names; None where unknown."""
    return {column: UUID(hex=text) if text else None for column, text in said.items()}


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
