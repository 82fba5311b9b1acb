"""Draws the plan of a stadium as data: bowl, pitch, sectors, gates and posts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.stadium import (
    UNPLACED,
    Look,
    Placed,
    PlanGate,
    PlanPost,
    PlanSector,
    Point,
    PostState,
    Shape,
    StadiumPlan,
    Tag,
)
from sportsec.domain.stadium_layout import place_sectors
from sportsec.domain.stadium_pitch import pitch_shapes
from sportsec.domain.stadium_shapes import (
    GATE_TAG,
    MARK_RADIUS,
    at,
    circle,
    degree_of,
    ellipse,
    gate_wedge,
    radius_of,
    ring_part,
)

_STATE_LOOKS = {
    PostState.FULL: Look.POST_FULL,
    PostState.SHORT: Look.POST_SHORT,
    PostState.EMPTY: Look.POST_EMPTY,
}
#: Marks side by side: the degree of their middle, and what they are of.
_Row = tuple[float, list[UUID]]
_WORST_FIRST = (PostState.EMPTY, PostState.SHORT, PostState.FULL)
#: A narrow gap between neighbouring sectors, in degrees.
_SEAM = 0.5
#: Degrees that two gates lie apart at least, so that their codes can be read.
_GATE_GAP = 7.0
#: The column in the corners where posts of the surroundings are listed.
_MARGIN, _COLUMN_STEP, _COLUMN_ROWS = 0.022, 0.05, 9


def draw_stadium(
    sectors: Sequence[PlanSector],
    gates: Sequence[PlanGate] = (),
    posts: Sequence[PlanPost] = (),
) -> StadiumPlan:
    """Draw a stadium; what has no place yet gets one, and is marked as not placed.

    Args:
        posts: Those of one phase, usually; where there is no room for all markers
            the best manned ones are counted in a "+n".
    """
    placed = place_sectors(sectors)
    degrees = _gate_degrees(gates, {each.sector.id: each for each in placed})
    lost = _lost_gates(sectors, gates)
    shapes = [Shape(Look.GROUND, ellipse(1.0)), *pitch_shapes()]
    tags = [Tag(Look.NORTH, "N", (0.5, 0.014), 0.026)]
    for each in placed:
        shapes.append(_sector_shape(each))
        tags.append(_sector_tag(each))
    for gate in gates:
        look = Look.GATE_EMERGENCY if gate.is_emergency_only else Look.GATE
        degree = degrees[gate.id]
        shapes.append(Shape(look, gate_wedge(degree), gate.id))
        code = _marked(gate.code, is_placed=gate.id not in lost)
        tags.append(Tag(look, code, at(degree, GATE_TAG), 0.022, gate.id))
    _add_posts(posts, placed, degrees, shapes, tags)
    is_known = not lost and all(each.is_placed for each in sectors)
    return StadiumPlan(tuple(shapes), tuple(tags), placed, has_unplaced=not is_known)


def sector_at(plan: StadiumPlan, point: Point) -> UUID | None:
    """Return the sector under a point of the unit square."""
    radius, degree = radius_of(point), degree_of(point)
    for each in plan.sectors:
        inside = (
            each.start <= degree < each.end or each.start <= degree + 360 < each.end
        )
        if inside and each.inner <= radius <= each.outer:
            return each.sector.id
    return None


def _lost_gates(
    sectors: Sequence[PlanSector], gates: Sequence[PlanGate]
) -> frozenset[UUID]:
    """Return the gates of which neither the degree nor the sector's place is known."""
    found = {each.id for each in sectors if each.is_placed}
    return frozenset(
        gate.id for gate in gates if gate.degree is None and gate.sector_id not in found
    )


def _marked(code: str, *, is_placed: bool) -> str:
    return code if is_placed else code + UNPLACED


def _look(sector: PlanSector) -> Look:
    return Look(f"sector_{sector.use}") if sector.is_placed else Look.SECTOR_UNPLACED


def _sector_shape(placed: Placed) -> Shape:
    width = placed.end - placed.start
    seam = min(_SEAM, width / 4) if width < 360 else 0.0
    steps = ring_part(
        placed.start + seam, placed.end - seam, placed.inner, placed.outer
    )
    return Shape(_look(placed.sector), steps, placed.sector.id)


def _sector_tag(placed: Placed) -> Tag:
    """Write the code in the inner half of the sector, as large as fits."""
    radius = placed.inner + (placed.outer - placed.inner) * 0.4
    start, end = at(placed.start, radius), at(placed.end, radius)
    chord = math.dist(start, end) if placed.end - placed.start < 120 else 0.3
    code = _marked(placed.sector.code, is_placed=placed.sector.is_placed)
    letters = max(len(code), 1)
    depth = (placed.outer - placed.inner) * 0.4
    size = max(0.013, min(0.034, depth * 0.42, chord * 1.5 / letters))
    middle = at(placed.middle, radius)
    return Tag(_look(placed.sector), code, middle, size, placed.sector.id)


def _gate_degrees(
    gates: Sequence[PlanGate], placed: dict[UUID, Placed]
) -> dict[UUID, float]:
    """Return each gate's degree, spreading unknown ones over their sector."""
    degrees = {g.id: g.degree % 360 for g in gates if g.degree is not None}
    waiting: dict[UUID | None, list[PlanGate]] = defaultdict(list)
    for gate in gates:
        if gate.degree is None:
            known = gate.sector_id in placed
            waiting[gate.sector_id if known else None].append(gate)
    for sector_id, here in waiting.items():
        start, end = (0.0, 360.0)
        if sector_id is not None:
            start, end = placed[sector_id].start, placed[sector_id].end
        for number, gate in enumerate(here):
            part = (number + 0.5) / len(here)
            degrees[gate.id] = (start + (end - start) * part) % 360
    return spread(degrees)


