"""Coming home matches of a club that were planned before its stadium was known."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from sportsec.domain.calendar_moves import check_may_move
from sportsec.domain.competitions import SeasonStatus
from sportsec.domain.life_cycle import AHEAD
from sportsec.queries.clock import local_day
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def matches_without_ground(work: Work, club_id: UUID) -> list[UUID]:
    """Return the home matches to come that have no stadium, while the club has one.

    On neutral ground no match is at home; what may not be moved is left out.
    """
    query = (
        select(Fixture.id, Fixture.status, Fixture.plan_status)
        .join(Club, Club.id == Fixture.home_club_id)
        .outerjoin(Season, Season.id == Fixture.season_id)
        .where(Club.id == club_id, Club.home_venue_id.is_not(None))
        .where(Fixture.venue_id.is_(None), Fixture.deleted_at.is_(None))
        .where(Fixture.is_neutral.is_(False), Fixture.status.in_(AHEAD))
        .where(Fixture.kick_off_date >= local_day(work))
        .where(or_(Season.id.is_(None), Season.status != SeasonStatus.CLOSED))
        .order_by(Fixture.kick_off_date, Fixture.id)
    )
    rows = work.session.execute(query)
    return [row.id for row in rows if not check_may_move(row.status, row.plan_status)]
