"""What stands above the tabs of a match file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.fixtures import FixtureStatus, KickOffStatus, PlanStatus
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import Words
from sportsec.queries.agenda_rows import read_rows
from sportsec.queries.due_promises import DuePromises, due_promises
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class MatchHead:
    """Which match it is, and how far it has come."""

    id: UUID
    ref_no: str
    home: Words
    away: Words
    competition: Words
    season: str
    round: str
    kick_off_date: date
    kick_off_at: datetime | None
    kick_off_zone: str
    kick_off_status: KickOffStatus
    venue: Words
    city: Words
    status: FixtureStatus
    status_remark: str
    home_score: int | None
    away_score: int | None
    plan_status: PlanStatus
    category: RiskCategory | None
    promises: DuePromises


def match_head(work: Work, fixture_id: UUID) -> MatchHead:
    """Return the header of a match file.

    Raises:
        NotFound: The match does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    row = next(read_rows(work, [fixture_id]))
    season = select(Season.label).where(Season.id == fixture.season_id)
    return MatchHead(
        id=row.id,
        ref_no=row.ref_no,
        home=row.home,
        away=row.away,
        competition=row.competition,
        season=work.session.scalar(season) or "",
        round=row.round,
        kick_off_date=row.kick_off_date,
        kick_off_at=row.kick_off_at,
        kick_off_zone=row.kick_off_zone,
        kick_off_status=row.kick_off_status,
        venue=row.venue,
        city=row.city,
        status=row.status,
        status_remark=fixture.status_remark,
        home_score=row.home_score,
        away_score=row.away_score,
        plan_status=row.plan_status,
        category=row.category,
        promises=due_promises(work, [row.id]).get(row.id, DuePromises()),
    )
