"""Meetings: commissions, committees, briefings, and their minutes (domain.md §2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft


class MeetingKind(StrEnum):
    """What kind of meeting (decree 2-23-155 for the local commission)."""

    LOCAL_COMMISSION = "local_commission"
    MIXED_COMMITTEE = "mixed_committee"
    TECHNICAL = "technical"
    SUPPORTERS = "supporters"
    CLUB = "club"
    INTERNAL_BRIEFING = "internal_briefing"
    DEBRIEF = "debrief"
    SITE_VISIT = "site_visit"
    MD_1 = "md_1"  #: of the confederation, on the eve


class MeetingStatus(StrEnum):
    """Whether it took place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Signature(StrEnum):
    """Whether the minutes are signed."""

    NONE = "none"
    SIGNED = "signed"
    REFUSED = "refused"


class Presence(StrEnum):
    """Whether somebody came."""

    INVITED = "invited"
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class MeetingDraft(Draft):
    """A meeting; one of the season has no match.

    Args:
        meets_at: When it begins; None while that is not known.
        agenda: The points, one per line.
        discussion: What was said, for the minutes.
    """

    fixture_id: UUID | None = None
    kind: MeetingKind = MeetingKind.LOCAL_COMMISSION
    meets_at: datetime | None = None
    place: str = ""
    chair: str = ""
    minutes_keeper: str = ""
    agenda: str = ""
    discussion: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    signature: Signature = Signature.NONE


@dataclass(frozen=True, slots=True)
class ParticipantDraft(Draft):
    """Somebody who is invited to a meeting: a contact, or a name in words."""

    contact_id: UUID | None = None
    organisation_id: UUID | None = None
    person: str = ""
    function: str = ""
    presence: Presence = Presence.INVITED
