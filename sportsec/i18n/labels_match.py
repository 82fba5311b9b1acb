"""The words of coded lists about matches, venues and risk."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.competitions import (
    Format,
    Organiser,
    SeasonStatus,
    SecurityRegime,
)
from sportsec.domain.fixtures import (
    AttendanceRegime,
    Confidence,
    EstimateKind,
    FixtureStatus,
    KickOffStatus,
    OutcomeCode,
    PlanStatus,
    RegimeAuthority,
    Stake,
    TravelRegime,
)
from sportsec.domain.order_texts import OrderText, PlanHour
from sportsec.domain.problems import (
    Level,
)
from sportsec.domain.readiness import Lack
from sportsec.domain.risk import (
    FloorRule,
    Rater,
    RiskCategory,
    Stage,
)
from sportsec.domain.venues import (
    GateKind,
    SectorSide,
    SectorUse,
    Segregation,
    Surface,
    VenueKind,
)
from sportsec.domain.words import N_

#: Enumeration → name of a member → its English text.
MATCH_LABELS: dict[type[Enum], dict[str, str]] = {
    Organiser: {
        "FRMF": N_("Royal Moroccan Football Federation"),
        "LNFP": N_("National Professional Football League"),
        "CAF": N_("African Football Confederation"),
        "FIFA": N_("FIFA"),
        "UAFA": N_("Arab Football Union"),
        "OTHER": N_("Other organiser"),
    },
    Format: {
        "LEAGUE": N_("League"),
        "KNOCKOUT": N_("Knockout cup"),
        "GROUP_KNOCKOUT": N_("Groups, then knockout"),
        "FRIENDLY": N_("Friendly"),
    },
    SecurityRegime: {
        "NATIONAL": N_("National rules"),
        "CAF": N_("CAF regulations"),
        "FIFA": N_("FIFA regulations"),
    },
    SeasonStatus: {
        "DRAFT": N_("Season in preparation"),
        "OPEN": N_("Season open"),
        "CLOSED": N_("Season closed"),
    },
    FixtureStatus: {
        "SCHEDULED": N_("Scheduled"),
        "CONFIRMED": N_("Confirmed"),
        "POSTPONED": N_("Postponed"),
        "INTERRUPTED": N_("Interrupted"),
        "ABANDONED": N_("Abandoned"),
        "PLAYED": N_("Played"),
        "AWARDED": N_("Awarded"),
        "CANCELLED": N_("Cancelled"),
    },
    Lack: {
        "NEW_DAY": N_("New day of the match"),
        "STADIUM": N_("Stadium"),
        "HOUR": N_("Kick-off time"),
        "CONFIRMATION": N_("Kick-off not confirmed"),
        "ESTIMATE": N_("Estimate of the whole public"),
        "RATING": N_("Rating"),
        "SIDES": N_("Rate anew: home and away swapped"),
        "REVIEW": N_("Rate anew: the match moved"),
        "FIGURES": N_("Rate anew: other figures of the public"),
        "COMMANDER": N_("Commander"),
        "ANIMATIONS": N_("Tifo requests to answer"),
        "POSTS": N_("Deployment"),
        "OFFICERS": N_("Officers on posts"),
        "TEXTS": N_("Texts of the order to check"),
        "RESULT": N_("Result"),
    },
    OrderText: {
        "KEY_MESSAGES": N_("Key messages"),
        "SITUATION": N_("Situation"),
        "MISSION": N_("Mission"),
        "CONSTRAINTS": N_("Constraints"),
        "WEATHER": N_("Weather"),
    },
    PlanHour: {
        "GATES": N_("Gates open"),
        "KICK_OFF": N_("Kick-off"),
        "HALF_TIME": N_("Half-time"),
        "SECOND_HALF": N_("Second half"),
        "WHISTLE": N_("Final whistle"),
    },
    KickOffStatus: {
        "PROVISIONAL": N_("Provisional kick-off"),
        "CONFIRMED": N_("Confirmed kick-off"),
        "CHANGED": N_("Changed kick-off"),
    },
    AttendanceRegime: {
        "OPEN": N_("Open to both publics"),
        "HOME_ONLY": N_("Home public only"),
        "LIMITED": N_("Limited capacity"),
        "SEASON_CARDS_ONLY": N_("Season-ticket holders only"),
        "WOMEN_CHILDREN_ONLY": N_("Women and children only"),
        "BEHIND_CLOSED_DOORS": N_("Behind closed doors"),
    },
    RegimeAuthority: {
        "WALI": N_("Wali or governor"),
        "MIXED_COMMITTEE": N_("Mixed committee"),
        "FRMF": N_("FRMF disciplinary committee"),
        "CAF": N_("CAF decision"),
        "JUDGE": N_("Court decision"),
    },
    TravelRegime: {
        "ALLOWED": N_("Collective travel allowed"),
        "CONDITIONS": N_("Collective travel under conditions"),
        "BANNED": N_("Collective travel banned"),
    },
    Stake: {
        "TITLE": N_("Title"),
        "RELEGATION": N_("Relegation"),
        "QUALIFICATION": N_("Qualification"),
        "FINAL": N_("Final"),
        "DERBY": N_("Derby"),
        "REGIONAL_RIVALRY": N_("Regional rivalry"),
        "OPENING": N_("Opening match"),
        "CLOSING": N_("Closing match"),
    },
    PlanStatus: {
        "TO_OPEN": N_("Planning not started"),
        "INFORMATION": N_("Gathering information"),
        "ASSESSED": N_("Risk assessed"),
        "COORDINATED": N_("Coordinated"),
        "ORDERED": N_("Order given"),
        "BRIEFED": N_("Briefed"),
        "IN_PROGRESS": N_("In progress"),
        "DEBRIEFED": N_("Debriefed"),
        "CLOSED": N_("File closed"),
    },
    EstimateKind: {
        "ATTENDANCE": N_("Total attendance"),
        "HOME": N_("Home supporters"),
        "AWAY_TICKETED": N_("Away supporters with ticket"),
        "AWAY_TICKETLESS": N_("Away supporters without ticket"),
    },
    Confidence: {
        "LOW": N_("Low confidence"),
        "MEDIUM": N_("Medium confidence"),
        "HIGH": N_("High confidence"),
    },
    OutcomeCode: {
        "NONE": N_("No incident"),
        "MINOR": N_("Minor incidents"),
        "DISTURBANCE": N_("Disturbance"),
        "VIOLENCE": N_("Violence, slight injuries or damage"),
        "SERIOUS": N_("Death, serious injury or serious events"),
    },
    VenueKind: {
        "ALL_SEATER": N_("All-seater"),
        "MIXED": N_("Seats and standing"),
        "STANDING": N_("Standing"),
    },
    SectorSide: {
        "NORTH": N_("North"),
        "SOUTH": N_("South"),
        "EAST": N_("East"),
        "WEST": N_("West"),
    },
    SectorUse: {
        "HOME": N_("Home sector"),
        "AWAY": N_("Away sector"),
        "ULTRAS_HOME": N_("Home ultras"),
        "ULTRAS_AWAY": N_("Away ultras"),
        "NEUTRAL": N_("General public"),
        "FAMILY": N_("Families"),
        "VIP": N_("Guests of honour"),
        "PRESS": N_("Press"),
        "DISABLED": N_("Reduced mobility"),
        "BUFFER": N_("Buffer zone"),
    },
    Segregation: {
        "FENCE": N_("Fence"),
        "GAP": N_("Empty gap"),
        "STEWARDS": N_("Line of stewards"),
        "POLICE_LINE": N_("Police line"),
        "NONE": N_("No segregation"),
    },
    Surface: {
        "LEVEL": N_("Level surface"),
        "STEPPED": N_("Steps"),
    },
    GateKind: {
        "MANUAL": N_("Manual check"),
        "ELECTRONIC": N_("Electronic turnstile"),
        "SCANNER": N_("Ticket scanner"),
    },
    Stage: {
        "INITIAL": N_("Initial assessment"),
        "INTERIM": N_("Interim assessment"),
        "FINAL": N_("Final assessment"),
        "MATCH_DAY": N_("Match-day review"),
        "POST_MATCH": N_("Post-match assessment"),
    },
    Rater: {
        "POLICE": N_("Police"),
        "CLUB": N_("Club"),
        "FEDERATION": N_("Football federation"),
        "LOCAL_COMMISSION": N_("Local commission"),
    },
    RiskCategory: {
        "LOW": N_("Low"),
        "MODERATE": N_("Moderate"),
        "HIGH": N_("High"),
        "CRITICAL": N_("Critical"),
    },
    FloorRule: {
        "INTELLIGENCE": N_("Reliable and precise intelligence"),
        "AWAY_PUBLIC": N_("At least 2,000 away supporters, or 20 % of the capacity"),
        "FULL_AND_HOSTILE": N_(
            "Stadium nearly full or over 30,000 people, and groups hostile to each "
            "other"
        ),
        "GRAVE_PRECEDENT": N_(
            "Death or serious injury between the groups in the last three seasons"
        ),
        "DECISIVE": N_("Match decisive for both clubs, groups not on good terms"),
    },
    Level: {
        "BLOCK": N_("To correct"),
        "WARN": N_("To check"),
    },
}
