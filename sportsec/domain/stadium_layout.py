"""Gives every sector of a stadium an arc and a ring, drawn by an officer or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sportsec.domain.stadium import Placed, PlanSector
from sportsec.domain.venues import SectorSide, SectorUse

#: Radius at which the stands begin, as a fraction of the bowl's.
STANDS_BEGIN = 0.63
#: Between two rings of stands, as a fraction of the bowl's radii.
RING_GAP = 0.012
#: A sector whose arc nobody knows never becomes narrower than this, in degrees.
NARROWEST = 6.0

_SIDES = {
    SectorSide.NORTH: (315.0, 405.0),
    SectorSide.EAST: (45.0, 135.0),
    SectorSide.SOUTH: (135.0, 225.0),
    SectorSide.WEST: (225.0, 315.0),
}

#: Where sectors lie by custom when neither degrees nor a side are known.
_CUSTOM = {
    SectorUse.VIP: SectorSide.WEST,
    SectorUse.PRESS: SectorSide.WEST,
    SectorUse.HOME: SectorSide.EAST,
    SectorUse.ULTRAS_HOME: SectorSide.NORTH,
    SectorUse.AWAY: SectorSide.SOUTH,
    SectorUse.ULTRAS_AWAY: SectorSide.SOUTH,
}

Arc = tuple[float, float]


def place_sectors(sectors: Sequence[PlanSector]) -> tuple[Placed, ...]:
    """Place every sector.

    Those with degrees lie where they were drawn. The others share what their side
    leaves free in their tier (or the side where their public sits by custom), and
    those that find no room there what is left of the ring; if nothing is left they
    get a ring of their own outside.
    """
    rings: list[list[tuple[PlanSector, Arc]]] = []
    homeless: list[PlanSector] = []
    ordered = sorted(sectors, key=lambda each: (each.tier or 1, each.code, each.id))
    for _tier, members in groupby(ordered, key=lambda each: each.tier or 1):
        placed, left = _fill_ring(tuple(members))
        rings.append(placed)
        homeless += left
    if homeless:
        rings.append(_share(homeless, [(0.0, 360.0)]))
    rings = [ring for ring in rings if ring]
    return tuple(
        Placed(sector, *_normal(arc), *_radii(number, len(rings)))
        for number, ring in enumerate(rings)
        for sector, arc in ring
    )


def _fill_ring(
    members: Sequence[PlanSector],
) -> tuple[list[tuple[PlanSector, Arc]], list[PlanSector]]:
    """Place the members of one tier; also return those that found no room."""
    placed = [(each, arc) for each in members if (arc := _drawn(each))]
    waiting = [each for each in members if not _drawn(each)]
    for side, arc in _SIDES.items():
        here = [each for each in waiting if _side(each) is side]
        free = _free([taken for _each, taken in placed], arc)
        if here and _room(free) >= len(here) * NARROWEST:
            placed += _share(here, free)
            waiting = [each for each in waiting if each not in here]
    free = _free([taken for _each, taken in placed], (0.0, 360.0))
    if waiting and _room(free) >= len(waiting) * NARROWEST:
        placed += _share(waiting, free)
        waiting = []
    return placed, waiting


def _drawn(sector: PlanSector) -> Arc | None:
    if sector.start_degree is None or sector.end_degree is None:
        return None
    start, end = sector.start_degree % 360, sector.end_degree % 360
    return start, end if end > start else end + 360


def _side(sector: PlanSector) -> SectorSide | None:
    return sector.side or _CUSTOM.get(sector.use)


def _normal(arc: Arc) -> Arc:
    turns = arc[0] // 360 * 360
    return arc[0] - turns, arc[1] - turns


def _room(arcs: Iterable[Arc]) -> float:
    """Return how many degrees can be used; slivers do not count."""
    return sum(end - start for start, end in arcs if end - start >= NARROWEST)


def _free(taken: Sequence[Arc], within: Arc) -> list[Arc]:
    """Return the parts of `within` that no arc covers, in order."""
    covered = sorted(
        (start + turn, end + turn) for start, end in taken for turn in (-360, 0, 360)
    )
    free, position = [], within[0]
    for start, end in covered:
        if end <= position or start >= within[1]:
            continue
        if start > position:
            free.append((position, start))
        position = max(position, end)
    if position < within[1]:
        free.append((position, within[1]))
    return free


def _share(
    sectors: Sequence[PlanSector], free: Sequence[Arc]
) -> list[tuple[PlanSector, Arc]]:
    """Give each sector an equal part of one of the free arcs, in order."""
    usable = [arc for arc in free if arc[1] - arc[0] >= NARROWEST]
    counts = [0] * len(usable)
    for _sector in sectors:  # each next one goes where the parts stay widest
        widest = max(
            range(len(usable)),
            key=lambda n: (usable[n][1] - usable[n][0]) / (counts[n] + 1),
        )
        counts[widest] += 1
    shared, waiting = [], iter(sectors)
    for (start, end), count in zip(usable, counts, strict=True):
        width = (end - start) / max(count, 1)
        for number in range(count):
            left = start + number * width
            shared.append((next(waiting), (left, left + width)))
    return shared


def _radii(ring: int, rings: int) -> tuple[float, float]:
    """Return the inner and outer radius of a ring, as fractions of the bowl's."""
    depth = (1 - STANDS_BEGIN) / rings
    inner = STANDS_BEGIN + ring * depth
    return inner, inner + depth - (RING_GAP if ring < rings - 1 else 0)
