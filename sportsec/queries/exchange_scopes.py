"""The records that a scope is named by."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import NotFound
from sportsec.store.tables.competitions import Season
from sportsec.store.work import Work


def season_labelled(work: Work, label: str) -> UUID:
    """Return the season that has a label.

    Raises:
        NotFound: There is none.
    """
    query = select(Season.id).where(Season.label == label, Season.deleted_at.is_(None))
    found = work.session.scalars(query.order_by(Season.id)).first()
    if found is None:
        raise NotFound("season", label)
    return found
