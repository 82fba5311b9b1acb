"""Curves on the unit square."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.stadium_shapes import arc, at, circle, degree_of, radius_of


@given(st.floats(0, 359.99), st.floats(0.1, 1.2))
def test_a_point_knows_its_degree_and_radius(degree: float, radius: float) -> None:
    point = at(degree, radius)
    assert math.isclose(radius_of(point), radius, abs_tol=1e-9)
    apart = abs(degree_of(point) - degree)
    assert min(apart, 360 - apart) < 1e-6


@given(st.floats(0, 360), st.floats(1, 360), st.floats(0.2, 1))
def test_the_curve_of_an_arc_never_leaves_its_ellipse(
    start: float, width: float, radius: float
) -> None:
    here = at(start, radius)
    for step in arc(start, start + width, radius):
        a, b, end = step.points
        middle = tuple(
            (p + 3 * q + 3 * r + s) / 8
            for p, q, r, s in zip(here, a, b, end, strict=True)
        )
        assert math.isclose(radius_of((middle[0], middle[1])), radius, rel_tol=1e-4)
        here = end
    assert math.dist(here, at(start + width, radius)) < 1e-9


def test_a_circle_closes_where_it_began() -> None:
    steps = circle((0.3, 0.4), 0.1)
    assert steps[0].points[-1] == steps[-2].points[-1]
    assert steps[-1].kind == "Z"
