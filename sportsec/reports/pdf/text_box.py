"""A text as a box: its lines at a width, aligned as its language reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from sportsec.reports.inline import Align, Inline
from sportsec.reports.pdf.box import Box
from sportsec.reports.pdf.lines import Line, break_lines
from sportsec.reports.pdf.palette import BODY, Type
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.typeset import Text, typeset

# Vazirmatn: ascent and descent as multiples of the size, the same in both weights.
ASCENT = 1.025
DESCENT = 0.537
_LEAST_LINES = 2  # of a paragraph at the foot or the head of a page


def baseline_of(type_: Type) -> float:
    """Distance from the top of a line to its baseline."""
    return ((type_.leading - ASCENT - DESCENT) / 2 + ASCENT) * type_.size


def aligned(align: Align, room: float, *, rtl: bool) -> float:
    """Distance from the left edge to what leaves `room` free, for an alignment."""
    if align is Align.CENTER:
        return room / 2
    at_left = (align is Align.END) == rtl
    return 0.0 if at_left else room


@dataclass(slots=True, eq=False)
class TextBox(Box):
    """Lines of one text.

    Args:
        inset: Room kept free on the reading-start side, for a bullet.
        mark: A bullet, drawn in that room beside the first line.
        entry: Title and level for the outline of the file.
    """

    lines: Sequence[Line] = ()
    type: Type = BODY
    width: float = 0.0
    rtl: bool = False
    align: Align = Align.START
    inset: float = 0.0
    mark: Line | None = None
    entry: tuple[str, int] | None = None

    @classmethod
    def of(
        cls,
        inline: Inline | Text,
        type_: Type,
        width: float,
        *,
        rtl: bool,
        align: Align = Align.START,
        inset: float = 0.0,
    ) -> Self:
        """Set a text at a width, in points; `inset` is kept free at its start."""
        text = inline if isinstance(inline, Text) else typeset(inline, type_, rtl=rtl)
        lines = break_lines(text, width - inset)
        return cls(
            height=len(lines) * type_.line,
            lines=lines,
            type=type_,
            width=width,
            rtl=rtl,
            align=align,
            inset=inset,
        )

    @property
    def head(self) -> float:
        """Two lines; all of it when it has three or fewer."""
        if len(self.lines) < 2 * _LEAST_LINES:
            return self.height
        return _LEAST_LINES * self.type.line

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Print the lines, and the bullet beside the first."""
        if self.entry:
            pen.entry(*self.entry, top)
        base = top + baseline_of(self.type)
        white = self.type.white
        if self.mark:
            at = x + self.width - self.mark.width if self.rtl else x
            pen.text(self.mark, at, base, self.type.size, white=white)
        room = self.width - self.inset
        left = x if self.rtl else x + self.inset
        for line in self.lines:
            free = max(0.0, room - line.width)
            stretch = 0.0
            if self.align is Align.JUSTIFY and line.gaps and not line.ends:
                stretch = free / line.gaps
                free = 0.0
            at = left + aligned(self.align, free, rtl=self.rtl)
            pen.text(line, at, base, self.type.size, stretch=stretch, white=white)
            base += self.type.line

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Divide between lines, never leaving one line alone."""
        count = int((room + 0.01) // self.type.line)
        count = min(count, len(self.lines) - _LEAST_LINES)
        if count < _LEAST_LINES:
            return None
        first, rest = self._part(self.lines[:count]), self._part(self.lines[count:])
        first.before, first.mark, first.entry = self.before, self.mark, self.entry
        rest.after, rest.with_next = self.after, self.with_next
        return first, rest

    def split_end(self) -> tuple[Box, Box] | None:
        """Divide before the last lines, where as many stay behind."""
        return self.split((len(self.lines) - _LEAST_LINES) * self.type.line)

    def _part(self, lines: Sequence[Line]) -> TextBox:
        return TextBox(
            height=len(lines) * self.type.line,
            lines=lines,
            type=self.type,
            width=self.width,
            rtl=self.rtl,
            align=self.align,
            inset=self.inset,
        )
