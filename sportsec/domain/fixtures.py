"""Fixtures: their life cycle, attendance regime and kick-off (domain.md §2.2)."""

from __future__ import annotations

from enum import StrEnum


class FixtureStatus(StrEnum):
    """What became of a match."""

    SCHEDULED = "scheduled"
    CONFIRMED = "confirmed"
    POSTPONED = "postponed"
    INTERRUPTED = "interrupted"
    ABANDONED = "abandoned"
    PLAYED = "played"
    AWARDED = "awarded"
    CANCELLED = "cancelled"


class KickOffStatus(StrEnum):
    """How sure the kick-off is."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    CHANGED = "changed"


class AttendanceRegime(StrEnum):
    """Which public is admitted."""

    OPEN = "open"
    HOME_ONLY = "home_only"
    LIMITED = "limited"
    SEASON_CARDS_ONLY = "season_cards_only"
    WOMEN_CHILDREN_ONLY = "women_children_only"
    BEHIND_CLOSED_DOORS = "behind_closed_doors"


class RegimeAuthority(StrEnum):
    """Who decided the attendance regime."""

    WALI = "wali"
    MIXED_COMMITTEE = "mixed_committee"
    FRMF = "frmf"
    CAF = "caf"
    JUDGE = "judge"


class TravelRegime(StrEnum):
    """Whether supporters may travel together."""

    ALLOWED = "allowed"
    CONDITIONS = "conditions"
    BANNED = "banned"


class Stake(StrEnum):
    """What the match decides."""

    TITLE = "title"
    RELEGATION = "relegation"
    QUALIFICATION = "qualification"
    FINAL = "final"
    DERBY = "derby"
    REGIONAL_RIVALRY = "regional_rivalry"
    OPENING = "opening"
    CLOSING = "closing"


class PlanStatus(StrEnum):
    """How far the planning of the match has come."""

    TO_OPEN = "to_open"
    INFORMATION = "information"
    ASSESSED = "assessed"
    COORDINATED = "coordinated"
    ORDERED = "ordered"
    BRIEFED = "briefed"
    IN_PROGRESS = "in_progress"
    DEBRIEFED = "debriefed"
    CLOSED = "closed"


class EstimateKind(StrEnum):
    """What an estimate counts, in persons."""

    ATTENDANCE = "attendance"
    HOME = "home"
    AWAY_TICKETED = "away_ticketed"
    AWAY_TICKETLESS = "away_ticketless"


class Confidence(StrEnum):
    """How far the author trusts a figure or a rating."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class OutcomeCode(StrEnum):
    """How a match went for public order, 0 none … 4 serious (domain.md §2.9)."""

    NONE = "0"
    MINOR = "1"
    DISTURBANCE = "2"
    VIOLENCE = "3"
    SERIOUS = "4"
