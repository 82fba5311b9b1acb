"""Weeks, months, feasts, sunset, clashes and moves in the calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from sportsec.domain.away import places_in
from sportsec.domain.calendar_days import (
    HEATS,
    coming_days,
    days_between,
    heats,
    month_of,
    months_between,
    months_on,
    season_around,
    week_of,
    whole_weeks,
)
from sportsec.domain.calendar_moves import check_may_move, moved_to, plan_after_move
from sportsec.domain.day_clashes import Clash, DayMatch, find_clashes
from sportsec.domain.fixtures import FixtureDraft, FixtureStatus, PlanStatus
from sportsec.domain.holidays import Holiday, holidays_on
from sportsec.domain.ramadan import is_ramadan
from sportsec.domain.sun import sunset

FRIDAY = date(2026, 11, 27)


def test_a_week_begins_on_monday() -> None:
    assert week_of(FRIDAY) == (date(2026, 11, 23), date(2026, 11, 29))
    assert week_of(date(2026, 11, 29))[0] == date(2026, 11, 23)
    assert whole_weeks(*month_of(FRIDAY)) == (date(2026, 10, 26), date(2026, 12, 6))
    assert len(days_between(*week_of(FRIDAY))) == 7


def test_the_next_seven_days_are_today_and_six_more() -> None:
    assert coming_days(FRIDAY) == (FRIDAY, date(2026, 12, 3))
    assert len(days_between(*coming_days(FRIDAY))) == 7


@pytest.mark.parametrize(
    ("day", "by", "expected"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_on_keeps_the_day_where_there_is_one(
    day: date, by: int, expected: date
) -> None:
    assert months_on(day, by) == expected


def test_a_season_without_a_record_is_a_year_from_august() -> None:
    assert season_around(date(2027, 7, 31)) == (date(2026, 8, 1), date(2027, 7, 31))
    assert season_around(date(2027, 8, 1))[0] == date(2027, 8, 1)
    assert len(months_between(*season_around(FRIDAY))) == 12


def test_heat_is_counted_against_the_fullest_day() -> None:
    first, second = FRIDAY, FRIDAY + timedelta(1)
    assert heats({first: 40, second: 1}) == {first: HEATS, second: 1}
    assert heats({first: 1, second: 0}) == {first: 1}
    assert heats({}) == {}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 6), (Holiday.GREEN_MARCH,)),
        (date(2026, 10, 31), (Holiday.UNITY_DAY,)),
        (date(2025, 10, 31), ()),
        (date(2024, 1, 14), (Holiday.AMAZIGH_NEW_YEAR,)),
        (date(2023, 1, 14), ()),
        (date(2027, 3, 9), (Holiday.EID_AL_FITR,)),
        (date(2027, 3, 10), (Holiday.EID_AL_FITR,)),
        (date(2027, 3, 11), ()),
        (date(2027, 8, 14), (Holiday.PROPHET_BIRTHDAY, Holiday.OUED_ED_DAHAB)),
        (FRIDAY, ()),
    ],
)
def test_public_holidays(day: date, expected: tuple[Holiday, ...]) -> None:
    assert holidays_on(day) == expected


def test_the_feast_begins_on_the_day_after_ramadan() -> None:
    for year in range(2015, 2031):
        for day in days_between(date(year, 1, 1), date(year, 12, 31)):
            if is_ramadan(day) and not is_ramadan(day + timedelta(1)):
                assert Holiday.EID_AL_FITR in holidays_on(day + timedelta(1))


@pytest.mark.parametrize(
    ("day", "latitude", "longitude", "expected"),
    [
        # As astral 3.2 gives them, in UTC.
        (date(2026, 6, 21), 33.57, -7.59, "19:43"),
        (date(2026, 12, 21), 33.57, -7.59, "17:26"),
        (date(2027, 2, 20), 34.03, -5.0, "18:08"),
        (date(2026, 9, 30), 27.15, -13.2, "18:40"),
    ],
)
def test_sunset_is_right_to_two_minutes(
    day: date, latitude: float, longitude: float, expected: str
) -> None:
    found = sunset(day, latitude, longitude)
    hours, minutes = expected.split(":")
    wanted = datetime(
        day.year, day.month, day.day, int(hours), int(minutes), tzinfo=UTC
    )
    assert found is not None
    assert abs(found - wanted) <= timedelta(minutes=2)


def test_the_sun_does_not_set_near_the_pole_in_summer() -> None:
    assert sunset(date(2026, 6, 21), 80, 0) is None


# ---- clashes


def match(
    number: int, day: date = FRIDAY, hour: int = 18, **values: object
) -> DayMatch:
    facts: dict = {"status": FixtureStatus.SCHEDULED, **values}
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return DayMatch(UUID(int=number), day, at, **facts)


def kinds(*matches: DayMatch) -> list[tuple[Clash, ...]]:
    found = find_clashes(matches)
    return [found.kinds(each.id) for each in matches]


ONE, TWO = UUID(int=101), UUID(int=102)


def test_one_stadium_twice_a_day_is_told_and_not_the_city_as_well() -> None:
    both = {"venue_id": ONE, "city": "fes"}
    assert kinds(match(1, **both), match(2, **both)) == [(Clash.VENUE,)] * 2


def test_two_stadiums_of_a_city_share_its_streets() -> None:
    found = kinds(
        match(1, venue_id=ONE, city="fes"),
        match(2, venue_id=TWO, city="fes"),
        match(3, FRIDAY + timedelta(1), venue_id=TWO, city="fes"),
    )
    assert found == [(Clash.CITY,), (Clash.CITY,), ()]


def test_a_unit_is_at_one_match_a_day() -> None:
    assert kinds(match(1, staff={ONE}), match(2, staff={ONE, TWO}), match(3)) == [
        (Clash.STAFF,),
        (Clash.STAFF,),
        (),
    ]


def test_two_away_publics_at_one_station_or_on_one_road_meet() -> None:
    found = kinds(
        match(1, stations=places_in("Casa-Voyageurs"), route=places_in("A3; Bouznika")),
        match(2, stations=places_in("CASA VOYAGEURS، Oasis")),
        match(3, route=places_in("a3, A5")),
        match(4, FRIDAY + timedelta(1), route=places_in("A3")),
        match(5),
        match(6),
    )
    both = (Clash.STATION, Clash.ROUTE)
    assert found == [both, (Clash.STATION,), (Clash.ROUTE,), (), (), ()]


@pytest.mark.parametrize("text", ["", " , ;، ؛", "\n"])
def test_where_no_place_is_named_none_is_shared(text: str) -> None:
    assert places_in(text) == frozenset()


def test_a_club_rests_two_days() -> None:
    early, late = match(1, clubs=(ONE, TWO)), match(2, FRIDAY + timedelta(2), 17)
    assert kinds(early, match(2, FRIDAY + timedelta(2), 17, clubs=(TWO,))) == [
        (Clash.REST,),
        (Clash.REST,),
    ]
    assert kinds(early, match(2, FRIDAY + timedelta(2), 18, clubs=(TWO,))) == [(), ()]
    assert kinds(early, late) == [(), ()]


@pytest.mark.parametrize(
    "status",
    [FixtureStatus.POSTPONED, FixtureStatus.CANCELLED, FixtureStatus.AWARDED],
)
def test_what_is_not_played_clashes_with_nothing(status: FixtureStatus) -> None:
    off = match(1, venue_id=ONE, status=status)
    assert kinds(off, match(2, venue_id=ONE)) == [(), ()]


# ---- moves


def test_a_move_keeps_the_hour_that_clocks_show_also_into_ramadan() -> None:
    zone = ZoneInfo("Africa/Casablanca")
    at = datetime(2027, 2, 6, 20, 30, tzinfo=zone).astimezone(UTC)
    seen = FixtureDraft(kick_off_date=date(2027, 2, 6), kick_off_at=at, venue_id=ONE)
    move = moved_to(seen, date(2027, 2, 9))
    assert move.kick_off_date == date(2027, 2, 9)
    assert move.venue_id == ONE
    assert move.kick_off_at is not None
    assert f"{move.kick_off_at.astimezone(zone):%d %H:%M}" == "09 20:30"


def test_a_move_without_an_hour_stays_without_one() -> None:
    assert moved_to(FixtureDraft(), FRIDAY).kick_off_at is None


@pytest.mark.parametrize(
    ("plan", "then"),
    [
        (PlanStatus.ASSESSED, PlanStatus.ASSESSED),
        (PlanStatus.COORDINATED, PlanStatus.COORDINATED),
        (PlanStatus.ORDERED, PlanStatus.COORDINATED),
        (PlanStatus.BRIEFED, PlanStatus.COORDINATED),
        (PlanStatus.IN_PROGRESS, PlanStatus.IN_PROGRESS),
    ],
)
def test_after_a_move_the_order_is_approved_anew(
    plan: PlanStatus, then: PlanStatus
) -> None:
    assert plan_after_move(plan) is then


@pytest.mark.parametrize(
    ("status", "plan", "forbidden"),
    [
        (FixtureStatus.SCHEDULED, PlanStatus.ORDERED, False),
        (FixtureStatus.POSTPONED, PlanStatus.TO_OPEN, False),
        (FixtureStatus.PLAYED, PlanStatus.TO_OPEN, True),
        (FixtureStatus.CANCELLED, PlanStatus.TO_OPEN, True),
        (FixtureStatus.CONFIRMED, PlanStatus.IN_PROGRESS, True),
        (FixtureStatus.CONFIRMED, PlanStatus.CLOSED, True),
    ],
)
def test_what_may_not_move_at_all(
    status: FixtureStatus, plan: PlanStatus, forbidden: bool
) -> None:
    assert bool(check_may_move(status, plan)) is forbidden
