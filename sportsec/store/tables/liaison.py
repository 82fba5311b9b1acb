"""What is arranged with others: calls, promises, meetings (domain.md §2.6)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sportsec.domain.commitments import (
    CommitmentKind,
    CommitmentState,
    CommitmentTopic,
)
from sportsec.domain.liaison import LiaisonKind
from sportsec.domain.meetings import (
    MeetingKind,
    MeetingStatus,
    Presence,
    Signature,
)
from sportsec.store.base import (
    IsoDate,
    Record,
    UtcDateTime,
    coded,
    flag,
    note,
    reference,
)


class LiaisonEntry(Record):
    """One call, visit or message."""

    __tablename__ = "liaison_entry"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    kind: Mapped[LiaisonKind] = coded(LiaisonKind, LiaisonKind.CALL)
    happened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    contact_id: Mapped[UUID | None] = reference("contact")
    with_whom: Mapped[str] = note(personal=True)
    is_reached: Mapped[bool] = flag(default=True)
    gist: Mapped[str] = note()


class Meeting(Record):
    """A meeting and its minutes; `fixture_id` is NULL for one of the season."""

    __tablename__ = "meeting"

    fixture_id: Mapped[UUID | None] = reference("fixture")
    kind: Mapped[MeetingKind] = coded(MeetingKind, MeetingKind.LOCAL_COMMISSION)
    meets_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    place: Mapped[str] = note()
    chair: Mapped[str] = note(personal=True)
    minutes_keeper: Mapped[str] = note(personal=True)
    agenda: Mapped[str] = note()
    discussion: Mapped[str] = note()
    status: Mapped[MeetingStatus] = coded(MeetingStatus, MeetingStatus.PLANNED)
    signature: Mapped[Signature] = coded(Signature, Signature.NONE)


class Participant(Record):
    """Somebody who is invited to a meeting."""

    __tablename__ = "participant"

    meeting_id: Mapped[UUID | None] = reference("meeting")
    contact_id: Mapped[UUID | None] = reference("contact")
    organisation_id: Mapped[UUID | None] = reference("organisation", index=False)
    person: Mapped[str] = note(personal=True)
    function: Mapped[str] = note()
    presence: Mapped[Presence] = coded(Presence, Presence.INVITED)


class Commitment(Record):
    """A promise or a decision, and what became of it."""

    __tablename__ = "commitment"

    kind: Mapped[CommitmentKind] = coded(CommitmentKind, CommitmentKind.PROMISE)
    fixture_id: Mapped[UUID | None] = reference("fixture")
    liaison_id: Mapped[UUID | None] = reference("liaison_entry")
    meeting_id: Mapped[UUID | None] = reference("meeting")
    is_ours: Mapped[bool] = flag()
    contact_id: Mapped[UUID | None] = reference("contact")
    club_id: Mapped[UUID | None] = reference("club")
    group_id: Mapped[UUID | None] = reference("supporter_group")
    organisation_id: Mapped[UUID | None] = reference("organisation")
    topic: Mapped[CommitmentTopic] = coded(CommitmentTopic, CommitmentTopic.OTHER)
    wording: Mapped[str] = note()
    responsible: Mapped[str] = note(personal=True)
    due_on: Mapped[date | None] = mapped_column(IsoDate)
    state: Mapped[CommitmentState] = coded(
        CommitmentState, CommitmentState.OPEN, group="state"
    )
    closed_on: Mapped[date | None] = mapped_column(IsoDate, info={"group": "state"})
    remark: Mapped[str] = note(group="state")
