"""Questions about one match: its draft, and what the rules must know besides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from sportsec.domain.away import away_sectors, together
from sportsec.domain.capacity import VenueCapacity
from sportsec.domain.competitions import SeasonStatus
from sportsec.domain.fixture_rules import (
    FixtureFacts,
    check_fixture,
)
from sportsec.domain.fixtures import EstimateKind, FixtureDraft, ResultDraft
from sportsec.domain.kick_off import on_its_day
from sportsec.domain.nearby import MIN_REST, NearbyFixture
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.risk_record import (
    away_expected,
    crowd_expected,
    latest_estimates,
)
from sportsec.queries.venues import read_parts, sector_name, venue_capacities
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def fixture_draft(work: Work, fixture_id: UUID) -> FixtureDraft:
    """Return a match as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(FixtureDraft, work.get(Fixture, fixture_id))


def result_draft(work: Work, fixture_id: UUID) -> ResultDraft:
    """Return how a match ended, as far as it is known.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(ResultDraft, work.get(Fixture, fixture_id))


def fixture_problems(
    work: Work, draft: FixtureDraft, fixture_id: UUID | None = None
) -> list[Problem]:
    """Say what is wrong with a draft, also compared with the rest of the record."""
    draft = on_its_day(draft)
    return check_fixture(draft, fixture_facts(work, draft, fixture_id))


def frozen_problems(work: Work, fixture_id: UUID) -> list[Problem]:
    """Say whether a match may not be touched, because its season is closed."""
    found = fixture_problems(work, fixture_draft(work, fixture_id), fixture_id)
    return [each for each in found if each.field == "season_id"]


def fixture_facts(
    work: Work, draft: FixtureDraft, fixture_id: UUID | None = None
) -> FixtureFacts:
    """Return what the rules must know of season, venue, publics and other matches.

    Args:
        fixture_id: The match itself; None while it is being planned.
    """
    capacity = venue_capacity_of(work, draft.venue_id)
    away_sector, away_places = _away_sectors(work, draft, capacity)
    season = _season(work, draft.season_id)
    whole, away, ticketless = _expected(work, fixture_id)
    return FixtureFacts(
        season_label=season.label if season else "",
        season_starts_on=season.starts_on if season else None,
        season_ends_on=season.ends_on if season else None,
        season_is_closed=bool(season and season.status is SeasonStatus.CLOSED),
        safe_capacity=safe_capacity(capacity),
        away_sector_capacity=away_places,
        away_sector=away_sector,
        away_quota_percent=away_quota_percent(work, draft.competition_id),
        expected=whole,
        away_expected=away,
        away_ticketless=ticketless,
        nearby=tuple(_nearby(work, draft, fixture_id)),
    )


def venue_capacity_of(work: Work, venue_id: UUID | None) -> VenueCapacity | None:
    """Return what a venue may hold; None where there is no venue."""
    return None if venue_id is None else venue_capacities(work, [venue_id])[venue_id]


def safe_capacity(capacity: VenueCapacity | None) -> int | None:
    """Return the safe capacity of a venue all of whose sectors are known."""
    return None if capacity is None or capacity.unknown else capacity.total


def away_quota_percent(work: Work, competition_id: UUID | None) -> float | None:
    """Return the share of the places that the competition gives the away public."""
    if competition_id is None:
        return None
    query = select(Competition.away_quota_percent)
    return work.session.scalar(query.where(Competition.id == competition_id))


def _away_sectors(
    work: Work, draft: FixtureDraft, capacity: VenueCapacity | None
) -> tuple[Words, int | None]:
    """Return what the sectors of the away public are called, and what they hold.

    How much that is is not known while it is not known of one of them.
    """
    if capacity is None or draft.venue_id is None or draft.away_sector_id is None:
        return Words(), None
    sectors, _gates = read_parts(work, [draft.venue_id])[draft.venue_id]
    used = away_sectors(sectors, draft.away_sector_id)
    known = [capacity.by_sector[key].final for key in used]
    places = [persons for persons in known if persons is not None]
    names = together([sector_name(sectors[key]) for key in used])
    return names, sum(places) if used and len(places) == len(used) else None


def _season(work: Work, season_id: UUID | None) -> Season | None:
    return None if season_id is None else work.session.get(Season, season_id)


def _expected(
    work: Work, fixture_id: UUID | None
) -> tuple[int | None, int | None, int | None]:
    """Return the whole public expected, the away one, and who of it has no ticket."""
    fixture = None if fixture_id is None else work.session.get(Fixture, fixture_id)
    if fixture is None:
        return None, None, None
    estimates = latest_estimates(work, fixture.id)
    away = away_expected(fixture, estimates)
    ticketless = estimates.get(EstimateKind.AWAY_TICKETLESS)
    return crowd_expected(fixture, estimates, away), away, ticketless


def _nearby(
    work: Work, draft: FixtureDraft, fixture_id: UUID | None
) -> Iterator[NearbyFixture]:
    """Yield the live matches within `MIN_REST` of a club or of the venue.

    So are those whose away public comes in a known way.
    """
    day = draft.kick_off_date
    if day is None:
        return
    clubs = [one for one in (draft.home_club_id, draft.away_club_id) if one]
    span = timedelta(days=MIN_REST.days)
    query = with_names(
        select(
            *(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.home_club_id),
            *(Fixture.away_club_id, Fixture.venue_id, HOME.name, AWAY.name),
            *(Fixture.travel_regime, Fixture.away_station, Fixture.away_route),
        )
        .where(
            Fixture.deleted_at.is_(None),
            Fixture.kick_off_date.between(day - span, day + span),
            Fixture.id != (fixture_id or UUID(int=0)),
            or_(
                Fixture.home_club_id.in_(clubs),
                Fixture.away_club_id.in_(clubs),
                Fixture.venue_id == draft.venue_id,
                Fixture.away_station != "",
                Fixture.away_route != "",
            ),
        )
        .order_by(Fixture.kick_off_date, Fixture.kick_off_at, Fixture.id)
    )
    for row in work.session.execute(query):
        facts: list[Any] = [*row[:5], row[5] or Words(), row[6] or Words(), *row[7:]]
        other = NearbyFixture(*facts)
        if _is_near(draft, other):
            yield other


def _is_near(draft: FixtureDraft, other: NearbyFixture) -> bool:
    if draft.kick_off_at is not None and other.kick_off_at is not None:
        return abs(draft.kick_off_at - other.kick_off_at) < MIN_REST
    if draft.kick_off_date is None:
        return False
    return abs((draft.kick_off_date - other.kick_off_date).days) < MIN_REST.days
