"""Clubs, and the other spellings under which files name them (domain.md §2.4)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.words import Words
from sportsec.store.base import Record, figure, note, reference, trilingual


class Club(Record):
    """A football club."""

    __tablename__ = "club"

    code: Mapped[str] = note()
    name: Mapped[Words] = trilingual("name")
    short_name: Mapped[Words] = trilingual("short_name")
    city: Mapped[Words] = trilingual("city")
    colours: Mapped[Words] = trilingual("colours")
    founded_year: Mapped[int | None] = figure("founded_year", "BETWEEN 1850 AND 2200")
    federation_no: Mapped[str] = note()
    home_venue_id: Mapped[UUID | None] = reference("venue")
    steward_provider: Mapped[str] = note()
    steward_count: Mapped[int | None] = figure("steward_count")
    notes: Mapped[str] = note()


class ClubAlias(Record):
    """A spelling that the officer decided to mean a club.

    The id derives from `folded`, so that two cells deciding about the same
    spelling write the same row.
    """

    __tablename__ = "club_alias"

    club_id: Mapped[UUID | None] = reference("club")
    text: Mapped[str] = note()
    folded: Mapped[str] = mapped_column(index=True)
