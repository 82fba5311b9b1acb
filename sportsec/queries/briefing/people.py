"""The people of a briefing: groups of both publics, their relations, whom to call."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, inspect, or_, select
from sqlalchemy.orm import Session, aliased

from sportsec.domain.deployment import ListKind
from sportsec.domain.people import ContactRole
from sportsec.domain.words import LANGUAGES
from sportsec.queries.briefing.rows import ContactRow, GroupRow, Person, RelationRow
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.units import ListItem
from sportsec.store.tables.venues import Venue

_IN_THE_DEPLOYMENT = (
    ContactRole.MATCH_COMMANDER,
    ContactRole.DEPUTY_COMMANDER,
    ContactRole.SECTOR_CHIEF,
)


def groups_of(session: Session, fixture: Fixture) -> tuple[GroupRow, ...]:
    """Return the groups of both clubs: home first, the largest first."""
    pair = (fixture.home_club_id, fixture.away_club_id)
    query = select(SupporterGroup).where(
        SupporterGroup.club_id.in_(pair), SupporterGroup.deleted_at.is_(None)
    )
    rows = [
        GroupRow(
            id=group.id,
            name=group.name,
            is_home=group.club_id == fixture.home_club_id,
            kind=group.kind,
            members=(group.members_low, group.members_high),
            away=(group.away_low, group.away_high),
            behaviours=group.behaviours,
            sensitive_dates=group.sensitive_dates,
        )
        for group in session.scalars(query)
    ]
    rows.sort(key=lambda row: (not row.is_home, -(row.members[1] or 0), row.id))
    return tuple(rows)


def relations_of(session: Session, fixture: Fixture) -> tuple[RelationRow, ...]:
    """Return the relations between a home and an away group, whoever noted them."""
    one, other = aliased(SupporterGroup), aliased(SupporterGroup)
    home, away = fixture.home_club_id, fixture.away_club_id
    query = (
        select(
            one.club_id,
            one.name,
            other.name,
            GroupRelation.kind,
            GroupRelation.last_event,
        )
        .join(one, GroupRelation.group_id == one.id)
        .join(other, GroupRelation.other_group_id == other.id)
        .where(
            GroupRelation.deleted_at.is_(None),
            one.deleted_at.is_(None),
            other.deleted_at.is_(None),
            or_(
                (one.club_id == home) & (other.club_id == away),
                (one.club_id == away) & (other.club_id == home),
            ),
        )
        .order_by(GroupRelation.id)
    )
    return tuple(
        RelationRow(first, second, kind, event)
        if club == home
        else RelationRow(second, first, kind, event)
        for club, first, second, kind, event in session.execute(query)
    )


def contacts_of(session: Session, fixture: Fixture) -> tuple[ContactRow, ...]:
    """Return whom to call: authorities and partners, the stadium, both clubs.

    Only mandates valid on the day of the match; of organisations only those of the
    city and those of no city, which serve the whole country. Leaders in the
    deployment stand in the call-sign sheet and are left out here. Where nobody is
    named of an organisation, such as an ambulance, it is called by its own number.
    """
    return (*_persons(session, fixture), *_bodies(session, fixture))


def _persons(session: Session, fixture: Fixture) -> tuple[ContactRow, ...]:
    ground = aliased(Venue)
    pair = (fixture.home_club_id, fixture.away_club_id)
    query = (
        select(
            Contact.role,
            Organisation.name,
            Venue.name,
            Club.name,
            Contact.name_ar,
            Contact.name_latin,
            ListItem.name,
            Contact.phone,
            Contact.other_phone,
            Contact.is_reachable_on_match_day,
        )
        .outerjoin(Organisation, Contact.organisation_id == Organisation.id)
        .outerjoin(Venue, Contact.venue_id == Venue.id)
        .outerjoin(Club, Contact.club_id == Club.id)
        .outerjoin(ground, ground.id == fixture.venue_id)
        .outerjoin(
            ListItem,
            (ListItem.code == Contact.rank) & (ListItem.kind == ListKind.RANK),
        )
        .where(
            *_in_office(fixture.kick_off_date),
            or_(
                Contact.organisation_id.is_not(None) & _serves(ground),
                Contact.venue_id == fixture.venue_id,
                Contact.club_id.in_(pair),
            ),
        )
        .order_by(
            Contact.organisation_id.is_(None),
            Contact.venue_id.is_(None),
            Contact.club_id != fixture.home_club_id,
            Organisation.kind,
            Contact.role,
            Contact.id,
        )
    )
    return tuple(
        ContactRow(
            role=row[0],
            body=row[1] or row[2] or row[3],
            person=Person(row[4], row[5], row[6], row[7]),
            other_phone=row[8],
            is_reachable=row[9],
        )
        for row in session.execute(query)
    )


def _bodies(session: Session, fixture: Fixture) -> tuple[ContactRow, ...]:
    """Return the organisations with a number of their own and nobody named."""
    ground = aliased(Venue)
    is_named = exists().where(
        Contact.organisation_id == Organisation.id, *_in_office(fixture.kick_off_date)
    )
    query = (
        select(Organisation.name, Organisation.phone)
        .outerjoin(ground, ground.id == fixture.venue_id)
        .where(
            Organisation.deleted_at.is_(None),
            Organisation.phone != "",
            _serves(ground),
            ~is_named,
        )
        .order_by(Organisation.kind, Organisation.id)
    )
    return tuple(
        ContactRow(None, name, Person(phone=phone), other_phone="", is_reachable=True)
        for name, phone in session.execute(query)
    )


def _in_office(day: date) -> tuple[ColumnElement[bool], ...]:
    """Return what holds for a contact in office on a day, and not in the deployment."""
    return (
        Contact.deleted_at.is_(None),
        or_(Contact.valid_from.is_(None), Contact.valid_from <= day),
        or_(Contact.valid_to.is_(None), Contact.valid_to >= day),
        Contact.role.not_in(_IN_THE_DEPLOYMENT),
    )


def _serves(ground: type[Venue]) -> ColumnElement[bool]:
    """Say whether an organisation is of the stadium's city, or of no city."""
    here, there = Organisation.__table__.c, inspect(ground).selectable.c
    same = (
        (here[f"city_{code}"] != "") & (here[f"city_{code}"] == there[f"city_{code}"])
        for code in LANGUAGES
    )
    nowhere = and_(*(here[f"city_{code}"] == "" for code in LANGUAGES))
    return or_(nowhere, *same)
