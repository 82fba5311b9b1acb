"""Which tasks of a match the record itself shows as done, or as not needed (§8.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sportsec.domain.away import WITHOUT_AWAY, keeps_away_out
from sportsec.domain.fixtures import AttendanceRegime, PlanStatus, TravelRegime
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.risk import RiskCategory
from sportsec.domain.task_list import Noted, TaskState, TaskStep

#: From this category on a match is prepared in consultation with clubs and groups.
CONSULTED_FROM = RiskCategory.HIGH
_PLANS = tuple(PlanStatus)


class Spared(StrEnum):
    """Why a match does not need a task."""

    NO_AWAY_PUBLIC = "no_away_public"
    NO_PUBLIC = "no_public"
    NO_HIGH_RISK = "no_high_risk"
    NO_REQUEST = "no_request"
    NOTHING_TO_CHECK = "nothing_to_check"
    NOTHING_BINDING = "nothing_binding"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the record shows of a match, as far as it speaks of tasks.

    Args:
        category: In force; None while nobody rated the match.
        is_rated: Whether any rating by the police was decided before the match.
        is_finally_rated: Whether a final one, or of the day, was, and still holds.
        is_outrun: Whether new figures of the public contradict the rating in force.
        has_tickets: Whether the tickets sold are known of both sides.
        has_route: Whether it is known where or how the away public arrives.
        met: Kinds of meetings about this match that were held.
        requests: For tifos and the like, without those withdrawn.
        pending: How many of them nobody answered.
        allowed: How many may be brought.
        unchecked: How many of those nobody looked at when they were put up.
        posts: Planned, over all phases.
        short: How many of them lack officers.
        binding: Promises and decisions about this match.
        unkept: How many of them, due by the day of the match, are open.
    """

    plan: PlanStatus = PlanStatus.TO_OPEN
    travel: TravelRegime = TravelRegime.ALLOWED
    public: AttendanceRegime = AttendanceRegime.OPEN
    category: RiskCategory | None = None
    is_rated: bool = False
    is_finally_rated: bool = False
    is_outrun: bool = False
    has_allocation: bool = False
    has_tickets: bool = False
    has_route: bool = False
    met: frozenset[MeetingKind] = frozenset()
    requests: int = 0
    pending: int = 0
    allowed: int = 0
    unchecked: int = 0
    posts: int = 0
    short: int = 0
    binding: int = 0
    unkept: int = 0

    @property
    def stays_away(self) -> bool:
        """Whether no away public may come."""
        return keeps_away_out(self.travel, self.public)

    def is_planned_to(self, stage: PlanStatus) -> bool:
        """Say whether the planning has come so far."""
        return _PLANS.index(self.plan) >= _PLANS.index(stage)

    def has_met(self, *kinds: MeetingKind) -> bool:
        """Say whether a meeting of one of these kinds was held."""
        return not self.met.isdisjoint(kinds)


_Asked = Callable[[Seen], bool]


def _all_done(there: int, open_ones: int) -> bool:
    return there > 0 and not open_ones


def _is_closed(seen: Seen) -> bool:
    return seen.plan is PlanStatus.CLOSED


def _is_finally_rated(seen: Seen) -> bool:
    return seen.is_finally_rated and not seen.is_outrun


def _is_below_consultation(seen: Seen) -> bool:
    return seen.category is None or seen.category < CONSULTED_FROM


def _is_without_public(seen: Seen) -> bool:
    return seen.public is AttendanceRegime.BEHIND_CLOSED_DOORS


