"""Local hours become moments; Morocco's clock goes back around Ramadan."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from sportsec.domain.intake.moments import Moments, zone_named

CASABLANCA = Moments(ZoneInfo("Africa/Casablanca"))


def test_the_clock_is_one_hour_ahead_of_utc_for_most_of_the_year() -> None:
    moment = CASABLANCA.moment(date(2024, 8, 30), time(17))
    assert moment == datetime(2024, 8, 30, 16, tzinfo=UTC)


def test_in_ramadan_the_clock_shows_utc() -> None:
    # Ramadan 2025: from 23 February to 6 April (tzdata).
    moment = CASABLANCA.moment(date(2025, 3, 16), time(22))
    assert moment == datetime(2025, 3, 16, 22, tzinfo=UTC)


def test_an_offset_of_the_text_goes_before_the_zone() -> None:
    zone = timezone(timedelta(hours=2))
    moment = CASABLANCA.moment(date(2024, 8, 30), time(17), zone)
    assert moment == datetime(2024, 8, 30, 15, tzinfo=UTC)


def test_a_moment_near_midnight_falls_on_the_local_day() -> None:
    moment = datetime(2024, 8, 30, 23, 30, tzinfo=UTC)
    assert CASABLANCA.local(moment) == (date(2024, 8, 31), time(0, 30))


def test_the_hour_that_the_clock_jumps_over_does_not_exist() -> None:
    assert not CASABLANCA.exists(date(2025, 4, 6), time(2, 30))
    assert CASABLANCA.exists(date(2025, 4, 6), time(17))


def test_names_of_zones() -> None:
    assert zone_named("Africa/Casablanca") is not None
    assert zone_named("Morocco Standard Time") is None
    assert zone_named("../etc/passwd") is None
    assert zone_named("") is None
