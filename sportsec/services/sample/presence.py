"""Says whether the record holds the sample season."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select

from sportsec.services.sample.mint import Mint
from sportsec.store.tables.competitions import Season
from sportsec.store.work import Work

_TIME_ORDERED = 7


def holds_sample(work: Work) -> bool:
    """Say whether a season is there that the sample made, known by its identifier."""
    query = select(Season.id, Season.label).where(Season.deleted_at.is_(None))
    return any(_is_minted(*row) for row in work.session.execute(query))


def _is_minted(season: UUID, label: str) -> bool:
    if season.version != _TIME_ORDERED:
        return False
    day = datetime.fromtimestamp((season.int >> 80) / 1000, UTC).date()
    return Mint(day).id("season", label) == season
