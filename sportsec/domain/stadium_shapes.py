"""Curves of a stadium plan: elliptic arcs as Béziers, on the unit square."""

from __future__ import annotations

import math

from sportsec.domain.stadium import Point, Step

#: Half axes of the bowl. North is up, so the long axis of the pitch is upright.
RADIUS_X, RADIUS_Y = 0.36, 0.415
#: Radius of a post's marker.
MARK_RADIUS = 0.0105
#: Where the code of a gate is written, as a fraction of the bowl's radii.
GATE_TAG = 1.1
#: The outer edge of the mark of a gate, likewise.
GATE_RIM = 1.045

_GATE_HALF_DEGREES, _GATE_INNER = 2.2, 0.985
#: Control points of a quarter circle lie this far along the tangent.
_KAPPA = 4 / 3 * math.tan(math.pi / 8)


def at(degree: float, radius: float) -> Point:
    """Return the point at `degree` on the ellipse of `radius` (1 is the bowl's rim)."""
    turn = math.radians(degree)
    return (
        0.5 + RADIUS_X * radius * math.sin(turn),
        0.5 - RADIUS_Y * radius * math.cos(turn),
    )


def radius_of(point: Point) -> float:
    """Return the radius of the ellipse through a point."""
    return math.hypot((point[0] - 0.5) / RADIUS_X, (point[1] - 0.5) / RADIUS_Y)


def degree_of(point: Point) -> float:
    """Return the degree of a point, 0 … 360; `at` is its inverse."""
    across, up = (point[0] - 0.5) / RADIUS_X, (0.5 - point[1]) / RADIUS_Y
    return math.degrees(math.atan2(across, up)) % 360


def arc(start: float, end: float, radius: float) -> tuple[Step, ...]:
    """Return the curve from `start` to `end`; pieces of 45° are exact to 1/10,000."""
    count = max(1, math.ceil(abs(end - start) / 45))
    piece = (end - start) / count
    reach = 4 / 3 * math.tan(math.radians(piece) / 4)
    wide, high = RADIUS_X * radius, RADIUS_Y * radius
    steps = []
    for number in range(count):
        first = math.radians(start + number * piece)
        last = math.radians(start + (number + 1) * piece)
        x0, y0 = math.sin(first), -math.cos(first)
        x1, y1 = math.sin(last), -math.cos(last)
        bend = ((x0 - reach * y0, y0 + reach * x0), (x1 + reach * y1, y1 - reach * x1))
        points = (*bend, (x1, y1))
        steps.append(
            Step("C", tuple((0.5 + wide * x, 0.5 + high * y) for x, y in points))
        )
    return tuple(steps)


def ellipse(radius: float) -> tuple[Step, ...]:
    """Return the whole ellipse of `radius`."""
    return (Step("M", (at(0, radius),)), *arc(0, 360, radius), Step("Z"))


def ring_part(start: float, end: float, inner: float, outer: float) -> tuple[Step, ...]:
    """Return a part of a ring; the whole ring is one closed outline, cut at north."""
    return (
        Step("M", (at(start, outer),)),
        *arc(start, end, outer),
        Step("L", (at(end, inner),)),
        *arc(end, start, inner),
        Step("Z"),
    )


def gate_wedge(degree: float) -> tuple[Step, ...]:
    """Return the mark of a gate on the rim of the bowl."""
    half = _GATE_HALF_DEGREES
    return ring_part(degree - half, degree + half, _GATE_INNER, GATE_RIM)


def circle(centre: Point, radius: float) -> tuple[Step, ...]:
    """Return a circle."""
    x, y = centre
    r, k = radius, radius * _KAPPA
    return (
        Step("M", ((x, y - r),)),
        Step("C", ((x + k, y - r), (x + r, y - k), (x + r, y))),
        Step("C", ((x + r, y + k), (x + k, y + r), (x, y + r))),
        Step("C", ((x - k, y + r), (x - r, y + k), (x - r, y))),
        Step("C", ((x - r, y - k), (x - k, y - r), (x, y - r))),
        Step("Z"),
    )


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple[Step, ...]:
    """Return a rectangle."""
    return (
        Step("M", ((left, top),)),
        *(Step("L", (p,)) for p in ((right, top), (right, bottom), (left, bottom))),
        Step("Z"),
    )


def line(start: Point, end: Point) -> tuple[Step, ...]:
    """Return a straight line."""
    return (Step("M", (start,)), Step("L", (end,)))
