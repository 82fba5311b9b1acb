"""Places of the boxes of a graph: nothing covered, the same each time."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from sportsec.domain.graph_layout import BOX, Link, Place, lay_out

SIZES = st.integers(0, 24)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, list[Link]]:
    count = draw(SIZES)
    ends = st.integers(0, max(count - 1, 0))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=30)) if count > 1 else []
    return count, [Link(one, other) for one, other in pairs if one != other]


def covered(places: Sequence[Place]) -> int:
    return sum(
        abs(one.x - other.x) < BOX.x - 1 and abs(one.y - other.y) < BOX.y - 1
        for at, one in enumerate(places)
        for other in places[at + 1 :]
    )


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_nothing_is_covered_and_the_places_are_always_the_same(
    graph: tuple[int, list[Link]],
) -> None:
    count, links = graph
    places = lay_out(count, links, {})
    assert len(places) == count
    assert all(map(math.isfinite, (each for place in places for each in place)))
    assert covered(places) == 0
    assert places == lay_out(count, links, {})


def test_what_is_fixed_stays_and_the_others_stand_round_it() -> None:
    links = [Link(0, 1), Link(1, 2), Link(2, 0)]
    fixed = {0: Place(500, 500), 1: Place(800, 500)}
    places = lay_out(4, links, fixed)
    assert places[0] == fixed[0]
    assert places[1] == fixed[1]
    assert covered(places) == 0
    assert math.dist(places[2], places[0]) < 4 * BOX.x


def test_friends_stand_nearer_than_enemies() -> None:
    links = [Link(0, 1, 0.8), Link(0, 2, 1.6)]
    places = lay_out(3, links, {})
    assert math.dist(places[0], places[1]) < math.dist(places[0], places[2])


def test_boxes_without_a_link_stand_in_rows_below() -> None:
    places = lay_out(6, [Link(0, 1)], {})
    lowest = max(places[0].y, places[1].y)
    assert all(place.y > lowest for place in places[2:])
