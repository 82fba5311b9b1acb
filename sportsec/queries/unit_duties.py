"""What a unit is planned for at the matches to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from sportsec.domain.day_clashes import OFF
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.store.tables.deployment import Detachment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Duties that a card shows.
SHOWN = 6


@dataclass(frozen=True, slots=True)
class UnitDuty:
    """A unit at one match.

    Args:
        persons: Planned there, in all its detachments; None while none is counted.
    """

    fixture: UUID
    day: date
    home: Words
    away: Words
    persons: int | None


def coming_duties(work: Work, unit_id: UUID, limit: int = SHOWN) -> list[UnitDuty]:
    """Return the matches from today on that a unit is planned for, the next first."""
    query = with_names(
        select(
            *(Fixture.id, Fixture.kick_off_date, HOME.name, AWAY.name),
            func.sum(Detachment.headcount),
        )
        .join(Detachment, Detachment.fixture_id == Fixture.id)
        .where(Detachment.unit_id == unit_id, Detachment.deleted_at.is_(None))
        .where(Fixture.deleted_at.is_(None), Fixture.status.not_in(OFF))
        .where(Fixture.kick_off_date >= local_day(work))
        .group_by(Fixture.id)
        .order_by(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
        .limit(limit)
    )
    return [
        UnitDuty(fixture, day, home or Words(), away or Words(), persons)
        for fixture, day, home, away, persons in work.session.execute(query)
    ]
