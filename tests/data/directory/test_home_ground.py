"""A stadium that becomes known enters the matches that wait for it, and only these."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from sportsec.domain.errors import Invalid
from sportsec.domain.fixtures import FixtureStatus, PlanStatus
from sportsec.queries.home_ground import matches_without_ground
from sportsec.services.home_ground import play_at_home
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.work import Work
from tests.builders import NOW, a_club, a_fixture, a_sector, a_venue

DAY, LAST_WEEK = NOW.date() + timedelta(days=9), NOW.date() - timedelta(days=7)


class Calendar:
    """A club with a ground, its match to come, and others that are left alone."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.ground, self.elsewhere = a_venue(work), a_venue(work, "Stade du Rif")
        a_sector(work, self.ground, seats=1000)
        self.club, self.guest = a_club(work, "Atlas"), a_club(work, "Rif")
        work.session.flush()
        self.club.home_venue_id = self.ground.id
        self.coming = self.match(DAY)
        self.match(LAST_WEEK)
        self.match(DAY, is_neutral=True)
        self.match(DAY, venue_id=self.elsewhere.id)
        self.match(DAY, status=FixtureStatus.CANCELLED)
        self.match(DAY, plan_status=PlanStatus.IN_PROGRESS)
        a_fixture(work, self.guest, self.club, kick_off_date=DAY, kick_off_at=None)
        work.session.flush()

    def match(self, day: date, **values: object) -> Fixture:
        values = {"kick_off_date": day, "kick_off_at": None, **values}
        return a_fixture(self._work, self.club, self.guest, **values)


@pytest.fixture
def calendar(work: Work) -> Calendar:
    return Calendar(work)


def test_only_matches_to_come_at_home_wait_for_the_stadium(
    work: Work, calendar: Calendar
) -> None:
    assert matches_without_ground(work, calendar.club.id) == [calendar.coming.id]
    assert matches_without_ground(work, calendar.guest.id) == []  # it has no stadium
    calendar.club.home_venue_id = None
    work.session.flush()
    assert matches_without_ground(work, calendar.club.id) == []


def test_the_stadium_is_entered_and_nothing_counts_as_moved(
    work: Work, calendar: Calendar
) -> None:
    assert play_at_home(work, calendar.club.id) == 1
    assert calendar.coming.venue_id == calendar.ground.id
    assert matches_without_ground(work, calendar.club.id) == []
    assert list(work.session.scalars(select(KickOffChange))) == []


def test_a_match_that_it_does_not_fit_is_left_to_the_officer(
    work: Work, calendar: Calendar
) -> None:
    calendar.coming.capacity_allowed = 5000
    later = calendar.match(DAY + timedelta(days=7))
    work.session.flush()
    assert play_at_home(work, calendar.club.id) == 1
    assert (calendar.coming.venue_id, later.venue_id) == (None, calendar.ground.id)
    with pytest.raises(Invalid):
        play_at_home(work, calendar.club.id)
