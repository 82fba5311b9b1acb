"""Acts on meetings: call, prepare from what is open, hold, delete, bring back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from sportsec.domain.identity import new_id
from sportsec.domain.meetings import (
    MeetingDraft,
    MeetingStatus,
    ParticipantDraft,
    Presence,
    Signature,
    check_participant,
    check_presence,
    has_begun,
    with_lines,
)
from sportsec.domain.problems import Problem
from sportsec.queries.meetings import meeting_draft, meeting_problems
from sportsec.queries.participants import drafts_of, participant_draft
from sportsec.queries.usual_participants import proposed
from sportsec.services.drafts import apply_draft
from sportsec.services.rules import refuse_blocking
from sportsec.services.trash import put_in_trash, take_from_trash
from sportsec.store.tables.liaison import Commitment, Meeting, Participant
from sportsec.store.work import Work

#: What goes with a meeting. Its decisions bind on: they are deleted by themselves.
_PARTS = (Participant,)


def add_meeting(work: Work, draft: MeetingDraft) -> UUID:
    """Add a meeting and return its id.

    Raises:
        Invalid: A rule is broken.
    """
    refuse_blocking(meeting_problems(work, draft))
    record = work.add(Meeting(id=new_id()))
    apply_draft(record, draft)
    return record.id


def revise_meeting(
    work: Work, meeting_id: UUID, draft: MeetingDraft, *, seen: MeetingDraft
) -> None:
    """Write what the officer changed; its decisions follow it to another match.

    Args:
        seen: The meeting as it was shown to the officer.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Meeting, meeting_id)
    refuse_blocking(meeting_problems(work, draft))
    before = record.fixture_id
    apply_draft(record, draft, seen)
    if record.fixture_id != before:
        for decision in work.session.scalars(_taken_in(meeting_id)):
            if decision.fixture_id == before:
                decision.fixture_id = record.fixture_id


def hold_meeting(work: Work, meeting_id: UUID) -> None:
    """Note that a meeting was held; one without an hour was held just now.

    Raises:
        NotFound: It was deleted meanwhile.
        Invalid: It has not begun yet.
    """
    record = work.get(Meeting, meeting_id)
    record.status = MeetingStatus.HELD
    if record.meets_at is None:
        record.meets_at = _to_the_minute(work.now)
    work.session.flush()
    refuse_blocking(meeting_problems(work, meeting_draft(work, meeting_id)))


def keep_meeting_day(work: Work, meeting_id: UUID) -> None:
    """Say that a meeting stays on its day although its match has moved.

    Raises:
        NotFound: It was deleted meanwhile.
    """
    work.get(Meeting, meeting_id)
    work.confirm(Meeting, meeting_id, "meets_at")
    work.note_touched("meeting")


def sign_minutes(work: Work, meeting_id: UUID, signature: Signature) -> None:
    """Note whether the minutes are signed, or were signed once more.

    Raises:
        NotFound: The meeting was deleted.
    """
    record = work.get(Meeting, meeting_id)
    if record.signature is signature:
        work.confirm(Meeting, meeting_id, "signature")
        work.note_touched("meeting")
    record.signature = signature


def fill_agenda(work: Work, meeting_id: UUID, points: Iterable[str]) -> int:
    """Add points to the agenda that are not on it; return how many.

    Args:
        points: One line each, such as those of `points_to_add`.

    Raises:
        NotFound: The meeting was deleted.
    """
    record = work.get(Meeting, meeting_id)
    record.agenda, added = with_lines(record.agenda, points)
    return added


def delete_meeting(work: Work, meeting_id: UUID) -> None:
    """Delete a meeting with its participants.

    What it decided binds on, whatever becomes of the meeting: it cannot be deleted
    before its decisions are.

    Raises:
        Invalid: It took decisions.
    """
    put_in_trash(work, work.get(Meeting, meeting_id), _PARTS)


def restore_meeting(work: Work, meeting_id: UUID) -> None:
    """Bring a deleted meeting back, with its participants."""
    take_from_trash(work, Meeting, meeting_id, _PARTS)


# ---- who comes


