"""Organisations and contacts as the officer edits them (domain.md §2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sportsec.domain.checks import check_letters, check_name, check_not_future
from sportsec.domain.drafts import Draft
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words

#: A contact not verified for longer is said to be stale (domain.md §2.4).
STALE_AFTER = timedelta(days=90)


class OrganisationKind(StrEnum):
    """What an organisation is in the safety, security and service of matches."""

    POLICE = "police"
    GENDARMERIE = "gendarmerie"
    AUXILIARY_FORCES = "auxiliary_forces"
    CIVIL_PROTECTION = "civil_protection"
    LOCAL_AUTHORITY = "local_authority"
    PROSECUTION = "prosecution"
    FEDERATION = "federation"
    LEAGUE = "league"
    VENUE_OPERATOR = "venue_operator"
    TRANSPORT = "transport"
    HEALTH = "health"
    MUNICIPALITY = "municipality"
    SUPPORTERS_ASSOCIATION = "supporters_association"
    PRIVATE_SECURITY = "private_security"
    MEDIA = "media"
    OTHER = "other"


class ContactRole(StrEnum):
    """In what function a person is called."""

    PRESIDENT = "president"
    GENERAL_MANAGER = "general_manager"
    SAFETY_OFFICER = "safety_officer"
    DEPUTY_SAFETY_OFFICER = "deputy_safety_officer"
    SUPPORTER_LIAISON = "supporter_liaison"
    TICKETING_OFFICER = "ticketing_officer"
    STADIUM_DIRECTOR = "stadium_director"
    TEAM_MANAGER = "team_manager"
    PRESS_OFFICER = "press_officer"
    CHIEF_STEWARD = "chief_steward"
    TRAVEL_ORGANISER = "travel_organiser"
    DOCTOR = "doctor"
    LEGAL = "legal"
    SPOKESPERSON = "spokesperson"
    MATCH_COMMANDER = "match_commander"
    DEPUTY_COMMANDER = "deputy_commander"
    SECTOR_CHIEF = "sector_chief"
    CONTROL_ROOM = "control_room"
    LIAISON_OFFICER = "liaison_officer"
    PROSECUTOR = "prosecutor"
    LOCAL_AUTHORITY = "local_authority"
    EMERGENCY_DOCTOR = "emergency_doctor"
    FIRE_OFFICER = "fire_officer"
    TRANSPORT_MANAGER = "transport_manager"
    MATCH_DELEGATE = "match_delegate"
    REFEREE = "referee"
    OTHER = "other"


#: The functions of those who command a match.
COMMANDERS = frozenset({ContactRole.MATCH_COMMANDER, ContactRole.DEPUTY_COMMANDER})


class LegalBasis(StrEnum):
    """Why a person's particulars may be kept (law 09-08)."""

    OFFICIAL_FUNCTION = "official_function"
    CONSENT = "consent"
    CONTRACT = "contract"


class Freshness(StrEnum):
    """Whether a contact can be relied on today."""

    FRESH = "fresh"
    STALE = "stale"  #: verified too long ago
    UNVERIFIED = "unverified"  #: never verified
    EXPIRED = "expired"  #: the mandate has ended
    FUTURE = "future"  #: the mandate has not begun


@dataclass(frozen=True, slots=True)
class OrganisationDraft(Draft):
    """A partner of the cell."""

    name: Words = Words()
    kind: OrganisationKind = OrganisationKind.OTHER
    city: Words = Words()
    phone: str = ""
    email: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ContactDraft(Draft):
    """A person, recorded by function; phones in E.164 where they could be read.

    Args:
        rank: Code of the list of ranks, or free text.
        mandate: Paper or decision that gave the function.
        verified_on: Day on which somebody last made sure that all this is right.
    """

    name_ar: str = ""
    name_latin: str = ""
    rank: str = ""
    role: ContactRole = ContactRole.OTHER
    organisation_id: UUID | None = None
    club_id: UUID | None = None
    group_id: UUID | None = None
    venue_id: UUID | None = None
    phone: str = ""
    other_phone: str = ""
    email: str = ""
    languages: str = ""
    is_reachable_on_match_day: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    verified_on: date | None = None
    mandate: str = ""
    legal_basis: LegalBasis = LegalBasis.OFFICIAL_FUNCTION
    notes: str = ""


