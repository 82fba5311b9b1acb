"""Moving a match in the calendar: what the move is, and what forbids it outright."""

from __future__ import annotations

from datetime import date

from sportsec.domain.fixtures import (
    FixtureDraft,
    FixtureStatus,
    MoveDraft,
    PlanStatus,
)
from sportsec.domain.kick_off import local_hour, local_moment
from sportsec.domain.life_cycle import OVER
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_

#: From here on officers are on the ground, or have been.
_UNDER_WAY = frozenset(
    {PlanStatus.IN_PROGRESS, PlanStatus.DEBRIEFED, PlanStatus.CLOSED}
)
#: What was approved, and told to the chiefs, was another day, hour or place.
_APPROVED = frozenset({PlanStatus.ORDERED, PlanStatus.BRIEFED})


def is_approved(plan: PlanStatus) -> bool:
    """Say whether the order of a match is approved."""
    return plan in _APPROVED | _UNDER_WAY


def plan_after_move(plan: PlanStatus) -> PlanStatus:
    """Return how far the planning has come once the match moved.

    The order is to be approved anew, as the match is to be rated anew.
    """
    return PlanStatus.COORDINATED if plan in _APPROVED else plan


def moved_to(seen: FixtureDraft, day: date) -> MoveDraft:
    """Return the move of a match to another day at the same local hour.

    The hour stays what clocks show, also where they change in between (Ramadan).
    """
    at = seen.kick_off_at
    if at is not None:
        hour = local_hour(at, seen.kick_off_zone)
        at = local_moment(day, hour, seen.kick_off_zone)
    return MoveDraft(day, at, seen.venue_id)


def check_may_move(status: FixtureStatus, plan: PlanStatus) -> list[Problem]:
    """Say what forbids moving a match, whatever the day."""
    if status in OVER:
        text = N_("A match that is “{status}” cannot be moved; put it back first")
        return [Problem("kick_off_date", text, facts={"status": status})]
    if plan in _UNDER_WAY:
        text = N_("The plan is “{plan}”: the day of the match has begun")
        return [Problem("kick_off_date", text, facts={"plan": plan})]
    return []