def participant_problems(
    work: Work,
    meeting_id: UUID,
    draft: ParticipantDraft,
    participant_id: UUID | None = None,
) -> list[Problem]:
    """Say what is wrong with a participant, also compared with the others.

    A presence that was noted already stays what it is, whenever the meeting is held.
    """
    found = check_participant(draft, drafts_of(work, meeting_id, participant_id))
    known = participant_draft(work, participant_id).presence if participant_id else None
    if draft.presence is not known:
        found += check_presence(draft.presence, begun=_is_begun(work, meeting_id))
    return found


def add_participant(work: Work, meeting_id: UUID, draft: ParticipantDraft) -> UUID:
    """Invite somebody to a meeting and return the id.

    Raises:
        NotFound: The meeting was deleted.
        Invalid: A rule is broken.
    """
    meeting = work.get(Meeting, meeting_id)
    refuse_blocking(participant_problems(work, meeting_id, draft))
    record = work.add(Participant(id=new_id(), meeting_id=meeting.id))
    apply_draft(record, draft)
    return record.id


def revise_participant(
    work: Work, participant_id: UUID, draft: ParticipantDraft, *, seen: ParticipantDraft
) -> None:
    """Write what the officer changed.

    Raises:
        NotFound: It was deleted meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
        Invalid: A rule is broken.
    """
    record = work.get(Participant, participant_id)
    if record.meeting_id is not None:
        found = participant_problems(work, record.meeting_id, draft, participant_id)
        refuse_blocking(found)
    apply_draft(record, draft, seen)


def delete_participant(work: Work, participant_id: UUID) -> None:
    """Take somebody off the list of a meeting."""
    put_in_trash(work, work.get(Participant, participant_id))


def restore_participant(work: Work, participant_id: UUID) -> None:
    """Put somebody back on the list of a meeting."""
    take_from_trash(work, Participant, participant_id)


def set_presence(work: Work, participant_id: UUID, presence: Presence) -> None:
    """Note whether somebody came.

    Raises:
        NotFound: Somebody took the person off the list meanwhile.
        Invalid: The meeting has not begun, so nobody can know.
    """
    record = work.get(Participant, participant_id)
    if record.meeting_id is not None:
        begun = _is_begun(work, record.meeting_id)
        refuse_blocking(check_presence(presence, begun=begun))
    record.presence = presence


@dataclass(frozen=True, slots=True)
class Attendance:
    """What was noted of all at once.

    Args:
        noted: How many came.
        nameless: How many were left as they are: nobody knows who came for them.
    """

    noted: int
    nameless: int


def all_came(work: Work, meeting_id: UUID) -> Attendance:
    """Note that everybody who is named came, of whom nothing else was said.

    An organisation or function without a name is left: the officer notes who came.

    Raises:
        NotFound: The meeting was deleted.
        Invalid: It has not begun yet.
    """
    begun = _is_begun(work, meeting_id)
    refuse_blocking(check_presence(Presence.PRESENT, begun=begun))
    query = select(Participant).where(
        Participant.meeting_id == meeting_id,
        Participant.presence == Presence.INVITED,
        Participant.deleted_at.is_(None),
    )
    waiting = list(work.session.scalars(query))
    named = [row for row in waiting if row.contact_id or row.person.strip()]
    for each in named:
        each.presence = Presence.PRESENT
    return Attendance(len(named), len(waiting) - len(named))


def invite_usual(work: Work, meeting_id: UUID, language: str) -> int:
    """Invite whom one usually invites to such a meeting; return how many were added.

    Args:
        language: In which their functions are written down.

    Raises:
        NotFound: The meeting was deleted.
    """
    found = proposed(work, meeting_id)
    for each in found:
        record = work.add(Participant(id=new_id(), meeting_id=meeting_id))
        apply_draft(record, each.draft)
        record.function = getattr(each.function, language)
    return len(found)


def _taken_in(meeting_id: UUID) -> Select[Commitment]:
    return select(Commitment).where(
        Commitment.meeting_id == meeting_id, Commitment.deleted_at.is_(None)
    )


def _is_begun(work: Work, meeting_id: UUID) -> bool:
    return has_begun(work.get(Meeting, meeting_id).meets_at, work.now)


def _to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
