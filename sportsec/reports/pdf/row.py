"""Boxes side by side that run on together over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.pen import Pen


class Place(NamedTuple):
    """A box and its distance from the left edge of the row."""

    x: float
    box: Box


@dataclass(slots=True, eq=False)
class RowBox(Box):
    """Boxes side by side, aligned at their tops.

    Args:
        places: In logical order, so that a reader meets them in that order.
        above: Room over the boxes.
        below: Room under them.
    """

    places: Sequence[Place] = ()
    above: float = 0.0
    below: float = 0.0

    @property
    def head(self) -> float:
        """Enough for the least part of each box."""
        heads = (place.box.head for place in self.places)
        return self.above + max(heads, default=0.0) + self.below

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw each box at its place."""
        for place in self.places:
            place.box.draw(pen, x + place.x, top + self.above)

    def split(self, room: float) -> tuple[Self, Self] | None:
        """Divide each box; one that is short enough stays whole in the first part."""
        inner = room - self.above - self.below
        first: list[Place] = []
        rest: list[Place] = []
        for x, box in self.places:
            if box.height <= inner:
                first.append(Place(x, box))
                rest.append(Place(x, Stack()))
                continue
            parts = box.split(inner)
            first.append(Place(x, parts[0] if parts else Stack()))
            rest.append(Place(x, parts[1] if parts else box))
        if all(not place.box.height for place in first):
            return None
        upper = self.with_places(first)
        lower = self.with_places(rest)
        upper.after = lower.before = 0.0
        return upper, lower

    def with_places(self, places: Sequence[Place]) -> Self:
        """Return the same row with other boxes, as high as they need."""
        return replace(self, places=places).fitted()

    def fitted(self) -> Self:
        """Make the row as high as its boxes need, and return it."""
        tallest = max([place.box.height for place in self.places], default=0.0)
        self.height = self.above + tallest + self.below
        return self


def row_of(
    places: Sequence[Place], *, above: float = 0.0, below: float = 0.0
) -> RowBox:
    """Make a row as high as its tallest box."""
    return RowBox(places=places, above=above, below=below).fitted()


def columns_of(widths: Sequence[float], gap: float, *, rtl: bool) -> list[float]:
    """Return the left edges of columns given in reading order."""
    edges: list[float] = []
    used = 0.0
    total = sum(widths) + gap * (len(widths) - 1)
    for width in widths:
        edges.append(total - used - width if rtl else used)
        used += width + gap
    return edges
