"""Days and hours as officers type them, on Thursday 26 November 2026."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.typed_moment import (
    Typed,
    meant_day,
    read_typed,
    read_typed_hour,
)

TODAY = date(2026, 11, 26)
SATURDAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    "typed", ["sam 20h", "السبت 20:00", "Saturday 20:00", "samedi à 20 h"]
)
def test_a_weekday_with_an_hour_is_the_coming_one(typed: str) -> None:
    assert read_typed(typed, TODAY) == Typed(SATURDAY, time(20))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("jeu", TODAY),
        ("jeudi prochain", date(2026, 12, 3)),
        ("الخميس القادم", date(2026, 12, 3)),
        ("next thursday", date(2026, 12, 3)),
        ("mar", date(2026, 12, 1)),
        ("mar. 20h", date(2026, 12, 1)),
        ("sam 28", SATURDAY),
        ("sam 12", date(2026, 12, 12)),
    ],
)
def test_weekdays(typed: str, meant: date) -> None:
    assert read_typed(typed, TODAY).day == meant


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        *(("+3d", 3), ("+3", 3), ("+3j", 3), ("+ 3 jours", 3), ("+3 أيام", 3)),
        *(("-1", -1), ("+2w", 14), ("+1 semaine", 7), ("+2 أسابيع", 14)),
        *(("today", 0), ("aujourd'hui", 0), ("اليوم", 0)),
        *(("demain", 1), ("غدًا", 1), ("tomorrow", 1), ("demain 15h30", 1)),
        *(("après-demain", 2), ("بعد غد", 2), ("hier", -1), ("أمس", -1)),
    ],
)
def test_from_today(typed: str, days: int) -> None:
    assert (read_typed(typed, TODAY).day or TODAY) - TODAY == days * date.resolution


@pytest.mark.parametrize("typed", ["+1d", "sun", "dim 18h"])
def test_what_is_to_be_moved_counts_from_its_own_day(typed: str) -> None:
    now, match = date(2026, 11, 28), date(2026, 12, 5)
    assert read_typed(typed, now, since=match).day == date(2026, 12, 6)
    assert read_typed("tomorrow", now, since=match).day == date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("25/11", date(2026, 11, 25)),
        ("3/1", date(2027, 1, 3)),
        ("3 janvier", date(2027, 1, 3)),
        ("3 mar", date(2027, 3, 3)),
        ("5 دجنبر", date(2026, 12, 5)),
        ("5 dec 2027", date(2027, 12, 5)),
        ("29/2", date(2028, 2, 29)),
        ("28", SATURDAY),
        ("3", date(2026, 12, 3)),
        ("231126", date(2026, 11, 23)),
        ("23112026", date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("٢٣/١١/٢٠٢٦", date(2026, 11, 23)),
        ("23.11.26", date(2026, 11, 23)),
    ],
)
def test_days_of_the_calendar(typed: str, meant: date) -> None:
    today = date(2027, 12, 1) if typed == "29/2" else TODAY
    assert read_typed(typed, today).day == meant


@pytest.mark.parametrize(
    "typed",
    ["31/02/2026", "soon", "sam dim", "32", "+3 chats", "1/2/3/4", "3 mars 99999"],
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - many sayings
        read_typed(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("19:30", time(19, 30)), ("19h30", time(19, 30)), ("19 h", time(19))),
        *(("1930", time(19, 30)), ("19", time(19)), ("19.30", time(19, 30))),
        *(("٢٠:١٥", time(20, 15)), ("7 pm", time(19)), ("7 مساء", time(19))),
        ("", None),
    ],
)
def test_hours(typed: str, meant: time | None) -> None:
    assert read_typed_hour(typed) == meant


@pytest.mark.parametrize("typed", ["24:00", "19:7", "tonight", "99"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - many sayings
        read_typed_hour(typed)


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
)
def test_what_a_field_writes_is_read_back(day: date, today: date) -> None:
    assert read_typed(f"{day:%d/%m/%Y}", today) == Typed(day)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read_typed(text, TODAY)
        read_typed_hour(text)
    except ValueError:
        return


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("28/11", SATURDAY),
        ("28 nov", SATURDAY),
        ("28 نونبر", SATURDAY),
        ("samedi", SATURDAY),
        ("السبت", SATURDAY),
        ("sam", None),  # of a name, perhaps
        ("28", None),  # a round, perhaps
        ("12 raja", None),
        ("samedi 20h", None),
    ],
)
def test_a_day_is_meant_where_nothing_else_can_be(
    typed: str, meant: date | None
) -> None:
    assert meant_day(typed, TODAY) == meant
