"""Organisations and contacts: kinds and roles (domain.md §2.4)."""

from __future__ import annotations

from enum import StrEnum


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


class LegalBasis(StrEnum):
    """Why a person's particulars may be kept (law 09-08)."""

    OFFICIAL_FUNCTION = "official_function"
    CONSENT = "consent"
    CONTRACT = "contract"
