"""The words of task lists, the liaison log, promises, meetings and tifo requests."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationKind,
    Conformity,
    FireProof,
)
from sportsec.domain.commitments import (
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
)
from sportsec.domain.liaison import CallPlace, LiaisonKind
from sportsec.domain.meetings import (
    MeetingKind,
    MeetingStatus,
    Presence,
    Signature,
)
from sportsec.domain.task_list import TaskRole, TaskState, TaskStep
from sportsec.domain.words import N_

#: Enumeration → name of a member → its English text.
LIAISON_LABELS: dict[type[Enum], dict[str, str]] = {
    TaskStep: {
        "OPEN_FILE": N_("Open the file, gather earlier matches"),
        "AWAY_INFORMATION": N_("Ask the other cell about the away public"),
        "CONSULTATION": N_("Consultation on a risk match"),
        "ALLOCATION": N_("Agree the away allocation and the sale of tickets"),
        "FIRST_RATING": N_("First risk assessment"),
        "COMMISSION": N_("Local commission or mixed committee"),
        "TRAVEL_DECISION": N_("Decide on collective travel"),
        "SUPPORTERS_MEETING": N_("Meet the supporters"),
        "TICKETS_AND_ROUTE": N_(
            "Tickets by side, arrival and roads of the away public"
        ),
        "ANIMATIONS_DECIDED": N_("Answer all tifo requests"),
        "DETACHMENTS": N_("Confirm detachments on all posts"),
        "FINAL_RATING": N_("Final risk assessment"),
        "ORDER_APPROVED": N_("Approve the order"),
        "TECHNICAL_MEETING": N_("Technical meeting"),
        "ANIMATION_CHECK": N_("Check tifos as they are put up"),
        "CHIEFS_BRIEFED": N_("Brief the chiefs"),
        "NOTHING_OPEN": N_("Close every open decision"),
        "HOT_REPORT": N_("Initial post-match report"),
        "FULL_REPORT": N_("Full report and feedback"),
    },
    TaskRole: {
        "PLANNER": N_("Planner"),
        "LIAISON": N_("Liaison"),
        "COMMANDER": N_("Commander"),
        "LOG_KEEPER": N_("Log keeper"),
        "CELL_HEAD": N_("Head of the cell"),
    },
    TaskState: {
        "OPEN": N_("To do"),
        "DONE": N_("Done"),
        "NOT_NEEDED": N_("Not needed"),
    },
    LiaisonKind: {
        "CALL": N_("Call"),
        "VISIT": N_("Visit"),
        "MESSAGE": N_("Message"),
    },
    CallPlace: {
        "HOME_CLUB": N_("Home club"),
        "AWAY_CLUB": N_("Away club"),
        "HOME_GROUP": N_("Groups of the home club"),
        "AWAY_GROUP": N_("Groups of the away club"),
        "STADIUM": N_("Stadium"),
        "CITY": N_("Authorities and services of the city"),
    },
    CommitmentKind: {
        "PROMISE": N_("Promise"),
        "DECISION": N_("Decision"),
    },
    CommitmentTopic: {
        "CAPACITY": N_("Capacity"),
        "ALLOCATION": N_("Away allocation"),
        "PRICE": N_("Ticket price"),
        "ROUTE": N_("Route"),
        "SCHEDULE": N_("Day and hour"),
        "BAN": N_("Ban"),
        "ANIMATION": N_("Tifo"),
        "TRAVEL": N_("Travel"),
        "STAFFING": N_("Stewards and staff"),
        "CONDUCT": N_("Conduct"),
        "OTHER": N_("Other"),
    },
    CommitmentState: {
        # Of promises and decisions together; one alone has words of its kind.
        "OPEN": N_("To be kept or carried out"),
        "KEPT": N_("Kept or carried out"),
        "BROKEN": N_("Not kept or carried out"),
        "CANCELLED": N_("Withdrawn"),
    },
    MeetingKind: {
        "LOCAL_COMMISSION": N_("Local commission"),
        "MIXED_COMMITTEE": N_("Mixed committee"),
        "TECHNICAL": N_("Technical meeting"),
        "SUPPORTERS": N_("Meeting with supporters"),
        "CLUB": N_("Meeting with a club"),
        "INTERNAL_BRIEFING": N_("Internal briefing"),
        "DEBRIEF": N_("Debrief"),
        "SITE_VISIT": N_("Site visit"),
        "MD_1": N_("CAF meeting on the eve (MD-1)"),
    },
    MeetingStatus: {
        "PLANNED": N_("Planned"),
        "HELD": N_("Held"),
        "CANCELLED": N_("Called off"),
    },
    Signature: {
        "NONE": N_("Not signed"),
        "SIGNED": N_("Signed"),
        "REFUSED": N_("Signature refused"),
    },
    Presence: {
        "INVITED": N_("Invited"),
        "PRESENT": N_("Present"),
        "EXCUSED": N_("Excused"),
        "ABSENT": N_("Absent"),
    },
    AnimationKind: {
        "TIFO": N_("Tifo"),
        "BANNER": N_("Banner"),
        "DRUM": N_("Drum"),
        "MEGAPHONE": N_("Megaphone"),
        "LARGE_FLAG": N_("Large flag"),
        "TWO_POLES": N_("Two-pole banner"),
        "CARD_MOSAIC": N_("Card mosaic"),
        "VEIL": N_("Giant surfer flag"),
        "CONFETTI": N_("Confetti"),
        "SMOKE": N_("Smoke"),
    },
    FireProof: {
        "UNKNOWN": N_("Not known"),
        "SHOWN": N_("Proof shown"),
        "MISSING": N_("No proof"),
    },
    AnimationDecision: {
        "PENDING": N_("Pending"),
        "AUTHORISED": N_("Authorised"),
        "CONDITIONS": N_("With conditions"),
        "REFUSED": N_("Refused"),
        "WITHDRAWN": N_("Withdrawn"),
    },
    Conformity: {
        "UNCHECKED": N_("Not checked yet"),
        "CONFORMING": N_("As authorised"),
        "DEVIATING": N_("Not as authorised"),
    },
}
