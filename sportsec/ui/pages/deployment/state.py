"""What the deployment tab shows of a plan; plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from sportsec.domain.deployment import Phase, Service
from sportsec.domain.deployment_checks import Flaw, check_plan
from sportsec.domain.deployment_plan import (
    DetachmentLine,
    PhaseTotal,
    Plan,
    PostLine,
)
from sportsec.domain.folding import fold
from sportsec.domain.phases import Window, departs_early
from sportsec.domain.problems import Level
from sportsec.domain.stadium import PlanPost, PostState, StadiumPlan
from sportsec.domain.stadium_drawing import draw_stadium

#: Level of a post's state, for badges.
STATE_LEVELS = {
    PostState.FULL: "ok",
    PostState.SHORT: "warn",
    PostState.EMPTY: "block",
}


@dataclass(frozen=True, slots=True)
class OnPost:
    """Officers of one detachment on a post."""

    detachment: DetachmentLine
    headcount: int


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post of the list."""

    id: UUID
    line: PostLine
    on_post: int
    short: int
    state: PostState
    who: tuple[OnPost, ...]

    @property
    def level(self) -> str:
        """Level of its manning: too many is no success, they lack elsewhere."""
        needed = self.line.draft.headcount_needed
        if needed is not None and self.on_post > needed:
            return "warn"
        return STATE_LEVELS[self.state]


@dataclass(frozen=True, slots=True)
class DetachmentRow:
    """A detachment of the list.

    Args:
        used: Officers on posts in the phase on view.
        free: Officers on none; negative when too many are assigned.
        level: Of its gravest problem; empty without one.
    """

    id: UUID
    line: DetachmentLine
    used: int
    free: int
    level: str


@dataclass(frozen=True, slots=True)
class PhaseState:
    """A phase of the bar.

    Args:
        is_early: Its edge with the departure lies before the final whistle.
    """

    phase: Phase
    window: Window | None
    total: PhaseTotal
    is_empty: bool
    is_early: bool = False


@dataclass(frozen=True, slots=True)
class DeploymentState:
    """Everything the tab shows.

    Args:
        posts: Of the phase and sector on view.
        drawing: The stadium with the posts of the phase.
        corrections, warnings: How many flaws of each kind there are.
    """

    phase: Phase
    sector_id: UUID | None
    phases: tuple[PhaseState, ...]
    posts: tuple[PostRow, ...]
    detachments: tuple[DetachmentRow, ...]
    flaws: tuple[Flaw, ...]
    corrections: int
    warnings: int
    services: Mapping[Service | None, int]
    roll: int
    drawing: StadiumPlan = field(default_factory=lambda: StadiumPlan((), (), ()))


def deployment_state(
    plan: Plan, phase: Phase, sector_id: UUID | None = None
) -> DeploymentState:
    """Decide what the tab says of a plan.

    Args:
        phase: On view.
        sector_id: Only its posts are listed; None lists all.
    """
    flaws = check_plan(plan)
    services = plan.by_service()
    blocking = sum(flaw.problem.level is Level.BLOCK for flaw in flaws)
    posts = [post for post in plan.posts if post.draft.phase is phase]
    return DeploymentState(
        phase=phase,
        sector_id=sector_id,
        phases=tuple(_phase_state(plan, each) for each in Phase),
        posts=tuple(
            _post_row(plan, post)
            for post in posts
            if sector_id is None or post.sector_id == sector_id
        ),
        detachments=_detachment_rows(plan, phase, flaws),
        flaws=tuple(flaws),
        corrections=blocking,
        warnings=len(flaws) - blocking,
        services=services,
        roll=sum(services.values()),
        drawing=draw_stadium(
            [sector.plan for sector in plan.sectors],
            plan.gates,
            [_plan_post(plan, post) for post in posts],
        ),
    )


