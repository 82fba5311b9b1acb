from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sportsec.domain.calendar_days import season_around
from sportsec.domain.identity import new_id
from sportsec.ui.pages.agenda.state import AgendaState, Period, View, days_of

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (Period.THIS_WEEK, (date(2026, 11, 23), date(2026, 11, 29))),
        (Period.FOUR_WEEKS, (THURSDAY, date(2026, 12, 24))),
        (Period.PAST, (None, date(2026, 11, 25))),
        (Period.SEASON, (None, None)),
        (Period.ALL, (None, None)),
    ],
)
def test_a_period_is_days_and_weeks_begin_on_monday(
    period: Period, days: tuple[date | None, date | None]
) -> None:
    assert days_of(period, THURSDAY) == days


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 29)])
def test_every_day_lies_in_its_own_week(day: date) -> None:
    first, last = days_of(Period.THIS_WEEK, day)
    assert first == date(2026, 11, 23)
    assert last == date(2026, 11, 29)


def test_chips_are_set_and_emptied() -> None:
    club = new_id()
    plain = AgendaState(Period.ALL, THURSDAY, "fr")
    narrowed = plain.choose("club_id", (club,))
    assert narrowed.is_narrowed
    assert narrowed.wanted().club_id == (club,)
    assert narrowed.choose("club_id", ()) == plain
    assert not plain.is_narrowed


def test_the_season_counts_only_where_it_is_asked_for() -> None:
    season, other = new_id(), new_id()
    state = AgendaState(Period.SEASON, THURSDAY, "fr", season_id=season)
    assert state.wanted().season_id == season
    assert state.choose("season_id", (other,)).wanted().season_id == (other,)
    everything = AgendaState(Period.ALL, THURSDAY, "fr", season_id=season)
    assert everything.wanted().season_id is None


def test_of_several_seasons_the_year_around_the_day_is_on_view() -> None:
    one, other = new_id(), new_id()
    state = AgendaState(Period.ALL, THURSDAY, "fr", view=View.SEASON)
    assert state.choose("season_id", (one,)).on_view().starts_on is None
    several = state.choose("season_id", (one, other)).on_view()
    assert (several.starts_on, several.ends_on) == season_around(THURSDAY)


def test_of_a_month_its_own_days_are_on_view_and_of_a_week_all_seven() -> None:
    state = AgendaState(Period.ALL, THURSDAY, "fr", view=View.MONTH)
    month = state.on_view()
    assert (month.starts_on, month.ends_on) == (date(2026, 11, 1), date(2026, 11, 30))
    week = replace(state, view=View.WEEK).on_view()
    assert (week.starts_on, week.ends_on) == (date(2026, 11, 23), date(2026, 11, 29))


def test_the_past_begins_with_the_latest_match() -> None:
    assert AgendaState(Period.PAST, THURSDAY, "fr").latest_first
    assert not AgendaState(Period.ALL, THURSDAY, "fr").latest_first
