"""Hours as programmes write them: 17:00, 17h00, 17H, 17.00, 5:00 PM, ٢١:٠٠."""

from __future__ import annotations

import re
from datetime import UTC, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import BLANKS


class ReadTime(NamedTuple):
    """An hour, and the offset that the text itself gives (None: local)."""

    time: time
    zone: tzinfo | None = None


_AFTERNOON = r"(?P<half>[ap]\.?m\.?|صباحا|مسا|ليلا|ظهرا)?"
_ZONE = r"(?P<zone>z|utc|gmt)?\s*(?P<offset>[+-]\s*\d{1,2}(?::?\d{2})?)?"
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s*(?:(?:[:.]|h(?:rs?|eures?)?\b|h)\s*(?P<minute>\d{2})?"
    r"(?:[:.](?P<second>\d{2})(?:\.\d+)?)?\s*(?:mn|min|h)?)?\s*" + _AFTERNOON + r"\s*"
    rf"{_ZONE}",
)
_COMPACT = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)")
_PREFIX = re.compile(r"^(?:a|at|الساعه|س|علي الساعه|علي)\s*[:.]?\s+")
_EVENING = frozenset({"p", "مسا", "ليلا", "ظهرا"})


def read_time(text: str) -> ReadTime | None:
    """Read an hour that fills a whole cell.

    Returns:
        None when the cell is empty or says that the hour is not known.

    Raises:
        ValueError: The text is something else.
    """
    plain = fold(text)
    if plain in BLANKS:
        return None
    plain = _PREFIX.sub("", plain)
    found = _COMPACT.fullmatch(plain) or _CLOCK.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    return _of(found)


def find_time(plain: str) -> tuple[ReadTime | None, str]:
    """Cut an hour out of a folded text that holds more, such as a date.

    Returns:
        The hour, None if there is none; and the text without it.
    """
    for found in _INSIDE.finditer(plain):
        try:
            hour = _of(found)
        except ValueError:
            continue
        return hour, f"{plain[: found.start()]} {plain[found.end() :]}".strip()
    return None, plain


# Inside a date only 17:00 and 17h are hours: 17.00 could be a day and a month.
_INSIDE = re.compile(
    r"(?<![\d./-])(?P<hour>\d{1,2})\s*(?:(?::\s*(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:\.\d+)?)?)|h(?:\s*(?P<minute_h>[0-5]\d))?(?![a-z]))"
    r"\s*" + _AFTERNOON + r"\s*"
    rf"{_ZONE}(?!\d)",
)


def _of(found: re.Match[str]) -> ReadTime:
    parts = found.groupdict()
    hour = int(parts["hour"])
    half = (parts.get("half") or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            half = ""  # "17:00 مساء" says it twice
        elif half[0] == "p" or half in _EVENING:
            hour = hour % 12 + 12 if half != "ليلا" or hour != 12 else 0
        else:
            hour %= 12
    minute = int(parts.get("minute") or parts.get("minute_h") or 0)
    second = int(parts.get("second") or 0)
    return ReadTime(time(hour, minute, second), _zone(parts))


def _zone(parts: dict[str, str | None]) -> tzinfo | None:
    offset = (parts.get("offset") or "").replace(" ", "").replace(":", "")
    if not offset:
        return UTC if parts.get("zone") else None
    digits = offset[1:]
    hours, minutes = (int(digits), 0) if len(digits) < 3 else divmod(int(digits), 100)
    if hours > 14 or minutes > 59:
        raise ValueError(offset)
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if offset[0] == "-" else shift)


def time_of_fraction(fraction: float) -> time:
    """Return the hour that a workbook keeps as a fraction of a day, to the minute.

    Raises:
        ValueError: Not within one day.
    """
    if not 0 <= fraction < 1:
        raise ValueError(fraction)
    minutes = round(fraction * 1440)
    return time(*divmod(minutes % 1440, 60))
