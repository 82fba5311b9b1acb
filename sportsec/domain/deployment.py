"""Units, detachments, posts and phases: kinds and drafts (§2.10, §2.11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.words import Words


class Service(StrEnum):
    """The service a unit belongs to."""

    DGSN = "dgsn"
    AUXILIARY_FORCES = "auxiliary_forces"
    GENDARMERIE = "gendarmerie"
    CIVIL_PROTECTION = "civil_protection"
    PRIVATE_SECURITY = "private_security"
    CLUB_STEWARDS = "club_stewards"
    HEALTH = "health"
    COMMUNE = "commune"


class CommandKind(StrEnum):
    """Level of a command in the territorial organisation (domain.md §1.10)."""

    PREFECTURE = "prefecture"
    REGIONAL = "regional"
    DISTRICT = "district"
    ZONE = "zone"
    MOBILE_GROUP = "mobile_group"


class Phase(StrEnum):
    """Phase of a deployment (domain.md §2.11)."""

    P0 = "P0"  #: preparation
    P1 = "P1"  #: installation
    P2 = "P2"  #: arrival of the public
    P3 = "P3"  #: during the match
    P4 = "P4"  #: departure
    P5 = "P5"  #: dispersal in the city
    P6 = "P6"  #: stand-down


class CommandLevel(StrEnum):
    """Gold, silver, bronze."""

    STRATEGIC = "strategic"
    TACTICAL = "tactical"
    OPERATIONAL = "operational"


class Function(StrEnum):
    """What a detachment's leader is in the deployment."""

    MATCH_COMMANDER = "match_commander"
    DEPUTY = "deputy"
    SECTOR_CHIEF = "sector_chief"
    GATE_CHIEF = "gate_chief"
    PERIMETER_CHIEF = "perimeter_chief"
    RESERVE_CHIEF = "reserve_chief"
    ESCORT_CHIEF = "escort_chief"
    CONTROL_ROOM = "control_room"
    LOG_KEEPER = "log_keeper"
    JUDICIAL_POLICE = "judicial_police"
    CLUB_LIAISON = "club_liaison"
    SUPPORTER_LIAISON = "supporter_liaison"
    PARTNER_LIAISON = "partner_liaison"
    PRESS = "press"
    LOGISTICS = "logistics"


class ListKind(StrEnum):
    """Lists that the cell edits itself."""

    RANK = "rank"
    UNIT_KIND = "unit_kind"


@dataclass(frozen=True, slots=True)
class DetachmentDraft(Draft):
    """A body of officers as the officer edits it; figures in persons.

    Args:
        headcount_present: Counted at muster; None before.
        leader_id: A contact; `leader_name` names a leader who is none.
        leader_rank: Code of the list of ranks.
        fallback_channel: What is used when the radio fails.
    """

    unit_id: UUID | None = None
    name: Words = Words()
    headcount: int | None = None
    headcount_present: int | None = None
    women: int | None = None
    function: Function | None = None
    command_level: CommandLevel = CommandLevel.OPERATIONAL
    is_reserve: bool = False
    reserve_trigger: Words = Words()
    leader_id: UUID | None = None
    leader_name: str = ""
    leader_rank: str = ""
    leader_phone: str = ""
    call_sign: str = ""
    channel: str = ""
    fallback_channel: str = ""
    arrives_at: datetime | None = None
    leaves_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PostDraft(Draft):
    """A place to be held during one phase, and how many it needs."""

    phase: Phase = Phase.P2
    code: str = ""
    sector_id: UUID | None = None
    gate_id: UUID | None = None
    place: Words = Words()
    task: Words = Words()
    headcount_needed: int | None = None
    relief: Words = Words()
    equipment: Words = Words()


@dataclass(frozen=True, slots=True)
class PhaseDraft(Draft):
    """When a phase begins and ends, and what it is to achieve."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    objective: Words = Words()
