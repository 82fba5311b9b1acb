"""Whether a list of matches has any result to show."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def any_score(work: Work, first: date, last: date | None) -> bool:
    """Say whether a match of some days has a score.

    Args:
        last: None for all days from the first on.
    """
    day = Fixture.kick_off_date
    until = [] if last is None else [day <= last]
    scored = (Fixture.deleted_at.is_(None), Fixture.home_score.is_not(None))
    found = select(Fixture.id).where(day >= first, *until, *scored).limit(1)
    return work.session.scalar(found) is not None
