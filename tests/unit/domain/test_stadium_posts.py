"""Marks of posts lie on no other mark."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from sportsec.domain.stadium import (
    Look,
    PlanGate,
    PlanPost,
    PostState,
    Shape,
    post_state,
)
from sportsec.domain.stadium_drawing import draw_stadium
from sportsec.domain.stadium_shapes import MARK_RADIUS
from sportsec.domain.venues import SectorSide
from tests.unit.domain.stadium_samples import a_sector, an_id


def middle(shape: Shape) -> tuple[float, float]:
    xs, ys = zip(*(at for step in shape.steps for at in step.points), strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


@pytest.mark.parametrize("at_each", [1, 2, 3])
def test_posts_of_neighbouring_gates_lie_on_no_gate_and_on_no_post(
    at_each: int,
) -> None:
    north = a_sector("N", side=SectorSide.NORTH)
    gates = [PlanGate(an_id(f"G{n}"), f"G{n}", 40.0 * n) for n in range(9)]
    gates += [PlanGate(an_id(f"H{n}"), f"H{n}", 40.0 * n + 3) for n in range(9)]
    posts = [
        PlanPost(an_id(f"{gate.code}-{n}"), gate.code, gate_id=gate.id)
        for gate in gates
        for n in range(at_each)
    ]
    posts.append(PlanPost(an_id("N"), "N", sector_id=north.id))
    plan = draw_stadium([north], gates, posts)
    dots = [middle(shape) for shape in plan.shapes if shape.look is Look.POST_FULL]
    rims = [middle(shape) for shape in plan.shapes if shape.look is Look.GATE]
    more = sum(int(tag.text) for tag in plan.tags if tag.look is Look.MORE)
    assert len(dots) + more == len(posts)
    for one, other in combinations(dots, 2):
        assert math.dist(one, other) > 2 * MARK_RADIUS
    for dot in dots:
        assert all(math.dist(dot, rim) > 2 * MARK_RADIUS for rim in rims)


@pytest.mark.parametrize(
    ("needed", "assigned", "state"),
    [
        (4, 4, PostState.FULL),
        (4, 1, PostState.SHORT),
        (4, 0, PostState.EMPTY),
        (0, 0, PostState.FULL),
        (None, 2, PostState.FULL),
        (None, 0, PostState.EMPTY),
    ],
)
def test_nobody_is_not_enough_where_the_need_is_not_known(
    needed: int | None, assigned: int, state: PostState
) -> None:
    assert post_state(needed, assigned) is state
