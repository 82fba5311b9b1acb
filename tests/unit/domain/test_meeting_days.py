"""Whether a planned meeting still suits its match after that has moved."""

from __future__ import annotations

from datetime import date, timedelta

from sportsec.domain.meeting_days import is_left_behind
from sportsec.domain.meetings import MeetingKind

WAS = date(2026, 12, 5)
COMMISSION, DEBRIEF = MeetingKind.LOCAL_COMMISSION, MeetingKind.DEBRIEF


def left(kind: MeetingKind, before: int, moved: int) -> bool:
    """Say it of a meeting so many days before a match that moved by so many."""
    days = timedelta(days=before)
    return is_left_behind(kind, WAS - days, WAS, WAS + timedelta(days=moved))


def test_a_meeting_close_to_the_old_match_is_left_wherever_that_goes() -> None:
    assert left(COMMISSION, 2, 21)
    assert left(COMMISSION, 2, -21)
    assert left(COMMISSION, 2, 3)
    assert left(DEBRIEF, -2, -21)


def test_one_that_lay_well_before_the_match_holds_by_itself() -> None:
    assert not left(COMMISSION, 20, 21)


def test_where_the_day_is_the_same_nothing_is_left() -> None:
    assert not left(COMMISSION, 2, 0)


def test_what_is_held_on_the_eve_belongs_to_no_other_day() -> None:
    assert left(MeetingKind.MD_1, 1, 1)
    assert not left(MeetingKind.MD_1, 0, 1)
