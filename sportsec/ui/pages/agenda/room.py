"""How weeks and weekdays share the room of a board: by what there is to show."""

from __future__ import annotations

from collections.abc import Sequence

from sportsec.queries.agenda_days import DayOnBoard

#: Matches of a day that its week gets room for, where there is any.
MOST = 4
_HUNDRED = 100
#: Shares of the lines of a day, in hundredths of a match.
_HEAD, _FEAST, _CLASH = 90, 70, 70
#: Share of a weekday without a match, of that of one with some.
_EMPTY_COLUMN = 65


def share_of_week(week: Sequence[DayOnBoard]) -> int:
    """Return how much of the height a week gets, beside that of others."""
    return max(map(_share_of_day, week))


def share_of_weekday(days: Sequence[DayOnBoard]) -> int:
    """Return how much of the width the same days of all weeks get."""
    return _HUNDRED if has_matches(days) else _EMPTY_COLUMN


def has_matches(days: Sequence[DayOnBoard]) -> bool:
    """Say whether a match is on one of these days."""
    return any(day.matches for day in days)


def _share_of_day(day: DayOnBoard) -> int:
    lines = _HEAD + _HUNDRED * min(len(day.matches), MOST)
    if day.holidays or day.is_ramadan:
        lines += _FEAST
    return lines + _CLASH if day.clashes else lines
