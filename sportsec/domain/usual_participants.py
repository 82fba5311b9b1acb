"""Who usually sits at a meeting, by its kind (decree 2-23-155, domain.md §1.8, §2.6).

Those of the local commission are its members by law, and whom it usually invites.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sportsec.domain.meetings import MeetingKind
from sportsec.domain.people import ContactRole, OrganisationKind
from sportsec.domain.words import N_


@dataclass(frozen=True, slots=True)
class BodySeat:
    """An organisation of the city, or of the whole country.

    Args:
        kind: None for one that the directory does not tell from others.
        function: English msgid; "" where the kind of organisation says it.
        roles: Who speaks for it, the fittest first; then anybody.
        is_member: Whether it is listed even if the directory does not know it.
    """

    kind: OrganisationKind | None
    function: str = ""
    roles: tuple[ContactRole, ...] = ()
    is_member: bool = False


@dataclass(frozen=True, slots=True)
class ClubSeat:
    """Somebody of each club of the match; one of these functions, the first there is.

    Args:
        is_home_only: Whether the away club does not come.
    """

    roles: tuple[ContactRole, ...]
    is_home_only: bool = False


@dataclass(frozen=True, slots=True)
class StadiumSeat:
    """Somebody of the stadium itself."""

    roles: tuple[ContactRole, ...]


@dataclass(frozen=True, slots=True)
class GroupSeat:
    """Somebody whom each supporter group of both clubs has named to speak for it."""

    roles: tuple[ContactRole, ...]


@dataclass(frozen=True, slots=True)
class CommandSeat:
    """The commander of the match and his deputy."""


Seat = BodySeat | ClubSeat | StadiumSeat | GroupSeat | CommandSeat

_Role, _Body = ContactRole, OrganisationKind


def _member(kind: OrganisationKind, *roles: ContactRole) -> BodySeat:
    return BodySeat(kind, roles=roles, is_member=True)


def _guest(kind: OrganisationKind, *roles: ContactRole) -> BodySeat:
    return BodySeat(kind, roles=roles)


_GOVERNOR = BodySeat(
    _Body.LOCAL_AUTHORITY,
    N_("Governor or his delegate"),
    (_Role.LOCAL_AUTHORITY,),
    is_member=True,
)
_SPORT_AUTHORITY = BodySeat(None, N_("Sport authority"), is_member=True)
_MAGISTRATE = BodySeat(None, N_("Magistrate"), is_member=True)
_POLICE = _member(_Body.POLICE, _Role.MATCH_COMMANDER, _Role.LIAISON_OFFICER)
_GENDARMERIE = _member(_Body.GENDARMERIE, _Role.LIAISON_OFFICER)
_AUXILIARIES = _member(_Body.AUXILIARY_FORCES, _Role.LIAISON_OFFICER)
_CIVIL = _member(_Body.CIVIL_PROTECTION, _Role.FIRE_OFFICER)
_PROSECUTION = _guest(_Body.PROSECUTION, _Role.PROSECUTOR)
_OPERATOR = _guest(_Body.VENUE_OPERATOR, _Role.STADIUM_DIRECTOR, _Role.SAFETY_OFFICER)
_LEAGUE = _guest(_Body.LEAGUE, _Role.MATCH_DELEGATE)
_FEDERATION = _guest(_Body.FEDERATION, _Role.MATCH_DELEGATE)
_TRANSPORT = _guest(_Body.TRANSPORT, _Role.TRANSPORT_MANAGER)
_HEALTH = _guest(_Body.HEALTH, _Role.EMERGENCY_DOCTOR, _Role.DOCTOR)
_STEWARDS = _guest(_Body.PRIVATE_SECURITY, _Role.CHIEF_STEWARD)
_STADIUM = StadiumSeat((_Role.STADIUM_DIRECTOR, _Role.SAFETY_OFFICER))
_CLUBS = ClubSeat((_Role.SAFETY_OFFICER, _Role.DEPUTY_SAFETY_OFFICER, _Role.PRESIDENT))

#: Kind of meeting → who usually sits there, in the order of the minutes.
USUAL: Mapping[MeetingKind, tuple[Seat, ...]] = {
    MeetingKind.LOCAL_COMMISSION: (
        *(_GOVERNOR, _SPORT_AUTHORITY, _POLICE, _GENDARMERIE, _AUXILIARIES, _CIVIL),
        *(_MAGISTRATE, _PROSECUTION, _OPERATOR, _STADIUM, _CLUBS, _FEDERATION),
        *(_LEAGUE, _TRANSPORT, _HEALTH),
    ),
    MeetingKind.MIXED_COMMITTEE: (
        *(_GOVERNOR, CommandSeat(), _POLICE, _AUXILIARIES, _GENDARMERIE, _CIVIL),
        *(_PROSECUTION, _OPERATOR, _STADIUM, _CLUBS, _FEDERATION, _LEAGUE),
        *(_TRANSPORT, _HEALTH, _guest(_Body.MUNICIPALITY), _STEWARDS),
    ),
    MeetingKind.TECHNICAL: (
        *(CommandSeat(), _POLICE, _CIVIL, _OPERATOR, _STADIUM, _CLUBS),
        *(ClubSeat((_Role.TEAM_MANAGER,)), _FEDERATION, _LEAGUE, _HEALTH, _STEWARDS),
    ),
    MeetingKind.SUPPORTERS: (
        *(CommandSeat(), ClubSeat((_Role.SUPPORTER_LIAISON, _Role.SAFETY_OFFICER))),
        GroupSeat((_Role.SPOKESPERSON, _Role.TRAVEL_ORGANISER)),
        *(_guest(_Body.SUPPORTERS_ASSOCIATION), _guest(_Body.LOCAL_AUTHORITY)),
    ),
    MeetingKind.CLUB: (
        *(CommandSeat(), ClubSeat((_Role.PRESIDENT, _Role.GENERAL_MANAGER)), _CLUBS),
        ClubSeat((_Role.TICKETING_OFFICER,)),
    ),
    MeetingKind.INTERNAL_BRIEFING: (CommandSeat(), _POLICE, _AUXILIARIES),
    MeetingKind.DEBRIEF: (
        *(CommandSeat(), _POLICE, _AUXILIARIES, _CIVIL, _OPERATOR, _STADIUM, _CLUBS),
        *(_HEALTH, _TRANSPORT),
    ),
    MeetingKind.SITE_VISIT: (
        *(CommandSeat(), _POLICE, _CIVIL, _OPERATOR, _STADIUM),
        ClubSeat((_Role.SAFETY_OFFICER, _Role.PRESIDENT), is_home_only=True),
    ),
    MeetingKind.MD_1: (
        *(_FEDERATION, CommandSeat(), _POLICE, _CIVIL, _OPERATOR, _STADIUM, _CLUBS),
        *(ClubSeat((_Role.TEAM_MANAGER,)), ClubSeat((_Role.PRESS_OFFICER,)), _HEALTH),
    ),
}
