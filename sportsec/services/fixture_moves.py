"""Moving a match: the history of its kick-off, and the plan that moves with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from sportsec.domain.calendar_moves import check_may_move, plan_after_move
from sportsec.domain.drafts import seen_at
from sportsec.domain.errors import StaleWrite
from sportsec.domain.fixture_rules import check_move, leaves_what_is_known
from sportsec.domain.fixtures import (
    FixtureDraft,
    FixtureStatus,
    KickOffStatus,
    MoveDraft,
)
from sportsec.domain.identity import new_id
from sportsec.domain.kick_off import local_day
from sportsec.domain.life_cycle import OVER, check_status
from sportsec.domain.problems import Problem
from sportsec.queries.clock import local_day as today
from sportsec.queries.fixtures import (
    fixture_draft,
    fixture_problems,
    frozen_problems,
)
from sportsec.queries.kept_days import kept_after_move
from sportsec.queries.order_texts import order_problems
from sportsec.queries.risk_categories import categories_in_force
from sportsec.queries.task_list import TaskRow, task_list
from sportsec.services.plan_moves import shift_plan
from sportsec.services.rules import refuse_blocking
from sportsec.store.tables.deployment import Detachment, FixturePhase
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move took along, and what it left behind.

    Args:
        was, now: The kick-off, where both are known.
        phases, arrivals: How many moved with it.
        tasks: How many open tasks fall due on another day.
        passed: Those whose new day has passed by the move.
        meetings: How many are planned and stay where they were.
        promises: Open ones whose due day stays as it was.
        is_rated: Whether a category was decided before.
        is_ordered: Whether the order was approved before.
        texts: What the texts of the order still say of before.
    """

    was: datetime | None = None
    now: datetime | None = None
    phases: int = 0
    arrivals: int = 0
    tasks: int = 0
    passed: tuple[TaskRow, ...] = ()
    meetings: int = 0
    promises: tuple[UUID, ...] = ()
    is_rated: bool = False
    is_ordered: bool = False
    texts: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """When and where a match is."""

    day: date | None
    at: datetime | None
    venue_id: UUID | None

    @classmethod
    def of(cls, match: Fixture | FixtureDraft | MoveDraft) -> Place:
        """Return when and where a match is, or shall be."""
        return cls(match.kick_off_date, match.kick_off_at, match.venue_id)

    def is_first(self, before: Place) -> bool:
        """Whether a stadium only became known: nothing moved."""
        return before.venue_id is None and replace(self, venue_id=None) == before


def move_problems(work: Work, fixture_id: UUID, move: MoveDraft) -> list[Problem]:
    """Say what is wrong with a move: by itself, and for the match as it would be."""
    seen = fixture_draft(work, fixture_id)
    move = _on_its_day(move, seen.kick_off_zone)
    moved = replace(
        seen,
        kick_off_date=move.kick_off_date,
        kick_off_at=move.kick_off_at,
        venue_id=move.venue_id,
        gates_open_at=None,
        away_sector_id=seen.away_sector_id if move.venue_id == seen.venue_id else None,
    )
    own = ("kick_off_date", "kick_off_at", "venue_id", "season_id")
    others = fixture_problems(work, moved, fixture_id)
    return [
        *_forbidden(work, fixture_id),
        *check_move(move, seen),
        *(each for each in others if each.field in own),
    ]


def may_move_problems(work: Work, fixture_id: UUID) -> list[Problem]:
    """Say what forbids moving a match wherever to: its status, its plan, its season."""
    match = work.get(Fixture, fixture_id)
    return [
        *check_may_move(match.status, match.plan_status),
        *frozen_problems(work, fixture_id),
    ]


def reschedule_fixture(
    work: Work, fixture_id: UUID, move: MoveDraft, *, seen: FixtureDraft
) -> Moved:
    """Move a match to another day, hour or venue; the reason enters its history.

    Phases, arrivals of detachments and the opening of the gates keep their distance
    from the kick-off. A postponed match is in the calendar again. What another cell
    moved meanwhile stays beside it, as a conflict to decide; the plan follows us.

    Args:
        seen: The match as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody moved it meanwhile, and it is not known when it was shown.
        Invalid: A rule is broken.
    """
    fixture = work.get(Fixture, fixture_id)
    before, plan = Place.of(fixture), fixture.plan_status
    position = seen_at(seen)
    if position is not None and position < work.position:
        work.saw(fixture_id, position)
        move = _where_untouched(move, seen, fixture)
    elif before != Place.of(seen):
        raise StaleWrite("fixture", fixture_id, ["kick_off_at", "venue_id"])
    refuse_blocking(move_problems(work, fixture_id, move))
    _return_to_calendar(work, fixture, move)
    move = _on_its_day(move, fixture.kick_off_zone)
    fixture.kick_off_date = move.kick_off_date or fixture.kick_off_date
    fixture.kick_off_at = move.kick_off_at
    fixture.kick_off_status = _sureness(move, seen)
    if move.venue_id != fixture.venue_id:
        if fixture.venue_id is not None:
            fixture.relocation_reason = move.reason
        fixture.venue_id = move.venue_id
    follow_move(work, fixture, before, reason=move.reason, source=move.source)
    work.session.flush()
    is_ordered = fixture.plan_status is not plan
    return replace(_moved(work, fixture, before), is_ordered=is_ordered)


