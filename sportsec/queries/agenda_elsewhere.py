"""What the agenda says where it shows nothing: matches lie on other days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """All matches of the record.

    Args:
        day: That of the next match, else of the last one; None without any.
    """

    count: int
    day: date | None


def matches_elsewhere(work: Work, around: date) -> Elsewhere:
    """Return how many matches there are, and on which day the nearest is.

    Args:
        around: Matches from this day on go before earlier ones.
    """
    day, live = Fixture.kick_off_date, Fixture.deleted_at.is_(None)
    ask = work.session.scalar
    count = ask(select(func.count()).select_from(Fixture).where(live)) or 0
    later = ask(select(func.min(day)).where(live, day >= around))
    return Elsewhere(count, later or ask(select(func.max(day)).where(live)))
