"""What the agenda shows: periods as days, and the filter they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sportsec.domain.calendar_days import (
    WEEK,
    month_of,
    months_on,
    season_around,
    week_of,
    whole_weeks,
)
from sportsec.queries.agenda_plan import AgendaFilter


class View(StrEnum):
    """The same matches in four ways."""

    LIST = "list"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"


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
            return week_of(today)
        case Period.FOUR_WEEKS:
            return today, today + 4 * WEEK
        case Period.PAST:
            return None, today - timedelta(days=1)
        case _:
            return None, None


def span_of(view: View, day: date) -> tuple[date, date]:
    """Return the days that a board shows around a day, from Monday to Sunday."""
    return week_of(day) if view is View.WEEK else whole_weeks(*month_of(day))


def stepped(view: View, day: date, by: int) -> date:
    """Return the day to go to: a week, a month or a year on or back."""
    if view is View.WEEK:
        return day + by * WEEK
    return months_on(day, by if view is View.MONTH else 12 * by)


@dataclass(frozen=True, slots=True)
class AgendaState:
    """What the officer chose above the list and the boards.

    Args:
        view: How the matches are shown; the filters hold for all ways.
        day: The day that the boards stand at; None for today.
        season_id: The season that the period "season" means.
        chosen: Values of the filter chips, one or several each, by the name of the
            filter's field.
    """

    period: Period
    today: date
    language: str
    season_id: UUID | None = None
    view: View = View.LIST
    day: date | None = None
    text: str = ""
    chosen: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    @property
    def at(self) -> date:
        """The day that the boards stand at."""
        return self.day or self.today

    @property
    def is_narrowed(self) -> bool:
        """Whether more than a period is asked for."""
        return bool(self.text or self.chosen)

    @property
    def asks_for_season(self) -> bool:
        """Whether a season can be chosen, or is: other days lie in one anyway."""
        can_be = self.view is View.LIST and self.period in {Period.PAST, Period.ALL}
        return can_be or "season_id" in dict(self.chosen)

    @property
    def latest_first(self) -> bool:
        """Whether the list begins with the match nearest to today."""
        return self.period is Period.PAST

    def choose(self, name: str, values: tuple[Any, ...]) -> AgendaState:
        """Return the state with one chip set; no value empties it."""
        others = tuple(pair for pair in self.chosen if pair[0] != name)
        chosen = (*others, (name, values)) if values else others
        return replace(self, chosen=chosen)

    def narrowing(self) -> AgendaFilter:
        """Return the filter without any days: what the boards ask for."""
        chosen: dict[str, Any] = dict(self.chosen)
        return AgendaFilter(text=self.text, language=self.language, **chosen)

    def on_view(self) -> AgendaFilter:
        """Return the filter with the days on view, whichever way they are shown.

        Of a month its own days: those around it only fill the weeks of the board.
        Of the season by its filter, or a year around the day: one season is on view,
        also where several are chosen.
        """
        match self.view:
            case View.LIST:
                return self.wanted()
            case View.SEASON:
                first, last = season_around(self.at)
                if len(dict(self.chosen).get("season_id", ())) == 1:
                    return self.narrowing()
            case View.MONTH:
                first, last = month_of(self.at)
            case _:
                first, last = span_of(self.view, self.at)
        return replace(self.narrowing(), starts_on=first, ends_on=last)

    def wanted(self) -> AgendaFilter:
        """Return the filter of the list."""
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
