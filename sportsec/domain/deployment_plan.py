"""A deployment as a whole: who stands where in which phase, and how many are short."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sportsec.domain.deployment import DetachmentDraft, Phase, PostDraft, Service
from sportsec.domain.phases import Window, Windows, on_the_ground
from sportsec.domain.problems import Problem
from sportsec.domain.stadium import PlanGate, PlanSector, PostState, post_state
from sportsec.domain.words import Words


@dataclass(frozen=True, slots=True)
class DetachmentLine:
    """A detachment with what other records say of it.

    Args:
        strength: Officers the unit has, in persons.
        leader: Name in both scripts, of the contact or as typed.
        rank: Name of the leader's rank.
    """

    id: UUID
    draft: DetachmentDraft
    unit: Words = Words()
    service: Service | None = None
    strength: int | None = None
    leader: Words = Words()
    rank: Words = Words()
    phone: str = ""

    @property
    def title(self) -> Words:
        """Its own name, else that of its unit, else its call sign."""
        sign = self.draft.call_sign
        return self.draft.name or self.unit or Words(sign, sign, sign)

    @property
    def headcount(self) -> int:
        """Officers planned; 0 while not known."""
        return self.draft.headcount or 0


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post in one phase.

    Args:
        sector_id: Its sector, or that of its gate.
        place: Codes of sector and gate, to name the place in any language.
    """

    id: UUID
    draft: PostDraft
    sector_id: UUID | None = None
    sector_code: str = ""
    gate_code: str = ""

    @property
    def needed(self) -> int:
        """Officers needed; 0 while not known."""
        return self.draft.headcount_needed or 0


@dataclass(frozen=True, slots=True)
class SectorLine:
    """A sector of the stadium, named and placed."""

    plan: PlanSector
    name: Words


@dataclass(frozen=True, slots=True)
class Stand:
    """Who is on a post in its phase.

    Args:
        is_inside: The post is at a gate or in a sector.
        crew: Officers by detachment.
    """

    phase: Phase
    is_inside: bool
    crew: Mapping[UUID, int]


#: Of a reserve: the phase with most of it on posts, and how many they are.
Spent = tuple[Phase, int]


def spent_reserves(
    stands: Iterable[Stand], reserves: Collection[UUID]
) -> dict[UUID, Spent]:
    """Return how many of the reserves do the work of a post, and are no reserve then.

    A reserve waits at a point of its own: at no gate, in no sector, and among
    reserves alone. The preparation is over before a reserve is needed.
    """
    found: dict[UUID, Counter[Phase]] = defaultdict(Counter)
    for stand in stands:
        is_waiting = not stand.is_inside and all(key in reserves for key in stand.crew)
        if is_waiting or stand.phase is Phase.P0:
            continue
        for detachment, headcount in stand.crew.items():
            if headcount and detachment in reserves:
                found[detachment][stand.phase] += headcount
    return {key: by_phase.most_common(1)[0] for key, by_phase in found.items()}


@dataclass(frozen=True, slots=True)
class Duty:
    """What a unit or leader does at another match.

    Args:
        window: None while the hours there are not known.
        is_same_day: The calendar says that both matches need the same people.
    """

    fixture_id: UUID
    home: Words
    away: Words
    window: Window | None
    headcount: int
    unit_id: UUID | None = None
    leader_id: UUID | None = None
    is_same_day: bool = False


@dataclass(frozen=True, slots=True)
class PhaseTotal:
    """Officers of one phase, all posts together.

    Args:
        short: Sum of what each post lacks; a post with too many makes up for none.
        free: Officers of all detachments that are on no post.
    """

    needed: int
    assigned: int
    short: int
    free: int


