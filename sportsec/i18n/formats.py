"""Dates, hours and numbers as Moroccan readers write them: Latin digits, Monday first.

The tables are CLDR's for ar-MA, fr and en, written out because importing Babel costs
a tenth of the program's start; a test compares them with Babel.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Africa/Casablanca")

_MONTHS = {
    "ar": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre"
    " novembre décembre",
    "en": "January February March April May June July August September October"
    " November December",
}
_DAYS = {
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_THOUSANDS = {"ar": ".", "fr": "\u00a0", "en": ","}
_DECIMAL = {"ar": ",", "fr": ",", "en": "."}
#: "1.5" or "1,25" as people type it; three digits may be thousands, "1.5.2026" a date.
_TYPED = re.compile(r"(?<![\d.,])(\d+)[.,](\d{1,2})(?![\d.,]*\d)")


def month_name(month: int, language: str) -> str:
    """Return the name of a month, 1 … 12, in Maghreb usage for Arabic."""
    return _MONTHS[language].split()[month - 1]


def day_name(day: date, language: str) -> str:
    """Return the name of a day of the week."""
    return _DAYS[language].split()[day.weekday()]


def short_day_name(day: date, language: str) -> str:
    """Return the name of a weekday, short where the language has a short form."""
    name = day_name(day, language)
    return name if language == "ar" else name[:3]


def short_date(day: date | None) -> str:
    """Return 09/01/2027; empty for none."""
    # strftime takes seven times as long, and lists ask for every line.
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if day else ""


def day_number(day: date, language: str) -> str:
    """Return the day of the month as it stands before the month: "1er" in French."""
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def day_and_month(day: date, language: str) -> str:
    """Return "9 janvier"."""
    return f"{day_number(day, language)} {month_name(day.month, language)}"


def long_date(day: date, language: str) -> str:
    """Return "samedi 9 janvier 2027"."""
    comma = "،" if language == "ar" else ""
    said = day_and_month(day, language)
    return f"{day_name(day, language)}{comma} {said} {day.year}"


def hour(moment: datetime | None, zone: ZoneInfo = ZONE) -> str:
    """Return 19:00 in local time; empty for none."""
    return f"{moment.astimezone(zone):%H:%M}" if moment else ""


def date_time(moment: datetime | None, zone: ZoneInfo = ZONE) -> str:
    """Return "09/01/2027 19:00" in local time; empty for none."""
    return f"{moment.astimezone(zone):%d/%m/%Y %H:%M}" if moment else ""


def number(value: float | None, language: str, decimals: int = 0) -> str:
    """Return a number with the language's separators; empty for none."""
    if value is None:
        return ""
    text = f"{value:,.{decimals}f}"
    marks = {",": _THOUSANDS[language], ".": _DECIMAL[language]}
    return "".join(marks.get(sign, sign) for sign in text)


def with_decimals(text: str, language: str) -> str:
    """Return a typed text such as "6 × 1.5 m" with the language's decimal sign."""
    return _TYPED.sub(rf"\1{_DECIMAL[language]}\2", text)
