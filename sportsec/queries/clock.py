"""The day of a piece of work, as the officer's calendar has it."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from sportsec.store.work import Work

_ZONE = ZoneInfo("Africa/Casablanca")


def local_day(work: Work) -> date:
    """Return the day on which the work is done, in Moroccan time."""
    return work.now.astimezone(_ZONE).date()
