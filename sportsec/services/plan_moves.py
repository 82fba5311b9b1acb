"""What was planned to the hour of a match moves with its kick-off."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.kick_off import local_day, local_hour, local_moment
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.deployment import Detachment, FixturePhase
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: Tables of what is planned to the hour of a match.
PLANNED = (FixturePhase, Detachment, AnimationRequest)


def shift_plan(work: Work, fixture_id: UUID, delta: timedelta) -> None:
    """Move phases, arrivals and the putting up of tifos by as much as the kick-off.

    A phase of whole days, such as the preparation, goes on being one.
    """
    zone = work.get(Fixture, fixture_id).kick_off_zone
    phases = select(FixturePhase).where(FixturePhase.fixture_id == fixture_id)
    for phase in work.session.scalars(phases):
        edges = (phase.starts_at, phase.ends_at)
        if all(at is not None and _is_midnight(at, zone) for at in edges):
            phase.starts_at, phase.ends_at = (_days_on(at, delta, zone) for at in edges)
        else:
            phase.starts_at, phase.ends_at = (_shifted(at, delta) for at in edges)
    sent = select(Detachment).where(Detachment.fixture_id == fixture_id)
    for detachment in work.session.scalars(sent):
        detachment.arrives_at = _shifted(detachment.arrives_at, delta)
        detachment.leaves_at = _shifted(detachment.leaves_at, delta)
    asked = select(AnimationRequest).where(AnimationRequest.fixture_id == fixture_id)
    for request in work.session.scalars(asked):
        request.installs_at = _shifted(request.installs_at, delta)


def _shifted(moment: datetime | None, delta: timedelta) -> datetime | None:
    return None if moment is None else moment + delta


def _is_midnight(moment: datetime, zone: str) -> bool:
    return local_hour(moment, zone) == time()


def _days_on(moment: datetime | None, delta: timedelta, zone: str) -> datetime | None:
    """Return the midnight that is as many whole days on, to the nearest."""
    if moment is None:
        return None
    days = timedelta(days=round(delta / timedelta(days=1)))
    return local_moment(local_day(moment, zone) + days, time(), zone)
