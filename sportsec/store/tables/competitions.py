"""Competitions and their seasons (domain.md §2.1)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.competitions import (
    Format,
    Organiser,
    SeasonStatus,
    SecurityRegime,
)
from sportsec.domain.words import Words
from sportsec.store.base import IsoDate, Record, coded, figure, note, trilingual


class Competition(Record):
    """A league or cup."""

    __tablename__ = "competition"

    code: Mapped[str] = note()
    name: Mapped[Words] = trilingual("name")
    organiser: Mapped[Organiser] = coded(Organiser, Organiser.OTHER)
    format: Mapped[Format] = coded(Format, Format.LEAGUE)
    security_regime: Mapped[SecurityRegime] = coded(
        SecurityRegime, SecurityRegime.NATIONAL
    )
    away_quota_percent: Mapped[float | None] = figure(
        "away_quota_percent", "BETWEEN 0 AND 100"
    )


class Season(Record):
    """A season, such as 2026-2027."""

    __tablename__ = "season"

    label: Mapped[str] = note()
    starts_on: Mapped[date | None] = mapped_column(IsoDate)
    ends_on: Mapped[date | None] = mapped_column(IsoDate)
    status: Mapped[SeasonStatus] = coded(SeasonStatus, SeasonStatus.OPEN)
