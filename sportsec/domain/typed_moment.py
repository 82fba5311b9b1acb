"""Days and hours as people type them into a form: sam 20h, السبت 20:00, +3d, 25/11.

What a programme writes is read the same way (`domain.intake.dates`); a form also
understands what is said from today: a weekday alone, tomorrow, in three days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import FILLERS, WEEKDAYS
from sportsec.domain.intake.dates import ReadDate, read_date, settle
from sportsec.domain.intake.times import find_time, read_time


class Typed(NamedTuple):
    """What was typed: a day, and the hour if it was typed with it."""

    day: date | None = None
    hour: time | None = None


def _words(*texts: str) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in text.split())


#: Days from today by what people call them.
_NEAR = {
    fold(phrase): days
    for days, phrases in {
        0: ("today", "aujourd'hui", "auj", "اليوم"),
        1: ("tomorrow", "demain", "غدا", "بكرة"),
        2: ("day after tomorrow", "après-demain", "apres demain", "بعد غد"),
        -1: ("yesterday", "hier", "أمس", "البارحة"),
    }.items()
    for phrase in phrases
}
_DAYS = _words("d day days j jour jours ي يوم يوما أيام")
_WEEKS = _words("w week weeks s sem semaine semaines أسبوع أسبوعا أسابيع")
#: After these the day itself does not count: next Saturday, on a Saturday.
_NEXT = _words("next prochain prochaine القادم المقبل الموالي")
_STEP = re.compile(r"(?P<by>[+-]\s*\d{1,3})\s*(?P<unit>[^\W\d]*)")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")
#: In March or on a Tuesday: a French weekday, unless a number makes it a date.
_TUESDAY = "mar"
#: Shorter words may be the beginning of a name: sam, mar.
_WHOLE_WORD = 4
_FIGURES = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_NUMBERED_DAY = re.compile(r"\d{1,2}\s*[/.\- ]\s*\w|\d{4}-\d\d-\d\d")


def read_typed(text: str, today: date, since: date | None = None) -> Typed:
    """Read a day, an hour beside it if there is one.

    A weekday is the coming one, today among them; a day without a year is the
    nearest; a number alone is the coming day of that number.

    Args:
        since: The day that is to be another: weekdays and steps count from it.

    Returns:
        No day and no hour for an empty text.

    Raises:
        ValueError: It is neither, or a day that no calendar has.
    """
    plain = fold(text)
    if not plain:
        return Typed()
    hour, rest = find_time(plain)
    found = hour.time if hour else None
    if not rest:
        return Typed(None, found)
    return Typed(_day(rest, today, since or today), found)


def month_too_short(text: str) -> tuple[date, int] | None:
    """Return the month, and how many days it has, of a date in figures it lacks.

    Returns:
        The first of the month and its days, such as 28 for 31/02/2027; None where
        the month has the day, or the figures are no date at all.
    """
    figures = _FIGURES.match(fold(text))
    if figures is None:
        return None
    day, month, year = (int(part) for part in figures.groups())
    year += 2000 if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    days = monthrange(year, month)[1]
    return (date(year, month, 1), days) if day > days else None


def meant_day(text: str, today: date) -> date | None:
    """Return the day that a text means in which anything may be looked for.

    A number alone may be a round, a short word a name: 6/12, 6 dec, samedi and غدا
    are days.
    """
    plain = fold(text)
    named = plain in _NEAR or (plain in WEEKDAYS and len(plain) >= _WHOLE_WORD)
    if not named and not _NUMBERED_DAY.match(plain):
        return None
    try:
        found = read_typed(plain, today)
    except ValueError:
        return None
    return found.day if found.hour is None else None


def read_typed_hour(text: str) -> time | None:
    """Read an hour: 19:30, 19h30, 19.30, 1930, 19, 7 pm, 7 مساء; None when empty.

    Raises:
        ValueError: It is none.
    """
    plain = fold(text)
    if re.fullmatch(r"\d{1,2}", plain):
        return time(int(plain))
    read = read_time(plain)
    return read.time if read else None


def _day(plain: str, today: date, since: date) -> date:
    if plain in _NEAR:
        return today + timedelta(_NEAR[plain])
    step = _step(plain)
    if step is not None:
        return since + timedelta(step)
    digits = _DIGITS.fullmatch(plain)
    if digits:
        day, month, year = (int(part) for part in digits.groups())
        return date(year + 2000 if year < 100 else year, month, day)
    words = [word for word in re.findall(r"[^\s.,]+", plain) if word not in FILLERS]
    if len(words) == 1 and words[0].isdecimal() and len(words[0]) < 3:
        return _numbered(int(words[0]), None, today)
    named = _named(words, since)
    if named is not None:
        return named
    return _in_calendar(read_date(plain), today)


def _step(plain: str) -> int | None:
    step = _STEP.fullmatch(plain)
    if step is None:
        return None
    by, unit = int(step["by"].replace(" ", "")), step["unit"]
    if unit in _WEEKS:
        return 7 * by
    return by if not unit or unit in _DAYS else None


def _named(words: list[str], today: date) -> date | None:
    """Return the day meant by a weekday, with "next" or the number of the day."""
    named = [word for word in words if word in WEEKDAYS or word == _TUESDAY]
    numbers = [word for word in words if word.isdecimal() and len(word) < 3]
    is_next = any(word in _NEXT for word in words)
    others = len(words) - len(named) - len(numbers) - is_next
    if len(named) != 1 or len(numbers) > 1 or others:
        return None
    if numbers and named[0] == _TUESDAY:
        return None  # "3 mar" is in March
    weekday = WEEKDAYS.get(named[0], 1)
    if numbers:
        return _numbered(int(numbers[0]), weekday, today)
    first = today + timedelta(int(is_next))
    return first + timedelta((weekday - first.weekday()) % 7)


def _numbered(number: int, weekday: int | None, today: date) -> date:
    """Return the coming day of that number, and of that weekday if one is named."""
    for ahead in range(366):
        day = today + timedelta(ahead)
        if day.day == number and weekday in {None, day.weekday()}:
            return day
    raise ValueError(number)


def _in_calendar(read: ReadDate | None, today: date) -> date:
    if read is None:
        raise ValueError(read)
    # Seasons that begin in January: each year stands for itself.
    days = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            day = settle(
                read._replace(weekday=None),
                day_first=True,
                first_year=year,
                season_starts=1,
            )
        except ValueError:
            if read.year or read.day:
                raise
            continue
        if day is not None:
            days.append(day)
    if read.weekday is not None:
        days = [day for day in days if day.weekday() == read.weekday] or days
    return min(days, key=lambda day: abs(day - today))
