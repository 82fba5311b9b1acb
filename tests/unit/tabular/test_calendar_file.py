"""Calendars: every way to give a time, every way to name two sides."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import findings
from sportsec.domain.intake.programme import Programme
from sportsec.tabular.reading import read_programme

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
TAIL = "END:VCALENDAR\r\n"


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", ""])


def read(folder: Path, body: str | bytes, tail: str = TAIL) -> Programme:
    path = folder / "p.ics"
    data = body if isinstance(body, bytes) else (HEAD + body + tail).encode()
    path.write_bytes(data)
    return read_programme(path)


RULES = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("start", "hour"),
    [
        ("DTSTART:20240830T160000Z", 16),
        ("DTSTART:20240830T170000", 16),
        ("DTSTART;TZID=Africa/Casablanca:20240830T170000", 16),
        ("DTSTART;TZID=Morocco Standard Time:20240830T170000", 16),
        ('DTSTART;TZID="(UTC+01:00) Casablanca":20240830T170000', 16),
        ("DTSTART;TZID=Romance Standard Time:20240830T170000", 15),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20240830T170000",
            15,
        ),
        ("DTSTART;TZID=Customized Time Zone:20240830T170000", 14),
        ("DTSTART;TZID=Nobody Knows:20240830T170000", 16),
    ],
)
def test_the_moment_of_an_event(tmp_path: Path, start: str, hour: int) -> None:
    (line,) = read(tmp_path, RULES + event(start, "SUMMARY:Raja - Wydad")).lines
    assert line.kick_off == datetime(2024, 8, 30, hour, tzinfo=UTC)


def test_a_whole_day_has_no_hour(tmp_path: Path) -> None:
    body = event("DTSTART;VALUE=DATE:20240830", "SUMMARY:Raja - Wydad")
    (line,) = read(tmp_path, body).lines
    assert (line.date, line.time, line.kick_off) == (date(2024, 8, 30), None, None)


def test_floating_hours_are_meant_in_the_zone_that_the_calendar_names(
    tmp_path: Path,
) -> None:
    body = "X-WR-TIMEZONE:Europe/Paris\r\n" + event(
        "DTSTART:20240830T170000", "SUMMARY:Raja - Wydad"
    )
    (line,) = read(tmp_path, body).lines
    assert line.kick_off == datetime(2024, 8, 30, 15, tzinfo=UTC)
    assert line.time == time(16)


def test_lines_folded_inside_a_letter_are_joined(tmp_path: Path) -> None:
    summary = "SUMMARY:الرجاء الرياضي - الوداد الرياضي".encode()
    cut = summary[:21] + b"\r\n " + summary[21:42] + b"\r\n " + summary[42:]
    body = HEAD.encode() + b"BEGIN:VEVENT\r\nDTSTART:20240830T160000Z\r\n" + cut
    (line,) = read(tmp_path, body + b"\r\nEND:VEVENT\r\n" + TAIL.encode()).lines
    assert (line.home, line.away) == ("الرجاء الرياضي", "الوداد الرياضي")


def test_a_broken_event_never_stops_the_good_ones(tmp_path: Path) -> None:
    good = event("DTSTART:20240830T160000Z", "SUMMARY:Raja - Wydad")
    bad = event("DTSTART:2024-99-99", "SUMMARY:FAR - FUS")
    found = read(tmp_path, good + bad + good).lines
    assert [line.is_blocked for line in found] == [False, True, False]
    assert [line.number for line in found] == [4, 9, 14]


def test_what_is_no_match_is_shown(tmp_path: Path) -> None:
    good = event("DTSTART:20240830T160000Z", "SUMMARY:Raja - Wydad")
    meeting = event("DTSTART:20240829T090000Z", "SUMMARY:Réunion", "LOCATION:Salle")
    lines = read(tmp_path, good + meeting).lines
    assert lines[1].problems == (findings.no_two_sides("Réunion"),)


def test_cancelled_events(tmp_path: Path) -> None:
    body = event("DTSTART:20240830T160000Z", "SUMMARY:A1 - B1", "STATUS:CANCELLED")
    assert read(tmp_path, body).lines[0].status is FixtureStatus.CANCELLED
    body = "METHOD:CANCEL\r\n" + event("DTSTART:20240830T160000Z", "SUMMARY:A1 - B1")
    assert read(tmp_path, body).lines[0].status is FixtureStatus.CANCELLED


def test_rounds_and_competitions_among_the_categories(tmp_path: Path) -> None:
    body = event(
        "DTSTART:20240830T160000Z", "SUMMARY:A1 - B1", "CATEGORIES:Botola,Journée 3"
    )
    (line,) = read(tmp_path, body).lines
    assert (line.competition, line.round) == ("Botola", "3")


def test_a_calendar_that_was_cut_short_says_so(tmp_path: Path) -> None:
    good = event("DTSTART:20240830T160000Z", "SUMMARY:Raja - Wydad")
    programme = read(tmp_path, good + "BEGIN:VEVENT\r\nDTSTART:2024", tail="")
    assert findings.CUT_SHORT in programme.notices
    assert programme.lines[0].home == "Raja"


def test_a_calendar_in_utf_16(tmp_path: Path) -> None:
    body = (
        HEAD + event("DTSTART:20240830T160000Z", "SUMMARY:الرجاء - الو\r\n داد") + TAIL
    )
    (line,) = read(tmp_path, b"\xff\xfe" + body.encode("utf-16-le")).lines
    assert line.away == "الوداد"
