"""Fixtures: coded lists, and the drafts an officer edits (domain.md §2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.words import N_, Words

#: Zone of a kick-off unless the match is abroad. Its Ramadan clock change is why a
#: bare offset is never kept.
HOME_ZONE = "Africa/Casablanca"
#: What the figures of a leg mean.
LEGS = {1: N_("First leg"), 2: N_("Second leg")}


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
    """How a match went for public order, 0 none … 4 serious (domain.md §2.9).

    A death or serious injury is always the last.
    """

    NONE = "0"
    MINOR = "1"
    DISTURBANCE = "2"
    VIOLENCE = "3"
    SERIOUS = "4"


@dataclass(frozen=True, slots=True)
class FixtureDraft(Draft):
    """A match and the frame of its policing, as the officer edits it.

    Status, score and outcome are missing: they change through acts of their own.

    Args:
        kick_off_date: The local day, always known.
        kick_off_at: The moment; None while the hour is not known.
        away_sector_id: The block that receives the away public.
        travelling_stewards: As announced by the away club.
        away_station: Where its public arrives: railway or coach station, meeting point.
        away_route: The roads and stops of its public, with commas between them.
    """

    competition_id: UUID | None = None
    season_id: UUID | None = None
    round: str = ""
    leg: int | None = None
    home_club_id: UUID | None = None
    away_club_id: UUID | None = None
    venue_id: UUID | None = None
    is_neutral: bool = False
    relocation_reason: str = ""
    kick_off_date: date | None = None
    kick_off_at: datetime | None = None
    kick_off_zone: str = HOME_ZONE
    kick_off_status: KickOffStatus = KickOffStatus.PROVISIONAL
    gates_open_at: datetime | None = None
    attendance_regime: AttendanceRegime = AttendanceRegime.OPEN
    regime_authority: RegimeAuthority | None = None
    regime_reference: str = ""
    regime_date: date | None = None
    travel_regime: TravelRegime = TravelRegime.ALLOWED
    capacity_allowed: int | None = None
    tickets_printed: int | None = None
    tickets_sold_home: int | None = None
    tickets_sold_away: int | None = None
    complimentary_tickets: int | None = None
    away_allocation: int | None = None
    away_sector_id: UUID | None = None
    travelling_stewards: int | None = None
    away_station: str = ""
    away_route: str = ""
    stakes: tuple[Stake, ...] = ()
    is_decisive_for_both: bool = False
    concurrent_events: Words = Words()
    weather: Words = Words()
    is_broadcast: bool = False
    plan_status: PlanStatus = PlanStatus.TO_OPEN
    commander_id: UUID | None = None
    deputy_id: UUID | None = None
    commander_call_sign: str = ""
    command_post: Words = Words()
    command_post_phone: str = ""
    key_messages: Words = Words()
    situation: Words = Words()
    mission: Words = Words()
    constraints: Words = Words()


@dataclass(frozen=True, slots=True)
class MoveDraft(Draft):
    """Where and when a match goes, why, and who said so."""

    kick_off_date: date | None = None
    kick_off_at: datetime | None = None
    venue_id: UUID | None = None
    reason: str = ""
    source: str = ""
    is_confirmed: bool = True


@dataclass(frozen=True, slots=True)
class ResultDraft(Draft):
    """How a match ended; attendances in persons."""

    home_score: int | None = None
    away_score: int | None = None
    actual_attendance: int | None = None
    actual_away: int | None = None


@dataclass(frozen=True, slots=True)
class EstimateDraft(Draft):
    """One estimate of a public, in persons, and whose it is."""

    kind: EstimateKind = EstimateKind.ATTENDANCE
    persons: int | None = None
    source: str = ""
    estimated_on: date | None = None
    confidence: Confidence = Confidence.MEDIUM
