"""Days of programmes are read in every order and language, or refused."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.intake.dates import (
    ReadDate,
    date_of_serial,
    decide_day_first,
    read_date,
    settle,
)
from sportsec.domain.intake.seasons import STARTS_IN

THIRTIETH = date(2024, 8, 30)


def day_of(
    text: str, *, day_first: bool = True, year: int | None = 2024
) -> date | None:
    read = read_date(text)
    assert read is not None
    return settle(read, day_first=day_first, first_year=year, season_starts=STARTS_IN)


@pytest.mark.parametrize(
    "text",
    [
        "2024-08-30",
        "2024/08/30",
        "20240830",
        "30/08/2024",
        "30-08-24",
        "30.08.2024",
        "30 08 2024",
        "٣٠/٠٨/٢٠٢٤",
        "08/30/2024",
        "Fri30 /08/2024",
        "Fri Aug 30 2024",
        "Fri Aug/30 2024",
        "30-Aug-24",
        "August 30, 2024",
        "30 août 2024",
        "Vendredi 30 Août 2024",
        "le vendredi 30 août 2024",
        "30 غشت 2024",
        "الجمعة 30 غشت 2024",
        "يوم الجمعة ٣٠ غشت ٢٠٢٤",
        "30 أغسطس 2024",
        "30 آب 2024",
        "30 أوت 2024",
        "45534",
        "45534.0",
        "Fri Aug 30",
        "vendredi 30/08",
    ],
)
def test_one_day_in_many_spellings(text: str) -> None:
    assert day_of(text) == THIRTIETH


@pytest.mark.parametrize(
    ("name", "month"),
    [
        *(("يناير", 1), ("فبراير", 2), ("مارس", 3), ("أبريل", 4), ("ماي", 5)),
        *(("يونيو", 6), ("يوليوز", 7), ("غشت", 8), ("شتنبر", 9), ("أكتوبر", 10)),
        *(("نونبر", 11), ("دجنبر", 12), ("تشرين الثاني", 11), ("كانون الثاني", 1)),
        *(("سبتمبر", 9), ("ديسمبر", 12), ("يوليو", 7), ("janv.", 1), ("févr.", 2)),
    ],
)
def test_months_of_morocco_and_of_the_east(name: str, month: int) -> None:
    assert day_of(f"5 {name} 2024") == date(2024, month, 5)


def test_mar_is_march_and_beside_a_month_tuesday() -> None:
    assert day_of("Sun Mar 16 2025") == date(2025, 3, 16)
    read = read_date("mar. 4 mars 2025")
    assert read == ReadDate(date(2025, 3, 4), weekday=1)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("20/11/2022 16:00", time(16)),
        ("samedi 31/08 à 17h00", time(17)),
        ("السبت 31 غشت 2024 على الساعة 21:30", time(21, 30)),
        ("2024-08-30T17:00:00+01:00", time(17)),
        ("45534.7083333", time(17)),
    ],
)
def test_an_hour_beside_the_day_is_kept(text: str, hour: time) -> None:
    read = read_date(text)
    assert read is not None
    assert read.hour is not None
    assert read.hour.time == hour


@pytest.mark.parametrize("text", ["", "-", "TBD", "à définir", "غير محدد", "#N/A"])
def test_what_is_not_known_is_no_error(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("hello", "Journée 3", "31 juin", "2024-13-01", "0/0/0", "17", "août 2024"),
        *("30/08 - 01/09/2024", "2016-01", "45/45/2024", "2024-08-30T99:99"),
        *("2024/99999999999/01", "x" * 500),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_date(text)


def test_a_day_that_no_calendar_has_is_refused_when_it_is_settled() -> None:
    with pytest.raises(ValueError, match="range"):
        day_of("31/06/2024")


def test_a_number_above_twelve_decides_for_the_whole_file() -> None:
    assert decide_day_first(reads("05/06/2024", "13/06/2024")) is True
    assert decide_day_first(reads("05/06/2024", "06/13/2024")) is False


def test_nothing_decides_between_numbers_up_to_twelve() -> None:
    assert decide_day_first(reads("05/06/2024", "07/08/2024")) is None


def test_lines_that_contradict_each_other_decide_nothing() -> None:
    assert decide_day_first(reads("13/06/2024", "06/13/2024")) is None


def test_weekdays_decide_where_numbers_do_not() -> None:
    assert decide_day_first(reads("samedi 07/09/2024")) is True  # 7 September
    assert decide_day_first(reads("Tue 07/09/2024")) is False  # July 9


def reads(*texts: str) -> list[ReadDate]:
    return [read for text in texts if (read := read_date(text)) is not None]


def test_days_without_a_year_fall_into_the_season() -> None:
    assert day_of("Sat Aug 31") == date(2024, 8, 31)
    assert day_of("16 mars") == date(2025, 3, 16)
    assert day_of("16 mars", year=None) is None


def test_a_weekday_corrects_the_year() -> None:
    assert day_of("Sun Jul 6", year=2024) == date(2025, 7, 6)


def test_a_season_of_one_calendar_year_begins_in_january() -> None:
    read = read_date("16 mars")
    assert read is not None
    settled = settle(read, day_first=True, first_year=2024, season_starts=1)
    assert settled == date(2024, 3, 16)


@pytest.mark.parametrize("serial", [0, 12, 1e9, float("inf"), float("nan"), -5])
def test_a_number_that_is_no_day_is_no_serial(serial: float) -> None:
    with pytest.raises(ValueError, match=r".*"):
        date_of_serial(serial)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_every_day_is_read_back_from_each_spelling(day: date) -> None:
    for text in (
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%a %b %d %Y}",
        f"{day.day} {MOROCCAN[day.month - 1]} {day.year}",
        str((day - date(1899, 12, 30)).days),
    ):
        assert day_of(text) == day


MOROCCAN = (
    *("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو"),
    *("يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"),
)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    try:
        read = read_date(text)
    except ValueError:
        return
    assert read is None or isinstance(read, ReadDate)
