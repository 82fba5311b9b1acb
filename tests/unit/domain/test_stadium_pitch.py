"""The pitch, to scale."""

from __future__ import annotations

from sportsec.domain.stadium import Look
from sportsec.domain.stadium_layout import STANDS_BEGIN
from sportsec.domain.stadium_pitch import METRE, pitch_shapes
from sportsec.domain.stadium_shapes import radius_of


def test_the_pitch_is_105_by_68_metres_and_lies_upright() -> None:
    grass = pitch_shapes()[0]
    corners = [point for step in grass.steps for point in step.points]
    width = max(x for x, _y in corners) - min(x for x, _y in corners)
    length = max(y for _x, y in corners) - min(y for _x, y in corners)
    assert (round(width / METRE, 6), round(length / METRE, 6)) == (68, 105)


def test_the_stands_begin_outside_the_pitch() -> None:
    grass = pitch_shapes()[0]
    corners = [point for step in grass.steps for point in step.points]
    assert all(radius_of(corner) < STANDS_BEGIN for corner in corners)


def test_the_lines_lie_on_the_grass() -> None:
    grass, *lines = pitch_shapes()
    assert {each.look for each in lines} == {Look.PITCH_LINE}
    xs = [p[0] for step in grass.steps for p in step.points]
    ys = [p[1] for step in grass.steps for p in step.points]
    for each in lines:
        for x, y in (point for step in each.steps for point in step.points):
            assert min(xs) <= x <= max(xs)
            assert min(ys) <= y <= max(ys)
