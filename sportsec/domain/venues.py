"""Venues: their sectors and gates as the officer edits them (domain.md §2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.words import Words


class VenueKind(StrEnum):
    """Whether the public sits or stands."""

    ALL_SEATER = "all_seater"
    MIXED = "mixed"
    STANDING = "standing"


class SectorSide(StrEnum):
    """Where a sector lies, seen from the main stand facing the pitch."""

    NORTH = "north"
    SOUTH = "south"
    EAST = "east"
    WEST = "west"


class SectorUse(StrEnum):
    """Whom a sector receives."""

    HOME = "home"
    AWAY = "away"
    ULTRAS_HOME = "ultras_home"
    ULTRAS_AWAY = "ultras_away"
    NEUTRAL = "neutral"
    FAMILY = "family"
    VIP = "vip"
    PRESS = "press"
    DISABLED = "disabled"
    BUFFER = "buffer"


class Segregation(StrEnum):
    """What separates a sector from its neighbours."""

    FENCE = "fence"
    GAP = "gap"
    STEWARDS = "stewards"
    POLICE_LINE = "police_line"
    NONE = "none"


class Surface(StrEnum):
    """Egress surface: its flow is 82 or 66 persons per metre and minute."""

    LEVEL = "level"
    STEPPED = "stepped"


class GateKind(StrEnum):
    """How tickets are checked at a gate."""

    MANUAL = "manual"
    ELECTRONIC = "electronic"
    SCANNER = "scanner"


@dataclass(frozen=True, slots=True)
class VenueDraft(Draft):
    """A stadium as the officer edits it; its safe capacity is computed, not typed."""

    name: Words = Words()
    city: Words = Words()
    address: Words = Words()
    latitude: float | None = None
    longitude: float | None = None
    owner: str = ""
    operator: str = ""
    kind: VenueKind = VenueKind.ALL_SEATER
    nominal_capacity: int | None = None
    capacity_source: str = ""
    capacity_as_of: date | None = None
    certificate_no: str = ""
    certificate_issuer: str = ""
    certificate_expires_on: date | None = None
    inspected_on: date | None = None
    reservations: Words = Words()
    control_room: Words = Words()
    control_room_phone: str = ""
    camera_count: int | None = None
    has_police_post: bool = False
    has_judicial_office: bool = False
    first_aid_rooms: int | None = None
    hospital: Words = Words()
    hospital_minutes: int | None = None
    away_reception: Words = Words()
    hazards: Words = Words()


@dataclass(frozen=True, slots=True)
class SectorDraft(Draft):
    """A block of a stadium.

    Args:
        physical_factor: P, the state of the building, 0 … 1.
        management_factor: S, the quality of the safety management, 0 … 1.
        start_degree: Where it begins on the drawing, clockwise from north.
        tier: Ring of the drawing, 1 next to the pitch.
    """

    code: str = ""
    name: Words = Words()
    side: SectorSide | None = None
    use: SectorUse = SectorUse.NEUTRAL
    seats: int | None = None
    standing_m2: float | None = None
    physical_factor: float = 1.0
    management_factor: float = 1.0
    factor_reason: Words = Words()
    exit_width_m: float | None = None
    exit_surface: Surface = Surface.STEPPED
    egress_minutes: float | None = None
    emergency_width_m: float | None = None
    emergency_minutes: float | None = None
    segregation: Segregation = Segregation.NONE
    segregation_width_m: float | None = None
    start_degree: float | None = None
    end_degree: float | None = None
    tier: int | None = None


@dataclass(frozen=True, slots=True)
class GateDraft(Draft):
    """A gate; one without a sector serves the whole ground."""

    code: str = ""
    name: Words = Words()
    sector_id: UUID | None = None
    kind: GateKind = GateKind.SCANNER
    turnstiles: int | None = None
    rate_per_hour: int | None = None
    search_lanes_men: int | None = None
    search_lanes_women: int | None = None
    is_emergency_only: bool = False
    is_accessible: bool = False
    degree: float | None = None
