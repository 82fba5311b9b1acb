"""When Ramadan is: matches are then played at night and the clock goes back.

Source: Umm al-Qura calendar (hijridate 2.6). Morocco goes by the sighted moon, so a
day may be off at either end; good enough to warn, not to announce.
"""

from __future__ import annotations

from datetime import date

#: First day of Ramadan, and the feast that ends it.
_RAMADANS = (
    (date(2015, 6, 18), date(2015, 7, 17)),
    (date(2016, 6, 6), date(2016, 7, 6)),
    (date(2017, 5, 27), date(2017, 6, 25)),
    (date(2018, 5, 16), date(2018, 6, 15)),
    (date(2019, 5, 6), date(2019, 6, 4)),
    (date(2020, 4, 24), date(2020, 5, 24)),
    (date(2021, 4, 13), date(2021, 5, 13)),
    (date(2022, 4, 2), date(2022, 5, 2)),
    (date(2023, 3, 23), date(2023, 4, 21)),
    (date(2024, 3, 11), date(2024, 4, 10)),
    (date(2025, 3, 1), date(2025, 3, 30)),
    (date(2026, 2, 18), date(2026, 3, 20)),
    (date(2027, 2, 8), date(2027, 3, 9)),
    (date(2028, 1, 28), date(2028, 2, 26)),
    (date(2029, 1, 16), date(2029, 2, 14)),
    (date(2030, 1, 5), date(2030, 2, 4)),
    (date(2030, 12, 26), date(2031, 1, 24)),
)


def is_ramadan(day: date) -> bool:
    """Say whether a day lies in Ramadan; False outside 2015 … January 2031."""
    return any(first <= day < feast for first, feast in _RAMADANS)
