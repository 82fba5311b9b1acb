"""Venues: kinds of grounds, sectors and gates (domain.md §2.3)."""

from __future__ import annotations

from enum import StrEnum


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