def first_phase(plan: Plan) -> Phase:
    """Return the phase to open the tab with: the first short one, else with posts."""
    held = [post for post in plan.posts if post.draft.phase is not Phase.P0]
    for post in held:
        if plan.shortage(post):
            return post.draft.phase
    return held[0].draft.phase if held else Phase.P2


def proposed_headcount(plan: Plan, detachment: DetachmentLine, post: PostLine) -> int:
    """Return how many officers to put on a post at first: what it lacks, if there.

    Where it lacks none, or nobody said how many it needs, one: the officer says more.
    """
    free = max(0, plan.free(detachment, post.draft.phase))
    short = plan.shortage(post)
    return max(1, min(free, short))


def available(plan: Plan, post: PostLine) -> list[DetachmentLine]:
    """Return the detachments that are not on a post, those with most free first."""
    on_it = plan.by_post.get(post.id, {})
    phase = post.draft.phase
    others = [line for line in plan.detachments if line.id not in on_it]
    return sorted(others, key=lambda line: -plan.free(line, phase))


def post_row(plan: Plan, post_id: UUID | None) -> PostRow | None:
    """Return a post by its id."""
    found = (post for post in plan.posts if post.id == post_id)
    post = next(found, None)
    return None if post is None else _post_row(plan, post)


def next_phases(plan: Plan, post_ids: Collection[UUID]) -> dict[UUID, Phase]:
    """Return for each post the next phase in which its place is not held yet."""
    held: dict[str, set[Phase]] = {}
    for post in plan.posts:
        held.setdefault(fold(post.draft.code), set()).add(post.draft.phase)
    found: dict[UUID, Phase] = {}
    for post in plan.posts:
        taken = held[fold(post.draft.code)]
        later = [p for p in Phase if p > post.draft.phase and p not in taken]
        if post.id in post_ids and later:
            found[post.id] = later[0]
            taken.add(later[0])
    return found


def with_assignment(
    plan: Plan, detachment_id: UUID, post_id: UUID, headcount: int
) -> Plan:
    """Return the plan as it will be after an assignment, to show it at once."""
    assigned = dict(plan.assigned)
    assigned.pop((detachment_id, post_id), None)
    if headcount:
        assigned[detachment_id, post_id] = headcount
    return replace(plan, assigned=assigned)


def _phase_state(plan: Plan, phase: Phase) -> PhaseState:
    total = plan.total(phase)
    held = any(post.draft.phase is phase for post in plan.posts)
    leaving = plan.windows.get(Phase.P4)
    early = departs_early(plan.kick_off_at, leaving.starts_at if leaving else None)
    return PhaseState(
        phase,
        plan.windows.get(phase),
        total,
        is_empty=not held,
        is_early=early and phase in {Phase.P3, Phase.P4},
    )


def _post_row(plan: Plan, post: PostLine) -> PostRow:
    lines = {line.id: line for line in plan.detachments}
    on_it = plan.by_post.get(post.id, {})
    return PostRow(
        id=post.id,
        line=post,
        on_post=plan.on_post(post),
        short=plan.shortage(post),
        state=plan.state(post),
        who=tuple(OnPost(lines[key], n) for key, n in on_it.items() if key in lines),
    )


def _detachment_rows(
    plan: Plan, phase: Phase, flaws: list[Flaw]
) -> tuple[DetachmentRow, ...]:
    worst: dict[UUID | None, str] = {}
    for flaw in flaws:  # the gravest come first
        if flaw.subject == "detachment":
            worst.setdefault(flaw.record, flaw.problem.level.value)
    return tuple(
        DetachmentRow(
            id=line.id,
            line=line,
            used=plan.load.get((line.id, phase), 0),
            free=plan.free(line, phase),
            level=worst.get(line.id, ""),
        )
        for line in plan.detachments
    )


def _plan_post(plan: Plan, post: PostLine) -> PlanPost:
    return PlanPost(
        id=post.id,
        code=post.draft.code,
        sector_id=post.sector_id,
        gate_id=post.draft.gate_id,
        state=plan.state(post),
    )
