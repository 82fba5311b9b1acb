"""The file of one match: its facts, what follows from them, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.away import away_quota, travelling_stewards
from sportsec.domain.capacity import (
    Limit,
    VenueCapacity,
    gates_open_at,
    venue_capacity,
)
from sportsec.domain.estimate_rules import check_sum
from sportsec.domain.fixture_rules import (
    FixtureFacts,
    allowed_persons,
    check_fixture,
)
from sportsec.domain.fixtures import FixtureDraft, FixtureStatus, OutcomeCode
from sportsec.domain.kick_off import MatchTimes, match_times
from sportsec.domain.problems import Problem
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.fixture_history import (
    EstimateRow,
    MeetingRow,
    MoveRow,
    estimates_of,
    matches_at,
    meetings_before,
    moves_of,
)
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.fixtures import fixture_facts
from sportsec.queries.named import names_of
from sportsec.queries.old_times import text_warnings
from sportsec.queries.risk_categories import CategoryRow, categories_in_force
from sportsec.queries.risk_record import away_expected, latest_estimates
from sportsec.queries.venues import Parts, read_parts, sector_name
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class MatchNames:
    """What the records that a match refers to are called; empty where unknown."""

    home: Words
    away: Words
    competition: Words
    season: str
    venue: Words
    city: Words
    commander: Words
    deputy: Words


@dataclass(frozen=True, slots=True)
class SectorLimit:
    """How many a sector may hold and what decides it; None where unknown."""

    id: UUID
    name: Words
    persons: int | None
    binding: Limit | None


@dataclass(frozen=True, slots=True)
class Computed:
    """What follows from the facts; None where one of them is not known.

    Args:
        capacity: Safe capacity of the venue, in persons.
        allowed: How many the match may admit: the lower of allowed and safe.
        away_expected: Away supporters with and without ticket.
        away_quota: Places the away public may claim.
        stewards_required: That must travel with the away public.
        gates_open_at: So that all are in at kick-off.
        times: Expected times of the match.
    """

    capacity: int | None
    sectors: tuple[SectorLimit, ...]
    allowed: int | None
    away_expected: int | None
    away_quota: int | None
    stewards_required: int | None
    gates_open_at: datetime | None
    times: MatchTimes | None


@dataclass(frozen=True, slots=True)
class MatchFile:
    """One match with all that its file shows."""

    id: UUID
    ref_no: str
    draft: FixtureDraft
    names: MatchNames
    status: FixtureStatus
    status_remark: str
    home_score: int | None
    away_score: int | None
    actual_attendance: int | None
    actual_away: int | None
    outcome: OutcomeCode | None
    outcome_note: Words
    category: CategoryRow | None
    facts: FixtureFacts
    problems: tuple[Problem, ...]
    computed: Computed
    estimates: tuple[EstimateRow, ...]
    moves: tuple[MoveRow, ...]
    meetings: tuple[MeetingRow, ...]
    at_venue: tuple[MeetingRow, ...]


def match_file(work: Work, fixture_id: UUID) -> MatchFile:
    """Read the file of a match.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    draft = draft_of(FixtureDraft, fixture)
    facts = fixture_facts(work, draft, fixture_id)
    parts: Parts = ({}, {})
    if draft.venue_id is not None:
        parts = read_parts(work, [draft.venue_id])[draft.venue_id]
    return MatchFile(
        id=fixture.id,
        ref_no=fixture.ref_no,
        draft=draft,
        names=_names(work, fixture),
        status=fixture.status,
        status_remark=fixture.status_remark,
        home_score=fixture.home_score,
        away_score=fixture.away_score,
        actual_attendance=fixture.actual_attendance,
        actual_away=fixture.actual_away,
        outcome=fixture.outcome,
        outcome_note=fixture.outcome_note,
        category=categories_in_force(work, [fixture.id]).get(fixture.id),
        facts=facts,
        problems=(
            *check_fixture(draft, facts),
            *check_sum(latest_estimates(work, fixture_id)),
            *text_warnings(work, fixture_id),
        ),
        computed=_computed(work, fixture, draft, facts, parts),
        estimates=estimates_of(work, fixture.id),
        moves=moves_of(work, fixture.id),
        meetings=meetings_before(
            work, draft.home_club_id, draft.away_club_id, fixture.kick_off_date
        ),
        at_venue=matches_at(
            *(work, draft.venue_id, fixture.kick_off_date),
            (draft.home_club_id, draft.away_club_id),
        ),
    )


def _names(work: Work, fixture: Fixture) -> MatchNames:
    query = with_names(
        select(
            HOME.name.label("home"),
            AWAY.name.label("away"),
            Competition.name.label("competition"),
            Season.label.label("season"),
            Venue.name.label("venue"),
            Venue.city.label("city"),
        )
        .select_from(Fixture)
        .where(Fixture.id == fixture.id)
    )
    row = work.session.execute(query).one()
    return MatchNames(
        home=row.home or Words(),
        away=row.away or Words(),
        competition=row.competition or Words(),
        season=row.season or "",
        venue=row.venue or Words(),
        city=row.city or Words(),
        commander=_person(work, fixture.commander_id),
        deputy=_person(work, fixture.deputy_id),
    )


def _person(work: Work, contact_id: UUID | None) -> Words:
    if contact_id is None:
        return Words()
    return names_of(work, Contact, [contact_id]).get(contact_id, Words())


def _computed(
    work: Work,
    fixture: Fixture,
    draft: FixtureDraft,
    facts: FixtureFacts,
    parts: Parts,
) -> Computed:
    sectors, gates = parts
    capacity = venue_capacity(sectors, list(gates.values()))
    allowed = allowed_persons(draft, facts)
    away = away_expected(fixture, latest_estimates(work, fixture.id))
    percent, at = facts.away_quota_percent, draft.kick_off_at
    quota = None
    if allowed is not None and percent is not None:
        quota = away_quota(allowed, percent)
    opening = at and gates_open_at(at, facts.expected, gates.values())
    return Computed(
        capacity=capacity.total,
        sectors=_limits(capacity, parts),
        allowed=allowed,
        away_expected=away,
        away_quota=quota,
        stewards_required=None if away is None else travelling_stewards(away),
        gates_open_at=opening,
        times=match_times(at, draft.gates_open_at or opening) if at else None,
    )


def _limits(capacity: VenueCapacity, parts: Parts) -> tuple[SectorLimit, ...]:
    """Return the limits of all sectors that hold a public."""
    return tuple(
        SectorLimit(key, sector_name(sector), limits.final, limits.binding)
        for key, sector in parts[0].items()
        for limits in [capacity.by_sector[key]]
        if sector.use is not SectorUse.BUFFER
    )
