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
    Shape,
    StadiumPlan,
    Tag,
)
from sportsec.domain.stadium_layout import place_sectors
from sportsec.domain.stadium_pitch import pitch_shapes
from sportsec.domain.stadium_posts import add_posts
from sportsec.domain.stadium_shapes import (
    GATE_TAG,
    at,
    degree_of,
    ellipse,
    gate_wedge,
    radius_of,
    ring_part,
)

#: Marks side by side: the degree of their middle, and what they are of.
_Row = tuple[float, list[UUID]]
#: A narrow gap between neighbouring sectors, in degrees.
_SEAM = 0.5
#: Degrees that two gates lie apart at least, so that their codes can be read.
_GATE_GAP = 7.0


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
    add_posts(posts, placed, degrees, shapes, tags)
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
