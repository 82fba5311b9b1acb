"""Places the seasons around today: three past ones, and one in full course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sportsec.services.sample.league import (
    ROUNDS,
    SATURDAY,
    first_saturday,
    weeks_played,
)

#: The current season is always between these weeks, also when today is in summer.
_FIRST_WEEK, _LAST_WEEK = 10, 30
#: Round of the circle in which OCE receives CIG; the derby follows in the next.
_BIG_ROUND = 1
#: Weeks from today that are planned in full.
PLANNED_WEEKS = 4
#: Hours are announced this many rounds ahead.
_ANNOUNCED = 6


@dataclass(frozen=True, slots=True)
class SeasonFrame:
    """When the rounds of a season are played.

    Args:
        label: Such as "2026-2027".
        offset: Round of the circle with which it begins.
        hours_known: Number of the first round whose hours nobody knows yet.
        planned_until: Last day that is planned in full.
    """

    label: str
    today: date
    saturdays: tuple[date, ...]
    cup_days: tuple[date, ...]
    offset: int
    is_mirrored: bool = False
    hours_known: int = ROUNDS
    planned_until: date | None = None

    def saturday_of(self, number: int) -> date:
        """Return the Saturday of a round, counted from 0."""
        return self.saturdays[number]

    @property
    def starts_on(self) -> date:
        """Two weeks before the first round."""
        return self.saturdays[0] - timedelta(14)

    @property
    def ends_on(self) -> date:
        """Three weeks after the last round."""
        return self.saturdays[-1] + timedelta(21)


def seasons(today: date) -> list[SeasonFrame]:
    """Return three finished seasons and the current one, oldest first."""
    year = today.year if today.month >= 8 else today.year - 1
    past = [_past(year - back, today) for back in (3, 2, 1)]
    return [*past, _current(year, today)]


def _past(year: int, today: date) -> SeasonFrame:
    start = first_saturday(year)
    midweek = [start + timedelta(7 * week + 4) for week in (9, 20, 28)]
    return SeasonFrame(
        label=f"{year}-{year + 1}",
        today=today,
        saturdays=tuple(start + timedelta(7 * week) for week in weeks_played()),
        cup_days=(*midweek, start + timedelta(7 * 38)),
        offset=(3 * year) % 15,
        is_mirrored=bool(year % 2),
    )


def _current(year: int, today: date) -> SeasonFrame:
    """Place the season so that the next four weekends are played."""
    next_saturday = today + timedelta(2 + (SATURDAY - today.weekday() - 2) % 7)
    natural = (next_saturday - first_saturday(year)).days // 7
    week = max(_FIRST_WEEK, min(natural, _LAST_WEEK))
    start = next_saturday - timedelta(7 * week)
    weeks = weeks_played(range(week, week + PLANNED_WEEKS))
    number = weeks.index(week)
    is_second_leg = number >= ROUNDS // 2
    return SeasonFrame(
        label=f"{year}-{year + 1}",
        today=today,
        saturdays=tuple(start + timedelta(7 * each) for each in weeks),
        cup_days=tuple(next_saturday + timedelta(days) for days in (-17, 11, 60, 130)),
        offset=(_BIG_ROUND - number) % 15,
        is_mirrored=is_second_leg,
        hours_known=number + _ANNOUNCED,
        planned_until=next_saturday + timedelta(7 * PLANNED_WEEKS - 6),
    )