def spread(degrees: dict[UUID, float]) -> dict[UUID, float]:
    """Move marks apart that would lie on each other, as little as possible.

    Gates of the lower and the upper tier often open at the same degree. Neighbours
    closer than `_GATE_GAP` are set side by side around their common middle.
    """
    order = sorted(degrees, key=lambda one: degrees[one])
    if len(order) < 2 or len(order) * _GATE_GAP > 360:
        return degrees
    # Begin behind the widest gap, so that no row of marks runs over north.
    gaps = [
        (degrees[order[n]] - degrees[order[n - 1]]) % 360 for n in range(len(order))
    ]
    first = gaps.index(max(gaps))
    order = order[first:] + order[:first]
    origin = degrees[order[0]]
    rows: list[_Row] = []
    for one in order:
        row = ((degrees[one] - origin) % 360, [one])
        while rows and _touch(rows[-1], row):
            row = _together(rows.pop(), row)
        rows.append(row)
    _close(rows)
    return {
        one: (origin + middle + (n - (len(members) - 1) / 2) * _GATE_GAP) % 360
        for middle, members in rows
        for n, one in enumerate(members)
    }


def _close(rows: list[_Row]) -> None:
    """Set the last and the first row apart, too: the ground is round."""
    while len(rows) > 1:
        last, members = rows[-1]
        before = (last - 360, members)
        if not _touch(before, rows[0]):
            return
        rows.pop()
        row = _together(before, rows.pop(0))
        while rows and _touch(row, rows[0]):
            row = _together(row, rows.pop(0))
        rows.insert(0, row)


def _together(row: _Row, following: _Row) -> _Row:
    """Return two rows as one, around their common middle."""
    (before, others), (middle, members) = row, following
    weight = before * len(others) + middle * len(members)
    return weight / (len(others) + len(members)), others + members


def _touch(row: _Row, following: _Row) -> bool:
    """Say whether two rows of marks come too close."""
    reach = (len(row[1]) + len(following[1])) / 2 * _GATE_GAP
    return following[0] - row[0] < reach


def _add_posts(
    posts: Sequence[PlanPost],
    placed: Sequence[Placed],
    degrees: dict[UUID, float],
    shapes: list[Shape],
    tags: list[Tag],
) -> None:
    """Mark the posts in their sectors, before their gates, and around the ground."""
    by_place: dict[UUID | None, list[PlanPost]] = defaultdict(list)
    sectors = {each.sector.id: each for each in placed}
    worst_first = sorted(posts, key=lambda p: (_WORST_FIRST.index(p.state), p.code))
    for post in worst_first:
        gate = post.gate_id if post.gate_id in degrees else None
        sector = post.sector_id if post.sector_id in sectors else None
        by_place[gate or sector].append(post)
    for place, here in by_place.items():
        if place is None:
            _add_surroundings(here, shapes, tags)
            continue
        spots = (
            _gate_spots(degrees[place])
            if place in degrees
            else _sector_spots(sectors[place])
        )
        _mark(here, spots, shapes, tags)


def _mark(
    posts: Sequence[PlanPost],
    spots: Sequence[Point],
    shapes: list[Shape],
    tags: list[Tag],
) -> None:
    """Put markers on the spots; the last spot counts those without room."""
    fits = len(spots) if len(posts) <= len(spots) else len(spots) - 1
    middle = (len(spots) - min(len(posts), len(spots))) // 2
    for post, spot in zip(posts[:fits], spots[middle:], strict=False):
        shapes.append(_marker(post, spot))
    if len(posts) > fits:
        tags.append(Tag(Look.MORE, f"+{len(posts) - fits}", spots[-1], 0.018))


def _marker(post: PlanPost, spot: Point) -> Shape:
    return Shape(_STATE_LOOKS[post.state], circle(spot, MARK_RADIUS), post.id)


def _sector_spots(placed: Placed) -> list[Point]:
    """Return places for markers along the outer part of a sector, left to right."""
    radius = placed.inner + (placed.outer - placed.inner) * 0.78
    length = math.radians(placed.end - placed.start) * radius * 0.385
    count = max(1, min(24, int(length / (MARK_RADIUS * 2.6))))
    step = (placed.end - placed.start) / count
    return [at(placed.start + (n + 0.5) * step, radius) for n in range(count)]


def _gate_spots(degree: float) -> list[Point]:
    """Return places for markers on either side of a gate, outside the bowl."""
    return [at(degree + shift, 1.035) for shift in (-7.5, -4.5, 4.5, 7.5)]


def _add_surroundings(
    posts: Sequence[PlanPost], shapes: list[Shape], tags: list[Tag]
) -> None:
    """List posts outside the ground in the four corners, with their codes."""
    corners = [(left, top) for top in (True, False) for left in (True, False)]
    spots = []
    for row in range(_COLUMN_ROWS // 2):
        for left, top in corners:
            y = 0.03 + row * _COLUMN_STEP
            spots.append((_MARGIN if left else 1 - _MARGIN, y if top else 1 - y))
    fits = len(spots) if len(posts) <= len(spots) else len(spots) - 1
    for post, (x, y) in zip(posts[:fits], spots, strict=False):
        shapes.append(_marker(post, (x, y)))
        tags.append(_surroundings_tag(post, x, y))
    if len(posts) > fits:
        tags.append(Tag(Look.MORE, f"+{len(posts) - fits}", spots[-1], 0.018))


def _surroundings_tag(post: PlanPost, x: float, y: float) -> Tag:
    look = _STATE_LOOKS[post.state]
    if x < 0.5:
        return Tag(look, post.code, (x + 0.018, y), 0.018, post.id, "left")
    return Tag(look, post.code, (x - 0.018, y), 0.018, post.id, "right")
