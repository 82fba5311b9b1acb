"""Supporter groups and their relations as the officer edits them (domain.md §2.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.words import Words


class GroupKind(StrEnum):
    """What a supporter group is."""

    ULTRAS = "ultras"
    ASSOCIATION = "association"
    SECTION = "section"
    INDEPENDENT = "independent"
    DIASPORA = "diaspora"
    VISITING_NATIONAL = "visiting_national"


class GroupLegalStatus(StrEnum):
    """Whether a group is a declared association."""

    DECLARED = "declared"
    DE_FACTO = "de_facto"
    UNKNOWN = "unknown"


class Attitude(StrEnum):
    """How a group meets police, stewards or its own board."""

    COOPERATIVE = "cooperative"
    DISTANT = "distant"
    REFUSAL = "refusal"
    HOSTILE = "hostile"


class TravelHabit(StrEnum):
    """How a group travels."""

    ORGANISED_BUS = "organised_bus"
    TRAIN = "train"
    PRIVATE_CARS = "private_cars"
    UNSAFE_TRUCKS = "unsafe_trucks"
    WALKING_CORTEGE = "walking_cortege"
    EARLY_ARRIVAL = "early_arrival"


class Behaviour(StrEnum):
    """What a group has been seen to do (EU Handbook checklist)."""

    PYRO = "pyro"
    SMOKE = "smoke"
    TIFO = "tifo"
    DRUMS = "drums"
    MEGAPHONE = "megaphone"
    CORTEGE = "cortege"
    PITCH_ENTRY = "pitch_entry"
    STONE_THROWING = "stone_throwing"
    FORCED_ENTRY = "forced_entry"
    DRUGS = "drugs"
    ALCOHOL = "alcohol"
    POLITICAL_BANNERS = "political_banners"


class RelationKind(StrEnum):
    """What two groups are to each other."""

    ALLIANCE = "alliance"
    FRIENDSHIP = "friendship"
    NEUTRAL = "neutral"
    RIVALRY = "rivalry"
    HOSTILITY = "hostility"


#: Relations in which the two are to be kept apart, the worse one last.
STRAINED = (RelationKind.RIVALRY, RelationKind.HOSTILITY)


class SourceGrade(StrEnum):
    """Reliability of a source, A best … E (5×5×5 grading)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


@dataclass(frozen=True, slots=True)
class GroupDraft(Draft):
    """A supporter group; sizes in persons, as ranges with their source and date.

    Args:
        core_low: The hard core, at least.
        away_low: Those who travel to an ordinary away match, at least.
        retention_until: Day on which the record is to be removed or renewed.
    """

    name: Words = Words()
    aliases: str = ""
    club_id: UUID | None = None
    kind: GroupKind = GroupKind.ULTRAS
    legal_status: GroupLegalStatus = GroupLegalStatus.UNKNOWN
    founded_year: int | None = None
    usual_sector_id: UUID | None = None
    banner: Words = Words()
    colours: Words = Words()
    members_low: int | None = None
    members_high: int | None = None
    core_low: int | None = None
    core_high: int | None = None
    away_low: int | None = None
    away_high: int | None = None
    sizes_source: str = ""
    sizes_on: date | None = None
    attitude_police: Attitude | None = None
    attitude_stewards: Attitude | None = None
    attitude_board: Attitude | None = None
    travel_habits: tuple[TravelHabit, ...] = ()
    behaviours: tuple[Behaviour, ...] = ()
    sensitive_dates: Words = Words()
    source_grade: SourceGrade | None = None
    reviewed_on: date | None = None
    retention_until: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class RelationDraft(Draft):
    """What two groups are to each other; the order of the two says nothing."""

    other_group_id: UUID | None = None
    kind: RelationKind = RelationKind.NEUTRAL
    since: date | None = None
    reason: Words = Words()
    last_event: Words = Words()
