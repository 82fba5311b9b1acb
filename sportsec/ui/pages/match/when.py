"""When a match is, as its file and the windows about it say it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sportsec.domain.task_times import CALLED_OFF
from sportsec.i18n.formats import hour, long_date, short_date
from sportsec.queries.match_header import MatchHead
from sportsec.ui.language import isolate, tr, translator, words
from sportsec.ui.match_look import when_of


def when_text(head: MatchHead) -> str:
    """Return day and hour in full; the hour may not be known.

    Those of a match that is postponed or cancelled are past.
    """
    return when_of(head.status, _full_when(head))


def _full_when(head: MatchHead) -> str:
    day = long_date(head.kick_off_date, translator().language)
    at = hour(head.kick_off_at, ZoneInfo(head.kick_off_zone))
    if not at:
        return tr("{day}, time not known yet", day=day)
    return tr("{day} at {hour}", day=day, hour=isolate(at))


def short_when(head: MatchHead) -> str:
    """Return day and hour in figures."""
    at = hour(head.kick_off_at, ZoneInfo(head.kick_off_zone))
    said = isolate(" ".join(filter(None, (short_date(head.kick_off_date), at))))
    return when_of(head.status, said)


def about_text(head: MatchHead, *, moves: bool) -> str:
    """Return which match a window is about, and the day and stadium it has by now.

    Args:
        moves: Whether another day is asked for: this one is the old one.
    """
    sides = tr("{home} – {away}", home=words(head.home), away=words(head.away))
    when = " · ".join(filter(None, (when_text(head), words(head.venue))))
    if moves and head.status not in CALLED_OFF:
        when = tr("Until now: {when}", when=when)
    return f"{sides}\n{when}"
