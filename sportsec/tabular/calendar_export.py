"""The agenda as an iCalendar file (RFC 5545), for telephones and other programs.

Matches, and the meetings about them. What we wrote ourselves may come back as a
programme: the UID of a meeting says that it is no match.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.meetings import MeetingStatus
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator
from sportsec.queries.agenda_rows import AgendaRow
from sportsec.queries.meetings import MeetingEntry
from sportsec.tabular.calendar_file import OWN_MEETING

#: A match, its half-time and its end: how long it fills a calendar.
DURATION = timedelta(hours=2)
#: How long a meeting fills a calendar; nobody notes its end.
MEETING_DURATION = timedelta(hours=1)

_STATUS = {
    FixtureStatus.CONFIRMED: "CONFIRMED",
    FixtureStatus.PLAYED: "CONFIRMED",
    FixtureStatus.AWARDED: "CONFIRMED",
    FixtureStatus.CANCELLED: "CANCELLED",
}


def calendar_file(
    rows: Iterable[AgendaRow],
    t: Translator,
    *,
    made_at: datetime,
    meetings: Iterable[MeetingEntry] = (),
) -> bytes:
    """Return matches and meetings as an iCalendar file.

    Each keeps its UID in every export, so that a calendar updates it. Hours are in
    UTC: rules of a zone in the file could not foretell Morocco's Ramadan clock
    changes. A match whose hour is not known fills its day; a meeting is left out.

    Args:
        made_at: Aware moment; equal matches exported at it give equal bytes.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//SportSec//SportSec//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", t("Matches"))
    for row in rows:
        calendar.add_component(_event(row, t, made_at))
    for meeting in meetings:
        if meeting.meets_at is not None:
            calendar.add_component(_meeting(meeting, meeting.meets_at, t, made_at))
    content: bytes = calendar.to_ical()
    return content


def _event(row: AgendaRow, t: Translator, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{row.id}@sportsec")
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("summary", f"{t.pick(row.home)} - {t.pick(row.away)}")
    if row.kick_off_at is None:
        event.add("dtstart", row.kick_off_date)
        event.add("dtend", row.kick_off_date + timedelta(days=1))
    else:
        start = row.kick_off_at.astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + DURATION)
    event.add("status", _STATUS.get(row.status, "TENTATIVE"))
    place = ", ".join(filter(None, (t.pick(row.venue), t.pick(row.city))))
    if place:
        event.add("location", place)
    event.add("description", _description(row, t))
    return event


def _meeting(
    row: MeetingEntry, meets_at: datetime, t: Translator, made_at: datetime
) -> Event:
    event = Event()
    event.add("uid", f"{row.id}{OWN_MEETING}")
    event.add("dtstamp", made_at.astimezone(UTC))
    kind, sides = label(t, row.kind), ""
    if row.fixture_id is not None:
        sides = f"{t.pick(row.home)} - {t.pick(row.away)}"
    event.add("summary", " · ".join(filter(None, (kind, sides))))
    start = meets_at.astimezone(UTC)
    event.add("dtstart", start)
    event.add("dtend", start + MEETING_DURATION)
    is_off = row.status is MeetingStatus.CANCELLED
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    if row.place:
        event.add("location", row.place)
    event.add("categories", [t("Meeting")])
    event.add(
        "description", "\n".join(filter(None, (kind, sides, label(t, row.status))))
    )
    return event


def _description(row: AgendaRow, t: Translator) -> str:
    competition = t.pick(row.competition)
    rounds = t("Round {round}", round=row.round) if row.round else ""
    lines = (
        " · ".join(filter(None, (competition, rounds))),
        label(t, row.status),
        label(t, row.attendance_regime),
    )
    return "\n".join(filter(None, lines))