def _moved(work: Work, fixture: Fixture, before: Place) -> Moved:
    """Say what went along; without both hours only the tasks did."""
    was, now = before.day or fixture.kick_off_date, fixture.kick_off_date
    kept = kept_after_move(work, fixture.id, was, now)
    found = Moved(
        meetings=kept.meetings,
        promises=kept.promises,
        is_rated=bool(categories_in_force(work, [fixture.id])),
        texts=tuple(order_problems(work, fixture.id)),
    )
    if before.day is not None and before.day != fixture.kick_off_date:
        tasks = task_list(work, fixture.id)
        passed = tasks.passed_since(before.day)
        found = replace(found, tasks=len(tasks.dated), passed=passed)
    if before.at is None or fixture.kick_off_at in {None, before.at}:
        return found

    def count(
        part: type[FixturePhase | Detachment], *known: ColumnElement[bool]
    ) -> int:
        own = (part.fixture_id == fixture.id, part.deleted_at.is_(None))
        query = select(func.count()).select_from(part).where(*own, *known)
        return work.session.scalar(query) or 0

    return replace(
        found,
        was=before.at,
        now=fixture.kick_off_at,
        phases=count(FixturePhase),
        arrivals=count(Detachment, Detachment.arrives_at.is_not(None)),
    )


def follow_move(
    work: Work,
    fixture: Fixture,
    before: Place,
    *,
    reason: str = "",
    source: str = "",
    gates_moved: datetime | None = None,
    plan_set: bool = False,
) -> None:
    """Write the history of a match that was moved, and move its plan with it.

    What was approved for another day, hour or stadium is to be approved anew.

    Args:
        before: When and where it was.
        gates_moved: When the gates open by the officer's own word; else they follow.
        plan_set: Whether the officer said with the move how far the planning has come.
    """
    after = Place.of(fixture)
    if before == after:
        return
    if before.venue_id != after.venue_id:
        fixture.away_sector_id = None  # it lies in the other stadium
    if before.at is not None and after.at is not None:
        delta = after.at - before.at
        if fixture.gates_open_at is not None and gates_moved is None:
            fixture.gates_open_at += delta
        shift_plan(work, fixture.id, delta)
    if after.is_first(before):
        return
    if not plan_set:
        fixture.plan_status = plan_after_move(fixture.plan_status)
    work.add(
        KickOffChange(
            id=new_id(),
            fixture_id=fixture.id,
            changed_at=work.now,
            from_date=before.day,
            from_at=before.at,
            from_venue_id=before.venue_id,
            to_date=after.day,
            to_at=after.at,
            to_venue_id=after.venue_id,
            reason=reason,
            source=source,
        )
    )


def _sureness(move: MoveDraft, seen: FixtureDraft) -> KickOffStatus:
    if not move.is_confirmed:
        return KickOffStatus.PROVISIONAL
    if leaves_what_is_known(move, seen):
        return KickOffStatus.CHANGED
    return KickOffStatus.CONFIRMED


def _where_untouched(
    move: MoveDraft, seen: FixtureDraft, fixture: Fixture
) -> MoveDraft:
    """Leave as it is now what the officer left as it was shown."""
    day = move.kick_off_date or seen.kick_off_date
    is_same_hour = move.kick_off_at == seen.kick_off_at
    if is_same_hour and (move.kick_off_at is not None or day == seen.kick_off_date):
        move = replace(
            move,
            kick_off_date=fixture.kick_off_date,
            kick_off_at=fixture.kick_off_at,
        )
    if move.venue_id == seen.venue_id:
        move = replace(move, venue_id=fixture.venue_id)
    return move


def _forbidden(work: Work, fixture_id: UUID) -> list[Problem]:
    """Say whether the plan forbids it; a match that is over may return by a reason."""
    match = work.get(Fixture, fixture_id)
    found = check_may_move(match.status, match.plan_status)
    return found if match.status not in OVER else []


def _return_to_calendar(work: Work, fixture: Fixture, move: MoveDraft) -> None:
    """Let a match that was postponed or is over be played on the new day."""
    wanted = FixtureStatus.SCHEDULED
    if fixture.status in {wanted, FixtureStatus.CONFIRMED}:
        return
    problems = check_status(
        fixture.status,
        wanted,
        remark=move.reason,
        day=fixture.kick_off_date,
        today=today(work),
    )
    refuse_blocking(problems)
    fixture.status, fixture.status_remark = wanted, ""


def _on_its_day(move: MoveDraft, zone: str) -> MoveDraft:
    if move.kick_off_at is None:
        return move
    return replace(move, kick_off_date=local_day(move.kick_off_at, zone))
