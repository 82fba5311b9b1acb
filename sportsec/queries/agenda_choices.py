"""What the filters of the agenda offer, and what a new match starts from."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select

from sportsec.domain.competitions import SeasonStatus
from sportsec.domain.fixtures import FixtureDraft
from sportsec.queries.clock import local_day
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def season_choices(work: Work) -> list[tuple[UUID, str]]:
    """Return the seasons, the latest first."""
    query = (
        select(Season.id, Season.label)
        .where(Season.deleted_at.is_(None))
        .order_by(Season.starts_on.desc().nulls_last(), Season.label.desc())
    )
    return [(row[0], row[1]) for row in work.session.execute(query)]


def current_season(work: Work) -> UUID | None:
    """Return the season of today, else the next one, else the last one."""
    today = local_day(work)
    order = case(
        (Season.ends_on < today, 2),
        (Season.starts_on > today, 1),
        else_=0,
    )
    query = (
        select(Season.id)
        .where(Season.deleted_at.is_(None), Season.status != SeasonStatus.CLOSED)
        .order_by(order, Season.starts_on.desc(), Season.id)
        .limit(1)
    )
    return work.session.scalar(query)


def season_on(work: Work, day: date) -> UUID | None:
    """Return the open season in which a day lies; None between two."""
    query = (
        select(Season.id)
        .where(
            *(Season.deleted_at.is_(None), Season.status != SeasonStatus.CLOSED),
            *(Season.starts_on <= day, func.coalesce(Season.ends_on, day) >= day),
        )
        .order_by(Season.starts_on.desc(), Season.id)
        .limit(1)
    )
    return work.session.scalar(query)


def today_and_season(work: Work) -> tuple[date, UUID | None, str]:
    """Return what the periods of the agenda are counted from: the season by name."""
    season = current_season(work)
    return local_day(work), season, season_label(work, season) if season else ""


def season_label(work: Work, season_id: UUID) -> str:
    """Return what a season is called; empty if there is none."""
    season = work.session.get(Season, season_id)
    return season.label if season else ""


def new_match(work: Work, day: date | None = None) -> FixtureDraft:
    """Return what a new match starts from: its season, the competition used last.

    Args:
        day: On which it is planned, if that is known; its season is that of today else.
    """
    live = Fixture.deleted_at.is_(None)
    last = select(Fixture.competition_id).where(live).order_by(Fixture.id.desc())
    return FixtureDraft(
        kick_off_date=day,
        season_id=season_on(work, day or local_day(work)),
        competition_id=work.session.scalar(last.limit(1)),
    )
