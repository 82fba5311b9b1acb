"""The part of a briefing that the record of the match itself gives."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from sportsec.domain.deployment import ListKind
from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.words import Words
from sportsec.i18n.formats import ZONE
from sportsec.queries.briefing.people import contacts_of, groups_of, relations_of
from sportsec.queries.briefing.rows import (
    CellRow,
    EstimateRow,
    MatchPart,
    MatchRow,
    MeetingRow,
    Person,
    VenueRow,
)
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.system import Cell
from sportsec.store.tables.units import ListItem
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

#: Earlier meetings that the paper lists (domain.md §4.2, part 2).
MEETINGS = 5

#: Columns that a `MatchRow` carries over as they are.
_SAME = (
    *("ref_no", "round", "kick_off_date", "kick_off_at", "status"),
    *("regime_authority", "regime_reference", "regime_date", "travel_regime"),
    *("capacity_allowed", "tickets_printed", "tickets_sold_home", "tickets_sold_away"),
    *("away_allocation", "travelling_stewards", "away_sector_id", "stakes"),
    *("away_station", "away_route"),
    *("concurrent_events", "weather", "commander_call_sign", "command_post"),
    *("command_post_phone", "key_messages", "situation", "mission", "constraints"),
)


def match_part(work: Work, fixture_id: UUID) -> MatchPart:
    """Return what a briefing says of the match, its publics and its people.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    session = work.session
    return MatchPart(
        cell=_cell(session),
        match=_match(session, fixture),
        venue=_venue(session, fixture.venue_id),
        estimates=_estimates(session, fixture.id),
        meetings=_meetings(session, fixture, work.now),
        groups=groups_of(session, fixture),
        relations=relations_of(session, fixture),
        contacts=contacts_of(session, fixture),
    )


def _cell(session: Session) -> CellRow:
    row = session.execute(
        select(Cell.name, Cell.command_name, Cell.city)
        .where(Cell.deleted_at.is_(None))
        .order_by(Cell.id)
    ).first()
    return CellRow(*row) if row else CellRow(Words(), Words(), Words())


def _match(session: Session, fixture: Fixture) -> MatchRow:
    query = with_names(
        select(
            Competition.name.label("competition"),
            Competition.away_quota_percent,
            Season.label.label("season"),
            HOME.name.label("home"),
            AWAY.name.label("away"),
            Venue.name.label("venue"),
            Venue.city.label("city"),
        )
        .select_from(Fixture)
        .where(Fixture.id == fixture.id)
    )
    row = session.execute(query).one()
    return MatchRow(
        id=fixture.id,
        version=fixture.order_version,
        competition=row.competition,
        away_quota_percent=row.away_quota_percent,
        season=row.season or "",
        home=row.home,
        away=row.away,
        venue=row.venue,
        city=row.city,
        regime=fixture.attendance_regime,
        commander=_person(session, fixture.commander_id),
        deputy=_person(session, fixture.deputy_id),
        **{name: getattr(fixture, name) for name in _SAME},
    )


def _person(session: Session, contact_id: UUID | None) -> Person:
    if contact_id is None:
        return Person()
    row = session.execute(
        select(
            Contact.name_ar,
            Contact.name_latin,
            ListItem.name,
            Contact.phone,
            Organisation.name,
        )
        .outerjoin(Organisation, Contact.organisation_id == Organisation.id)
        .outerjoin(
            ListItem,
            (ListItem.code == Contact.rank) & (ListItem.kind == ListKind.RANK),
        )
        .where(Contact.id == contact_id, Contact.deleted_at.is_(None))
    ).first()
    if row is None:
        return Person()
    return Person(row[0], row[1], row[2], row[3], row[4] or Words())


def _venue(session: Session, venue_id: UUID | None) -> VenueRow | None:
    row = session.execute(
        select(
            Venue.nominal_capacity,
            Venue.control_room,
            Venue.control_room_phone,
            Venue.hospital,
            Venue.hospital_minutes,
            Venue.away_reception,
            Venue.hazards,
        ).where(Venue.id == venue_id, Venue.deleted_at.is_(None))
    ).first()
    return VenueRow(*row) if row else None


def _estimates(session: Session, fixture_id: UUID) -> dict[EstimateKind, EstimateRow]:
    """Return the latest estimate of each kind; the later row replaces the earlier."""
    query = (
        select(
            Estimate.kind,
            Estimate.persons,
            Estimate.source,
            Estimate.estimated_on,
            Estimate.confidence,
        )
        .where(Estimate.fixture_id == fixture_id, Estimate.deleted_at.is_(None))
        .where(Estimate.persons.is_not(None))
        .order_by(Estimate.estimated_on, Estimate.id)
    )
    return {
        kind: EstimateRow(kind, persons or 0, source, estimated_on, confidence)
        for kind, persons, source, estimated_on, confidence in session.execute(query)
    }


def _meetings(
    session: Session, fixture: Fixture, now: datetime
) -> tuple[MeetingRow, ...]:
    """Return the last meetings of the two clubs; a leg still to come is none."""
    before = min(fixture.kick_off_date, now.astimezone(ZONE).date())
    pair = (fixture.home_club_id, fixture.away_club_id)
    query = with_names(
        select(
            Fixture.kick_off_date,
            Competition.name,
            HOME.name,
            AWAY.name,
            Fixture.home_score,
            Fixture.away_score,
            Fixture.actual_attendance,
            Fixture.outcome,
            Fixture.outcome_note,
        )
        .where(
            Fixture.home_club_id.in_(pair),
            Fixture.away_club_id.in_(pair),
            Fixture.kick_off_date < before,
            Fixture.deleted_at.is_(None),
        )
        .order_by(Fixture.kick_off_date.desc(), Fixture.id)
        .limit(MEETINGS)
    )
    return tuple(MeetingRow(*row) for row in session.execute(query))
