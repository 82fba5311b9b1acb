"""Acts on matches: plan, revise, estimate, delete, bring back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import NotFound
from sportsec.domain.estimate_rules import check_estimate
from sportsec.domain.fixture_rules import newly_wrong
from sportsec.domain.fixtures import EstimateDraft, FixtureDraft
from sportsec.domain.identity import new_id
from sportsec.domain.kick_off import on_its_day
from sportsec.domain.problems import Problem
from sportsec.domain.sides import Sides, are_exchanged
from sportsec.queries.clock import local_day
from sportsec.queries.fixtures import (
    fixture_draft,
    fixture_facts,
    fixture_problems,
)
from sportsec.services.drafts import apply_draft
from sportsec.services.fixture_moves import Place, follow_move
from sportsec.services.ref_numbers import ref_numbers
from sportsec.services.rules import refuse_blocking
from sportsec.services.sides import follow_exchange
from sportsec.store.base import Record
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.deployment import (
    Assignment,
    Detachment,
    FixturePhase,
    Post,
)
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange
from sportsec.store.tables.liaison import (
    Commitment,
    LiaisonEntry,
    Meeting,
    Participant,
)
from sportsec.store.tables.risk import RiskAssessment, RiskItem
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work

#: What belongs to a match and goes with it.
_PARTS = (
    *(Estimate, KickOffChange, RiskAssessment, FixturePhase, Detachment, Post),
    *(MatchTask, AnimationRequest, LiaisonEntry, Meeting, Commitment),
)


def plan_fixture(work: Work, draft: FixtureDraft) -> UUID:
    """Put a match into the calendar and return its id; it gets its number.

    Raises:
        Invalid: A rule is broken.
    """
    draft = on_its_day(draft)
    refuse_blocking(fixture_problems(work, draft))
    day = draft.kick_off_date or local_day(work)
    numbers = ref_numbers(work, draft.season_id, day)
    fixture = work.add(Fixture(id=new_id(), ref_no=next(numbers)))
    apply_draft(fixture, draft)
    return fixture.id


def revise_fixture(
    work: Work, fixture_id: UUID, draft: FixtureDraft, *, seen: FixtureDraft
) -> None:
    """Write what the officer changed.

    A kick-off or venue changed here is a move too: it enters the history, and the
    plan moves with it (see `reschedule_fixture`). Home and away exchanged here take
    along what hangs on the sides, as in a programme.

    Args:
        seen: The match as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: The revision breaks a rule.
    """
    fixture = work.get(Fixture, fixture_id)
    draft = on_its_day(draft)
    known = fixture_problems(work, seen, fixture_id)
    found = fixture_problems(work, draft, fixture_id)
    refuse_blocking(newly_wrong(found, known))
    before, sides = Place.of(fixture), _sides(fixture)
    apply_draft(fixture, draft, seen)
    if are_exchanged(sides, _sides(fixture)):
        follow_exchange(work, fixture, sides)
    follow_move(
        *(work, fixture, before),
        gates_moved=draft.gates_open_at,
        plan_set=draft.plan_status is not seen.plan_status,
    )


def estimate_problems(
    work: Work, fixture_id: UUID, draft: EstimateDraft
) -> list[Problem]:
    """Say what is wrong with an estimate of the public of a match."""
    match = fixture_draft(work, fixture_id)
    return check_estimate(draft, match, fixture_facts(work, match), local_day(work))


def add_estimate(work: Work, fixture_id: UUID, draft: EstimateDraft) -> UUID:
    """Add an estimate; earlier ones of the same kind stay as its history.

    Raises:
        NotFound: The match was deleted.
        Invalid: A rule is broken.
    """
    fixture = work.get(Fixture, fixture_id)
    refuse_blocking(estimate_problems(work, fixture_id, draft))
    if draft.estimated_on is None:
        draft = replace(draft, estimated_on=local_day(work))
    estimate = work.add(Estimate(id=new_id(), fixture_id=fixture.id))
    apply_draft(estimate, draft)
    return estimate.id


def delete_estimate(work: Work, estimate_id: UUID) -> None:
    """Delete an estimate that was entered by mistake."""
    work.delete(work.get(Estimate, estimate_id))


def delete_fixture(work: Work, fixture_id: UUID) -> None:
    """Delete a match with its estimates, ratings and plan.

    Raises:
        NotFound: It was deleted already.
    """
    fixture = work.get(Fixture, fixture_id)
    for part in (fixture, *_parts_of(work, fixture_id)):
        if part.deleted_at is None:
            work.delete(part)


def restore_fixture(work: Work, fixture_id: UUID) -> None:
    """Bring a deleted match back, with all that went with it.

    Raises:
        NotFound: There never was such a match.
    """
    fixture = work.session.get(Fixture, fixture_id)
    if fixture is None:
        raise NotFound("fixture", fixture_id)
    deleted_at, fixture.deleted_at = fixture.deleted_at, None
    for part in _parts_of(work, fixture_id):
        if deleted_at is not None and part.deleted_at == deleted_at:
            part.deleted_at = None


def _sides(fixture: Fixture) -> Sides:
    return fixture.home_club_id, fixture.away_club_id


def _parts_of(work: Work, fixture_id: UUID) -> Iterator[Record]:
    for part in _PARTS:
        query = select(part).where(part.fixture_id == fixture_id)
        yield from work.session.scalars(query)
    rated = select(RiskAssessment.id).where(RiskAssessment.fixture_id == fixture_id)
    items = select(RiskItem).where(RiskItem.assessment_id.in_(rated))
    yield from work.session.scalars(items)
    sent = select(Detachment.id).where(Detachment.fixture_id == fixture_id)
    placed = select(Assignment).where(Assignment.detachment_id.in_(sent))
    yield from work.session.scalars(placed)
    met = select(Meeting.id).where(Meeting.fixture_id == fixture_id)
    came = select(Participant).where(Participant.meeting_id.in_(met))
    yield from work.session.scalars(came)
