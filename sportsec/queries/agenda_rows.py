"""A match as one line of the agenda, with the names it refers to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.fixtures import (
    AttendanceRegime,
    FixtureStatus,
    KickOffStatus,
    PlanStatus,
    TravelRegime,
)
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import Words
from sportsec.queries.agenda_categories import categories_of
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One match; `kick_off_at` is None while only the local day is known.

    Args:
        kick_off_zone: In whose time the hour is to be shown.
        category: As the police rated it last; None while it is not rated.
    """

    id: UUID
    ref_no: str
    kick_off_date: date
    kick_off_at: datetime | None
    kick_off_zone: str
    kick_off_status: KickOffStatus
    round: str
    status: FixtureStatus
    home_score: int | None
    away_score: int | None
    attendance_regime: AttendanceRegime
    regime_reference: str
    travel_regime: TravelRegime
    plan_status: PlanStatus
    home: Words
    away: Words
    venue: Words
    city: Words
    competition: Words
    competition_code: str
    category: RiskCategory | None


def read_rows(work: Work, ids: Collection[UUID]) -> Iterator[AgendaRow]:
    """Read matches in any order; a name that is missing is empty."""
    own = (
        *(Fixture.id, Fixture.ref_no, Fixture.kick_off_date, Fixture.kick_off_at),
        *(Fixture.kick_off_zone, Fixture.kick_off_status, Fixture.round),
        *(Fixture.status, Fixture.home_score, Fixture.away_score),
        *(Fixture.attendance_regime, Fixture.regime_reference, Fixture.travel_regime),
        Fixture.plan_status,
    )
    query = with_names(
        select(
            *own,
            *(HOME.name, AWAY.name, Venue.name, Venue.city, Competition.name),
            Competition.code,
        ).where(Fixture.id.in_(ids))
    )
    categories = categories_of(work, ids)
    plain = len(own)
    found: Iterable[Any] = work.session.execute(query)
    for row in found:
        names = (name or Words() for name in row[plain:-1])
        code, category = row[-1] or "", categories.get(row[0])
        facts: list[Any] = [*row[:plain], *names, code, category]
        yield AgendaRow(*facts)
