"""Ways between the boxes of a graph: round the others, with room for a word.

A line that ran behind a box would be taken for one of that box.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sportsec.domain.graph_layout import Place

#: How far a line may bow out, tried in this order, to either side.
_BOWS = (45.0, 90.0, 140.0, 200.0, 270.0)
#: A line bows out by no more than this share of its length.
_FLATTEST = 0.7
#: Air between a line and a box that is none of its ends.
_AIR = 5.0
_STEPS = 24
#: Where a word stands on its line, the best first; on one that is too short, beside
#: one of its ends; then how far beside it.
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_NEAR_ENDS = (0.15, 0.85, 0.0, 1.0)
_ASIDE = (0.8, -0.8, 1.2, -1.2, 1.6, -1.6, 2.0, -2.0)
#: The rim of a box is rather hidden than the name within it, if it must be.
_RIM, _NAME = 10.0, 10.0


class Curve(NamedTuple):
    """A line that may bow out: a parabola from one place to another."""

    one: Place
    control: Place
    other: Place

    def at(self, share: float) -> Place:
        """Return the place after a share of the way, from 0 to 1."""
        back = 1 - share
        parts = (back * back, 2 * back * share, share * share)
        xs, ys = zip(*self, strict=True)
        return Place(
            sum(part * x for part, x in zip(parts, xs, strict=True)),
            sum(part * y for part, y in zip(parts, ys, strict=True)),
        )

    def points(self, steps: int = _STEPS) -> list[Place]:
        """Return places all along it, its ends among them."""
        return [self.at(step / steps) for step in range(steps + 1)]


class Room(NamedTuple):
    """What something covers: its middle, and half of its width and height."""

    middle: Place
    half: Place


def curve(one: Place, other: Place, bend: float) -> Curve:
    """Return the line between two places; `bend` draws its middle aside."""
    across, down = one.y - other.y, other.x - one.x
    by = bend / (math.hypot(across, down) or 1.0)
    middle = ((one.x + other.x) / 2, (one.y + other.y) / 2)
    control = Place(middle[0] + across * by, middle[1] + down * by)
    return Curve(one, control, other)


def bend_round(
    one: Place, other: Place, boxes: Iterable[Room], usual: float = 0.0
) -> float:
    """Return the least bend at which a line runs behind the fewest boxes.

    Args:
        boxes: All but those at its ends.
        usual: The bend that it has where nothing is in its way.
    """
    most = min(_FLATTEST * math.dist(one, other), _BOWS[-1]) + abs(usual)
    near = [box for box in boxes if _is_near(one, other, box, most)]
    if not near:
        return usual
    bows = [bow for bow in _BOWS if bow <= most]
    bends = [usual, *(usual + side * bow for bow in bows for side in (1, -1))]
    best = (len(near) + 1, usual)
    for bend in bends:
        points = curve(one, other, bend).points()
        hit = sum(any(_is_in(point, box) for point in points) for box in near)
        if hit < best[0]:
            best = (hit, bend)
        if not hit:
            break
    return best[1]


def word_place(line: Curve, half: Place, taken: Sequence[Room]) -> Place:
    """Return the middle of a word on its line, or beside it, that hides the least.

    Args:
        half: Half of the width and height of the word.
        taken: What it should not cover.
    """
    best = (math.inf, line.at(_SHARES[0]))
    for place in _word_places(line, half, taken):
        hidden = sum(_hidden(place, half, room) for room in taken)
        if hidden < best[0]:
            best = (hidden, place)
        if not hidden:
            break
    return best[1]


def _word_places(line: Curve, half: Place, taken: Sequence[Room]) -> Iterator[Place]:
    """Yield where a word may stand, the best first: on its line, then beside it.

    Last beside its ends: between two boxes that nearly touch a word has no room.
    """
    on_line = [line.at(share) for share in _SHARES]
    yield from on_line
    across, down = line.one.y - line.other.y, line.other.x - line.one.x
    far = math.hypot(across, down) or 1.0
    least = max((room.half.y for room in taken), default=0.0) + half.y
    for along in (on_line, [line.at(share) for share in _NEAR_ENDS]):
        for by in _ASIDE:
            aside = by * least / far
            for x, y in along:
                yield Place(x + across * aside, y + down * aside)


def _hidden(place: Place, half: Place, box: Room) -> float:
    """Return how much of a box a word would hide, and how bad that were."""
    inside = Place(max(box.half.x - _RIM, 0.0), max(box.half.y - _RIM, 0.0))
    rim = _common(place, half, box)
    return rim and rim + _NAME * _common(place, half, Room(box.middle, inside))


def _is_near(one: Place, other: Place, box: Room, bend: float) -> bool:
    """Say whether a line could meet a box, however it bends."""
    (x, y), half = box
    return (
        min(one.x, other.x) - bend < x + half.x
        and max(one.x, other.x) + bend > x - half.x
        and min(one.y, other.y) - bend < y + half.y
        and max(one.y, other.y) + bend > y - half.y
    )


def _is_in(point: Place, box: Room) -> bool:
    (x, y), half = box
    return abs(point.x - x) < half.x + _AIR and abs(point.y - y) < half.y + _AIR


def _common(place: Place, half: Place, room: Room) -> float:
    """Return the area that two rooms have in common."""
    wide = half.x + room.half.x - abs(place.x - room.middle.x)
    high = half.y + room.half.y - abs(place.y - room.middle.y)
    return max(0.0, wide) * max(0.0, high)
