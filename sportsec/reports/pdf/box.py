"""Boxes and how they follow each other: heights, spaces, page breaks.

Every block becomes boxes of a known width. A stack of boxes gives away what fits into
the room that is left, and keeps the rest: a page is such a stack, and so is each
column of a page and the inside of a frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sportsec.reports.pdf.pen import Pen

_SLACK = 0.01


@dataclass(slots=True, eq=False)
class Box:
    """Something of a fixed width and height; lengths in points.

    Args:
        height: What it takes.
        before: Least space above; the larger of two neighbours' wishes counts.
        after: Least space below.
        with_next: Never the last on its page.
        breaks: Whatever follows begins on a new page.
    """

    height: float = 0.0
    before: float = 0.0
    after: float = 0.0
    with_next: bool = False
    breaks: bool = False

    @property
    def head(self) -> float:
        """Height of the least part that may stand alone at the foot of a page."""
        return self.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw at this place."""

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Give the part that fits and the rest; None when it cannot be divided."""
        del room
        return None

    def split_end(self) -> tuple[Box, Box] | None:
        """Give it without its end, and the end that may stand with what follows."""
        return None


@dataclass(slots=True, eq=False)
class Stack(Box):
    """Boxes below each other."""

    boxes: Sequence[Box] = ()

    @classmethod
    def of(cls, boxes: Sequence[Box], *, together: bool = False) -> Stack:
        """Make a stack; it takes over the outer spaces of its first and last box."""
        made = (Bound if together else cls)(
            before=boxes[0].before if boxes else 0.0,
            after=boxes[-1].after if boxes else 0.0,
            with_next=bool(boxes) and boxes[-1].with_next,
            boxes=boxes,
        )
        made.height = _height(boxes)
        return made

    @property
    def head(self) -> float:
        """As far as the first box that may be left alone."""
        return _chain(self.boxes, 0) if self.boxes else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the boxes from the top down."""
        previous: Box | None = None
        for box in self.boxes:
            if previous is not None:
                top += max(previous.after, box.before)
            box.draw(pen, x, top)
            top += box.height
            previous = box

    def split(self, room: float) -> tuple[Stack, Stack] | None:
        """Give the boxes that fit; divide the first that does not."""
        first, rest = take(self.boxes, room)
        if not first or not rest:
            return None
        return Stack.of(first), Stack.of(rest)


class Bound(Stack):
    """Boxes that stay on one page if a page can hold them."""

    @property
    def head(self) -> float:
        """All of it: a page that lacks the room is left early."""
        return self.height


def take(
    boxes: Sequence[Box], room: float, *, forced: bool = False
) -> tuple[list[Box], list[Box]]:
    """Divide boxes into those that fit into `room` and the rest.

    Args:
        room: Points.
        forced: The room is a whole empty page: take at least one box, divided where
            that is possible, so that the work always advances.
    """
    taken: list[Box] = []
    used = 0.0
    for i, box in enumerate(boxes):
        if box.breaks:
            return taken, list(boxes[i + 1 :])
        space = max(taken[-1].after, box.before) if taken else 0.0
        start = used + space
        alone = forced and not taken
        fits = start + box.height <= room + _SLACK
        if fits and (not box.with_next or _next_fits(boxes, i, room - start)):
            taken.append(box)
            used = start + box.height
            continue
        if fits:
            parts = box.split_end()
        else:
            may = alone or start + box.head <= room + _SLACK
            parts = box.split(room - start) if may else None
        if parts is not None:
            return [*taken, parts[0]], [parts[1], *boxes[i + 1 :]]
        end = i + 1 if alone else i
        return list(boxes[:end]), list(boxes[end:])
    return taken, []


def _next_fits(boxes: Sequence[Box], start: int, room: float) -> bool:
    return _chain(boxes, start) <= room + _SLACK


def _chain(boxes: Sequence[Box], start: int) -> float:
    """Height from a box to the end of the head of what it must stand with."""
    used = 0.0
    previous: Box | None = None
    for box in boxes[start:]:
        if previous is not None:
            used += max(previous.after, box.before)
        if not box.with_next or box.breaks:
            return used + box.head
        if previous is not None and box.split_end() is not None:
            return used + box.head  # its end alone must stand with its next
        used += box.height
        previous = box
    return used


def _height(boxes: Sequence[Box]) -> float:
    total = sum(box.height for box in boxes)
    spaces = (max(above.after, below.before) for above, below in pairwise(boxes))
    return total + sum(spaces)


def paginate(boxes: Sequence[Box], room: float) -> list[Stack]:
    """Distribute boxes over pages of a height; there is always at least one page."""
    pages: list[Stack] = []
    rest = list(boxes)
    while rest:
        page, rest = take(rest, room, forced=True)
        if page:
            pages.append(Stack.of(page))
    return pages or [Stack.of(())]
