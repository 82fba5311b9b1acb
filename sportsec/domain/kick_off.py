"""The hour of a match: local clock and UTC, and the times that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sportsec.domain.fixtures import HOME_ZONE, FixtureDraft

#: Laws of the Game 7: two halves of 45 minutes, an interval of at most 15. The added
#: minutes are what a match usually needs, for planning only.
HALF = timedelta(minutes=45)
INTERVAL = timedelta(minutes=15)
ADDED = (timedelta(minutes=2), timedelta(minutes=5))


@dataclass(frozen=True, slots=True)
class MatchTimes:
    """The expected times of a match, without extra time; all UTC."""

    gates: datetime | None
    kick_off: datetime
    half_time: datetime
    second_half: datetime
    final_whistle: datetime


def local_moment(day: date, hour: time, zone: str = HOME_ZONE) -> datetime:
    """Return the UTC moment at which local clocks show this day and hour.

    The zone's own rules decide the offset, so 22:00 in Ramadan is 22:00 UTC and
    21:00 UTC in the rest of the year. An hour that clocks show twice is the first.
    """
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def local_day(moment: datetime, zone: str = HOME_ZONE) -> date:
    """Return the day that local calendars show at a moment."""
    return moment.astimezone(ZoneInfo(zone)).date()


def local_hour(moment: datetime, zone: str = HOME_ZONE) -> time:
    """Return what local clocks show at a moment."""
    return moment.astimezone(ZoneInfo(zone)).time()


def is_skipped(day: date, hour: time, zone: str = HOME_ZONE) -> bool:
    """Say whether clocks jump over this hour, so that it never comes."""
    moment = local_moment(day, hour, zone)
    return (local_day(moment, zone), local_hour(moment, zone)) != (day, hour)


def on_its_day(draft: FixtureDraft) -> FixtureDraft:
    """Return the draft with the local day on which its kick-off falls."""
    if draft.kick_off_at is None:
        return draft
    day = local_day(draft.kick_off_at, draft.kick_off_zone)
    return replace(draft, kick_off_date=day)


def match_times(kick_off_at: datetime, gates: datetime | None = None) -> MatchTimes:
    """Return when the parts of a match are to be expected.

    Args:
        gates: When the gates open, where it is known.
    """
    half_time = kick_off_at + HALF + ADDED[0]
    second_half = half_time + INTERVAL
    return MatchTimes(
        gates, kick_off_at, half_time, second_half, second_half + HALF + ADDED[1]
    )
