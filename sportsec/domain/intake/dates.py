"""Days as programmes write them, in three languages and every order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import (
    BLANKS,
    FILLERS,
    MONTHS,
    TWO_WORD_MONTHS,
    WEEKDAYS,
)
from sportsec.domain.intake.times import ReadTime, find_time, time_of_fraction


class ReadDate(NamedTuple):
    """What a text says of a day, before the file as a whole has been seen.

    Args:
        day: The day, when the text alone decides it.
        parts: First and second number of a date in figures, whose order is open.
        month_day: Month and day of a date whose order is known but not its year.
        year: 0 when the text gives none.
        weekday: Monday is 0; None when the text names none.
        hour: An hour in the same cell.
    """

    day: date | None = None
    parts: tuple[int, int] | None = None
    month_day: tuple[int, int] | None = None
    year: int = 0
    weekday: int | None = None
    hour: ReadTime | None = None

    @property
    def is_ambiguous(self) -> bool:
        """Whether both readings of the figures are days."""
        if self.parts is None:
            return False
        first, second = self.parts
        return first != second and first <= 12 and second <= 12


_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:t|\s+)(\d{1,2}:\d{2}.*))?", re.DOTALL
)
_WORDS = re.compile(r"\d+|[^\W\d]+")
#: Characters; a longer text is no day.
_LONGEST = 100
_FIRST_YEAR, _LAST_YEAR = 1850, 2150
#: Day 0 of Excel's calendar, whose 1900 was wrongly a leap year.
_EXCEL_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a calendar, not a moment
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 1954 to 2119


def read_date(text: str) -> ReadDate | None:
    """Read a day that fills a whole cell, with an hour or without.

    Returns:
        None when the cell is empty or says that the day is not known.

    Raises:
        ValueError: The text is something else, or a day that no calendar has.
    """
    plain = fold(text)
    if plain in BLANKS:
        return None
    if len(plain) > _LONGEST:
        raise ValueError(text[:_LONGEST])
    iso = _ISO.fullmatch(plain)
    if iso:
        hour = find_time(iso[4])[0] if iso[4] else None
        if iso[4] and hour is None:
            raise ValueError(text)
        return ReadDate(day=date(int(iso[1]), int(iso[2]), int(iso[3])), hour=hour)
    serial = _serial(plain)
    if serial is not None:
        return serial
    hour, rest = find_time(plain)
    return _from_words(rest, hour)._replace(hour=hour)


def date_of_serial(serial: float) -> ReadDate:
    """Return the day, and the hour if any, of an Excel serial number.

    Raises:
        ValueError: The number is no day of our times.
    """
    if not _FIRST_SERIAL <= serial < _LAST_SERIAL:
        raise ValueError(serial)
    day = (_EXCEL_EPOCH + timedelta(days=int(serial))).date()
    fraction = serial % 1
    return ReadDate(
        day=day, hour=ReadTime(time_of_fraction(fraction)) if fraction else None
    )


def _serial(plain: str) -> ReadDate | None:
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", plain):
        return date_of_serial(float(plain.replace(",", ".")))
    if re.fullmatch(r"(?:19|20)\d{6}", plain):
        return ReadDate(day=date(int(plain[:4]), int(plain[4:6]), int(plain[6:])))
    return None


def _from_words(plain: str, hour: ReadTime | None) -> ReadDate:
    for spelt, joined in TWO_WORD_MONTHS:
        plain = plain.replace(spelt, joined)
    numbers: list[str] = []
    month = weekday = None
    for word in _WORDS.findall(plain):
        if word.isdecimal():
            if len(word) > len("2024"):
                raise ValueError(plain)
            numbers.append(word)
        elif word in MONTHS:
            if month is not None:  # "mar. 3 mars": the first was mardi, shortened
                weekday = 1
            month = MONTHS[word]
        elif word in WEEKDAYS:
            weekday = WEEKDAYS[word]
        elif word not in FILLERS:
            raise ValueError(plain)
    if month is not None:
        found = _with_month(numbers, month)
    else:
        found = _in_figures(numbers, plain)
    return found._replace(weekday=weekday, hour=hour)


def _with_month(numbers: list[str], month: int) -> ReadDate:
    if len(numbers) == 1 and int(numbers[0]) <= 31:
        date(2000, month, int(numbers[0]))  # refuses 31 June
        return ReadDate(month_day=(month, int(numbers[0])))
    if len(numbers) != 2:
        raise ValueError(numbers)
    day, year = numbers
    if len(day) == 4 or int(day) > 31:
        day, year = year, day
    return ReadDate(day=date(_year(year), month, int(day)))


def _in_figures(numbers: list[str], plain: str) -> ReadDate:
    if len(numbers) == 3 and len(numbers[0]) == 4:
        year, month, day = (int(each) for each in numbers)
        return ReadDate(day=date(year, month, day))
    if len(numbers) not in {2, 3} or any(len(each) > 2 for each in numbers[:2]):
        raise ValueError(plain)
    first, second = int(numbers[0]), int(numbers[1])
    year = _year(numbers[2]) if len(numbers) == 3 else 0
    if not 1 <= min(first, second) <= 12 or max(first, second) > 31:
        raise ValueError(plain)
    if re.search(r"\d\s*\.\s*\d", plain):  # only day-first countries write dots
        if not year:
            date(2000, second, first)
            return ReadDate(month_day=(second, first))
        return ReadDate(day=date(year, second, first))
    return ReadDate(parts=(first, second), year=year)


def _year(text: str) -> int:
    if len(text) == 2:
        return int(text) + (1900 if int(text) >= 70 else 2000)
    year = int(text)
    if len(text) != 4 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(text)
    return year


def decide_day_first(dates: Iterable[ReadDate]) -> bool | None:
    """Decide from the whole file whether figures give the day first.

    A number above 12 decides; else weekdays beside the figures do.

    Returns:
        None when nothing decides, or when lines contradict each other.
    """
    day_first = month_first = False
    weekdays = {True: 0, False: 0}
    for each in dates:
        if each.parts is None:
            continue
        first, second = each.parts
        day_first |= first > 12
        month_first |= second > 12
        if each.weekday is not None and each.year and each.is_ambiguous:
            for order in (True, False):
                month, day = (second, first) if order else (first, second)
                weekdays[order] += date(each.year, month, day).weekday() == each.weekday
    if day_first != month_first:
        return day_first
    if not day_first and weekdays[True] != weekdays[False]:
        return weekdays[True] > weekdays[False]
    return None


def settle(
    read: ReadDate, *, day_first: bool, first_year: int | None, season_starts: int
) -> date | None:
    """Turn what was read into a day.

    Args:
        read: As `read_date` gave it.
        day_first: Order of ambiguous figures; figures above 12 stand where they can.
        first_year: Year in which the season begins, for days without a year.
        season_starts: Its first month; later months belong to `first_year`.

    Returns:
        None when the year is not known.

    Raises:
        ValueError: No calendar has that day.
    """
    if read.day is not None:
        return read.day
    if read.parts is not None:
        first, second = read.parts
        swap = first > 12 or (day_first and second <= 12)
        month, day = (second, first) if swap else (first, second)
    elif read.month_day is not None:
        month, day = read.month_day
    else:
        return None
    if read.year:
        return date(read.year, month, day)
    if first_year is None:
        return None
    year = first_year if month >= season_starts else first_year + 1
    if read.weekday is None:
        return date(year, month, day)
    return _nearest_year(year, month, day, read.weekday)


def _nearest_year(year: int, month: int, day: int, weekday: int) -> date:
    """Return the day in `year`, or in a neighbouring one that has this weekday."""
    for candidate in (year, year + 1, year - 1):
        try:
            found = date(candidate, month, day)
        except ValueError:  # 29 February
            continue
        if found.weekday() == weekday:
            return found
    return date(year, month, day)
