"""What the record knows of a match that its rating may use."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from sportsec.domain.fixtures import EstimateKind, FixtureStatus, OutcomeCode
from sportsec.domain.risk import AWAY_FANS, HOME_FANS, VENUE, Rater
from sportsec.domain.risk_record import (
    EarlierRating,
    MatchRecord,
    Meeting,
    Relation,
)
from sportsec.domain.sun import sunset
from sportsec.domain.words import Words
from sportsec.queries.clock import local_day
from sportsec.queries.fixture_names import AWAY, HOME, with_names
from sportsec.queries.region import region_point
from sportsec.queries.venues import venue_capacities
from sportsec.store.tables.competitions import Season
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.groups import GroupRelation, SupporterGroup
from sportsec.store.tables.risk import RiskAssessment, RiskFactor, RiskItem
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

#: Earlier meetings that the grid looks at (factor F2).
MEETINGS = 5
#: A grave precedent counts for so many seasons before the present one.
GRAVE_SEASONS = 3
#: An earlier rating of a venue or a public is not carried over after so many years.
CARRIED_YEARS = 1

_PLAYED = (FixtureStatus.PLAYED, FixtureStatus.INTERRUPTED, FixtureStatus.ABANDONED)
_PLANNED = (FixtureStatus.SCHEDULED, FixtureStatus.CONFIRMED)


def match_record(work: Work, fixture: Fixture) -> MatchRecord:
    """Return what the record holds of a match, as far as a rating may use it."""
    return replace(
        figures_records(work, [fixture])[fixture.id],
        stakes=fixture.stakes,
        is_decisive_for_both=fixture.is_decisive_for_both,
        kick_off_at=fixture.kick_off_at,
        zone=fixture.kick_off_zone,
        sunset_at=_sunset(work, fixture),
        has_concurrent_events=bool(fixture.concurrent_events),
        relations=_relations(work, fixture),
        meetings=_meetings(work, fixture)[:MEETINGS],
        earlier=_earlier(work, fixture),
        grave_on=_grave_on(work, fixture),
    )


def figures_records(
    work: Work, fixtures: Sequence[Fixture]
) -> Mapping[UUID, MatchRecord]:
    """Return only what the record holds of the public and of the room for it.

    By as many questions for any number of matches as for one.
    """
    estimates = _latest(work, [each.id for each in fixtures])
    capacities = _capacities(work, fixtures)
    found = {}
    for each in fixtures:
        away = away_expected(each, estimates[each.id])
        found[each.id] = MatchRecord(
            away=away,
            crowd=crowd_expected(each, estimates[each.id], away),
            capacity=capacities[each.id],
            regime=each.attendance_regime,
            travel_regime=each.travel_regime,
        )
    return found


def latest_estimates(work: Work, fixture_id: UUID) -> dict[EstimateKind, int]:
    """Return the latest estimate of each kind, in persons."""
    return _latest(work, [fixture_id])[fixture_id]


def _latest(
    work: Work, ids: Collection[UUID]
) -> Mapping[UUID, dict[EstimateKind, int]]:
    query = (
        select(Estimate.fixture_id, Estimate.kind, Estimate.persons)
        .where(Estimate.fixture_id.in_(ids), Estimate.deleted_at.is_(None))
        .where(Estimate.persons.is_not(None))
        .order_by(Estimate.estimated_on, Estimate.id)
    )
    found: dict[UUID, dict[EstimateKind, int]] = {each: {} for each in ids}
    for fixture_id, kind, persons in work.session.execute(query):
        if fixture_id is not None:
            found[fixture_id][kind] = persons or 0
    return found


def away_expected(fixture: Fixture, estimates: dict[EstimateKind, int]) -> int | None:
    """Return the away supporters expected: the estimate, never below tickets sold."""
    ticketed = estimates.get(EstimateKind.AWAY_TICKETED)
    ticketless = estimates.get(EstimateKind.AWAY_TICKETLESS)
    if ticketed is None and ticketless is None:
        return fixture.tickets_sold_away
    return max(ticketed or 0, fixture.tickets_sold_away or 0) + (ticketless or 0)


def crowd_expected(
    fixture: Fixture, estimates: dict[EstimateKind, int], away: int | None
) -> int | None:
    """Return the public expected: estimated as a whole, by its parts, or as sold."""
    total = estimates.get(EstimateKind.ATTENDANCE)
    if total is not None:
        return total
    home = estimates.get(EstimateKind.HOME)
    if home is not None:
        return home + (away or 0)
    if fixture.tickets_sold_home is None:
        return None
    sold = fixture.tickets_sold_home + (fixture.tickets_sold_away or 0)
    return sold + (fixture.complimentary_tickets or 0)


def _capacities(work: Work, fixtures: Sequence[Fixture]) -> Mapping[UUID, int | None]:
    """Return the capacity allowed, else the safe one, else the announced one."""
    asked = {
        each.venue_id
        for each in fixtures
        if each.capacity_allowed is None and each.venue_id is not None
    }
    query = select(Venue.id, Venue.nominal_capacity).where(Venue.id.in_(asked))
    at: dict[UUID, int | None] = {}
    if asked:
        rows = work.session.execute(query)
        at = {row.id: row.nominal_capacity for row in rows}
        for venue, safe in venue_capacities(work, list(asked)).items():
            if safe.total and not safe.unknown:
                at[venue] = safe.total
    return {
        each.id: each.capacity_allowed
        if each.capacity_allowed is not None or each.venue_id is None
        else at.get(each.venue_id)
        for each in fixtures
    }


def _sunset(work: Work, fixture: Fixture) -> datetime | None:
    """Return when the sun sets at the stadium on the day, else where the cell is."""
    venue = work.session.get(Venue, fixture.venue_id) if fixture.venue_id else None
    if venue is not None and None not in (venue.latitude, venue.longitude):
        return sunset(fixture.kick_off_date, venue.latitude or 0, venue.longitude or 0)
    here = region_point(work)
    return None if here is None else sunset(fixture.kick_off_date, *here)


def _relations(work: Work, fixture: Fixture) -> Sequence[Relation]:
    """Return the relations between a group of one club and one of the other."""
    one, other = aliased(SupporterGroup), aliased(SupporterGroup)
    home, away = fixture.home_club_id, fixture.away_club_id
    query = (
        select(one.club_id, one.name, other.name, GroupRelation.kind)
        .join(one, GroupRelation.group_id == one.id)
        .join(other, GroupRelation.other_group_id == other.id)
        .where(
            *(each.deleted_at.is_(None) for each in (GroupRelation, one, other)),
            or_(
                (one.club_id == home) & (other.club_id == away),
                (one.club_id == away) & (other.club_id == home),
            ),
        )
        .order_by(GroupRelation.id)
    )
    return tuple(
        Relation(first, second, kind) if club == home else Relation(second, first, kind)
        for club, first, second, kind in work.session.execute(query)
    )


def _meetings(work: Work, fixture: Fixture) -> list[Meeting]:
    """Return all earlier matches of the two clubs with a known outcome, last first."""
    pair = (fixture.home_club_id, fixture.away_club_id)
    query = (
        select(Fixture.kick_off_date, Fixture.outcome)
        .where(
            Fixture.home_club_id.in_(pair),
            Fixture.away_club_id.in_(pair),
            Fixture.kick_off_date < fixture.kick_off_date,
            Fixture.outcome.is_not(None),
            Fixture.deleted_at.is_(None),
        )
        .order_by(Fixture.kick_off_date.desc(), Fixture.id)
    )
    rows = work.session.execute(query)
    return [Meeting(day, outcome) for day, outcome in rows if outcome is not None]


def _grave_on(work: Work, fixture: Fixture) -> date | None:
    """Return the day of the last grave meeting in the last three seasons."""
    query = select(Season.starts_on).where(Season.id == fixture.season_id)
    season_start = work.session.scalar(query) if fixture.season_id else None
    since = _years_before(season_start or fixture.kick_off_date, GRAVE_SEASONS)
    grave = (
        meeting.played_on
        for meeting in _meetings(work, fixture)
        if meeting.outcome is OutcomeCode.SERIOUS and meeting.played_on >= since
    )
    return next(grave, None)


def _earlier(work: Work, fixture: Fixture) -> Sequence[EarlierRating]:
    """Return what was last decided of this venue and of each of the two publics.

    A public is judged by how it behaved (domain.md §3.9): what was expected of it at a
    match that is still to be played, or never was, says nothing. A venue is what it is.
    """
    was_played = _was_played(work)
    is_there = Fixture.venue_id.is_not(None) & (Fixture.venue_id == fixture.venue_id)
    about = {
        VENUE: is_there,
        HOME_FANS: (Fixture.home_club_id == fixture.home_club_id) & was_played,
        AWAY_FANS: (Fixture.away_club_id == fixture.away_club_id) & was_played,
    }
    found = (_last_rated(work, fixture, *each) for each in about.items())
    return tuple(rating for rating in found if rating is not None)


def _was_played(work: Work) -> ColumnElement[bool]:
    """Say that a public came: it is noted, or nobody said otherwise since kick-off."""
    begun = (Fixture.kick_off_at < work.now) | (
        Fixture.kick_off_at.is_(None) & (Fixture.kick_off_date < local_day(work))
    )
    return Fixture.status.in_(_PLAYED) | (Fixture.status.in_(_PLANNED) & begun)


def _last_rated(
    work: Work, fixture: Fixture, code: str, condition: ColumnElement[bool]
) -> EarlierRating | None:
    oldest = _years_before(fixture.kick_off_date, CARRIED_YEARS)
    query = with_names(
        select(RiskItem.value, Fixture.kick_off_date, HOME.name, AWAY.name)
        .join(RiskFactor, RiskItem.factor_id == RiskFactor.id)
        .join(RiskAssessment, RiskItem.assessment_id == RiskAssessment.id)
        .join(Fixture, RiskAssessment.fixture_id == Fixture.id)
        .where(
            condition,
            *(t.deleted_at.is_(None) for t in (RiskItem, RiskAssessment, Fixture)),
            RiskFactor.code == code,
            RiskItem.value.is_not(None),
            RiskAssessment.rater == Rater.POLICE,
            RiskAssessment.decided_at.is_not(None),
            Fixture.kick_off_date < fixture.kick_off_date,
            Fixture.kick_off_date >= oldest,
        )
        .order_by(Fixture.kick_off_date.desc(), RiskAssessment.decided_at.desc())
        .limit(1)
    )
    for value, played_on, one, other in work.session.execute(query):
        return EarlierRating(
            *(code, value or 0, played_on, one or Words(), other or Words())
        )
    return None


def _years_before(day: date, years: int) -> date:
    """Return the same day some years before; 28 February for a leap day."""
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - years)
