"""What a briefing is made of: frozen rows, words in every language, no layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sportsec.domain.deployment import Function, Phase, Service
from sportsec.domain.deployment_plan import Spent
from sportsec.domain.fixtures import (
    AttendanceRegime,
    Confidence,
    EstimateKind,
    FixtureStatus,
    OutcomeCode,
    RegimeAuthority,
    Stake,
    TravelRegime,
)
from sportsec.domain.groups import Behaviour, GroupKind, RelationKind
from sportsec.domain.people import ContactRole
from sportsec.domain.venues import SectorUse
from sportsec.domain.words import Words


@dataclass(frozen=True, slots=True)
class Person:
    """A person as papers name one: rank code, name in both scripts, phone in E.164.

    Args:
        body: Where the person serves, by its own record; empty where it does not say.
    """

    name_ar: str = ""
    name_latin: str = ""
    rank: Words = Words()
    phone: str = ""
    body: Words = Words()

    def __bool__(self) -> bool:
        return bool(self.name_ar or self.name_latin)


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """The latest estimate of one kind, in persons."""

    kind: EstimateKind
    persons: int
    source: str
    estimated_on: date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class MatchRow:
    """The facts of the match itself."""

    id: UUID
    ref_no: str
    version: int
    competition: Words
    season: str
    round: str
    home: Words
    away: Words
    venue: Words
    city: Words
    kick_off_date: date
    kick_off_at: datetime | None
    status: FixtureStatus
    regime: AttendanceRegime
    regime_authority: RegimeAuthority | None
    regime_reference: str
    regime_date: date | None
    travel_regime: TravelRegime
    capacity_allowed: int | None
    tickets_printed: int | None
    tickets_sold_home: int | None
    tickets_sold_away: int | None
    away_allocation: int | None
    away_quota_percent: float | None
    travelling_stewards: int | None
    away_sector_id: UUID | None
    away_station: str
    away_route: str
    stakes: tuple[Stake, ...]
    concurrent_events: Words
    weather: Words
    commander: Person
    commander_call_sign: str
    deputy: Person
    command_post: Words
    command_post_phone: str
    key_messages: Words
    situation: Words
    mission: Words
    constraints: Words


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """An earlier match of the same two clubs."""

    played_on: date
    competition: Words
    home: Words
    away: Words
    home_score: int | None
    away_score: int | None
    attendance: int | None
    outcome: OutcomeCode | None
    outcome_note: Words


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A supporter group of one of the two clubs; sizes are ranges of persons."""

    id: UUID
    name: Words
    is_home: bool
    kind: GroupKind
    members: tuple[int | None, int | None]
    away: tuple[int | None, int | None]
    behaviours: tuple[Behaviour, ...]
    sensitive_dates: Words


@dataclass(frozen=True, slots=True)
class RelationRow:
    """What a home group and an away group are to each other."""

    home_group: Words
    away_group: Words
    kind: RelationKind
    last_event: Words


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Someone to call on the day, and for whom the person speaks.

    Args:
        role: None where it is the number of the body itself, and nobody's.
    """

    role: ContactRole | None
    body: Words
    person: Person
    other_phone: str
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class CellRow:
    """The cell that issues the paper."""

    name: Words
    command_name: Words
    city: Words


@dataclass(frozen=True, slots=True)
class VenueRow:
    """What the paper says of the stadium besides its sectors."""

    nominal_capacity: int | None
    control_room: Words
    control_room_phone: str
    hospital: Words
    hospital_minutes: int | None
    away_reception: Words
    hazards: Words


@dataclass(frozen=True, slots=True)
class MatchPart:
    """The part of a briefing that the record of the match itself gives."""

    cell: CellRow
    match: MatchRow
    venue: VenueRow | None
    estimates: Mapping[EstimateKind, EstimateRow]
    meetings: tuple[MeetingRow, ...]
    groups: tuple[GroupRow, ...]
    relations: tuple[RelationRow, ...]
    contacts: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of the deployment with its window and objective."""

    phase: Phase
    starts_at: datetime | None
    ends_at: datetime | None
    objective: Words


@dataclass(frozen=True, slots=True)
class DetachmentRow:
    """A detachment as the organisation table and the channel sheet print it.

    Args:
        spent: Of a reserve of which officers hold a post: when most do, and how many.
    """

    id: UUID
    name: Words
    unit: Words
    service: Service
    headcount: int | None
    women: int | None
    function: Function | None
    is_reserve: bool
    reserve_trigger: Words
    leader: Person
    call_sign: str
    channel: str
    fallback_channel: str
    arrives_at: datetime | None
    spent: Spent | None = None


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post during one phase, what it needs and who stands there."""

    id: UUID
    sector_id: UUID | None
    gate_id: UUID | None
    phase: Phase
    code: str
    sector: Words
    sector_code: str
    gate_code: str
    place: Words
    task: Words
    relief: Words
    equipment: Words
    needed: int | None
    assigned: int
    call_signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A detachment, and how many of it stand in one place."""

    detachment: DetachmentRow
    headcount: int


@dataclass(frozen=True, slots=True)
class Strength:
    """What makes the crews of the sectors up to all who are deployed.

    Args:
        phase: In which all crews are counted: during the match, else that with most
            on posts; None before anybody is on one.
        elsewhere: On posts outside the sectors, such as check points.
        unposted: On no post in that phase, such as reserves.
    """

    phase: Phase | None = None
    elsewhere: tuple[Share, ...] = ()
    unposted: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class SectorRow:
    """A sector: for whom it is, who leads there, and who stands there.

    Args:
        capacity: Safe capacity in persons.
        headcount: Officers posted there in the phase of `Strength`.
        is_at_most: Some limit is unknown: the capacity can only turn out lower.
        crew: The detachments they are of.
        chief: Leader of the detachment that leads the sector; None where none does.
        chief_only_in: The phase in which he leads there, if not in that of `Strength`.
    """

    id: UUID
    code: str
    name: Words
    use: SectorUse
    capacity: int | None
    headcount: int
    crew: tuple[Share, ...]
    chief: Person | None
    call_sign: str
    channel: str
    is_at_most: bool = False
    chief_only_in: Phase | None = None


@dataclass(frozen=True, slots=True)
class DeploymentPart:
    """The part of a briefing that says who stands where and when."""

    phases: tuple[PhaseRow, ...]
    detachments: tuple[DetachmentRow, ...]
    posts: tuple[PostRow, ...]
    sectors: tuple[SectorRow, ...]
    strength: Strength = Strength()

    @property
    def headcount(self) -> int | None:
        """All officers of the detachments; None when no detachment has a figure yet."""
        known = [each.headcount for each in self.detachments if each.headcount]
        return sum(known) if known else None

    @property
    def posted(self) -> int:
        """Officers on posts in the phase of `Strength`."""
        elsewhere = sum(each.headcount for each in self.strength.elsewhere)
        return elsewhere + sum(each.headcount for each in self.sectors)
