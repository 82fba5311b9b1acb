"""iCalendar files (.ics) into a table: one row per event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import icalendar

from sportsec.domain.errors import BadFile
from sportsec.domain.intake import findings
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.programme import Cell, FileFormat
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.rounds import looks_like_round
from sportsec.domain.intake.tables import Table
from sportsec.tabular.content import Content
from sportsec.tabular.encoding import Decoded, decode
from sportsec.tabular.limits import LINES
from sportsec.tabular.zones import Zones

_COLUMNS = (
    Field.DATE,
    Field.TEAMS,
    Field.VENUE,
    Field.ROUND,
    Field.COMPETITION,
    Field.STATUS,
    Field.UID,
)
_FIXED = Mapping.of(enumerate(_COLUMNS))
# A line that goes on begins with one blank; some programs cut inside a letter, so
# lines are joined before bytes become letters (RFC 5545, 3.1).
_FOLD_BYTES = re.compile(rb"\r?\n[ \t]")
_FOLD = re.compile(r"\r?\n[ \t]")
_TZID = re.compile(
    r"(?im)^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)"
    r'((?:;[^;:="\r\n]+=(?:"[^"\r\n]*"|[^;:"\r\n]*))*?)'
    r';TZID=("[^"\r\n]*"|[^;:"\r\n]*)'
)
#: How the UID of a meeting ends in our own files: it is no match to take in.
OWN_MEETING = "@meetings.sportsec"
#: Events; each takes a fifth of a millisecond and a few kilobytes.
_MOST_EVENTS = 20_000
# What the library raises on events that break the rules.
_BROKEN = (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError)


def decode_calendar(data: bytes) -> Decoded | None:
    """Decode a calendar file with its folded lines joined.

    Returns:
        None when the bytes are no text.
    """
    whole = decode(data)
    if whole is None or whole.encoding.startswith("utf-16"):
        return whole and whole._replace(text=_FOLD.sub("", whole.text))
    return decode(_FOLD_BYTES.sub(b"", data))


def line_numbers(text: str) -> list[int]:
    """Return the line on which each event begins, in a text that is still folded."""
    return [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip().upper() == "BEGIN:VEVENT"
    ]


def read_calendar(text: str, numbers: list[int], name: str) -> Content:
    """Return the events of a calendar.

    Args:
        text: With its folded lines joined.
        numbers: Of the line on which each event begins.

    Raises:
        BadFile: It has more events than we read.
    """
    blocks = list(_blocks(text))
    events = [block for kind, block in blocks if kind == "VEVENT"]
    if len(events) > _MOST_EVENTS or text.count("\n") > LINES * 5:
        raise BadFile(
            FileReason.TOO_MANY_LINES, name=name, lines=len(events), limit=_MOST_EVENTS
        )
    zones = Zones(
        {
            _property(block, "TZID"): block
            for kind, block in blocks
            if kind == "VTIMEZONE"
        }
    )
    method = _property(text, "METHOD")
    table = Table([], [])
    rows: list[int] = []
    for index, block in enumerate(events):
        number = numbers[index] if index < len(numbers) else index + 1
        if _property(block, "UID").endswith(OWN_MEETING):
            continue
        try:
            row = _row(block, zones, is_cancelled=method.upper() == "CANCEL")
        except _BROKEN:
            shown = _property(block, "SUMMARY") or block[:60]
            table.broken.append((number, shown, findings.unreadable_line(shown)))
            continue
        table.rows.append(row)
        rows.append(number)
    table.numbers = rows
    title = _unescape(_property(text, "X-WR-CALNAME") or _property(text, "NAME"))
    zone = _property(text, "X-WR-TIMEZONE")
    content = Content(FileFormat.ICS, [table], fixed=_FIXED, title=title, zone=zone)
    if "END:VCALENDAR" not in text.upper():
        content.notices.append(findings.CUT_SHORT)
    return content


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of each event and zone; an open last one is dropped."""
    kind, lines = "", []
    for raw in text.split("\n"):
        line = raw.rstrip("\r")
        upper = line.strip().upper()
        if not kind and upper in {"BEGIN:VEVENT", "BEGIN:VTIMEZONE"}:
            kind, lines = upper.removeprefix("BEGIN:"), [line.strip()]
        elif kind:
            if upper == f"BEGIN:{kind}":  # the one before was never closed
                yield kind, "\r\n".join([*lines, f"END:{kind}", ""])
                lines = []
            lines.append(line)
            if upper == f"END:{kind}":
                yield kind, "\r\n".join([*lines, ""])
                kind = ""
    if kind == "VEVENT":
        yield kind, "\r\n".join([*lines, f"END:{kind}", ""])


def _property(text: str, name: str) -> str:
    found = re.search(rf"(?im)^{name}(?:;[^:\r\n]*)?:(.*?)\r?$", text)
    return found[1].strip() if found else ""


def _unescape(text: str) -> str:
    return re.sub(r"\\+([,;n\\])", lambda m: " " if m[1] == "n" else m[1], text)


def _row(block: str, zones: Zones, *, is_cancelled: bool) -> list[Cell]:
    named = _TZID.search(block)
    # The library would look zones up by itself, and warn about those it guesses.
    event = icalendar.Event.from_ical(_TZID.sub(r"\1\2", block))
    summary = str(event.get("SUMMARY", ""))
    round_, competition = _categories(event)
    cancelled = is_cancelled or str(event.get("STATUS", "")).upper() == "CANCELLED"
    return [
        _start(event, zones, named[3].strip('"') if named else ""),
        " ".join(summary[:1000].split()),
        _venue(event),
        round_,
        competition,
        "cancelled" if cancelled else "",
        str(event.get("UID", "")),
    ]


def _start(event: Any, zones: Zones, name: str) -> Cell:
    start = event.get("DTSTART")
    if start is None:
        return None
    if isinstance(start, list):
        start = start[0]
    moment = start.dt
    if not isinstance(moment, datetime):
        return moment if isinstance(moment, date) else None
    zone = zones.find(name) if name else None
    return moment.replace(tzinfo=zone) if zone is not None else moment


def _venue(event: Any) -> str:
    location = event.get("LOCATION", "")
    if isinstance(location, list):
        location = location[0]
    return " ".join(str(location).split())


def _categories(event: Any) -> tuple[str, str]:
    """Return the category that is a round, and the first that is none."""
    found = event.get("CATEGORIES")
    entries = found if isinstance(found, list) else [found] if found else []
    # Some writers escape the commas between categories.
    joined = ",".join(str(each) for entry in entries for each in entry.cats)
    names = [each.strip() for each in joined.split(",")]
    rounds = [each for each in names if looks_like_round(each)]
    others = [each for each in names if each and each not in rounds]
    return rounds[0] if rounds else "", others[0] if others else ""
