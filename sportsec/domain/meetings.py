"""Meetings: commissions, committees, briefings, and their minutes (domain.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.folding import fold
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_


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


#: Kinds of meetings that prepare a match: held after its kick-off they come too late.
_BEFORE_THE_MATCH = frozenset(MeetingKind) - {MeetingKind.DEBRIEF}


#: Said of a meeting that is noted as held too early.
NOT_BEGUN = N_("It has not begun yet, so it cannot have been held")


def has_begun(meets_at: datetime | None, now: datetime) -> bool:
    """Say whether a meeting may have been held; of one of no hour it may be."""
    return meets_at is None or meets_at <= now


def is_out_of_time(
    kind: MeetingKind, meets_at: datetime | None, kick_off_at: datetime | None
) -> bool:
    """Say whether a meeting begins on the wrong side of the kick-off of its match.

    What prepares a match comes before it, and what looks back after it began.
    """
    if meets_at is None or kick_off_at is None:
        return False
    return (meets_at >= kick_off_at) is (kind in _BEFORE_THE_MATCH)


def check_meeting(
    draft: MeetingDraft, now: datetime, kick_off_at: datetime | None = None
) -> list[Problem]:
    """Say what is wrong with a meeting.

    Args:
        now: Aware.
        kick_off_at: Of its match; None where it is not known or there is none.
    """
    if draft.status is MeetingStatus.CANCELLED:
        return []
    return [*_check_moment(draft, now, kick_off_at), *check_minutes(draft)]


def _check_moment(
    draft: MeetingDraft, now: datetime, kick_off_at: datetime | None
) -> list[Problem]:
    is_held, begins = draft.status is MeetingStatus.HELD, draft.meets_at
    if begins is None:
        return [warning("meets_at", N_("Give the day and hour of the meeting"))]
    if is_held and not has_begun(begins, now):
        return [Problem("meets_at", NOT_BEGUN)]
    if not is_held and begins < now:
        text = N_("This moment has passed: note that it was held, or move it")
        return [warning("meets_at", text)]
    if is_out_of_time(draft.kind, begins, kick_off_at):
        is_before = draft.kind in _BEFORE_THE_MATCH
        late, early = (
            N_("This is after the kick-off, {at}"),
            N_("This is before the kick-off, {at}"),
        )
        return [warning("meets_at", late if is_before else early, at=kick_off_at)]
    return []


def check_convocation(draft: MeetingDraft) -> list[Problem]:
    """Say what a convocation would leave open: who is asked must know it to come."""
    wanted = {
        "meets_at": (draft.meets_at, N_("The day and hour are not fixed yet.")),
        "place": (draft.place.strip(), N_("The place is not fixed yet.")),
        "chair": (draft.chair.strip(), N_("Nobody is named for the chair yet.")),
    }
    return [warning(name, text) for name, (value, text) in wanted.items() if not value]


def check_minutes(draft: MeetingDraft) -> list[Problem]:
    """Say what minutes would leave blank that they must say."""
    found = []
    is_held = draft.status is MeetingStatus.HELD
    if is_held and not draft.place.strip():
        text = N_("The minutes must say where the meeting was held")
        found.append(warning("place", text))
    if is_held and not draft.chair.strip():
        found.append(warning("chair", N_("The minutes must say who was in the chair")))
    if draft.minutes_keeper.strip():
        return found
    if draft.kind is MeetingKind.LOCAL_COMMISSION:
        text = N_(
            "The sport authority keeps the minutes of a local commission"
            " (decree 2-23-155): name its representative"
        )
        found.append(warning("minutes_keeper", text))
    elif is_held:
        text = N_("The minutes must say who kept them")
        found.append(warning("minutes_keeper", text))
    return found


#: Said of minutes of which something was changed after they were signed.
SIGN_AGAIN = N_("Something was changed after the minutes were signed")


def check_signature(signature: Signature, *, is_changed: bool) -> list[Problem]:
    """Say whether minutes must be signed again.

    Args:
        is_changed: Whether what they say was changed after they were signed.
    """
    if signature is Signature.SIGNED and is_changed:
        return [warning("signature", SIGN_AGAIN)]
    return []


#: Said of a presence that nobody can know before the meeting.
NOBODY_CAME_YET = N_(
    "The meeting has not begun yet: who is present or absent is noted then"
)


def is_known_before(presence: Presence) -> bool:
    """Say whether a presence may be noted before the meeting has begun."""
    return presence in {Presence.INVITED, Presence.EXCUSED}


def check_presence(presence: Presence, *, begun: bool) -> list[Problem]:
    """Say whether it is too early to know that somebody came or stayed away."""
    if begun or is_known_before(presence):
        return []
    return [Problem("presence", NOBODY_CAME_YET)]


#: Said of a meeting that was held, while nobody is noted as present.
NOBODY_PRESENT = N_("Nobody is noted as present: note who came before printing")


def check_attendance(
    status: MeetingStatus, presences: Iterable[Presence]
) -> list[Problem]:
    """Say whether the minutes would name guests of whom none came.

    Args:
        presences: Of all who are invited; of an empty list nothing is said.
    """
    noted = set(presences)
    if status is MeetingStatus.HELD and noted and Presence.PRESENT not in noted:
        return [warning("presence", NOBODY_PRESENT)]
    return []


def check_participant(
    draft: ParticipantDraft, others: Iterable[ParticipantDraft] = ()
) -> list[Problem]:
    """Say what is wrong with a participant.

    Args:
        others: Those invited already, without the one that is checked.
    """
    person = draft.person.strip()
    nameless = draft.contact_id is None and not person
    if nameless and draft.organisation_id is None and not draft.function.strip():
        text = N_("Choose a contact or an organisation, or write a name")
        return [Problem("contact_id", text)]
    for other in others:
        if draft.contact_id is not None and draft.contact_id == other.contact_id:
            return [Problem("contact_id", N_("This person is invited already"))]
        same = person and other.contact_id is None and person == other.person.strip()
        if same and draft.organisation_id == other.organisation_id:
            text = N_("Somebody of this name is invited already")
            return [warning("person", text)]
    return []


def lines_lacking(agenda: str, points: Iterable[Iterable[str]]) -> list[str]:
    """Return the points that an agenda lacks, in their first wording.

    Args:
        points: Each in several wordings: the one to write, then those under which it
            may stand there already, such as in another language.
    """
    there = {fold(line) for line in agenda.splitlines()}
    new = []
    for wordings in points:
        said = list(wordings)
        if said and there.isdisjoint(map(fold, said)):
            new.append(said[0])
            there.add(fold(said[0]))
    return new


def with_lines(agenda: str, points: Iterable[str]) -> tuple[str, int]:
    """Return an agenda with the points that it lacks, and how many these are.

    What the officer wrote stays as it is, and where it is.
    """
    new = lines_lacking(agenda, ([point] for point in points))
    lines = agenda.splitlines()
    while new and lines and not lines[-1].strip():
        lines.pop()
    return ("\n".join((*lines, *new)) if new else agenda), len(new)