#: What shows that a task is done. Those that are missing only an officer can tick.
_DONE: dict[TaskStep, _Asked] = {
    TaskStep.OPEN_FILE: lambda seen: seen.is_planned_to(PlanStatus.INFORMATION),
    TaskStep.ALLOCATION: lambda seen: seen.has_allocation,
    TaskStep.FIRST_RATING: lambda seen: seen.is_rated,
    TaskStep.COMMISSION: lambda seen: seen.has_met(
        MeetingKind.LOCAL_COMMISSION, MeetingKind.MIXED_COMMITTEE
    ),
    TaskStep.TRAVEL_DECISION: lambda seen: seen.travel is not TravelRegime.ALLOWED,
    TaskStep.SUPPORTERS_MEETING: lambda seen: seen.has_met(MeetingKind.SUPPORTERS),
    TaskStep.TICKETS_AND_ROUTE: lambda seen: seen.has_tickets and seen.has_route,
    TaskStep.ANIMATIONS_DECIDED: lambda seen: _all_done(seen.requests, seen.pending),
    TaskStep.DETACHMENTS: lambda seen: _all_done(seen.posts, seen.short),
    TaskStep.FINAL_RATING: _is_finally_rated,
    TaskStep.ORDER_APPROVED: lambda seen: seen.is_planned_to(PlanStatus.ORDERED),
    TaskStep.TECHNICAL_MEETING: lambda seen: seen.has_met(
        MeetingKind.TECHNICAL, MeetingKind.MD_1
    ),
    TaskStep.ANIMATION_CHECK: lambda seen: _all_done(seen.allowed, seen.unchecked),
    TaskStep.CHIEFS_BRIEFED: lambda seen: seen.is_planned_to(PlanStatus.BRIEFED),
    TaskStep.NOTHING_OPEN: lambda seen: _all_done(seen.binding, seen.unkept),
    TaskStep.HOT_REPORT: _is_closed,
    TaskStep.FULL_REPORT: _is_closed,
}
#: What shows that a task is not needed, and why; the first that holds is said.
_SPARED: dict[TaskStep, tuple[tuple[_Asked, Spared], ...]] = {
    **dict.fromkeys(
        (
            *(TaskStep.AWAY_INFORMATION, TaskStep.ALLOCATION),
            TaskStep.TICKETS_AND_ROUTE,
        ),
        ((lambda seen: seen.stays_away, Spared.NO_AWAY_PUBLIC),),
    ),
    TaskStep.TRAVEL_DECISION: (
        (lambda seen: seen.public in WITHOUT_AWAY, Spared.NO_AWAY_PUBLIC),
    ),
    TaskStep.CONSULTATION: ((_is_below_consultation, Spared.NO_HIGH_RISK),),
    TaskStep.ANIMATIONS_DECIDED: (
        (lambda seen: not seen.requests and _is_without_public(seen), Spared.NO_PUBLIC),
        (lambda seen: not seen.requests, Spared.NO_REQUEST),
    ),
    TaskStep.ANIMATION_CHECK: (
        (lambda seen: not seen.allowed and _is_without_public(seen), Spared.NO_PUBLIC),
        (lambda seen: not seen.allowed, Spared.NOTHING_TO_CHECK),
    ),
    TaskStep.NOTHING_OPEN: ((lambda seen: not seen.binding, Spared.NOTHING_BINDING),),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a task has come, and who says so.

    Args:
        is_seen: The record shows it; nobody had to tick it.
        why: Why it is not needed; None where an officer said so, or it is needed.
    """

    state: TaskState = TaskState.OPEN
    is_seen: bool = False
    why: Spared | None = None


def awaited(step: TaskStep | None, seen: Seen) -> int:
    """Return how many requests wait for the answer that a task is about.

    Said also of a task that an officer ticked: another request may have come in since.
    """
    return seen.pending if step is TaskStep.ANIMATIONS_DECIDED else 0


def is_outrun(step: TaskStep | None, seen: Seen) -> bool:
    """Say whether new figures speak against the rating that a task is about.

    Said also of a task that an officer ticked: they may have come in since.
    """
    return step is TaskStep.FINAL_RATING and seen.is_outrun


def standing(step: TaskStep | None, noted: Noted | None, seen: Seen) -> Standing:
    """Return how far a task has come.

    What an officer said comes first. What the record shows needs no tick, and holds
    only as long as the record shows it.

    Args:
        step: None for a task of the officer's own, which only he can close.
        noted: The row of it that counts; None while nobody touched it.
    """
    if noted is not None and noted.is_closed:
        return Standing(noted.state)
    if step is None:
        return Standing()
    if step in _DONE and _DONE[step](seen):
        return Standing(TaskState.DONE, is_seen=True)
    for holds, why in _SPARED.get(step, ()):
        if holds(seen):
            return Standing(TaskState.NOT_NEEDED, is_seen=True, why=why)
    return Standing()
