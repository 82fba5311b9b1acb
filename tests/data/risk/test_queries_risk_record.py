"""What the record knows of a match that its rating may use."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from sportsec.domain.fixtures import EstimateKind, FixtureStatus, OutcomeCode
from sportsec.domain.groups import RelationKind
from sportsec.domain.risk import Stage
from sportsec.domain.risk_record import MatchRecord
from sportsec.queries.risk_record import match_record
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture, a_gate, a_season, a_sector, a_venue
from tests.data.risk.risk_matches import (
    a_hostility,
    a_match,
    a_meeting,
    an_estimate,
    decided,
    the_clubs,
)

PLAYED, POSTPONED = FixtureStatus.PLAYED, FixtureStatus.POSTPONED
PLANNED, CANCELLED = FixtureStatus.SCHEDULED, FixtureStatus.CANCELLED
AWAY, TICKETLESS = EstimateKind.AWAY_TICKETED, EstimateKind.AWAY_TICKETLESS


def record_of(work: Work, fixture: Fixture) -> MatchRecord:
    work.session.flush()
    return match_record(work, fixture)


def test_without_estimates_nothing_is_expected(work: Work) -> None:
    record = record_of(work, a_match(work))
    assert (record.away, record.crowd, record.capacity) == (None, None, None)


def test_the_latest_estimate_counts_and_ticketless_come_on_top(work: Work) -> None:
    fixture = a_match(work)
    an_estimate(work, fixture, AWAY, 400)
    an_estimate(work, fixture, AWAY, 900)
    an_estimate(work, fixture, TICKETLESS, 250)
    assert record_of(work, fixture).away == 1150


def test_an_estimate_below_the_tickets_sold_is_the_tickets_sold(work: Work) -> None:
    fixture = a_match(work, tickets_sold_away=1200)
    assert record_of(work, fixture).away == 1200
    an_estimate(work, fixture, AWAY, 400)
    assert record_of(work, fixture).away == 1200


def test_the_crowd_is_the_whole_or_the_sum_of_its_parts_or_what_was_sold(
    work: Work,
) -> None:
    fixture = a_match(work, tickets_sold_home=7000, complimentary_tickets=100)
    assert record_of(work, fixture).crowd == 7100
    an_estimate(work, fixture, EstimateKind.HOME, 8000)
    an_estimate(work, fixture, AWAY, 500)
    assert record_of(work, fixture).crowd == 8500
    an_estimate(work, fixture, EstimateKind.ATTENDANCE, 9000)
    assert record_of(work, fixture).crowd == 9000


def test_the_capacity_allowed_counts_before_the_safe_and_the_announced_one(
    work: Work,
) -> None:
    venue = a_venue(work, nominal_capacity=45_000)
    work.session.flush()
    fixture = a_match(work, venue_id=venue.id)
    assert record_of(work, fixture).capacity == 45_000
    a_gate(work, a_sector(work, venue, seats=10_000), turnstiles=20)
    assert record_of(work, fixture).capacity == 10_000
    fixture.capacity_allowed = 8000
    assert record_of(work, fixture).capacity == 8000


def test_a_safe_capacity_that_leaves_sectors_out_is_not_used(work: Work) -> None:
    venue = a_venue(work, nominal_capacity=45_000)
    a_sector(work, venue, "N", seats=10_000)
    a_sector(work, venue, "S")
    fixture = a_match(work, venue_id=venue.id)
    assert record_of(work, fixture).capacity == 45_000


def test_relations_are_found_whoever_noted_them(work: Work) -> None:
    fixture = a_match(work)
    a_hostility(work, fixture)
    (relation,) = record_of(work, fixture).relations
    assert relation.kind is RelationKind.HOSTILITY
    assert relation.home_group.fr == "Group Alpha"


def test_the_last_five_meetings_count_and_never_a_later_one(work: Work) -> None:
    fixture = a_match(work)
    for month in range(1, 8):
        a_meeting(work, fixture, date(2026, month, 3), OutcomeCode.MINOR)
    a_meeting(work, fixture, date(2027, 3, 3), OutcomeCode.VIOLENCE)
    meetings = record_of(work, fixture).meetings
    assert [each.played_on.month for each in meetings] == [7, 6, 5, 4, 3]


@pytest.mark.parametrize(
    ("day", "found"), [(date(2023, 8, 1), True), (date(2023, 7, 31), False)]
)
def test_a_grave_meeting_counts_for_three_seasons(
    work: Work, day: date, *, found: bool
) -> None:
    season = a_season(work)
    work.session.flush()
    fixture = a_match(work, season_id=season.id)
    a_meeting(work, fixture, day, OutcomeCode.SERIOUS)
    grave_on = record_of(work, fixture).grave_on
    assert grave_on == (day if found else None)


def test_without_a_season_three_years_are_counted_also_from_a_leap_day(
    work: Work,
) -> None:
    fixture = a_match(work, kick_off_date=date(2028, 2, 29), kick_off_at=None)
    a_meeting(work, fixture, date(2025, 2, 28), OutcomeCode.SERIOUS)
    assert record_of(work, fixture).grave_on == date(2025, 2, 28)


def test_what_was_decided_of_the_venue_and_of_each_public_is_carried_over(
    work: Work,
) -> None:
    venue = a_venue(work)
    work.session.flush()
    fixture = a_match(work, venue_id=venue.id)
    home, away = the_clubs(work, fixture)
    third = a_club(work, "Rif Union")
    day = date(2026, 10, 3)
    here = a_fixture(
        work, home, third, venue_id=venue.id, kick_off_date=day, status=PLAYED
    )
    day = date(2026, 11, 7)
    there = a_fixture(work, third, away, kick_off_date=day, status=PLAYED)
    day = date(2025, 11, 7)
    long_ago = a_fixture(work, third, away, kick_off_date=day, status=PLAYED)
    work.session.flush()
    decided(work, here, Stage.FINAL, 2)
    decided(work, there, Stage.FINAL, 1)
    decided(work, long_ago, Stage.FINAL, 4)
    earlier = {e.code: (e.value, e.played_on) for e in record_of(work, fixture).earlier}
    assert earlier == {
        "F10": (2, date(2026, 10, 3)),
        "F4": (2, date(2026, 10, 3)),
        "F3": (1, date(2026, 11, 7)),
    }


@pytest.mark.parametrize(
    ("status", "begins_in", "is_carried"),
    [
        (PLANNED, timedelta(hours=3), False),
        (PLANNED, timedelta(hours=-3), True),
        (POSTPONED, timedelta(hours=-3), False),
        (CANCELLED, timedelta(hours=-3), False),
        (PLAYED, timedelta(hours=-3), True),
    ],
)
def test_a_public_is_judged_by_matches_it_came_to(
    work: Work, status: FixtureStatus, begins_in: timedelta, *, is_carried: bool
) -> None:
    begins: datetime = work.now + begins_in
    day = begins.date()
    fixture = a_match(work, kick_off_date=day + timedelta(days=20), kick_off_at=None)
    home, away = the_clubs(work, fixture)
    for one, other in ((home, a_club(work, "Rif Union")), (a_club(work, "Sud"), away)):
        earlier = a_fixture(
            *(work, one, other), kick_off_date=day, kick_off_at=begins, status=status
        )
        work.session.flush()
        decided(work, earlier, Stage.FINAL, 3)
    codes = {each.code for each in record_of(work, fixture).earlier}
    assert codes == ({"F3", "F4"} if is_carried else set())