@dataclass(frozen=True)
class Plan:
    """The deployment at one fixture.

    Args:
        windows: As planned, else the default ones; empty without a kick-off.
        stored: Phases whose window the officer has set.
        assigned: Officers by (detachment, post).
        duties: Of the same units and leaders at other matches around this one.
        commander_id: A contact, as the match file names him.
        call_sign: That of the match commander.
        keeps_away_out: Travel or admission of the away public is forbidden.
        order: Where the texts of the order are no longer true.
    """

    fixture_id: UUID
    commander_id: UUID | None = None
    call_sign: str = ""
    kick_off_at: datetime | None = None
    windows: Windows = field(default_factory=dict)
    stored: frozenset[Phase] = frozenset()
    objectives: Mapping[Phase, Words] = field(default_factory=dict)
    detachments: tuple[DetachmentLine, ...] = ()
    posts: tuple[PostLine, ...] = ()
    assigned: Mapping[tuple[UUID, UUID], int] = field(default_factory=dict)
    sectors: tuple[SectorLine, ...] = ()
    gates: tuple[PlanGate, ...] = ()
    duties: tuple[Duty, ...] = ()
    keeps_away_out: bool = False
    order: tuple[Problem, ...] = ()

    @cached_property
    def by_post(self) -> Mapping[UUID, dict[UUID, int]]:
        """Officers on each post, by detachment."""
        found: dict[UUID, dict[UUID, int]] = defaultdict(dict)
        for (detachment, post), headcount in self.assigned.items():
            found[post][detachment] = headcount
        return found

    @cached_property
    def load(self) -> Mapping[tuple[UUID, Phase], int]:
        """Officers of each detachment that are on posts, by phase."""
        phases = {post.id: post.draft.phase for post in self.posts}
        found: dict[tuple[UUID, Phase], int] = defaultdict(int)
        for (detachment, post), headcount in self.assigned.items():
            if post in phases:
                found[detachment, phases[post]] += headcount
        return found

    @cached_property
    def spent(self) -> Mapping[UUID, Spent]:
        """Of each reserve of which officers hold a post: when most do, how many."""
        stands = (
            Stand(
                post.draft.phase,
                is_inside=bool(post.draft.sector_id or post.draft.gate_id),
                crew=self.by_post.get(post.id, {}),
            )
            for post in self.posts
        )
        reserves = {line.id for line in self.detachments if line.draft.is_reserve}
        return spent_reserves(stands, reserves)

    def on_post(self, post: PostLine) -> int:
        """Return how many officers a post has."""
        return sum(self.by_post.get(post.id, {}).values())

    def shortage(self, post: PostLine) -> int:
        """Return how many officers a post lacks; never below zero."""
        return max(0, post.needed - self.on_post(post))

    def surplus(self, post: PostLine) -> int:
        """Return how many officers a post has too many; none where nobody said."""
        if post.draft.headcount_needed is None:
            return 0
        return max(0, self.on_post(post) - post.needed)

    def state(self, post: PostLine) -> PostState:
        """Return how far a post is manned."""
        return post_state(post.draft.headcount_needed, self.on_post(post))

    def free(self, detachment: DetachmentLine, phase: Phase) -> int:
        """Return how many of a detachment are on no post; negative if too many are."""
        return detachment.headcount - self.load.get((detachment.id, phase), 0)

    def total(self, phase: Phase) -> PhaseTotal:
        """Add up a phase."""
        posts = [post for post in self.posts if post.draft.phase is phase]
        return PhaseTotal(
            needed=sum(post.needed for post in posts),
            assigned=sum(self.on_post(post) for post in posts),
            short=sum(self.shortage(post) for post in posts),
            free=sum(max(0, self.free(each, phase)) for each in self.detachments),
        )

    def by_service(self) -> dict[Service | None, int]:
        """Add up the headcounts of each service, the largest first."""
        found: dict[Service | None, int] = defaultdict(int)
        for each in self.detachments:
            found[each.service] += each.headcount
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    def duty_window(self, detachment: DetachmentLine) -> Window | None:
        """Return when a detachment is on duty here.

        Its own times count; where one is missing, that of the phases of its posts,
        else of the whole deployment. None while nothing is known.
        """
        draft = detachment.draft
        phases = {
            post.draft.phase
            for post in self.posts
            if detachment.id in self.by_post.get(post.id, {})
        }
        span = on_the_ground(
            {phase: w for phase, w in self.windows.items() if phase in phases}
        ) or on_the_ground(self.windows)
        starts_at = draft.arrives_at or (span.starts_at if span else None)
        ends_at = draft.leaves_at or (span.ends_at if span else None)
        if starts_at is None or ends_at is None or ends_at <= starts_at:
            return None
        return Window(starts_at, ends_at)
