from __future__ import annotations

import csv
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.kick_off import (
    is_skipped,
    local_day,
    local_hour,
    local_moment,
    match_times,
)

SAMPLES = Path(__file__).parents[2] / "samples" / "admin"
EVENING = time(22, 0)


def rows(name: str) -> list[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_ten_in_the_evening_is_22_utc_in_ramadan_2026_and_21_utc_after_it() -> None:
    assert local_moment(date(2026, 2, 20), EVENING) == datetime(
        2026, 2, 20, 22, tzinfo=UTC
    )
    assert local_moment(date(2026, 4, 20), EVENING) == datetime(
        2026, 4, 20, 21, tzinfo=UTC
    )


@pytest.mark.parametrize(
    "first_day",
    [
        date.fromisoformat(row["ramadan_first_day"])
        for row in rows("ramadan_umm_al_qura_1436-1452.csv")
        if "2019" <= row["ramadan_first_day"] < "2030-12"
    ],
)
def test_clocks_are_at_utc_all_through_every_ramadan_since_2019(
    first_day: date,
) -> None:
    for day in (first_day + timedelta(days=n) for n in range(1, 29)):
        assert local_moment(day, EVENING).time() == EVENING


#: The sample was made before Morocco gave up its clock changes; it foretold more.
LAST_CHANGE = "2026-09-20"


def test_morocco_stays_at_utc_since_20_september_2026() -> None:
    """IANA 2026c; the system of an older PC does not know it, our own data does."""
    assert local_moment(date(2026, 9, 19), EVENING).time() == time(21, 0)
    assert local_moment(date(2026, 9, 20), EVENING).time() == EVENING
    for month in range(1, 13):
        assert local_moment(date(2027, month, 20), EVENING).time() == EVENING


@pytest.mark.parametrize(
    "change",
    [
        row
        for row in rows("tz_transitions_africa_casablanca_2015-2030.csv")
        if row["utc"] < LAST_CHANGE
    ],
)
def test_the_zone_changes_its_clocks_when_the_sample_says(
    change: dict[str, str],
) -> None:
    moment = datetime.fromisoformat(change["utc"])
    before, after = moment - timedelta(hours=1), moment + timedelta(hours=1)
    old, new = local_hour(before), local_hour(after)
    step = timedelta(hours=new.hour - old.hour) - timedelta(hours=2)
    hours = {"0:00:00": 0, "1:00:00": 1}
    assert step == timedelta(
        hours=hours[change["offset_after"]] - hours[change["offset_before"]]
    )


def test_an_hour_that_clocks_skip_is_recognised() -> None:
    """At the end of Ramadan 2026 clocks went from 02:00 to 03:00."""
    assert is_skipped(date(2026, 3, 22), time(2, 30))
    assert not is_skipped(date(2026, 3, 22), time(3, 0))
    assert not is_skipped(date(2026, 3, 22), time(22, 0))


def test_an_hour_that_clocks_show_twice_is_the_first_of_the_two() -> None:
    first = local_moment(date(2026, 2, 15), time(2, 30))
    assert first == datetime(2026, 2, 15, 1, 30, tzinfo=UTC)


def test_a_match_after_midnight_utc_belongs_to_the_local_day() -> None:
    assert local_day(datetime(2026, 1, 5, 23, 30, tzinfo=UTC)) == date(2026, 1, 6)
    assert local_day(datetime(2026, 2, 20, 23, 30, tzinfo=UTC)) == date(2026, 2, 20)


@given(
    day=st.dates(date(2015, 1, 1), date(2030, 12, 31)),
    hour=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_what_was_typed_is_what_local_clocks_show(day: date, hour: time) -> None:
    if not is_skipped(day, hour):
        moment = local_moment(day, hour)
        assert (local_day(moment), local_hour(moment)) == (day, hour)


def test_the_times_of_a_match_follow_its_kick_off() -> None:
    kick_off = datetime(2026, 12, 5, 18, tzinfo=UTC)
    times = match_times(kick_off, kick_off - timedelta(hours=3))
    assert times.half_time - times.kick_off == timedelta(minutes=47)
    assert times.second_half - times.half_time == timedelta(minutes=15)
    assert times.final_whistle - times.kick_off == timedelta(minutes=112)
    assert times.gates == kick_off - timedelta(hours=3)
