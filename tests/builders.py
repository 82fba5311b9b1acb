"""Small builders: one record each, with just enough to be plausible."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sportsec.domain.words import Words
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.units import Unit
from sportsec.store.tables.venues import Gate, Sector, Venue
from sportsec.store.work import Work

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def a_competition(work: Work, name: str = "Championnat", **values: Any) -> Competition:
    values = {"code": "D1", "name": Words(fr=name), **values}
    return work.add(Competition(**values))


def a_season(work: Work, label: str = "2026-2027", **values: Any) -> Season:
    values = {"starts_on": date(2026, 8, 1), "ends_on": date(2027, 6, 30), **values}
    return work.add(Season(label=label, **values))


def a_club(work: Work, name: str = "Atlas Club", **values: Any) -> Club:
    return work.add(Club(name=Words(fr=name), **values))


def a_venue(work: Work, name: str = "Stade de l'Atlas", **values: Any) -> Venue:
    return work.add(Venue(name=Words(fr=name), **values))


def a_sector(work: Work, venue: Venue, code: str = "N", **values: Any) -> Sector:
    work.session.flush()
    return work.add(Sector(venue_id=venue.id, code=code, **values))


def a_gate(work: Work, sector: Sector, code: str = "P1", **values: Any) -> Gate:
    work.session.flush()
    return work.add(
        Gate(venue_id=sector.venue_id, sector_id=sector.id, code=code, **values)
    )


def a_group(work: Work, club: Club, name: str = "Group Alpha", **values: Any) -> Any:
    work.session.flush()
    return work.add(SupporterGroup(name=Words(fr=name), club_id=club.id, **values))


def a_request(work: Work, match: Fixture, group: Any, **values: Any) -> Any:
    work.session.flush()
    return work.add(AnimationRequest(fixture_id=match.id, group_id=group.id, **values))


def a_unit(work: Work, name: str = "Corps urbain", **values: Any) -> Unit:
    return work.add(Unit(name=Words(fr=name), **values))


def a_fixture(work: Work, home: Club, away: Club, **values: Any) -> Fixture:
    work.session.flush()
    values = {
        "kick_off_date": date(2026, 12, 5),
        "kick_off_at": datetime(2026, 12, 5, 18, 0, tzinfo=UTC),
        **values,
    }
    return work.add(Fixture(home_club_id=home.id, away_club_id=away.id, **values))


def a_season_match(work: Work, **values: Any) -> UUID:
    """A match of two clubs in a season, all written; who asks has its identifier."""
    season = a_season(work)
    home, away = a_club(work), a_club(work, "Rif Club")
    work.session.flush()
    match = a_fixture(work, home, away, season_id=season.id, **values)
    work.session.flush()
    return match.id
