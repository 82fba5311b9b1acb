"""The liaison log: calls, visits and messages (domain.md §2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.people import ContactRole, Freshness
from sportsec.domain.problems import Problem
from sportsec.domain.words import N_

#: Clocks of two PCs may differ by so much.
_AHEAD = timedelta(minutes=10)


class LiaisonKind(StrEnum):
    """How somebody was spoken to."""

    CALL = "call"
    VISIT = "visit"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class LiaisonDraft(Draft):
    """One call, visit or message, of a match or of none.

    Args:
        happened_at: The moment; None is now.
        with_whom: A person who is no contact.
        is_reached: Whether anybody answered.
        gist: What was said.
    """

    fixture_id: UUID | None = None
    kind: LiaisonKind = LiaisonKind.CALL
    happened_at: datetime | None = None
    contact_id: UUID | None = None
    with_whom: str = ""
    is_reached: bool = True
    gist: str = ""


def check_entry(draft: LiaisonDraft, now: datetime) -> list[Problem]:
    """Say what is wrong with a call, visit or message."""
    found = []
    if draft.contact_id is None and not draft.with_whom.strip():
        found.append(Problem("contact_id", N_("Say with whom you spoke")))
    if draft.is_reached and not draft.gist.strip():
        text = N_("Write what was said, or tick that nobody answered")
        found.append(Problem("gist", text))
    if draft.happened_at is not None and draft.happened_at > now + _AHEAD:
        found.append(Problem("happened_at", N_("This moment has not come yet")))
    return found


class CallPlace(StrEnum):
    """Where those sit who are called before a match, in the order of the calls."""

    HOME_CLUB = "home_club"
    AWAY_CLUB = "away_club"
    HOME_GROUP = "home_group"
    AWAY_GROUP = "away_group"
    STADIUM = "stadium"
    CITY = "city"


#: Functions in the order in which they are called; all others come after them.
CALLED_FIRST = (
    ContactRole.SAFETY_OFFICER,
    ContactRole.DEPUTY_SAFETY_OFFICER,
    ContactRole.SUPPORTER_LIAISON,
    ContactRole.TICKETING_OFFICER,
    ContactRole.CHIEF_STEWARD,
    ContactRole.TRAVEL_ORGANISER,
    ContactRole.SPOKESPERSON,
    ContactRole.STADIUM_DIRECTOR,
    ContactRole.CONTROL_ROOM,
    ContactRole.LOCAL_AUTHORITY,
    ContactRole.PROSECUTOR,
    ContactRole.FIRE_OFFICER,
    ContactRole.EMERGENCY_DOCTOR,
    ContactRole.TRANSPORT_MANAGER,
    ContactRole.GENERAL_MANAGER,
    ContactRole.PRESIDENT,
)
_RANKS = {role: at for at, role in enumerate(CALLED_FIRST)}
_PLACES = {place: at for at, place in enumerate(CallPlace)}


def in_calling_order(
    place: CallPlace, role: ContactRole, reliance: Freshness
) -> tuple[bool, int, int]:
    """Return the key of the order in which an officer calls people before a match.

    Club by club, then groups, stadium and authorities; at each place those first who
    answer for safety. Whose mandate has ended or not begun comes after all others.
    """
    is_out = reliance in {Freshness.EXPIRED, Freshness.FUTURE}
    return is_out, _PLACES[place], _RANKS.get(role, len(_RANKS))
