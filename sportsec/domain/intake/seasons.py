"""Seasons: found in titles, or derived from the days of the matches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from sportsec.domain.competitions import SeasonDraft
from sportsec.domain.folding import fold

#: First month of a season that spans two years.
STARTS_IN = 7
_TWO_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/_]\s*((?:19|20)?\d{2})(?!\d)")
_ONE_YEAR = re.compile(r"(?<![\d/.-])((?:19|20)\d{2})(?![\d/.-])")


def find_season(text: str) -> str:
    """Return the label of the season that a title names, such as "2024-2025".

    A single year names a season of one calendar year. Empty when there is none.
    """
    plain = fold(text)
    both = _TWO_YEARS.search(plain)
    if both:
        first = int(both[1])
        if int(both[2]) % 100 == (first + 1) % 100:
            return season_label(first)
    one = _ONE_YEAR.search(plain)
    return one[1] if one else ""


def season_label(first_year: int) -> str:
    """Return "2024-2025" for 2024."""
    return f"{first_year}-{first_year + 1}"


def first_year_of(label: str) -> int | None:
    """Return the year in which a season begins, None when the label names none."""
    found = re.search(r"(?:19|20)\d{2}", label)
    return int(found[0]) if found else None


def first_month_of(label: str) -> int:
    """Return the first month of a season: January where it is one calendar year."""
    return STARTS_IN if _TWO_YEARS.search(label) or not label else 1


def season_draft_of(label: str, days: Iterable[date] = ()) -> SeasonDraft:
    """Return the season of a label: its twelve months, widened to days of matches."""
    year = first_year_of(label)
    if year is None:
        return SeasonDraft(label)
    month = first_month_of(label)
    first = date(year, month, 1)
    last = date(year, 12, 31) if month == 1 else date(year + 1, STARTS_IN - 1, 30)
    days = list(days)
    return SeasonDraft(label, min([first, *days]), max([last, *days]))


def bounds(label: str) -> tuple[date, date] | None:
    """Return the first and last day on which a match of the season can fall.

    Generous by a month at either end: cups begin early, postponed matches end late.
    A season of one calendar year may run into January (AFCON 2025 did).
    """
    year = first_year_of(label)
    if year is None:
        return None
    if re.search(r"(?:19|20)\d{2}\D+\d{2}", label):
        return date(year, STARTS_IN - 1, 1), date(year + 1, STARTS_IN + 1, 31)
    return date(year, 1, 1), date(year + 1, 2, 28)


def season_year(day: date) -> int:
    """Return the first year of the season in which a day falls."""
    return day.year if day.month >= STARTS_IN else day.year - 1


def season_of_days(days: Iterable[date]) -> str:
    """Return the season in which nine of ten days fall; empty when there is none."""
    years = Counter(season_year(day) for day in days)
    if not years:
        return ""
    year, count = years.most_common(1)[0]
    return season_label(year) if count * 10 >= years.total() * 9 else ""
