"""What hangs on the sides of a match that are exchanged."""

from __future__ import annotations

from sportsec.domain.fixtures import AttendanceRegime, TravelRegime
from sportsec.domain.identity import new_id
from sportsec.domain.intake.preview import Change
from sportsec.domain.sides import (
    SideFigures,
    are_exchanged,
    carried,
    told,
    turned,
)

NOTHING = SideFigures(
    *(None, None, None, None, None, "", ""),
    AttendanceRegime.OPEN,
    TravelRegime.ALLOWED,
)


def test_where_nothing_was_noted_nothing_is_said() -> None:
    assert carried(NOTHING) == ()
    assert list(told(NOTHING)) == []


def test_tickets_that_were_sold_go_with_their_club() -> None:
    sold = NOTHING._replace(tickets_sold_home=9000)
    assert carried(sold) == (
        Change("tickets_sold_home", 9000, None),
        Change("tickets_sold_away", None, 9000),
    )
    assert len(list(told(sold))) == 1


def test_what_was_noted_of_the_visitors_is_taken_away() -> None:
    noted = NOTHING._replace(
        away_allocation=0, travelling_stewards=8, actual_away=700, away_route="A3"
    )
    assert {each.field: each.new for each in carried(noted)} == {
        "away_allocation": None,
        "travelling_stewards": None,
        "actual_away": None,
        "away_route": "",
    }
    assert len(list(told(noted))) == 4


def test_what_cannot_be_carried_is_to_be_looked_at_again() -> None:
    decided = NOTHING._replace(
        is_estimated=True,
        is_rated=True,
        is_ordered=True,
        travel_regime=TravelRegime.BANNED,
    )
    assert carried(decided) == ()
    fields = [each.field for each in told(decided)]
    assert fields == ["estimates", "risk", "plan_status", "travel_regime"]


def test_only_two_clubs_that_change_places_are_exchanged() -> None:
    one, other, third = new_id(), new_id(), new_id()
    assert are_exchanged((one, other), (other, one))
    assert not are_exchanged((one, other), (one, other))
    assert not are_exchanged((one, other), (one, third))
    assert not are_exchanged((one, other), (other, third))
    assert not are_exchanged((None, None), (None, None))


def test_goals_that_are_equal_change_nothing() -> None:
    sides = one, other = new_id(), new_id()
    clubs = (
        Change("home_club_id", one, other),
        Change("away_club_id", other, one),
    )
    assert turned(sides, (1, 1)) == clubs
    assert turned(sides, (None, None)) == clubs
    assert turned(sides, (2, 1)) == (
        *clubs,
        Change("home_score", 2, 1),
        Change("away_score", 1, 2),
    )
