from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from babel.dates import get_day_names, get_month_names

from sportsec.i18n.formats import (
    date_time,
    day_name,
    hour,
    long_date,
    month_name,
    number,
    short_date,
    with_decimals,
)
from sportsec.i18n.phones import phone

LOCALES = {"ar": "ar_MA", "fr": "fr_MA", "en": "en_GB"}


@pytest.mark.parametrize(("language", "locale"), LOCALES.items())
def test_months_and_days_are_those_of_the_common_locale_data(
    language: str, locale: str
) -> None:
    months = get_month_names("wide", locale=locale)
    assert [month_name(n, language) for n in range(1, 13)] == list(months.values())
    days = get_day_names("wide", locale=locale)
    monday = date(2026, 11, 23)
    names = [day_name(monday.replace(day=23 + n), language) for n in range(7)]
    assert names == [days[n] for n in range(7)]


def test_a_date_reads_as_moroccans_write_it() -> None:
    day = date(2027, 8, 9)
    assert short_date(day) == "09/08/2027"
    assert long_date(day, "ar") == "الاثنين، 9 غشت 2027"
    assert long_date(day, "fr") == "lundi 9 août 2027"
    assert short_date(None) == ""


def test_french_counts_the_first_of_a_month_in_order() -> None:
    assert long_date(date(2026, 12, 1), "fr") == "mardi 1er décembre 2026"
    assert long_date(date(2026, 12, 11), "fr") == "vendredi 11 décembre 2026"
    assert long_date(date(2026, 12, 1), "ar") == "الثلاثاء، 1 دجنبر 2026"


def test_an_hour_is_local_also_in_ramadan_when_the_clock_goes_back() -> None:
    assert hour(datetime(2026, 1, 20, 19, 0, tzinfo=UTC)) == "20:00"
    assert hour(datetime(2026, 2, 20, 19, 0, tzinfo=UTC)) == "19:00"
    assert date_time(datetime(2026, 1, 20, 23, 30, tzinfo=UTC)) == "21/01/2026 00:30"
    assert hour(None) == ""


@pytest.mark.parametrize(
    ("language", "text"),
    [("ar", "45.891,5"), ("fr", "45\u00a0891,5"), ("en", "45,891.5")],
)
def test_numbers_take_the_separators_of_the_language(language: str, text: str) -> None:
    assert number(45891.5, language, decimals=1) == text
    assert number(None, language) == ""


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+212522000000", "05 22 00 00 00"),
        ("0661000000", "06 61 00 00 00"),
        ("+33123456789", "+33 1 23 45 67 89"),
        ("poste 12", "poste 12"),
        ("19", "19"),
        ("", ""),
    ],
)
def test_a_telephone_number_reads_as_people_write_it(stored: str, shown: str) -> None:
    assert phone(stored) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("6 × 1.5 m", "6 × 1,5 m"),
        ("2,25 m", "2,25 m"),
        ("1.200 m", "1.200 m"),
        ("05.12.2026", "05.12.2026"),
    ],
)
def test_a_typed_size_takes_the_decimal_sign_of_the_language(
    typed: str, shown: str
) -> None:
    assert with_decimals(typed, "fr") == with_decimals(typed, "ar") == shown
    assert with_decimals("6 × 1,5 m", "en") == "6 × 1.5 m"
