"""What in the texts of an order is no longer what its plan says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.deployment_plan import Plan
from sportsec.domain.kick_off import match_times
from sportsec.domain.order_texts import OrderPlan, OrderText, PlanHour, check_order
from sportsec.domain.phases import on_the_ground
from sportsec.domain.problems import Problem
from sportsec.queries.confirmed_texts import not_confirmed
from sportsec.queries.deployment import deployment_plan, opening_of, planned_windows
from sportsec.queries.former_figures import former_figures
from sportsec.queries.risk_categories import categories_in_force
from sportsec.queries.risk_record import latest_estimates
from sportsec.store.tables.deployment import Detachment
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work


def checked_plan(work: Work, fixture_id: UUID) -> Plan:
    """Return the deployment of a match with what its texts say against it.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    plan = deployment_plan(work, fixture_id)
    return replace(plan, order=tuple(order_problems(work, fixture_id)))


def order_problems(work: Work, fixture_id: UUID) -> list[Problem]:
    """Say where the texts of an order are no longer true.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    texts = {which: getattr(fixture, which.value) for which in OrderText}
    if not any(texts.values()):
        return []
    found = check_order(texts, order_plan(work, fixture))
    return not_confirmed(work, fixture, found)


def order_plan(work: Work, fixture: Fixture) -> OrderPlan:
    """Return what the plan says that the texts of the order may say, too."""
    rated = categories_in_force(work, [fixture.id]).get(fixture.id)
    scopes = rated.scopes if rated else None
    public = latest_estimates(work, fixture.id)
    plan = OrderPlan(
        categories=(scopes.inside, scopes.outside, scopes.travel) if scopes else (),
        overall=rated.overall if rated else None,
        public=public,
        former=former_figures(work, fixture, public),
        zone=fixture.kick_off_zone,
    )
    if fixture.kick_off_at is None:
        return plan
    opening = opening_of(work, fixture)
    times = match_times(fixture.kick_off_at, opening)
    hours = {
        PlanHour.KICK_OFF: times.kick_off,
        PlanHour.HALF_TIME: times.half_time,
        PlanHour.SECOND_HALF: times.second_half,
        PlanHour.WHISTLE: times.final_whistle,
    }
    if times.gates is not None:
        hours[PlanHour.GATES] = times.gates
    windows = planned_windows(work, fixture, opening)
    edges = {at for each in windows.values() for at in (each.starts_at, each.ends_at)}
    return replace(
        plan,
        hours=hours,
        others=edges | _duties(work, fixture),
        held=on_the_ground(windows),
        left=_left(work, fixture),
    )


def _duties(work: Work, fixture: Fixture) -> set[datetime]:
    query = select(Detachment.arrives_at, Detachment.leaves_at).where(
        Detachment.fixture_id == fixture.id, Detachment.deleted_at.is_(None)
    )
    rows = work.session.execute(query)
    return {at for row in rows for at in row if at is not None}


def _left(work: Work, fixture: Fixture) -> tuple[datetime, ...]:
    """Return the kick-offs that the match left behind, the latest first."""
    query = (
        select(KickOffChange.from_at)
        .where(
            KickOffChange.fixture_id == fixture.id,
            KickOffChange.deleted_at.is_(None),
            KickOffChange.from_at.is_not(None),
        )
        .order_by(KickOffChange.changed_at.desc(), KickOffChange.id.desc())
    )
    return tuple(at for at in work.session.scalars(query) if at is not None)