def freshness(
    verified_on: date | None,
    valid_from: date | None,
    valid_to: date | None,
    today: date,
) -> Freshness:
    """Say how far a contact can be relied on; the mandate counts first."""
    if valid_to is not None and valid_to < today:
        return Freshness.EXPIRED
    if valid_from is not None and valid_from > today:
        return Freshness.FUTURE
    if verified_on is None:
        return Freshness.UNVERIFIED
    if today - verified_on > STALE_AFTER:
        return Freshness.STALE
    return Freshness.FRESH


def check_organisation(
    draft: OrganisationDraft, twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with an organisation.

    Args:
        twin: Name of another organisation that reads the same.
    """
    return [*check_name(draft.name, twin), *_check_email(draft.email)]


def check_contact(
    draft: ContactDraft, today: date, twin: Words | None = None
) -> list[Problem]:
    """Say what is wrong with a contact (UEFA art. 7, law 09-08, domain.md §2.4).

    Args:
        twin: Another contact whose name reads the same.
    """
    found = []
    if not (draft.name_ar or draft.name_latin):
        text = N_("Give the name in Arabic or in Latin letters")
        found.append(Problem("name_ar", text))
    elif twin is not None:
        text = N_("{name} already exists: is it the same?")
        found.append(Problem("name_ar", text, Level.WARN, {"name": twin}))
    found += check_letters("name_ar", draft.name_ar, "name_latin", draft.name_latin)
    found += _check_reach(draft)
    found += _check_place(draft)
    return found + _check_mandate(draft, today)


def _check_reach(draft: ContactDraft) -> list[Problem]:
    """One way at least to reach him, above all on the day of the match (UEFA 7)."""
    found = _check_email(draft.email)
    if draft.phone or draft.other_phone:
        return found
    if draft.is_reachable_on_match_day:
        text = N_("No number for match day")
        found.append(Problem("phone", text, Level.WARN))
    elif not draft.email:
        text = N_("Neither phone nor e-mail")
        found.append(Problem("phone", text, Level.WARN))
    return found


def _check_place(draft: ContactDraft) -> list[Problem]:
    """Persons are kept by function; those of a group only if it named them itself."""
    places = (draft.organisation_id, draft.club_id, draft.group_id, draft.venue_id)
    if not any(places):
        text = N_("Say where this person works")
        return [Problem("organisation_id", text, Level.WARN)]
    if draft.group_id is not None and not draft.mandate:
        text = N_("Say how the group named this person to speak for it")
        return [Problem("mandate", text, Level.WARN)]
    return []


def _check_mandate(draft: ContactDraft, today: date) -> list[Problem]:
    found = check_not_future("verified_on", draft.verified_on, today)
    start, end = draft.valid_from, draft.valid_to
    if start is not None and end is not None and end < start:
        found.append(Problem("valid_to", N_("The mandate ends before it begins")))
        return found
    state = freshness(draft.verified_on, start, end, today)
    if state is Freshness.EXPIRED:
        text = N_("The mandate ended on {day}")
        found.append(Problem("valid_to", text, Level.WARN, {"day": end}))
    elif state is Freshness.STALE:
        text = N_("Not verified since {day}: call and make sure")
        facts = {"day": draft.verified_on}
        found.append(Problem("verified_on", text, Level.WARN, facts))
    return found


def _check_email(email: str) -> list[Problem]:
    name, at, host = email.partition("@")
    if not email or (name and at and "." in host.strip(".") and " " not in email):
        return []
    return [Problem("email", N_("This is not an e-mail address"))]
