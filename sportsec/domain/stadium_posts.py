"""Marks of posts on the plan of a stadium: in sectors, before gates, in the corners."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sportsec.domain.stadium import Look, Placed, PlanPost, Point, PostState, Shape, Tag
from sportsec.domain.stadium_shapes import MARK_RADIUS, at, circle

_STATE_LOOKS = {
    PostState.FULL: Look.POST_FULL,
    PostState.SHORT: Look.POST_SHORT,
    PostState.EMPTY: Look.POST_EMPTY,
}
_WORST_FIRST = (PostState.EMPTY, PostState.SHORT, PostState.FULL)
_MORE_SIZE = 0.018
#: The column in the corners where posts of the surroundings are listed.
_MARGIN, _COLUMN_STEP, _ROWS_OF_CORNER = 0.022, 0.05, 6
#: Marks in a sector lie within this radius: the gates begin there.
_INSIDE_GATES = 0.95
#: Where marks before a gate may stand: degrees aside and radius, the best first.
_BEFORE_GATE = (
    *((-4.5, 1.035), (4.5, 1.035), (-7.5, 1.035), (7.5, 1.035)),
    *((0.0, 1.095), (-3.6, 1.095), (3.6, 1.095)),
)
#: From the middle of the mark of a gate (its radius on the plan is given), and of a
#: post, to the middle of another post that leaves it free.
_GATE_MIDDLE, _FROM_GATE, _FROM_POST = 1.015, 0.0262, 2 * MARK_RADIUS + 0.002


def add_posts(
    posts: Sequence[PlanPost],
    placed: Sequence[Placed],
    degrees: Mapping[UUID, float],
    shapes: list[Shape],
    tags: list[Tag],
) -> None:
    """Mark the posts in their sectors, before their gates, and around the ground.

    Args:
        degrees: Of the marks of the gates.
        shapes, tags: What the plan holds so far; marks and texts are added to them.
    """
    by_place: dict[UUID | None, list[PlanPost]] = defaultdict(list)
    sectors = {each.sector.id: each for each in placed}
    worst_first = sorted(posts, key=lambda p: (_WORST_FIRST.index(p.state), p.code))
    for post in worst_first:
        gate = post.gate_id if post.gate_id in degrees else None
        sector = post.sector_id if post.sector_id in sectors else None
        by_place[gate or sector].append(post)
    before_gates: list[Point] = []
    for place, here in by_place.items():
        if place is None:
            _add_surroundings(here, shapes, tags)
        elif place in degrees:
            spots = _gate_spots(place, degrees, before_gates)[: len(here)]
            before_gates += spots
            _mark(here, spots, shapes, tags)
        else:
            spots = _sector_spots(sectors[place])
            first = (len(spots) - min(len(here), len(spots))) // 2
            _mark(here, spots[first:], shapes, tags)


def _mark(
    posts: Sequence[PlanPost],
    spots: Sequence[Point],
    shapes: list[Shape],
    tags: list[Tag],
) -> None:
    """Put markers on the spots; the last spot counts those without room."""
    fits = len(spots) if len(posts) <= len(spots) else len(spots) - 1
    for post, spot in zip(posts[:fits], spots, strict=False):
        shapes.append(_marker(post, spot))
    if len(posts) > fits:
        tags.append(Tag(Look.MORE, f"+{len(posts) - fits}", spots[-1], _MORE_SIZE))


def _marker(post: PlanPost, spot: Point) -> Shape:
    return Shape(_STATE_LOOKS[post.state], circle(spot, MARK_RADIUS), post.id)


def _sector_spots(placed: Placed) -> list[Point]:
    """Return places for markers along the outer part of a sector, left to right."""
    radius = placed.inner + (placed.outer - placed.inner) * 0.78
    radius = max(min(radius, _INSIDE_GATES), placed.inner)
    length = math.radians(placed.end - placed.start) * radius * 0.385
    count = max(1, min(24, int(length / (MARK_RADIUS * 2.6))))
    step = (placed.end - placed.start) / count
    return [at(placed.start + (n + 0.5) * step, radius) for n in range(count)]


def _gate_spots(
    gate: UUID, degrees: Mapping[UUID, float], taken: Iterable[Point]
) -> list[Point]:
    """Return places for markers around a gate that no other mark has, at least one."""
    marks = [(at(degree, _GATE_MIDDLE), _FROM_GATE) for degree in degrees.values()]
    marks += [(spot, _FROM_POST) for spot in taken]
    found: list[Point] = []
    for aside, radius in _BEFORE_GATE:
        spot = at(degrees[gate] + aside, radius)
        others = [*marks, *((other, _FROM_POST) for other in found)]
        if all(math.dist(spot, other) >= apart for other, apart in others):
            found.append(spot)
    return found or [at(degrees[gate], _BEFORE_GATE[-1][1])]


def _add_surroundings(
    posts: Sequence[PlanPost], shapes: list[Shape], tags: list[Tag]
) -> None:
    """List posts outside the ground in the four corners, with their codes."""
    corners = [(left, top) for top in (True, False) for left in (True, False)]
    spots = []
    for row in range(_ROWS_OF_CORNER):
        for left, top in corners:
            y = 0.03 + row * _COLUMN_STEP
            spots.append((_MARGIN if left else 1 - _MARGIN, y if top else 1 - y))
    fits = len(spots) if len(posts) <= len(spots) else len(spots) - 1
    for post, (x, y) in zip(posts[:fits], spots, strict=False):
        shapes.append(_marker(post, (x, y)))
        tags.append(_surroundings_tag(post, x, y))
    if len(posts) > fits:
        tags.append(Tag(Look.MORE, f"+{len(posts) - fits}", spots[-1], _MORE_SIZE))


def _surroundings_tag(post: PlanPost, x: float, y: float) -> Tag:
    look = _STATE_LOOKS[post.state]
    if x < 0.5:
        return Tag(look, post.code, (x + 0.018, y), 0.018, post.id, "left")
    return Tag(look, post.code, (x - 0.018, y), 0.018, post.id, "right")
