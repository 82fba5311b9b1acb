"""The same units and leaders at other matches."""

from __future__ import annotations

from sportsec.domain.day_clashes import Clash
from sportsec.domain.deployment_checks import check_plan
from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.problems import Level
from sportsec.queries.agenda_days import read_board
from sportsec.queries.agenda_plan import AgendaFilter
from sportsec.queries.deployment import deployment_plan
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.people import Contact
from sportsec.store.tables.units import Unit
from sportsec.store.work import Work
from tests.builders import a_unit
from tests.data.deployment.deployments import (
    HOUR,
    KICK_OFF,
    a_detachment,
    a_later_match,
    a_match,
    an_undated_match,
)


def a_busy_unit(work: Work, strength: int | None = 15) -> Unit:
    unit = a_unit(work, "Intervention rapide", strength=strength)
    work.session.flush()
    return unit


def bookings(work: Work, fixture: Fixture) -> list[tuple[str, Level]]:
    work.session.flush()
    plan = deployment_plan(work, fixture.id)
    return [
        (flaw.problem.facts["away"].fr, flaw.problem.level)  # type: ignore[attr-defined]
        for flaw in check_plan(plan)
        if "away" in flaw.problem.facts
    ]


def test_a_unit_at_two_matches_of_the_same_evening_is_named_at_both(work: Work) -> None:
    unit = a_busy_unit(work)
    one, other = a_match(work), a_match(work)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    assert bookings(work, one) == [("Ocean FC", Level.BLOCK)]
    assert bookings(work, other) == [("Ocean FC", Level.BLOCK)]


def test_a_match_whose_clubs_are_not_known_here_binds_like_any_other(
    work: Work,
) -> None:
    unit = a_busy_unit(work)
    one, other = a_match(work), a_match(work)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    other.home_club_id = other.away_club_id = None  # its file kept the clubs back
    assert bookings(work, one) == [("", Level.BLOCK)]


def test_a_match_that_is_not_played_binds_nobody(work: Work) -> None:
    unit = a_busy_unit(work)
    one = a_match(work)
    other = a_match(work, status=FixtureStatus.POSTPONED)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    assert bookings(work, one) == []


def test_a_week_later_the_unit_is_free_again(work: Work) -> None:
    unit = a_busy_unit(work)
    one, other = a_match(work), a_later_match(work)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    assert deployment_plan(work, one.id).duties == ()


def test_a_short_night_between_two_matches_is_a_warning(work: Work) -> None:
    unit = a_busy_unit(work)
    one, other = a_match(work), a_later_match(work, days=1)
    a_detachment(work, one, unit_id=unit.id, leaves_at=KICK_OFF + 14 * HOUR)
    a_detachment(work, other, unit_id=unit.id, arrives_at=KICK_OFF + 20 * HOUR)
    assert bookings(work, one) == [("Ocean FC", Level.WARN)]


def test_a_leader_at_two_matches_is_found_though_the_units_differ(work: Work) -> None:
    chief = work.add(Contact(name_latin="Le chef"))
    work.session.flush()
    one, other = a_match(work), a_match(work)
    a_detachment(work, one, leader_id=chief.id)
    a_detachment(work, other, leader_id=chief.id)
    assert bookings(work, one) == [("Ocean FC", Level.BLOCK)]


def test_the_same_people_on_one_day_are_told_as_in_the_calendar(work: Work) -> None:
    unit = a_busy_unit(work, strength=500)
    one, other = a_match(work), a_match(work)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    assert bookings(work, one) == [("Ocean FC", Level.WARN)]
    day = one.kick_off_date
    (shown,) = read_board(work, AgendaFilter(), day, day).days
    assert Clash.STAFF in shown.clashes


def test_a_match_of_no_known_hour_is_told_too(work: Work) -> None:
    unit = a_busy_unit(work)
    one, other = a_match(work), an_undated_match(work)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    assert bookings(work, one) == [("Ocean FC", Level.WARN)]


def test_the_day_after_is_another_day(work: Work) -> None:
    unit = a_busy_unit(work, strength=500)
    one, other = a_match(work), a_later_match(work, days=1)
    a_detachment(work, one, unit_id=unit.id)
    a_detachment(work, other, unit_id=unit.id)
    assert bookings(work, one) == []
