"""A match with its clubs, its city and the people whom one invites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sportsec.domain.commitments import CommitmentDraft, CommitmentKind
from sportsec.domain.meetings import MeetingDraft, MeetingKind
from sportsec.domain.people import (
    ContactDraft,
    ContactRole,
    OrganisationDraft,
    OrganisationKind,
)
from sportsec.domain.words import Words
from sportsec.services.commitments import add_commitment
from sportsec.services.meetings import add_meeting
from sportsec.services.people import add_contact, add_organisation
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture, a_venue

FES = Words(ar="فاس", fr="Fès")
TOMORROW = NOW + timedelta(days=1)
YESTERDAY = NOW - timedelta(days=1)
KICK_OFF = datetime(2026, 12, 5, 18, 0, tzinfo=UTC)


@dataclass
class City:
    """A match at Fès with what its meetings need."""

    match: Fixture
    home: Club
    away: Club


def a_city(work: Work) -> City:
    home = a_club(work, city=FES)
    away = a_club(work, "Rif Club")
    venue = a_venue(work, city=FES)
    work.session.flush()
    match = a_fixture(work, home, away, venue_id=venue.id)
    work.session.flush()
    return City(match, home, away)


def a_body(work: Work, kind: OrganisationKind, name: str, **values: Any) -> UUID:
    values = {"city": FES, **values}
    return add_organisation(work, OrganisationDraft(Words(fr=name), kind, **values))


def a_person(
    work: Work, name: str, role: ContactRole = ContactRole.OTHER, **values: Any
) -> UUID:
    values = {"phone": "0661234567", **values}
    draft = ContactDraft(name_ar="فلان", name_latin=name, role=role, **values)
    return add_contact(work, draft)


def a_meeting(work: Work, fixture_id: UUID | None = None, **values: Any) -> UUID:
    values = {"kind": MeetingKind.TECHNICAL, "meets_at": TOMORROW, **values}
    return add_meeting(work, MeetingDraft(fixture_id=fixture_id, **values))


def a_decision(work: Work, meeting: UUID, wording: str, **values: Any) -> UUID:
    values = {"responsible": "Club", "kind": CommitmentKind.DECISION, **values}
    draft = CommitmentDraft(meeting_id=meeting, wording=wording, **values)
    return add_commitment(work, draft)
