"""Whether a planned meeting still suits its match after that has moved (§2.6)."""

from __future__ import annotations

from datetime import date, timedelta

from sportsec.domain.commitments import NEAR
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_

_EVE = timedelta(days=1)


def is_left_behind(kind: MeetingKind, meets_on: date, was: date, now: date) -> bool:
    """Say whether a meeting was set by the old day of its match: somebody has to look.

    One that is held on the eve belongs to no other day. One well before the match as
    it was holds by itself.

    Args:
        meets_on: Its local day.
        was, now: The day of the match, when the meeting was set and as it is.
    """
    if was == now:
        return False
    if kind is MeetingKind.MD_1:
        return now - meets_on != _EVE
    return abs(meets_on - was) <= NEAR


def left_behind_problem(
    kind: MeetingKind, meets_on: date, was: date, now: date
) -> Problem:
    """Return as a warning that a meeting still goes by the old day of its match."""
    text = N_("{kind} on {day}: set for the match of {was}, which is now on {now}")
    return warning("meets_at", text, kind=kind, day=meets_on, was=was, now=now)


def wrong_side_problem(kind: MeetingKind, meets_on: date) -> Problem:
    """Return as a warning that a planned meeting lies beyond the kick-off."""
    late = N_("{kind} on {day}: this is after the kick-off")
    early = N_("{kind} on {day}: this is before the kick-off")
    text = early if kind is MeetingKind.DEBRIEF else late
    return warning("meets_at", text, kind=kind, day=meets_on)
