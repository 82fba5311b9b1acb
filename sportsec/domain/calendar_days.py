"""Weeks, months and seasons as spans of days, Monday first, and how full a day is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
#: Shades of a heat-calendar above the empty one.
HEATS = 4


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + WEEK - _DAY


def coming_days(today: date) -> tuple[date, date]:
    """Return the first and the last of "the next 7 days", today among them."""
    return today, today + WEEK - _DAY


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def whole_weeks(first: date, last: date) -> tuple[date, date]:
    """Return a span widened to Monday and Sunday."""
    return week_of(first)[0], week_of(last)[1]


def days_between(first: date, last: date) -> list[date]:
    """Return every day of a span."""
    return [first + timedelta(days=nth) for nth in range((last - first).days + 1)]


def months_on(day: date, by: int) -> date:
    """Return the same day some months later; the last one where there is none."""
    months = day.year * 12 + day.month - 1 + by
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def season_around(day: date) -> tuple[date, date]:
    """Return the twelve months from August that hold a day.

    For a record that knows no season: ours begin in August or September.
    """
    year = day.year if day.month >= 8 else day.year - 1
    return date(year, 8, 1), date(year + 1, 7, 31)


def months_between(first: date, last: date) -> list[date]:
    """Return the first day of every month that a span touches."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return [months_on(first.replace(day=1), nth) for nth in range(months + 1)]


def heats(loads: Mapping[date, int]) -> dict[date, int]:
    """Return how hot each day is, 1 … `HEATS`, against the fullest of them.

    A few matches are never the hottest shade: a quiet season looks quiet.
    """
    peak = max(loads.values(), default=0)
    top = max(peak, HEATS)
    return {day: -(-load * HEATS // top) for day, load in loads.items() if load}
