"""Promises and decisions: by whom, due when, kept or not (domain.md §2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft


class CommitmentKind(StrEnum):
    """What binds: the word of one side, or what a meeting decided."""

    PROMISE = "promise"
    DECISION = "decision"


class CommitmentTopic(StrEnum):
    """What a promise or decision is about."""

    CAPACITY = "capacity"
    ALLOCATION = "allocation"
    PRICE = "price"
    ROUTE = "route"
    SCHEDULE = "schedule"
    BAN = "ban"
    ANIMATION = "animation"
    TRAVEL = "travel"
    STAFFING = "staffing"
    CONDUCT = "conduct"
    OTHER = "other"


class CommitmentState(StrEnum):
    """What became of it; late is an open one whose day has passed."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class CommitmentDraft(Draft):
    """A promise or a decision.

    Who is bound by it is named by one of contact, club, group and organisation; none
    of them where the cell itself is (`is_ours`).

    Args:
        liaison_id: The call in which it was given.
        meeting_id: The meeting that took it.
        is_ours: Whether the cell is bound.
        wording: What was promised or decided.
        responsible: Who sees to it, in words.
        due_on: The local day by which it is to be kept.
    """

    kind: CommitmentKind = CommitmentKind.PROMISE
    fixture_id: UUID | None = None
    liaison_id: UUID | None = None
    meeting_id: UUID | None = None
    is_ours: bool = False
    contact_id: UUID | None = None
    club_id: UUID | None = None
    group_id: UUID | None = None
    organisation_id: UUID | None = None
    topic: CommitmentTopic = CommitmentTopic.OTHER
    wording: str = ""
    responsible: str = ""
    due_on: date | None = None


def is_late(due_on: date | None, state: CommitmentState, today: date) -> bool:
    """Say whether its day has passed and nobody said what became of it."""
    return state is CommitmentState.OPEN and due_on is not None and due_on < today
