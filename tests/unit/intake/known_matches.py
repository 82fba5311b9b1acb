"""Matches of the record, made of the names of their clubs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.comparison import KnownMatch
from tests.unit.intake.registers import key_of as club

__all__ = ["a_match", "club"]


def a_match(
    home: str, away: str, day: date, at: datetime | None = None, **values: Any
) -> KnownMatch:
    given = {
        "round": "",
        "leg": None,
        "venue_id": None,
        "is_neutral": False,
        "day": day,
        "at": at,
        "zone": "Africa/Casablanca",
        "status": FixtureStatus.SCHEDULED,
        "remark": "",
        "home_score": None,
        "away_score": None,
        "uid": "",
        **values,
    }
    frame = UUID(int=1), UUID(int=2)
    key = club(f"{home}{away}{day}")
    return KnownMatch(key, *frame, club(home), club(away), **given)
