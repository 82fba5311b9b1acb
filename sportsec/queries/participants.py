"""Questions about those invited to a meeting: who they are, and whether they came."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.meetings import ParticipantDraft, Presence
from sportsec.domain.words import Words
from sportsec.queries.drafts import draft_of
from sportsec.queries.named import names_of
from sportsec.queries.people import CONTACTS, ContactRow
from sportsec.queries.seat_words import capacity
from sportsec.store.tables.liaison import Participant
from sportsec.store.tables.people import Organisation
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """Somebody invited to a meeting.

    Args:
        name: Of the contact, or as it was written; empty while only the organisation
            is known.
        rank: Of the contact, where there is one.
        function: What the person speaks for: as it was written, or in every language
            where that is one of the usual ones.
        body: The organisation, or the place where the contact works.
        phone: At which the contact is called.
    """

    id: UUID
    contact_id: UUID | None
    organisation_id: UUID | None
    name: Words
    rank: Words
    function: Words
    body: Words
    phone: str
    presence: Presence

    @property
    def is_named(self) -> bool:
        """Whether it is known who is to come, and not only for whom."""
        return self.contact_id is not None or bool(self.name)


def participant_draft(work: Work, participant_id: UUID) -> ParticipantDraft:
    """Return a participant as the officer edits it.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    return draft_of(ParticipantDraft, work.get(Participant, participant_id))


def drafts_of(
    work: Work, meeting_id: UUID, ignoring: UUID | None = None
) -> list[ParticipantDraft]:
    """Return those invited to a meeting, in the order in which they were invited."""
    rows = _live(work, meeting_id)
    return [draft_of(ParticipantDraft, row) for row in rows if row.id != ignoring]


def participants_of(work: Work, meeting_id: UUID) -> tuple[ParticipantRow, ...]:
    """Return those invited to a meeting, in the order in which they were invited."""
    rows = _live(work, meeting_id)
    contacts = [row.contact_id for row in rows if row.contact_id]
    people = {each.id: each for each in CONTACTS.read(work, contacts)}
    named = [row.organisation_id for row in rows if row.organisation_id]
    bodies = names_of(work, Organisation, named)
    return tuple(_row(row, people, bodies) for row in rows)


# ---- inside


def _live(work: Work, meeting_id: UUID) -> list[Participant]:
    query = (
        select(Participant)
        .where(Participant.meeting_id == meeting_id, Participant.deleted_at.is_(None))
        .order_by(Participant.id)
    )
    return list(work.session.scalars(query))


def _row(
    row: Participant, people: dict[UUID, ContactRow], bodies: dict[UUID, Words]
) -> ParticipantRow:
    person = people.get(row.contact_id) if row.contact_id else None
    body = bodies.get(row.organisation_id) if row.organisation_id else None
    written = Words(row.person, row.person, row.person)
    return ParticipantRow(
        id=row.id,
        contact_id=row.contact_id,
        organisation_id=row.organisation_id,
        name=person.name if person is not None else written,
        rank=person.rank if person is not None else Words(),
        function=capacity(row.function) if row.function else Words(),
        body=body or (person.place if person is not None else Words()),
        phone=(person.phone or person.other_phone) if person is not None else "",
        presence=row.presence,
    )
