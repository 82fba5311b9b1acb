"""What a programme is compared with: clubs, venues, seasons, matches of the record.

Rows are read as the database keeps them and turned into values through small
memories, for a season of a federation has thousands of matches and few clubs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import TextClause, bindparam, select, text

from sportsec.domain.competitions import Format, SeasonStatus
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.comparison import KnownMatch, SeasonFacts
from sportsec.domain.intake.matching import Known
from sportsec.domain.intake.memory import Memory
from sportsec.domain.words import Words
from sportsec.store.tables.clubs import Club, ClubAlias
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.venues import Venue, VenueAlias
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class KnownCompetition:
    """A competition of the record."""

    known: Known
    is_league: bool


@dataclass(frozen=True, slots=True)
class Directory:
    """All that names in a programme can mean. Equal directories mean the same.

    Args:
        home_venues: Club → its home ground.
    """

    clubs: tuple[Known, ...]
    venues: tuple[Known, ...]
    home_venues: Mapping[UUID, UUID]
    competitions: Mapping[UUID, KnownCompetition]
    seasons: Mapping[UUID, SeasonFacts]


def read_directory(work: Work) -> Directory:
    """Read all clubs, venues, competitions and seasons."""
    aliases = _aliases(work, ClubAlias, ClubAlias.club_id)
    query = select(
        *(Club.id, Club.name, Club.short_name, Club.city, Club.code),
        Club.home_venue_id,
    )
    query = query.where(Club.deleted_at.is_(None)).order_by(Club.id)
    clubs = work.session.execute(query).all()
    return Directory(
        clubs=tuple(Known(*row[:5], tuple(aliases[row.id])) for row in clubs),
        venues=_venues(work),
        home_venues={row.id: row.home_venue_id for row in clubs if row.home_venue_id},
        competitions=_competitions(work),
        seasons=_seasons(work),
    )


def _aliases(
    work: Work, owner: type[ClubAlias | VenueAlias], means: Any
) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    query = select(means, owner.text).where(owner.deleted_at.is_(None))
    for record, spelling in work.session.execute(query.order_by(owner.id)):
        if record is not None:
            found[record].append(spelling)
    return found


def _venues(work: Work) -> tuple[Known, ...]:
    aliases = _aliases(work, VenueAlias, VenueAlias.venue_id)
    query = select(Venue.id, Venue.name, Venue.city).where(Venue.deleted_at.is_(None))
    return tuple(
        Known(row.id, row.name, Words(), row.city, "", tuple(aliases[row.id]))
        for row in work.session.execute(query.order_by(Venue.id))
    )


def _competitions(work: Work) -> dict[UUID, KnownCompetition]:
    owner = Competition
    query = select(owner.id, owner.name, owner.code, owner.format)
    rows = work.session.execute(query.where(owner.deleted_at.is_(None)))
    return {
        row.id: KnownCompetition(
            Known(row.id, row.name, code=row.code), row.format is Format.LEAGUE
        )
        for row in rows
    }


def _seasons(work: Work) -> dict[UUID, SeasonFacts]:
    query = select(
        Season.id, Season.label, Season.starts_on, Season.ends_on, Season.status
    ).where(Season.deleted_at.is_(None))
    return {
        row.id: SeasonFacts(*row[1:4], row.status is SeasonStatus.CLOSED)
        for row in work.session.execute(query)
    }


_MATCH = (
    "SELECT id, competition_id, season_id, home_club_id, away_club_id, round, leg,"
    " venue_id, is_neutral, kick_off_date, kick_off_at, kick_off_zone, status,"
    " status_remark, home_score, away_score, feed_uid FROM fixture"
    " WHERE {which} AND deleted_at IS NULL AND home_club_id IS NOT NULL"
    " AND away_club_id IS NOT NULL ORDER BY kick_off_date, kick_off_at, id"
)
_MATCHES = text(
    _MATCH.format(which="season_id IN :seasons AND competition_id IN :competitions")
).bindparams(
    bindparam("seasons", expanding=True), bindparam("competitions", expanding=True)
)
_MATCHES_BY_ID = text(_MATCH.format(which="id IN :ids")).bindparams(
    bindparam("ids", expanding=True)
)


def _memory(turn: Callable[[Any], Any]) -> Memory[Any, Any]:
    found = Memory(turn)
    found[None] = None
    return found


def read_matches(
    work: Work, competitions: Collection[UUID], seasons: Collection[UUID]
) -> list[KnownMatch]:
    """Read the live matches of some seasons of some competitions, by kick-off."""
    chosen = {
        "competitions": [each.bytes for each in competitions],
        "seasons": [each.bytes for each in seasons],
    }
    if not all(chosen.values()):
        return []
    return _known_matches(work, _MATCHES, chosen)


def read_matches_by_id(work: Work, ids: Collection[UUID]) -> dict[UUID, KnownMatch]:
    """Read some live matches, of whatever competition and season."""
    if not ids:
        return {}
    chosen = {"ids": [each.bytes for each in ids]}
    found = _known_matches(work, _MATCHES_BY_ID, chosen)
    return {match.id: match for match in found}


def _known_matches(
    work: Work, query: TextClause, chosen: Mapping[str, Any]
) -> list[KnownMatch]:
    ids = _memory(lambda raw: UUID(bytes=raw))
    days, moments = _memory(date.fromisoformat), _memory(datetime.fromisoformat)
    statuses = _memory(FixtureStatus)
    return [
        KnownMatch(
            *(UUID(bytes=row[0]), ids[row[1]], ids[row[2]], ids[row[3]], ids[row[4]]),
            *(row[5], row[6], ids[row[7]], bool(row[8]), days[row[9]]),
            *(moments[row[10]], row[11], statuses[row[12]]),
            *row[13:],
        )
        for row in work.session.execute(query, chosen)
    ]


class OtherMatch(NamedTuple):
    """A match of any competition, as far as it stands near others of its clubs."""

    id: UUID
    competition_id: UUID
    home_club_id: UUID
    away_club_id: UUID
    day: date
    at: datetime | None
    status: FixtureStatus
    season_id: UUID | None


_OTHERS = text(
    "SELECT id, competition_id, home_club_id, away_club_id, kick_off_date,"
    " kick_off_at, status, season_id FROM fixture"
    " WHERE kick_off_date BETWEEN :first AND :last"
    " AND deleted_at IS NULL AND home_club_id IS NOT NULL AND away_club_id IS NOT NULL"
)


def read_others(
    work: Work, days: tuple[date, date], clubs: Collection[UUID]
) -> list[OtherMatch]:
    """Read the live matches of some clubs from a day to another, in no order."""
    span = {"first": days[0].isoformat(), "last": days[1].isoformat()}
    wanted = {each.bytes for each in clubs}
    ids = _memory(lambda raw: UUID(bytes=raw))
    return [
        OtherMatch(
            *(UUID(bytes=row[0]), ids[row[1]], ids[row[2]], ids[row[3]]),
            date.fromisoformat(row[4]),
            datetime.fromisoformat(row[5]) if row[5] else None,
            FixtureStatus(row[6]),
            ids[row[7]],
        )
        for row in work.session.execute(_OTHERS, span)
        if row[2] in wanted or row[3] in wanted
    ]
