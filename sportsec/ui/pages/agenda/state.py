"""What the agenda shows: periods as days, and the filter they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sportsec.queries.agenda_plan import AgendaFilter

WEEK = timedelta(days=7)


class Period(StrEnum):
    """Periods that one click shows."""

    THIS_WEEK = "this_week"
    FOUR_WEEKS = "four_weeks"
    SEASON = "season"
    PAST = "past"
    ALL = "all"


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day of a period; None where it is open.

    Weeks begin on Monday. A season is no matter of days: it is chosen by itself.
    """
    match period:
        case Period.THIS_WEEK:
            monday = today - timedelta(days=today.weekday())
            return monday, monday + WEEK - timedelta(days=1)
        case Period.FOUR_WEEKS:
            return today, today + 4 * WEEK
        case Period.PAST:
            return None, today - timedelta(days=1)
        case _:
            return None, None


@dataclass(frozen=True, slots=True)
class AgendaState:
    """What the officer chose above the list.

    Args:
        season_id: The season that the period "season" means.
        chosen: Values of the filter chips by the name of the filter's field.
    """

    period: Period
    today: date
    language: str
    season_id: UUID | None = None
    text: str = ""
    chosen: tuple[tuple[str, Any], ...] = ()

    @property
    def is_narrowed(self) -> bool:
        """Whether more than a period is asked for."""
        return bool(self.text or self.chosen)

    @property
    def latest_first(self) -> bool:
        """Whether the list begins with the match nearest to today."""
        return self.period is Period.PAST

    def choose(self, name: str, value: object) -> AgendaState:
        """Return the state with one chip set; None empties it."""
        others = tuple(pair for pair in self.chosen if pair[0] != name)
        chosen = others if value is None else (*others, (name, value))
        return replace(self, chosen=chosen)

    def wanted(self) -> AgendaFilter:
        """Return the filter."""
        first, last = days_of(self.period, self.today)
        values: dict[str, Any] = {
            "text": self.text,
            "language": self.language,
            "starts_on": first,
            "ends_on": last,
        }
        if self.period is Period.SEASON:
            values["season_id"] = self.season_id
        return AgendaFilter(**{**values, **dict(self.chosen)})
