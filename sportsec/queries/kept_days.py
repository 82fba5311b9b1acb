"""What keeps its own day when a match moves, is postponed or cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from sportsec.domain.commitments import CommitmentState, may_go_along
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.meetings import MeetingStatus
from sportsec.domain.task_times import CALLED_OFF
from sportsec.queries.clock import local_day
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class KeptDays:
    """What was agreed with others for days of its own, and still stands.

    Args:
        promises: Open promises and decisions, by due day.
        meetings: How many are planned: others have promised to come to them.
    """

    promises: tuple[UUID, ...] = ()
    meetings: int = 0


def kept_days(work: Work, fixture_id: UUID) -> KeptDays:
    """Return what was agreed for a match that has no day any more."""
    return KeptDays(tuple(open_due_days(work, fixture_id)), _meetings(work, fixture_id))


def kept_if_off(work: Work, fixture_id: UUID) -> tuple[FixtureStatus | None, KeptDays]:
    """Return the status of a match, and what was agreed for it if it is called off."""
    status = work.session.scalar(select(Fixture.status).where(Fixture.id == fixture_id))
    if status not in CALLED_OFF:
        return status, KeptDays()
    return status, kept_days(work, fixture_id)


def kept_after_move(work: Work, fixture_id: UUID, was: date, now: date) -> KeptDays:
    """Return what keeps its day though its match moved.

    Of promises and decisions those that could follow it: they are offered to be moved
    along (`left_behind.old_days`). Of one that keeps its day, or is over, none could.

    Args:
        was, now: The day of the match.
    """
    today = local_day(work)
    days = open_due_days(work, fixture_id) if now >= today else {}
    follow = (key for key, day in days.items() if may_go_along(day, was, now, today))
    return KeptDays(tuple(follow), _meetings(work, fixture_id))


def open_due_days(work: Work, fixture_id: UUID) -> dict[UUID, date]:
    """Return when each open promise or decision about a match falls due."""
    own = Commitment
    query = (
        select(own.id, own.due_on)
        .where(
            own.fixture_id == fixture_id,
            own.state == CommitmentState.OPEN,
            own.due_on.is_not(None),
            own.deleted_at.is_(None),
        )
        .order_by(own.due_on, own.id)
    )
    return {key: day for key, day in work.session.execute(query) if day is not None}


# ---- inside


def _meetings(work: Work, fixture_id: UUID) -> int:
    query = select(func.count()).where(
        Meeting.fixture_id == fixture_id,
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.deleted_at.is_(None),
    )
    return work.session.scalar(query) or 0
