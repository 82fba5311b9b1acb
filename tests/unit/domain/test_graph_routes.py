"""Lines lead round boxes; words stand where they hide nothing."""

from __future__ import annotations

import pytest

from sportsec.domain.graph_layout import Place
from sportsec.domain.graph_routes import Room, bend_round, curve, word_place

HALF = Place(86, 29)
ONE, OTHER = Place(0, 0), Place(0, 600)


def test_a_free_line_is_straight() -> None:
    beside = [Room(Place(300, 300), HALF), Room(Place(-2000, 0), HALF)]
    assert bend_round(ONE, OTHER, []) == 0
    assert bend_round(ONE, OTHER, beside) == 0
    assert bend_round(ONE, OTHER, beside, usual=26) == 26


@pytest.mark.parametrize("x", [-30, 0, 30])
def test_a_line_leads_round_a_box_in_its_way(x: float) -> None:
    box = Room(Place(x, 300), HALF)
    bend = bend_round(ONE, OTHER, [box])
    assert bend != 0
    for point in curve(ONE, OTHER, bend).points():
        assert abs(point.x - x) > HALF.x or abs(point.y - 300) > HALF.y


def test_the_ends_of_a_line_are_where_they_were() -> None:
    points = curve(ONE, OTHER, 100).points()
    assert (points[0], points[-1]) == (ONE, OTHER)


def test_a_word_stands_on_its_line_unless_that_hides_something() -> None:
    line, half = curve(ONE, OTHER, 0), Place(20, 7)
    assert word_place(line, half, []) == Place(0, 300)
    there = word_place(line, half, [Room(Place(0, 300), Place(86, 29))])
    assert there.x == 0
    assert abs(there.y - 300) > 36


def test_between_two_boxes_it_stands_beside_its_line() -> None:
    one, other = Place(0, 0), Place(180, 0)
    boxes = [Room(one, HALF), Room(other, HALF)]
    there = word_place(curve(one, other, 0), Place(20, 7), boxes)
    assert there.x == 90
    assert abs(there.y) > 36


def test_between_boxes_that_nearly_touch_it_covers_none() -> None:
    one, other, third = Place(0, 0), Place(150, -80), Place(-90, -110)
    boxes = [Room(place, HALF) for place in (one, other, third)]
    half = Place(60, 16)
    there = word_place(curve(one, other, 0), half, boxes)
    for box in boxes:
        beside = abs(there.x - box.middle.x) >= half.x + box.half.x
        assert beside or abs(there.y - box.middle.y) >= half.y + box.half.y


def test_where_it_must_hide_something_it_spares_the_name() -> None:
    one, other = Place(0, 0), Place(0, 66)
    walls = [Room(Place(x, 33), Place(80, 400)) for x in (-180, 180)]
    boxes = [Room(one, HALF), Room(other, HALF), *walls]
    there = word_place(curve(one, other, 0), Place(20, 7), boxes)
    assert abs(there.y - 33) < 1


def test_between_close_boxes_with_more_around_it_stands_beside_an_end() -> None:
    """Its line leaves it no room, and a third box lies beside the middle of it."""
    one, other = Place(0, 0), Place(-156, 84)
    around = (one, other, Place(-246, -29), Place(-22, 170))
    rooms = [Room(place, Place(92, 36)) for place in around]
    half = Place(84, 21)
    there = word_place(curve(one, other, 0), half, rooms)
    for box in rooms:
        beside = abs(there.x - box.middle.x) >= half.x + box.half.x
        assert beside or abs(there.y - box.middle.y) >= half.y + box.half.y
