"""Whom to call before a match, in the order of the calls, and who was called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from sportsec.domain.checks import folded_names
from sportsec.domain.liaison import CallPlace, in_calling_order
from sportsec.domain.people import OrganisationKind
from sportsec.domain.words import Words
from sportsec.queries.people import CONTACTS, ContactRow
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.liaison import LiaisonEntry
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

#: Organisations that are not called to prepare the policing of a match.
_NOT_CALLED = (OrganisationKind.MEDIA,)


@dataclass(frozen=True, slots=True)
class Callee:
    """Somebody to call.

    Args:
        reached_at: When the file of the match last shows that this person was reached.
        tried_at: When a call after that was last not answered.
    """

    person: ContactRow
    place: CallPlace
    reached_at: datetime | None = None
    tried_at: datetime | None = None


def whom_to_call(work: Work, fixture_id: UUID) -> tuple[Callee, ...]:
    """Return the people of both clubs, their groups, the stadium and its city.

    They come in the order in which an officer calls them; whose mandate has ended, or
    not begun, after all others.

    Raises:
        NotFound: The match was deleted.
    """
    match = work.get(Fixture, fixture_id)
    places = _places(work, match)
    if not places:
        return ()
    rows = CONTACTS.rows(work, list(places))
    calls = last_calls(work, fixture_id)
    found = [
        Callee(row, places[row.id], *calls.get(row.id, (None, None)))
        for row in rows
        if not row.is_erased
    ]
    return tuple(sorted(found, key=_key))


def last_calls(
    work: Work, fixture_id: UUID
) -> dict[UUID, tuple[datetime | None, datetime | None]]:
    """Return when a match's file last shows that somebody was reached, and tried since.

    An attempt before the last answer says nothing any more: it is left out.
    """
    own = LiaisonEntry
    query = (
        select(own.contact_id, own.happened_at, own.is_reached)
        .where(own.fixture_id == fixture_id, own.deleted_at.is_(None))
        .order_by(own.happened_at)
    )
    found: dict[UUID, tuple[datetime | None, datetime | None]] = {}
    for contact, moment, is_reached in work.session.execute(query):
        if contact is None or moment is None:
            continue
        before = found.get(contact, (None, None))[0]
        found[contact] = (moment, None) if is_reached else (before, moment)
    return found


def _key(callee: Callee) -> tuple[Any, ...]:
    person = callee.person
    order = in_calling_order(callee.place, person.role, person.freshness)
    name = person.name.pick("ar")
    return (*order, name, person.id)


def _places(work: Work, match: Fixture) -> dict[UUID, CallPlace]:
    """Return who is called, and why; of several reasons the first counts."""
    found: dict[UUID, CallPlace] = {}
    for place, condition in _conditions(work, match):
        query = select(Contact.id).where(condition, Contact.deleted_at.is_(None))
        for one in work.session.scalars(query):
            found.setdefault(one, place)
    return found


def _conditions(
    work: Work, match: Fixture
) -> Iterator[tuple[CallPlace, ColumnElement[bool]]]:
    sides = (
        (match.home_club_id, CallPlace.HOME_CLUB, CallPlace.HOME_GROUP),
        (match.away_club_id, CallPlace.AWAY_CLUB, CallPlace.AWAY_GROUP),
    )
    for club, place, of_group in sides:
        if club is None:
            continue
        yield place, Contact.club_id == club
        groups = select(SupporterGroup.id).where(SupporterGroup.club_id == club)
        live = groups.where(SupporterGroup.deleted_at.is_(None))
        yield of_group, Contact.group_id.in_(live)
    if match.venue_id is not None:
        yield CallPlace.STADIUM, Contact.venue_id == match.venue_id
    offices = _offices(work, _city(work, match))
    if offices:
        yield CallPlace.CITY, Contact.organisation_id.in_(offices)


def _city(work: Work, match: Fixture) -> Words:
    """Return the city of the stadium, else that of the home club."""
    city = work.session.scalar(select(Venue.city).where(Venue.id == match.venue_id))
    home = select(Club.city).where(Club.id == match.home_club_id)
    return city or work.session.scalar(home) or Words()


def _offices(work: Work, city: Words) -> list[UUID]:
    """Return the authorities and services of a city, however its name is written."""
    names = folded_names(city)
    if not names:
        return []
    query = select(Organisation.id, Organisation.city).where(
        Organisation.deleted_at.is_(None), Organisation.kind.not_in(_NOT_CALLED)
    )
    rows = work.session.execute(query)
    return [one for one, where in rows if names & folded_names(where)]
