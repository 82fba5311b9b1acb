"""The heat-calendar: how many matches each day of a season has, and how grave."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, func, select

from sportsec.domain.calendar_days import (
    days_between,
    heats,
    months_between,
    season_around,
)
from sportsec.domain.holidays import Holiday, holidays_on
from sportsec.domain.ramadan import is_ramadan
from sportsec.domain.risk import RiskCategory
from sportsec.queries.agenda_categories import current_categories
from sportsec.queries.agenda_plan import AgendaFilter, plan_of, values_of
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class HeatDay:
    """One day of the season.

    Args:
        count: Matches that fit the filter.
        heat: 0 for none … `HEATS` for the fullest days.
        worst: The highest category among them; None while none is rated.
    """

    day: date
    count: int = 0
    heat: int = 0
    worst: RiskCategory | None = None
    holidays: tuple[Holiday, ...] = ()
    is_ramadan: bool = False


@dataclass(frozen=True, slots=True)
class Heat:
    """A season, month by month.

    Args:
        label: Of the season; empty where the record knows none.
    """

    first: date
    last: date
    label: str = ""
    days: Mapping[date, HeatDay] = field(default_factory=dict)
    months: tuple[date, ...] = ()
    found: int = 0


def read_heat(work: Work, wanted: AgendaFilter, around: date) -> Heat:
    """Return the season that a day lies in, or the one chosen, day by day.

    Of several chosen, the one that the day lies in, else the latest.

    Args:
        wanted: The filter; its own days do not count, its season does.
    """
    label, first, last = _span(work, values_of(wanted.season_id), around)
    counts, worst = _loads(work, wanted, first, last)
    hot = heats(counts)
    days = {
        day: HeatDay(
            day,
            counts.get(day, 0),
            hot.get(day, 0),
            worst.get(day),
            holidays_on(day),
            is_ramadan(day),
        )
        for day in days_between(first, last)
    }
    months = tuple(months_between(first, last))
    return Heat(first, last, label, days, months, sum(counts.values()))


def _span(work: Work, chosen: Collection[UUID], around: date) -> tuple[str, date, date]:
    """Return the name, first and last day of a season."""
    query = select(Season.label, Season.starts_on, Season.ends_on).where(
        Season.starts_on.is_not(None), Season.ends_on.is_not(None)
    )
    is_here = and_(Season.starts_on <= around, Season.ends_on >= around)
    if chosen:
        query = query.where(Season.id.in_(chosen))
        query = query.order_by(is_here.desc(), Season.starts_on.desc())
    else:
        query = query.where(Season.deleted_at.is_(None), is_here)
    row: Any = work.session.execute(query.order_by(Season.id).limit(1)).first()
    return ("", *season_around(around)) if row is None else tuple(row)


def _loads(
    work: Work, wanted: AgendaFilter, first: date, last: date
) -> tuple[dict[date, int], dict[date, RiskCategory]]:
    """Count the matches of each day, and find the highest category of each."""
    plan = plan_of(work, replace(wanted, starts_on=first, ends_on=last))
    day = Fixture.kick_off_date
    counted = select(day, func.count()).where(*plan.conditions).group_by(day)
    counts = {row[0]: row[1] for row in work.session.execute(counted)}
    current = current_categories(select(Fixture.id).where(*plan.conditions))
    graded = (
        select(day, func.max(current.c.category))
        .join_from(current, Fixture, current.c.fixture_id == Fixture.id)
        .group_by(day)
    )
    worst = {row[0]: RiskCategory(row[1]) for row in work.session.execute(graded)}
    return counts, worst
