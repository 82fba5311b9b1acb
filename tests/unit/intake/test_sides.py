"""What hangs on the sides of a match that are exchanged."""

from __future__ import annotations

from sportsec.domain.fixtures import AttendanceRegime, TravelRegime
from sportsec.domain.intake.preview import Change
from sportsec.domain.intake.sides import SideFigures, carried, told

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
        is_estimated=True, is_rated=True, travel_regime=TravelRegime.BANNED
    )
    assert carried(decided) == ()
    fields = [each.field for each in told(decided)]
    assert fields == ["estimates", "risk", "travel_regime"]
