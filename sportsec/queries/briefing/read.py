"""All that one briefing prints, read in one work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sportsec.domain.away import travelling_stewards
from sportsec.domain.capacity import VenueCapacity, gates_open_at, venue_capacity
from sportsec.domain.deployment import Phase
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.old_times import old_time
from sportsec.domain.stadium import PlanGate, PlanPost, PlanSector, post_state
from sportsec.queries.animations import RequestRow, requests_of
from sportsec.queries.briefing.command import with_command
from sportsec.queries.briefing.deployment import deployment_part
from sportsec.queries.briefing.match import match_part
from sportsec.queries.briefing.risk import risk_part
from sportsec.queries.briefing.risk_rows import RiskPart
from sportsec.queries.briefing.rows import DeploymentPart, MatchPart
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.fixture_history import MoveRow, moves_of
from sportsec.queries.old_times import old_promises
from sportsec.queries.outdated_promises import outdated_promises
from sportsec.queries.risk_record import away_expected, crowd_expected
from sportsec.queries.venues import Parts, read_parts
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: The phase whose posts the plan of the stadium shows.
PLAN_PHASE = Phase.P3


@dataclass(frozen=True, slots=True)
class BriefingRows:
    """Everything a briefing needs; equal rows print equal papers.

    Args:
        printed_at: Aware moment of reading; stands on every page.
        safe_capacity: Persons, computed from the sectors; None where unknown.
        gates_open_at: As ordered, else as computed from public and turnstiles.
        stewards_required: Travelling stewards for the away public expected.
        are_gates_computed: Nobody ordered the hour at which the gates open.
        is_safe_at_most: The safe capacity can only turn out lower.
        animations: Requests for tifos, whatever was answered.
        commitments: Promises and decisions, late ones first, closed ones too.
        old_promises: Those whose wording may hold hours of before the match moved.
        outdated_promises: Those that give a figure which has changed since.
        moved: The last move from another day or hour than those of now.
    """

    printed_at: datetime
    match: MatchPart
    risk: RiskPart | None
    deployment: DeploymentPart
    safe_capacity: int | None
    gates_open_at: datetime | None
    stewards_required: int | None
    plan_sectors: tuple[PlanSector, ...]
    plan_gates: tuple[PlanGate, ...]
    plan_posts: tuple[PlanPost, ...]
    are_gates_computed: bool = False
    is_safe_at_most: bool = False
    animations: tuple[RequestRow, ...] = ()
    commitments: tuple[CommitmentRow, ...] = ()
    old_promises: frozenset[UUID] = frozenset()
    outdated_promises: frozenset[UUID] = frozenset()
    moved: MoveRow | None = None


def briefing_rows(work: Work, fixture_id: UUID) -> BriefingRows:
    """Read the briefing of a fixture.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    match = match_part(work, fixture_id)
    parts: Parts = ({}, {})
    if fixture.venue_id is not None:
        parts = read_parts(work, [fixture.venue_id])[fixture.venue_id]
    capacity = venue_capacity(parts[0], list(parts[1].values()))
    deployment = _deployment(work, fixture_id, capacity)
    match = replace(match, match=with_command(match.match, deployment.detachments))
    ordered, computed = fixture.gates_open_at, _computed_opening(fixture, match, parts)
    return BriefingRows(
        printed_at=work.now,
        match=match,
        risk=risk_part(work, fixture_id),
        deployment=deployment,
        safe_capacity=capacity.total,
        is_safe_at_most=capacity.is_at_most,
        gates_open_at=ordered or computed,
        are_gates_computed=ordered is None and computed is not None,
        stewards_required=_stewards(fixture, match),
        plan_sectors=_plan_sectors(parts),
        plan_gates=_plan_gates(parts),
        plan_posts=_plan_posts(deployment),
        animations=requests_of(work, fixture_id),
        commitments=commitments_of(work, fixture_id=fixture_id),
        old_promises=frozenset(old_promises(work, fixture_id)),
        outdated_promises=frozenset(outdated_promises(work, fixture_id)),
        moved=_moved(work, fixture),
    )


def _moved(work: Work, fixture: Fixture) -> MoveRow | None:
    """Return the last move in time; a change of the stadium alone is none."""
    now = fixture.kick_off_date, fixture.kick_off_at, fixture.kick_off_zone
    return next(
        (
            move
            for move in moves_of(work, fixture.id)
            if move.from_date and old_time(move.from_date, move.from_at, *now)
        ),
        None,
    )


def _deployment(
    work: Work, fixture_id: UUID, capacity: VenueCapacity
) -> DeploymentPart:
    return deployment_part(work.session, fixture_id, capacity.by_sector)


def _computed_opening(
    fixture: Fixture, match: MatchPart, parts: Parts
) -> datetime | None:
    """Return when the gates must open for the public that the match file expects."""
    known = _persons(match)
    expected = crowd_expected(fixture, known, away_expected(fixture, known))
    if fixture.kick_off_at is None:
        return None
    return gates_open_at(fixture.kick_off_at, expected, parts[1].values())


def _stewards(fixture: Fixture, match: MatchPart) -> int | None:
    travellers = away_expected(fixture, _persons(match))
    if travellers is None:
        travellers = fixture.away_allocation
    return None if travellers is None else travelling_stewards(travellers)


def _persons(match: MatchPart) -> dict[EstimateKind, int]:
    return {kind: each.persons for kind, each in match.estimates.items()}


def _plan_sectors(parts: Parts) -> tuple[PlanSector, ...]:
    return tuple(
        PlanSector(
            key,
            sector.code,
            sector.use,
            sector.side,
            sector.start_degree,
            sector.end_degree,
            sector.tier,
        )
        for key, sector in parts[0].items()
    )


def _plan_gates(parts: Parts) -> tuple[PlanGate, ...]:
    return tuple(
        PlanGate(key, gate.code, gate.degree, gate.sector_id, gate.is_emergency_only)
        for key, gate in parts[1].items()
    )


def _plan_posts(deployment: DeploymentPart) -> tuple[PlanPost, ...]:
    """Return the posts while the match is on, with how far they are manned."""
    return tuple(
        PlanPost(
            post.id,
            post.code,
            post.sector_id,
            post.gate_id,
            post_state(post.needed, post.assigned),
        )
        for post in deployment.posts
        if post.phase is PLAN_PHASE
    )
