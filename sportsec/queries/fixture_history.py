"""What happened to a match and before it: moves, estimates, earlier meetings."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, or_, select, union
from sqlalchemy.orm import aliased

from sportsec.domain.fixtures import (
    Confidence,
    EstimateKind,
    FixtureStatus,
    OutcomeCode,
)
from sportsec.domain.words import Words
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.store.tables.competitions import Competition
from sportsec.store.tables.fixtures import Estimate, Fixture, KickOffChange
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

R = TypeVar("R")
#: Earlier meetings that a match file lists.
MEETINGS = 10


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move of a match; an empty venue is one that was not known."""

    id: UUID
    changed_at: datetime
    from_date: date | None
    from_at: datetime | None
    from_venue: Words
    to_date: date | None
    to_at: datetime | None
    to_venue: Words
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """One estimate of a public, in persons."""

    id: UUID
    kind: EstimateKind
    persons: int
    source: str
    estimated_on: date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """An earlier match of the same clubs; attendance in persons."""

    id: UUID
    played_on: date
    competition: Words
    home: Words
    away: Words
    venue: Words
    status: FixtureStatus
    home_score: int | None
    away_score: int | None
    attendance: int | None
    outcome: OutcomeCode | None
    outcome_note: Words


def moves_of(work: Work, fixture_id: UUID) -> tuple[MoveRow, ...]:
    """Return the moves of a match, the latest first."""
    old, new = aliased(Venue), aliased(Venue)
    owner = KickOffChange
    query = (
        select(
            *(owner.id, owner.changed_at, owner.from_date, owner.from_at, old.name),
            *(owner.to_date, owner.to_at, new.name, owner.reason, owner.source),
        )
        .outerjoin(old, owner.from_venue_id == old.id)
        .outerjoin(new, owner.to_venue_id == new.id)
        .where(owner.fixture_id == fixture_id, owner.deleted_at.is_(None))
        .order_by(owner.changed_at.desc(), owner.id.desc())
    )
    return tuple(_row(MoveRow, row, 4, 7) for row in work.session.execute(query))


def estimates_of(work: Work, fixture_id: UUID) -> tuple[EstimateRow, ...]:
    """Return all estimates of a match, the latest first."""
    owner = Estimate
    query = (
        select(
            *(owner.id, owner.kind, owner.persons, owner.source),
            *(owner.estimated_on, owner.confidence),
        )
        .where(owner.fixture_id == fixture_id, owner.deleted_at.is_(None))
        .where(owner.persons.is_not(None))
        .order_by(owner.estimated_on.desc(), owner.id.desc())
    )
    return tuple(_row(EstimateRow, row) for row in work.session.execute(query))


def estimates_in_force(
    estimates: Iterable[EstimateRow],
) -> dict[EstimateKind, EstimateRow]:
    """Return the one that counts of each public.

    Args:
        estimates: All of a match, the latest first.
    """
    found: dict[EstimateKind, EstimateRow] = {}
    for row in estimates:
        found.setdefault(row.kind, row)
    return found


def meetings_before(
    work: Work,
    home_club_id: UUID | None,
    away_club_id: UUID | None,
    day: date,
    limit: int = MEETINGS,
) -> tuple[MeetingRow, ...]:
    """Return the matches of two clubs before a day, at home or away, latest first."""
    pairs = ((home_club_id, away_club_id), (away_club_id, home_club_id))
    earlier = union(
        *(
            select(Fixture.id).where(
                Fixture.home_club_id == one,
                Fixture.away_club_id == other,
                Fixture.kick_off_date < day,
                Fixture.deleted_at.is_(None),
            )
            for one, other in pairs
        )
    ).subquery()
    query = select(earlier.c.id)
    return _matches(work, query, limit)


def matches_at(
    work: Work,
    venue_id: UUID | None,
    day: date,
    clubs: Collection[UUID | None],
    limit: int = MEETINGS,
) -> tuple[MeetingRow, ...]:
    """Return the matches at a stadium before a day, the latest first.

    Args:
        clubs: Matches of these two against each other are left out.
    """
    known = [club for club in clubs if club is not None]
    query = select(Fixture.id).where(
        Fixture.venue_id == venue_id,
        Fixture.kick_off_date < day,
        Fixture.deleted_at.is_(None),
        or_(
            Fixture.home_club_id.is_(None),
            Fixture.away_club_id.is_(None),
            Fixture.home_club_id.not_in(known),
            Fixture.away_club_id.not_in(known),
        ),
    )
    return _matches(work, query, limit) if venue_id is not None else ()


def _matches(work: Work, ids: Select[UUID], limit: int) -> tuple[MeetingRow, ...]:
    query = with_names(
        select(
            *(Fixture.id, Fixture.kick_off_date, Competition.name),
            *(HOME.name, AWAY.name, Venue.name, Fixture.status),
            *(Fixture.home_score, Fixture.away_score, Fixture.actual_attendance),
            *(Fixture.outcome, Fixture.outcome_note),
        )
        .where(Fixture.id.in_(ids))
        .order_by(Fixture.kick_off_date.desc(), Fixture.id)
        .limit(limit)
    )
    return tuple(
        _row(MeetingRow, row, 2, 3, 4, 5) for row in work.session.execute(query)
    )


def _row(kind: type[R], row: Any, *names: int) -> R:
    """Make a row; a name that is missing at one of the places is empty."""
    return kind(
        *((value or Words()) if at in names else value for at, value in enumerate(row))
    )
