"""The plan of a stadium as shapes and texts."""

from __future__ import annotations

import math
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.stadium import (
    Look,
    PlanGate,
    PlanPost,
    PlanSector,
    PostState,
    StadiumPlan,
)
from sportsec.domain.stadium_drawing import draw_stadium, sector_at
from sportsec.domain.stadium_shapes import MARK_RADIUS, degree_of
from sportsec.domain.venues import SectorSide
from tests.unit.domain.stadium_samples import a_sector, an_id, degrees, sectors


@given(sectors)
def test_a_click_on_a_sectors_label_finds_a_sector_there(
    given_sectors: list[PlanSector],
) -> None:
    plan = draw_stadium(given_sectors)
    overlapping = any(s.start_degree is not None for s in given_sectors)
    for tag in plan.tags:
        if tag.id is None:
            continue
        found = sector_at(plan, tag.at)
        assert found is not None
        assert overlapping or found == tag.id


def test_a_click_on_the_pitch_or_outside_finds_no_sector() -> None:
    plan = draw_stadium([a_sector(side.value, side=side) for side in SectorSide])
    assert sector_at(plan, (0.5, 0.5)) is None
    assert sector_at(plan, (0.01, 0.01)) is None


@given(
    sectors,
    st.lists(st.tuples(st.integers(0, 40), degrees), max_size=20),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from(PostState)), max_size=60),
)
def test_everything_lies_inside_the_unit_square(
    given_sectors: list[PlanSector],
    given_gates: list[tuple[int, float | None]],
    given_posts: list[tuple[int, PostState]],
) -> None:
    plan = a_full_plan(given_sectors, given_gates, given_posts)
    for shape in plan.shapes:
        assert shape.steps[0].kind == "M"
        for step in shape.steps:
            assert len(step.points) == {"M": 1, "L": 1, "C": 3, "Z": 0}[step.kind]
            assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in step.points)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in (tag.at for tag in plan.tags))


def a_full_plan(
    given_sectors: list[PlanSector],
    given_gates: list[tuple[int, float | None]],
    given_posts: list[tuple[int, PostState]],
) -> StadiumPlan:
    def sector_id(n: int) -> UUID | None:
        return given_sectors[n].id if n < len(given_sectors) else None

    gates = [
        PlanGate(an_id(f"g{n}"), f"P{n}", degree, sector_id(where))
        for n, (where, degree) in enumerate(given_gates)
    ]
    posts = [
        PlanPost(an_id(f"p{n}"), f"A{n}", sector_id(where), None, state)
        for n, (where, state) in enumerate(given_posts)
    ]
    return draw_stadium(given_sectors, gates, posts)


def test_a_gate_without_a_degree_opens_in_its_sector() -> None:
    east = a_sector("E", side=SectorSide.EAST)
    gates = [PlanGate(an_id(c), c, None, east.id) for c in ("P1", "P2")]
    tags = {t.text: t for t in draw_stadium([east], gates).tags}
    assert [round(degree_of(tags[c].at), 6) for c in ("P1", "P2")] == [67.5, 112.5]


def test_what_has_no_place_is_drawn_as_not_placed() -> None:
    lost, east = a_sector("B"), a_sector("E", side=SectorSide.EAST)
    gates = [
        PlanGate(an_id("P1"), "P1", None, lost.id),
        PlanGate(an_id("P2"), "P2", 10.0, lost.id),
        PlanGate(an_id("P3"), "P3", None, east.id),
    ]
    plan = draw_stadium([lost, east], gates)
    looks = {shape.id: shape.look for shape in plan.shapes}
    assert looks[lost.id] is Look.SECTOR_UNPLACED
    assert looks[east.id] is Look.SECTOR_NEUTRAL
    texts = [tag.text for tag in plan.tags if tag.id]
    assert sorted(texts) == ["B ?", "E", "P1 ?", "P2", "P3"]
    assert plan.has_unplaced
    assert not draw_stadium([east], gates[2:]).has_unplaced


def test_a_gate_of_no_known_sector_is_drawn_all_the_same() -> None:
    gate = PlanGate(an_id("P1"), "P1", None, an_id("elsewhere"), is_emergency_only=True)
    plan = draw_stadium([], [gate])
    assert [s.look for s in plan.shapes if s.id] == [Look.GATE_EMERGENCY]


def test_markers_of_a_sector_do_not_touch_and_the_rest_are_counted() -> None:
    east = a_sector("E", start_degree=80, end_degree=100)
    posts = [
        PlanPost(an_id(str(n)), str(n), east.id, None, PostState.FULL)
        for n in range(30)
    ]
    posts.append(PlanPost(an_id("bad"), "bad", east.id, None, PostState.EMPTY))
    plan = draw_stadium([east], posts=posts)
    marks = [s for s in plan.shapes if s.look in {Look.POST_FULL, Look.POST_EMPTY}]
    assert an_id("bad") in {mark.id for mark in marks}
    (more,) = [tag.text for tag in plan.tags if tag.look is Look.MORE]
    assert int(more) == len(posts) - len(marks)
    tops = [mark.steps[0].points[0] for mark in marks]
    assert all(
        math.dist(one, other) > 2 * MARK_RADIUS
        for n, one in enumerate(tops)
        for other in tops[n + 1 :]
    )


def test_posts_outside_the_ground_are_listed_with_their_codes() -> None:
    posts = [PlanPost(an_id(str(n)), f"EXT-{n}") for n in range(40)]
    plan = draw_stadium([], posts=posts)
    texts = [tag.text for tag in plan.tags]
    assert "EXT-0" in texts
    assert "+17" in texts


@pytest.mark.parametrize("state", PostState)
def test_a_marker_shows_how_far_its_post_is_manned(state: PostState) -> None:
    plan = draw_stadium([], posts=[PlanPost(an_id("a"), "A", state=state)])
    assert plan.shapes[-1].look == f"post_{state}"
