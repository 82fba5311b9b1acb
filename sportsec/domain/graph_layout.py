"""Places for the boxes of a graph: who is connected stands near, nothing is covered.

The same graph gets the same places in every process: there is no chance in it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """The middle of a box; x grows to the right, y downwards."""

    x: float
    y: float


class Link(NamedTuple):
    """A connection of two boxes, by their positions in the list.

    Args:
        length: How far they stand from each other where nothing else pulls; 1 is
            the usual distance.
    """

    first: int
    second: int
    length: float = 1.0


#: Room of a box with its gap.
BOX = Place(192.0, 80.0)
#: The usual distance of connected boxes.
DISTANCE = 150.0
#: Boxes further away than this do not push each other.
_REACH = 2.2 * DISTANCE
_STEPS = 90
_HEAT = 0.9 * DISTANCE
_PULL_TO_MIDDLE = 0.12
#: The golden angle: places on a spiral by it are evenly spread.
_TURN = math.pi * (3 - math.sqrt(5))
_UNTANGLING = 150
_PATIENCE = 6
_WIDER = 1.06
_FLAT = 0.52  # screens and papers are wider than high
_SAME = 1e-6


def lay_out(
    count: int, links: Sequence[Link], fixed: Mapping[int, Place]
) -> list[Place]:
    """Return a place for each box; those that are fixed stay where they are."""
    linked = {end for link in links for end in (link.first, link.second)}
    moving = [at for at in range(count) if at in linked and at not in fixed]
    places = {at: Place(*fixed[at]) for at in sorted(fixed) if at < count}
    middle = _middle(places.values())
    spread = DISTANCE * 0.6
    for n, at in enumerate(moving):
        far, turn = spread * math.sqrt(n + 0.5), n * _TURN
        x, y = far * math.cos(turn), far * math.sin(turn) * _FLAT
        places[at] = Place(middle.x + x, middle.y + y)
    _pull(places, links, moving, middle)
    if not fixed:
        for at in moving:
            places[at] = Place(places[at].x, places[at].y * _FLAT)
    _untangle(places, moving)
    alone = [at for at in range(count) if at not in places]
    _line_up(places, alone)
    return [places[at] for at in range(count)]


def _middle(places: Iterable[Place]) -> Place:
    known = list(places)
    if not known:
        return Place(0.0, 0.0)
    xs, ys = zip(*known, strict=True)
    return Place(sum(xs) / len(xs), sum(ys) / len(ys))


def _pull(
    places: dict[int, Place],
    links: Sequence[Link],
    moving: Sequence[int],
    middle: Place,
) -> None:
    """Let links pull and boxes push until they have nearly come to rest."""
    for step in range(_STEPS):
        heat = _HEAT * (1 - step / _STEPS) ** 2 + 1.0
        force: dict[int, list[float]] = {at: [0.0, 0.0] for at in places}
        for one, other in _neighbours(places, _REACH):
            _push(force, places, one, other)
        for link in links:
            _draw(force, places, link)
        for at in moving:
            x, y = places[at]
            fx = force[at][0] + (middle.x - x) * _PULL_TO_MIDDLE
            fy = force[at][1] + (middle.y - y) * _PULL_TO_MIDDLE
            size = math.hypot(fx, fy) or 1.0
            gone = min(size, heat) / size
            places[at] = Place(x + fx * gone, y + fy * gone)


def _push(
    force: dict[int, list[float]], places: Mapping[int, Place], one: int, other: int
) -> None:
    dx, dy = places[one].x - places[other].x, places[one].y - places[other].y
    square = dx * dx + dy * dy
    if square < _SAME:
        dx, dy, square = 1.0, float(one - other), 1.0 + (one - other) ** 2
    by = DISTANCE * DISTANCE / square * 0.55
    force[one][0] += dx * by
    force[one][1] += dy * by
    force[other][0] -= dx * by
    force[other][1] -= dy * by


def _draw(
    force: dict[int, list[float]], places: Mapping[int, Place], link: Link
) -> None:
    one, other = link.first, link.second
    dx, dy = places[one].x - places[other].x, places[one].y - places[other].y
    far = math.hypot(dx, dy)
    by = far / (DISTANCE * link.length) * 0.35
    force[one][0] -= dx * by
    force[one][1] -= dy * by
    force[other][0] += dx * by
    force[other][1] += dy * by


def _neighbours(places: Mapping[int, Place], reach: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs of boxes that are near each other, each once."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, (x, y) in places.items():
        cells[int(x // reach), int(y // reach)].append(at)
    for (column, row), members in cells.items():
        for n, one in enumerate(members):
            for other in members[n + 1 :]:
                yield one, other
        for right, down in ((1, 0), (-1, 1), (0, 1), (1, 1)):
            for other in cells.get((column + right, row + down), ()):
                for one in members:
                    yield one, other


def _untangle(places: dict[int, Place], moving: Sequence[int]) -> None:
    """Part the boxes that cover each other; where there is no room, make some."""
    free = set(moving)
    middle = _middle(places.values())
    for turn in range(_UNTANGLING):
        if not _part(places, free):
            return
        if turn % _PATIENCE == _PATIENCE - 1:
            for at in moving:
                x, y = places[at]
                x, y = x - middle.x, y - middle.y
                places[at] = Place(middle.x + x * _WIDER, middle.y + y * _WIDER)


def _part(places: dict[int, Place], free: set[int]) -> bool:
    """Move boxes off each other on the shorter way; say whether any did cover."""
    covered = False
    for one, other in _neighbours(dict(places), BOX.x):
        dx, dy = places[other].x - places[one].x, places[other].y - places[one].y
        over_x, over_y = BOX.x - abs(dx), BOX.y - abs(dy)
        if min(over_x, over_y) <= _SAME or not free & {one, other}:
            continue
        covered = True
        share = 0.5 if free >= {one, other} else 1.0
        by = Place(math.copysign(over_x + 1, dx), 0.0)
        if over_y <= over_x:
            by = Place(0.0, math.copysign(over_y + 1, dy))
        for at, way in ((one, -share), (other, share)):
            if at in free:
                x, y = places[at]
                places[at] = Place(x + way * by.x, y + way * by.y)
    return covered


def _line_up(places: dict[int, Place], alone: Sequence[int]) -> None:
    """Put boxes that nothing is connected to in rows below all others."""
    if not alone:
        return
    known = list(places.values())
    left = min((place.x for place in known), default=0.0)
    right = max((place.x for place in known), default=0.0)
    top = max((place.y for place in known), default=-BOX.y) + 1.3 * BOX.y
    square = math.ceil(math.sqrt(len(alone) / _FLAT))
    across = max(int((right - left) // BOX.x) + 1, min(square, len(alone)), 1)
    for n, at in enumerate(alone):
        row, column = divmod(n, across)
        places[at] = Place(left + column * BOX.x, top + row * BOX.y)
