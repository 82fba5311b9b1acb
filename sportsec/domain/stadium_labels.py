"""Where the texts of a stadium plan stand, so that none hides a mark or another text.

How large a text is depends on who paints it: on a small plan the smallest type that
can be read is large beside the marks. The painter says it; the places are found here,
the same way for screen and paper. Everything in the unit square of the plan.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from sportsec.domain.stadium import Look, Placed, Point, Shape, StadiumPlan, Tag
from sportsec.domain.stadium_shapes import (
    GATE_RIM,
    GATE_TAG,
    at,
    degree_of,
    radius_of,
)

GATES = frozenset({Look.GATE, Look.GATE_EMERGENCY})
_POSTS = frozenset({Look.POST_FULL, Look.POST_SHORT, Look.POST_EMPTY})
#: Air between a mark and a text.
_AIR = 0.004
#: Parts of a sector's depth and of its width at which its code may stand.
_DEPTHS = (0.4, 0.33, 0.27, 0.5, 0.6, 0.7)
_WIDTHS = (0.0, 0.12, -0.12, 0.22, -0.22, 0.32, -0.32, 0.4, -0.4)
#: How much farther out, and how many degrees aside, the code of a gate may stand.
_FARTHER = (0.0, 0.018, 0.036, 0.054)
_ASIDE = (0.0, 1.5, -1.5, 3.0, -3.0, 4.5, -4.5, 6.0, -6.0)
#: How far the letter of north gives way.
_NORTH_ASIDE = (0.0, -0.04, 0.04, -0.07, 0.07, -0.11, 0.11)
#: A corner of a code outside its own sector is as bad as so much way from its place.
_OUTSIDE = 0.012


class Frame(NamedTuple):
    """What a mark or a text covers: its middle, and half its width and height."""

    middle: Point
    half: Point

    def common(self, other: Frame) -> float:
        """Return the area that both cover."""
        (x, y), (half_wide, half_high) = self
        (other_x, other_y), (other_wide, other_high) = other
        wide = half_wide + other_wide - abs(x - other_x)
        if wide <= 0:
            return 0.0
        return wide * max(0.0, half_high + other_high - abs(y - other_y))


class Labels:
    """Finds places for the texts of a plan, one after the other.

    labels = Labels(plan)
    frame = labels.place(tag, half)    # hides the least of marks and texts so far
    if not labels.is_over(frame):
        labels.keep(frame)             # the next ones leave it free
    """

    def __init__(self, plan: StadiumPlan) -> None:
        self._sectors = {each.sector.id: each for each in plan.sectors}
        marks = (each for each in plan.shapes if each.look in GATES | _POSTS)
        self._marks = [_frame_of(mark) for mark in marks]
        self._texts: list[Frame] = []

    def place(self, tag: Tag, half: Point) -> Frame:
        """Return where a text stands best.

        Args:
            half: Half the width and the height that it takes.
        """
        best = (math.inf, Frame(tag.at, half))
        for middle in self._middles(tag, half):
            frame = Frame(middle, half)
            hidden = self._hidden(frame)
            if hidden < best[0]:
                best = (hidden, frame)
            if not hidden:
                break
        return best[1]

    def keep(self, frame: Frame) -> None:
        """Leave the place of a text free from now on."""
        self._texts.append(frame)

    def is_over(self, frame: Frame) -> bool:
        """Say whether a text would lie over another."""
        return any(frame.common(other) > 0 for other in self._texts)

    def _hidden(self, frame: Frame) -> float:
        around = Frame(frame.middle, (frame.half[0] + _AIR, frame.half[1] + _AIR))
        marks = sum(around.common(mark) for mark in self._marks)
        return marks + 2 * sum(frame.common(text) for text in self._texts)

    def _middles(self, tag: Tag, half: Point) -> Iterator[Point]:
        """Yield where the middle of a text may be, the best first."""
        x, y = tag.at
        sector = self._sectors.get(tag.id) if tag.id is not None else None
        if tag.look in GATES:
            yield from _before_gate(tag.at, half)
        elif sector is not None:
            yield from _in_sector(sector, half)
        elif tag.look is Look.NORTH:
            yield from ((x + aside, max(y, half[1])) for aside in _NORTH_ASIDE)
        else:
            yield x + {"left": 1, "middle": 0, "right": -1}[tag.anchor] * half[0], y


def _in_sector(sector: Placed, half: Point) -> Iterator[Point]:
    """Yield places in a sector: the usual one, then those near it."""
    deep, wide = sector.outer - sector.inner, sector.end - sector.start
    usual, *others = (
        at(sector.middle + wide * width, sector.inner + deep * depth)
        for depth, width in product(_DEPTHS, _WIDTHS)
    )
    yield usual

    def how_odd(middle: Point) -> float:
        corners = (
            (middle[0] + x * half[0], middle[1] + y * half[1])
            for x, y in product((1, -1), repeat=2)
        )
        outside = sum(not _is_in(corner, sector) for corner in corners)
        return math.dist(usual, middle) + _OUTSIDE * outside

    yield from sorted(others, key=how_odd)


def _before_gate(tag: Point, half: Point) -> Iterator[Point]:
    """Yield places outside a gate: so far out that its mark hides nothing."""
    degree = degree_of(tag)
    for farther, aside in product(_FARTHER, _ASIDE):
        x, y = at(degree + aside, GATE_TAG)
        across, down = x - 0.5, y - 0.5
        out = math.hypot(across, down)
        reach = (abs(across) * half[0] + abs(down) * half[1]) / out
        least = out * GATE_RIM / GATE_TAG + _AIR + reach
        by = (max(out, least) + farther) / out
        middle = 0.5 + down * by
        yield 0.5 + across * by, min(max(middle, half[1]), 1 - half[1])


def _is_in(point: Point, sector: Placed) -> bool:
    degree = degree_of(point)
    turned = degree if degree >= sector.start else degree + 360
    is_between = sector.inner <= radius_of(point) <= sector.outer
    return is_between and turned <= sector.end


def _frame_of(mark: Shape) -> Frame:
    xs, ys = zip(*(point for step in mark.steps for point in step.points), strict=True)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return Frame(middle, ((max(xs) - min(xs)) / 2, (max(ys) - min(ys)) / 2))
