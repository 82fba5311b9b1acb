"""Questions about clubs: the list, and what a club has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from sportsec.domain.clubs import ClubDraft
from sportsec.domain.listing import by
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import counted, found_by_name, name_key, words_key
from sportsec.queries.named_source import NamedSource, Shared, referred, written
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class ClubFilter:
    """Clubs wanted: those whose name, city, other spelling or ground was typed.

    Args:
        incomplete: Only those that lack a name in one of the scripts, or their city.
    """

    text: str = ""
    language: str = "ar"
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class ClubRow:
    """One club of the list.

    Args:
        groups: How many supporter groups it has.
        contacts: How many people can be called there.
    """

    id: UUID
    code: str
    name: Words
    short_name: Words
    city: Words
    home_venue: Words
    groups: int
    contacts: int
    founded_year: int | None
    federation_no: str
    steward_provider: str
    steward_count: int | None


class ClubSource(NamedSource[ClubRow, ClubFilter]):
    """The list of clubs."""

    table = Club
    groupable = frozenset({"city", "venue"})

    def read(self, work: Work, ids: Sequence[UUID]) -> Iterable[ClubRow]:
        """Read clubs with their ground and how much is known of them."""
        ground = aliased(Venue)
        query = (
            select(
                *(Club.id, Club.code, Club.name, Club.short_name, Club.city),
                *(Club.founded_year, Club.federation_no),
                *(Club.steward_provider, Club.steward_count),
                ground.name.label("ground"),
            )
            .outerjoin(ground, Club.home_venue_id == ground.id)
            .where(Club.id.in_(ids))
        )
        groups = counted(work, SupporterGroup.club_id, ids)
        contacts = counted(work, Contact.club_id, ids)
        for row in work.session.execute(query):
            yield ClubRow(
                *row[:5],
                home_venue=row.ground or Words(),
                groups=groups.get(row.id, 0),
                contacts=contacts.get(row.id, 0),
                founded_year=row.founded_year,
                federation_no=row.federation_no,
                steward_provider=row.steward_provider,
                steward_count=row.steward_count,
            )

    def filters(self, wanted: ClubFilter) -> list[ColumnElement[bool]]:
        """Keep those that `club_gaps` finds incomplete."""
        return [_is_incomplete()] if wanted.incomplete else []

    def orders(self, language: str) -> Mapping[str, ColumnElement[Any]]:
        """Sort by code, city, ground, age or number of stewards."""
        columns = Club.__table__.c
        return {
            "code": columns.code,
            "city": words_key(Club, "city", language),
            "venue": name_key(columns.home_venue_id, language),
            "founded": columns.founded_year,
            "stewards": columns.steward_count,
        }

    def shared(self, language: str) -> Mapping[str, Shared]:
        """Group by city or ground."""
        del language
        ground = Club.__table__.c.home_venue_id
        return {"city": written(Club, "city"), "venue": referred(ground, Venue)}

    def search(self, text: str) -> ColumnElement[bool]:
        """Find a club by its name or by the name of its ground."""
        grounds = found_by_name("venue", text)
        return or_(super().search(text), Club.home_venue_id.in_(grounds))


CLUBS = ClubSource()


def incomplete_clubs(work: Work, language: str) -> list[UUID]:
    """Return the clubs that `club_gaps` finds incomplete, by their names."""
    wanted = ClubFilter(language=language, incomplete=True)
    return list(CLUBS.ids(work, wanted, by("name"), None))


def _is_incomplete() -> ColumnElement[bool]:
    empty = {
        name: column == ""
        for name, column in Club.__table__.c.items()
        if name.startswith(("name_", "city_"))
    }
    return or_(
        empty["name_ar"],
        and_(empty["name_fr"], empty["name_en"]),
        and_(*(empty[f"city_{code}"] for code in LANGUAGES)),
    )


def club_draft(work: Work, club_id: UUID) -> ClubDraft:
    """Return a club as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(ClubDraft, work.get(Club, club_id))


@dataclass(frozen=True, slots=True)
class AliasRow:
    """Another spelling that the officer took for a club or venue."""

    id: UUID
    text: str


def club_aliases(work: Work, club_id: UUID) -> list[AliasRow]:
    """Return the other spellings of a club, as files wrote them."""
    query = (
        select(ClubAlias.id, ClubAlias.text)
        .where(ClubAlias.club_id == club_id, ClubAlias.deleted_at.is_(None))
        .order_by(ClubAlias.folded, ClubAlias.id)
    )
    return [AliasRow(*row) for row in work.session.execute(query)]
