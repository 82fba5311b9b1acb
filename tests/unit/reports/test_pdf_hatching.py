from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import combinations

import pytest

from sportsec.reports.drawing import Fill, Polygon, Step, Stroke, Style
from sportsec.reports.pdf.hatching import paint
from sportsec.reports.pdf.picture import outline
from tests.unit.reports.sheet import Sheet

SHAPE = list(outline(Polygon(((10, 10), (90, 10), (90, 60), (10, 60)))))
PEOPLE = (Fill.HOME, Fill.AWAY, Fill.NEUTRAL, Fill.OFFICIAL, Fill.CLOSED)


class Clipped(Sheet):
    @contextmanager
    def inside(self, steps: Iterable[Step]) -> Iterator[None]:
        yield


def painted(fill: Fill, stroke: Stroke = Stroke.NONE) -> Clipped:
    sheet = Clipped()
    paint(sheet, SHAPE, Style(fill, stroke))
    return sheet


@pytest.mark.parametrize(("one", "other"), list(combinations(PEOPLE, 2)))
def test_grounds_differ_without_colour(one: Fill, other: Fill) -> None:
    assert painted(one).lines != painted(other).lines


@pytest.mark.parametrize("fill", list(Fill))
def test_every_ground_can_be_painted(fill: Fill) -> None:
    assert painted(fill).paths


@pytest.mark.parametrize("stroke", list(Stroke))
def test_every_outline_can_be_drawn(stroke: Stroke) -> None:
    assert painted(Fill.PAPER, stroke).paths


def test_a_pattern_covers_its_whole_shape() -> None:
    lines = painted(Fill.AWAY).lines
    ends = [x for pair in lines for x, _ in pair]
    assert min(ends) <= 10
    assert max(ends) >= 90
    rows = {y for (_, y), _ in painted(Fill.OFFICIAL).lines}
    assert min(rows) <= 10
    assert max(rows) >= 56
