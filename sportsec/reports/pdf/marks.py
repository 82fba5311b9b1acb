"""Marks of a level: boxes filled up to it, the same in a badge and in a cell."""

from __future__ import annotations

from dataclasses import dataclass

from sportsec.reports.inline import Level
from sportsec.reports.pdf.box import Box
from sportsec.reports.pdf.palette import ALERT, GOOD, WARN, WHITE
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.text_box import TextBox, baseline_of

LEVEL_COLOUR = {
    Level.LOW: GOOD,
    Level.MODERATE: "75650A",
    Level.HIGH: WARN,
    Level.CRITICAL: ALERT,
}


def squares_width(size: float) -> float:
    """Width of the four boxes."""
    return 4 * size + 3 * size * 0.3


def squares(
    pen: Pen, x: float, top: float, size: float, level: Level, *, rtl: bool, white: bool
) -> None:
    """Draw four boxes in reading direction, filled up to the level."""
    colour = WHITE if white else LEVEL_COLOUR[level]
    for k in range(4):
        place = 3 - k if rtl else k
        left = x + place * size * 1.3
        fill = colour if k < level else ""
        pen.box(left, top, size, size, fill=fill, stroke=colour, line=0.7)


@dataclass(slots=True, eq=False)
class LevelCell(Box):
    """A small badge in a table cell: boxes, then the words of the category."""

    level: Level = Level.LOW
    words: TextBox | None = None
    width: float = 0.0
    rtl: bool = False
    size: float = 5.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the boxes on the reading-start side."""
        if self.words is None:
            return
        type_ = self.words.type
        wide = squares_width(self.size)
        middle = top + baseline_of(type_) - type_.size * 0.36
        left = x + self.width - wide if self.rtl else x
        squares(
            pen,
            left,
            middle - self.size / 2,
            self.size,
            self.level,
            rtl=self.rtl,
            white=False,
        )
        self.words.draw(pen, x if self.rtl else x + wide + self.size, top)
