"""How a meeting reads on the screen: its day, its match, what became of it."""

from __future__ import annotations

from sportsec.domain.meetings import MeetingKind, MeetingStatus, Presence
from sportsec.i18n.formats import ZONE, hour, long_date, short_date
from sportsec.queries.meetings import MeetingEntry
from sportsec.queries.participants import ParticipantRow
from sportsec.queries.spoken_of import with_status
from sportsec.ui.language import isolate, label, tr, tr_count, translator, words
from sportsec.ui.pages.directory.ranges import joined
from sportsec.ui.widgets.badges import Badge

_LEVELS = {
    MeetingStatus.PLANNED: "info",
    MeetingStatus.HELD: "ok",
    MeetingStatus.CANCELLED: "muted",
}
PRESENCE_LEVELS = {
    Presence.INVITED: "muted",
    Presence.PRESENT: "ok",
    Presence.EXCUSED: "info",
    Presence.ABSENT: "warn",
}


def status_level(row: MeetingEntry) -> str:
    """Return how what became of a meeting looks."""
    return _LEVELS[row.status]


def status_badge(row: MeetingEntry) -> Badge:
    """Return the badge that says what became of a meeting."""
    return Badge(label(row.status), status_level(row))


def time_text(row: MeetingEntry) -> str:
    """Return why the day of a meeting does not suit its match; "" if it does."""
    if row.suits_match:
        return ""
    if not row.is_out_of_time:
        return tr("Set before the match moved")
    is_debrief = row.kind is MeetingKind.DEBRIEF
    return tr("Before the kick-off") if is_debrief else tr("After the kick-off")


def time_badges(row: MeetingEntry) -> list[Badge]:
    """Return the badge that says so, if there is anything to say."""
    said = time_text(row)
    return [Badge(said, "warn")] if said else []


def day_level(row: MeetingEntry) -> str | None:
    """Return how the day looks: one that does not suit the match is marked."""
    return None if row.suits_match else "warn"


def day_text(row: MeetingEntry) -> str:
    """Return the day in short."""
    begins = row.meets_at
    return isolate(short_date(begins.astimezone(ZONE).date())) if begins else ""


def long_moment(row: MeetingEntry) -> str:
    """Return day and hour in words; what is missing is said."""
    if row.meets_at is None:
        return tr("Day and hour not known yet")
    day = long_date(row.meets_at.astimezone(ZONE).date(), translator().language)
    return joined(isolate(day), isolate(hour(row.meets_at)))


def moment_tip(row: MeetingEntry) -> str:
    """Return day and hour, and whether they do not suit the match."""
    return joined(long_moment(row), time_text(row))


def match_text(row: MeetingEntry) -> str:
    """Return the match, and whether it is off; "Season" for a meeting of no match."""
    if row.fixture_id is None:
        return tr("Of the season")
    match = " – ".join(words(side) or "?" for side in (row.home, row.away))
    return with_status(translator(), match, row.match_status)


def match_on(row: MeetingEntry) -> str:
    """Return the match with its day."""
    return joined(match_text(row), isolate(short_date(row.match_day)))


def decisions_text(row: MeetingEntry) -> str:
    """Return how many decisions were taken, and how many of them are open."""
    if not row.decisions:
        return ""
    taken = tr_count("{n} decision", "{n} decisions", row.decisions)
    left = row.open_decisions
    return joined(
        taken, tr_count("{n} of them open", "{n} of them open", left) if left else ""
    )


def person_text(row: ParticipantRow) -> str:
    """Return rank and name; what somebody speaks for while there is no name."""
    name = " ".join(filter(None, (words(row.rank), words(row.name))))
    return name or words(row.body) or words(row.function)
