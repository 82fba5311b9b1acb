"""Public holidays of Morocco: crowds are out, officers have leave, streets are used.

Sources: decree 2.04.426 on public holidays and what was added since (14 January from
2024, 31 October from 2026); feasts of the moon by the Umm al-Qura calendar (hijridate
2.6), so that a day may be off, as in `domain.ramadan`.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Holiday(StrEnum):
    """A public holiday, or one of its two days."""

    NEW_YEAR = "new_year"
    INDEPENDENCE_MANIFESTO = "independence_manifesto"
    AMAZIGH_NEW_YEAR = "amazigh_new_year"
    LABOUR_DAY = "labour_day"
    THRONE_DAY = "throne_day"
    OUED_ED_DAHAB = "oued_ed_dahab"
    REVOLUTION = "revolution"
    YOUTH_DAY = "youth_day"
    UNITY_DAY = "unity_day"
    GREEN_MARCH = "green_march"
    INDEPENDENCE_DAY = "independence_day"
    HIJRI_NEW_YEAR = "hijri_new_year"
    PROPHET_BIRTHDAY = "prophet_birthday"
    EID_AL_FITR = "eid_al_fitr"
    EID_AL_ADHA = "eid_al_adha"


#: Month and day, the holiday, and the year from which it is kept.
_FIXED: dict[tuple[int, int], tuple[Holiday, int]] = {
    (1, 1): (Holiday.NEW_YEAR, 0),
    (1, 11): (Holiday.INDEPENDENCE_MANIFESTO, 0),
    (1, 14): (Holiday.AMAZIGH_NEW_YEAR, 2024),
    (5, 1): (Holiday.LABOUR_DAY, 0),
    (7, 30): (Holiday.THRONE_DAY, 0),
    (8, 14): (Holiday.OUED_ED_DAHAB, 0),
    (8, 20): (Holiday.REVOLUTION, 0),
    (8, 21): (Holiday.YOUTH_DAY, 0),
    (10, 31): (Holiday.UNITY_DAY, 2026),
    (11, 6): (Holiday.GREEN_MARCH, 0),
    (11, 18): (Holiday.INDEPENDENCE_DAY, 0),
}
#: How many days each feast of the moon is kept.
_LENGTH = {
    Holiday.HIJRI_NEW_YEAR: 1,
    Holiday.PROPHET_BIRTHDAY: 2,
    Holiday.EID_AL_FITR: 2,
    Holiday.EID_AL_ADHA: 2,
}
#: Feasts whose day is calculated: the moon that is sighted may put it off.
CALCULATED = frozenset(_LENGTH)
#: 1 Muharram, 12 Rabi I, 1 Shawwal and 10 Dhu al-Hijja of the years 1436 … 1453.
_LUNAR = """
2014-10-25 2015-01-03 2015-07-17 2015-09-23
2015-10-14 2015-12-23 2016-07-06 2016-09-11
2016-10-02 2016-12-11 2017-06-25 2017-09-01
2017-09-21 2017-11-30 2018-06-15 2018-08-21
2018-09-11 2018-11-20 2019-06-04 2019-08-11
2019-08-31 2019-11-09 2020-05-24 2020-07-31
2020-08-20 2020-10-29 2021-05-13 2021-07-20
2021-08-09 2021-10-18 2022-05-02 2022-07-09
2022-07-30 2022-10-08 2023-04-21 2023-06-28
2023-07-19 2023-09-27 2024-04-10 2024-06-16
2024-07-07 2024-09-15 2025-03-30 2025-06-06
2025-06-26 2025-09-04 2026-03-20 2026-05-27
2026-06-16 2026-08-25 2027-03-09 2027-05-16
2027-06-06 2027-08-14 2028-02-26 2028-05-05
2028-05-25 2028-08-03 2029-02-14 2029-04-24
2029-05-14 2029-07-24 2030-02-04 2030-04-13
2030-05-03 2030-07-13 2031-01-24 2031-04-02
2031-04-23 2031-07-02 2032-01-14 2032-03-22
"""


def _lunar_days() -> dict[date, Holiday]:
    found = {}
    for line in _LUNAR.split("\n"):
        for holiday, text in zip(_LENGTH, line.split(), strict=False):
            first = date.fromisoformat(text)
            for nth in range(_LENGTH[holiday]):
                found[first + timedelta(nth)] = holiday
    return found


_MOVABLE = _lunar_days()


def holidays_on(day: date) -> tuple[Holiday, ...]:
    """Return the public holidays of a day, feasts of the moon first.

    Feasts of the moon are known from the end of 2014 to March 2032.
    """
    found = [_MOVABLE[day]] if day in _MOVABLE else []
    holiday, since = _FIXED.get((day.month, day.day), (None, 0))
    if holiday is not None and day.year >= since:
        found.append(holiday)
    return tuple(found)
