"""All that the minutes of a meeting say, read in one go for the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from sportsec.domain.commitments import CommitmentKind
from sportsec.domain.errors import NotFound
from sportsec.domain.meetings import MeetingDraft, MeetingStatus, Presence
from sportsec.domain.words import Words
from sportsec.queries.agenda_rows import AgendaRow, read_rows
from sportsec.queries.cells import issuer
from sportsec.queries.commitments import CommitmentRow
from sportsec.queries.meetings import meeting_file
from sportsec.queries.next_match import fixture_named
from sportsec.queries.participants import ParticipantRow
from sportsec.store.tables.liaison import Meeting
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class MinutesRows:
    """What the minutes say.

    Args:
        cell: The cell that issues them, the command above it first; empty where it
            has no name.
        match: None for a meeting of the season.
        decisions: In the order in which they were taken; so are the promises.
        printed_at: Aware; the paper is of that moment.
        is_changed: Whether what they say was changed after they were signed.
    """

    id: UUID
    cell: tuple[Words, ...]
    meeting: MeetingDraft
    match: AgendaRow | None
    participants: tuple[ParticipantRow, ...]
    decisions: tuple[CommitmentRow, ...]
    promises: tuple[CommitmentRow, ...]
    printed_at: datetime
    is_changed: bool = False

    @property
    def asked(self) -> tuple[ParticipantRow, ...]:
        """Those whom a convocation asks to come: not those excused already."""
        people = self.participants
        return tuple(row for row in people if row.presence is not Presence.EXCUSED)

    @property
    def unnamed(self) -> tuple[ParticipantRow, ...]:
        """Those of them whose name it cannot print."""
        return tuple(row for row in self.asked if not row.name)


def minutes_rows(work: Work, meeting_id: UUID) -> MinutesRows:
    """Read what the minutes of a meeting say.

    Raises:
        NotFound: It does not exist or was deleted.
    """
    file = meeting_file(work, meeting_id)
    fixture_id = file.draft.fixture_id
    matches = read_rows(work, [fixture_id]) if fixture_id is not None else iter(())
    return MinutesRows(
        id=meeting_id,
        cell=issuer(work),
        meeting=file.draft,
        match=next(matches, None),
        participants=file.participants,
        decisions=_of(file.decisions, CommitmentKind.DECISION),
        promises=_of(file.decisions, CommitmentKind.PROMISE),
        printed_at=work.now,
        is_changed=file.is_changed,
    )


def _of(
    rows: tuple[CommitmentRow, ...], kind: CommitmentKind
) -> tuple[CommitmentRow, ...]:
    return tuple(row for row in rows if row.kind is kind)


def meeting_named(work: Work, text: str) -> UUID:
    """Return the meeting that an identifier, a match or "latest" names.

    A match, by its identifier or reference number, names the latest of its meetings
    that was held, else the next one; "latest" the latest held of all.

    Raises:
        NotFound: There is none.
        SeveralMatches: The number stands on more than one match.
    """
    query = select(Meeting.id).where(Meeting.deleted_at.is_(None))
    is_held = Meeting.status == MeetingStatus.HELD
    if text == "latest":
        query = query.where(is_held)
    elif (one := _identifier(text)) and work.session.get(Meeting, one):
        query = query.where(Meeting.id == one)
    else:
        query = query.where(Meeting.fixture_id == fixture_named(work, text))
        query = query.order_by(is_held.desc())
    latest = query.order_by(Meeting.meets_at.desc().nulls_last(), Meeting.id).limit(1)
    found = work.session.scalar(latest)
    if found is None:
        raise NotFound("meeting", text)
    return found


def meeting_ahead(work: Work, text: str) -> UUID:
    """Return the meeting that an identifier, a match or "next" asks people to.

    A match, by its identifier or reference number, names the next of its meetings that
    is planned; "next" the next of all. One without a day comes last.

    Raises:
        NotFound: There is none.
        SeveralMatches: The number stands on more than one match.
    """
    query = select(Meeting.id).where(Meeting.deleted_at.is_(None))
    if (one := _identifier(text)) and work.session.get(Meeting, one):
        query = query.where(Meeting.id == one)
    else:
        begins = Meeting.meets_at
        is_ahead = or_(begins.is_(None), begins >= work.now)
        query = query.where(Meeting.status == MeetingStatus.PLANNED, is_ahead)
        if text != "next":
            query = query.where(Meeting.fixture_id == fixture_named(work, text))
    first = query.order_by(Meeting.meets_at.asc().nulls_last(), Meeting.id).limit(1)
    found = work.session.scalar(first)
    if found is None:
        raise NotFound("meeting", text)
    return found


def _identifier(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
