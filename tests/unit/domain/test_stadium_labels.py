"""Texts of a stadium plan hide no mark and no other text."""

from __future__ import annotations

from itertools import combinations

import pytest

from sportsec.domain.stadium import Look, PlanGate, PlanPost, StadiumPlan, Tag
from sportsec.domain.stadium_drawing import draw_stadium, sector_at
from sportsec.domain.stadium_labels import GATES, Frame, Labels
from sportsec.domain.venues import SectorSide, SectorUse
from tests.unit.domain.stadium_samples import a_sector, an_id

MARKS = GATES | {Look.POST_FULL, Look.POST_SHORT, Look.POST_EMPTY}
#: Half a letter's width and half the height of a code, on paper and on a small screen.
PAPER, SMALL = (0.0095, 0.0175), (0.011, 0.016)


def a_ground() -> StadiumPlan:
    """Two rings on each side, gates in pairs, posts at all of them."""
    sectors = [
        a_sector(f"{side[0]}{tier}", side=side, tier=tier, use=SectorUse.HOME)
        for side in SectorSide
        for tier in (1, 2)
    ]
    gates = [
        PlanGate(an_id(f"G{n}"), f"G{n}", degree=36.0 * (n // 2) + n % 2)
        for n in range(20)
    ]
    posts = [PlanPost(an_id(f"s{s.code}"), s.code, sector_id=s.id) for s in sectors]
    posts += [PlanPost(an_id(f"p{g.code}"), g.code, gate_id=g.id) for g in gates]
    posts += [PlanPost(an_id(f"x{n}"), f"X{n}") for n in range(12)]
    return draw_stadium(sectors, gates, posts)


def placed(plan: StadiumPlan, letter: tuple[float, float]) -> list[tuple[Tag, Frame]]:
    labels, found = Labels(plan), []
    for tag in plan.tags:
        frame = labels.place(tag, (letter[0] * len(tag.text), letter[1]))
        labels.keep(frame)
        found.append((tag, frame))
    return found


def marks(plan: StadiumPlan) -> list[Frame]:
    found = []
    for shape in plan.shapes:
        if shape.look in MARKS:
            points = [at for step in shape.steps for at in step.points]
            xs, ys = zip(*points, strict=True)
            middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
            half = ((max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2)
            found.append(Frame(middle, half))
    return found


@pytest.mark.parametrize("letter", [PAPER, SMALL])
def test_no_text_hides_a_mark(letter: tuple[float, float]) -> None:
    plan = a_ground()
    hidden = [
        tag.text
        for tag, frame in placed(plan, letter)
        if any(frame.common(mark) > 1e-9 for mark in marks(plan))
    ]
    assert hidden == []


@pytest.mark.parametrize("letter", [PAPER, SMALL])
def test_no_text_hides_another(letter: tuple[float, float]) -> None:
    pairs = combinations(placed(a_ground(), letter), 2)
    over = [
        (one.text, other.text)
        for (one, a_frame), (other, another) in pairs
        if a_frame.common(another) > 1e-9
    ]
    assert over == []


def test_a_code_stays_in_its_sector() -> None:
    plan = a_ground()
    middles = {tag.id: frame.middle for tag, frame in placed(plan, PAPER)}
    for each in plan.sectors:
        assert sector_at(plan, middles[each.sector.id]) == each.sector.id


def test_a_code_that_hides_nothing_stays_where_it_is() -> None:
    """Though it is wider than its sector."""
    plan = draw_stadium([a_sector("E1", side=SectorSide.EAST)])
    tag = plan.tags[-1]
    assert Labels(plan).place(tag, (0.2, 0.02)).middle == tag.at


def test_the_codes_of_gates_are_outside_their_marks_however_large() -> None:
    plan = draw_stadium([], [PlanGate(an_id("G"), "G", degree=90.0)])
    gate = next(tag for tag in plan.tags if tag.look is Look.GATE)
    (mark,) = marks(plan)
    frame = Labels(plan).place(gate, (0.09, 0.03))
    assert frame.middle[0] - frame.half[0] > mark.middle[0] + mark.half[0]


def test_what_would_lie_over_another_text_is_told() -> None:
    labels = Labels(StadiumPlan((), (), ()))
    tag = Tag(Look.MORE, "+2", (0.5, 0.5), 0.02)
    frame = labels.place(tag, (0.02, 0.01))
    assert not labels.is_over(frame)
    labels.keep(frame)
    assert labels.is_over(frame)
