"""Hours of programmes are read in every spelling, or refused."""

from __future__ import annotations

from datetime import UTC, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.intake.times import find_time, read_time, time_of_fraction


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        *(("17:00", time(17)), ("17h00", time(17)), ("17H", time(17))),
        *(("17h", time(17)), ("17.00", time(17)), ("20.30", time(20, 30))),
        *(("17:00:00", time(17)), ("1700", time(17)), ("17 h 30", time(17, 30))),
        *(("٢١:٠٠", time(21)), ("الساعة 17:00", time(17)), ("à 17h00", time(17))),
        *(("5:00 PM", time(17)), ("12:05 am", time(0, 5)), ("7pm", time(19))),
        *(("5 مساء", time(17)), ("21:00 ليلا", time(21)), ("12 ليلا", time(0))),
        *(("9:05", time(9, 5)), ("17", time(17)), ("17h00mn", time(17))),
    ],
)
def test_one_hour_in_many_spellings(text: str, hour: time) -> None:
    read = read_time(text)
    assert read is not None
    assert read.time == hour
    assert read.zone is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("17:00Z", UTC),
        ("17:00 UTC", UTC),
        ("17:00 GMT+1", timezone(timedelta(hours=1))),
        ("17:00+01:00", timezone(timedelta(hours=1))),
        ("17:00 UTC-5", timezone(timedelta(hours=-5))),
    ],
)
def test_an_offset_in_the_text_is_kept(text: str, zone: timezone) -> None:
    read = read_time(text)
    assert read is not None
    assert read.zone == zone


@pytest.mark.parametrize("text", ["", "-", "TBD", "à définir", "غير محدد"])
def test_what_is_not_known_is_no_error(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize("text", ["25:00", "17:60", "24:00", "soir", "17:00 UTC+99"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_time(text)


def test_an_hour_is_cut_out_of_a_text() -> None:
    read, rest = find_time("samedi 31/08 a 17h00")
    assert read is not None
    assert read.time == time(17)
    assert rest == "samedi 31/08 a"
    assert find_time("31.08.2024") == (None, "31.08.2024")


@given(st.times())
def test_a_fraction_of_a_day_is_its_minute(hour: time) -> None:
    whole = hour.replace(second=0, microsecond=0)
    assert time_of_fraction((whole.hour * 60 + whole.minute) / 1440) == whole


@given(st.text(max_size=30))
def test_any_text_is_an_hour_or_refused(text: str) -> None:
    try:
        read = read_time(text)
    except ValueError:
        return
    assert read is None or isinstance(read.time, time)
