"""A laid out table: how it is drawn and how it runs on over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sportsec.reports.inline import Tone
from sportsec.reports.pdf.box import Box
from sportsec.reports.pdf.palette import (
    ALERT,
    BAND,
    GROUND_COLOUR,
    HAIR,
    INK,
    RULE,
    WARN,
    WHITE,
    ZEBRA,
)
from sportsec.reports.pdf.pen import Pen
from sportsec.reports.pdf.row import RowBox
from sportsec.reports.tables import RowKind

_BAR = 3.0  # width of the mark at the start of a row that warns
_LEAST_ROWS = 2  # under the headings at the foot of a page
_GROUND = {
    RowKind.PLAIN: "",
    RowKind.SECTION: BAND,
    RowKind.TOTAL: ZEBRA,
    RowKind.WARN: GROUND_COLOUR[Tone.WARN],
    RowKind.ALERT: GROUND_COLOUR[Tone.ALERT],
}


@dataclass(slots=True, eq=False)
class TableRow(RowBox):
    """A laid out row.

    Args:
        heading: Whether it is one of the headings.
        dividers: Where vertical lines stand, from the left edge.
        grounds: (left, width, colour) of cells with a ground of their own.
    """

    kind: RowKind = RowKind.PLAIN
    heading: bool = False
    dividers: Sequence[float] = ()
    grounds: Sequence[tuple[float, float, str]] = ()


@dataclass(slots=True, eq=False)
class TableBox(Box):
    """A table, or the part of one that stands on a page.

    Args:
        heads: Heading rows.
        rows: Body rows.
        width: Points.
        rtl: Whether it is mirrored.
        room: Height of a page: only a row that no page could hold is divided.
        repeat: Print the headings on each page.
    """

    heads: Sequence[TableRow] = ()
    rows: Sequence[TableRow] = ()
    width: float = 0.0
    rtl: bool = False
    room: float = 0.0
    repeat: bool = True

    @property
    def _top(self) -> float:
        return sum(row.height for row in self.heads)

    def with_rows(
        self, rows: Sequence[TableRow], *, heads: bool = True, after: float = 0.0
    ) -> TableBox:
        """Return a table of these rows, as high as they are."""
        shown = self.heads if heads else ()
        height = sum(row.height for row in (*shown, *rows))
        return replace(self, rows=rows, after=after, heads=shown, height=height)

    @property
    def head(self) -> float:
        """The headings and two rows, or the first lines of a giant row."""
        first = self.rows[: self._least]
        least = (row.head if self._is_giant(row) else row.height for row in first)
        return self._top + sum(least)

    @property
    def _least(self) -> int:
        """How many rows begin a table; a sub-heading is no row that tells anything."""
        rows = self.rows
        told = [at for at, row in enumerate(rows) if row.kind is not RowKind.SECTION]
        least = _LEAST_ROWS
        if len(told) >= _LEAST_ROWS:
            least = told[_LEAST_ROWS - 1] + 1
            while least < len(rows) and self._tears(least):
                least += 1
        return len(rows) if len(rows) - least <= 1 else least  # none is left alone

    def _is_giant(self, row: TableRow) -> bool:
        return self._top + row.height > self.room

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Divide between rows; inside a row only if no page could hold it."""
        left = room - self._top + 0.01
        count = 0
        for row in self.rows:
            if row.height > left:
                break
            left -= row.height
            count += 1
        first, rest = list(self.rows[:count]), list(self.rows[count:])
        parts = self._divided(rest[0], left) if rest else None
        if parts:
            first.append(parts[0])
            rest[0] = parts[1]
        else:
            if self._has_end:  # no row is left alone on the next page either
                count = min(count, len(self.rows) - _LEAST_ROWS)
            keep = self._without_orphans(count)
            first, rest = list(self.rows[:keep]), list(self.rows[keep:])
        if not first or not rest:
            return None
        return self._parts(first, rest)

    def split_end(self) -> tuple[Box, Box] | None:
        """Divide before the last rows, where as many stay behind."""
        if not self._has_end:
            return None
        end = self._without_orphans(len(self.rows) - _LEAST_ROWS)
        return self._parts(self.rows[:end], self.rows[end:])

    def _parts(
        self, first: Sequence[TableRow], rest: Sequence[TableRow]
    ) -> tuple[TableBox, TableBox]:
        """Return both parts; the second says its sub-heading again."""
        over = [row for row in first if row.kind is RowKind.SECTION][-1:]
        goes_on = rest[0].kind is not RowKind.SECTION and first[-1] not in over
        again = over if self.repeat and goes_on else []
        return (
            self.with_rows(first),
            self.with_rows([*again, *rest], heads=self.repeat, after=self.after),
        )

    @property
    def _has_end(self) -> bool:
        return len(self.rows) >= 2 * _LEAST_ROWS

    def _divided(self, row: TableRow, room: float) -> tuple[TableRow, TableRow] | None:
        return row.split(room) if self._is_giant(row) else None

    def _without_orphans(self, count: int) -> int:
        """Keep a sub-heading with its rows, and the total with a row above it."""
        keep = count
        while 0 < keep < len(self.rows) and self._tears(keep):
            keep -= 1
        return keep or count

    def _tears(self, at: int) -> bool:
        """Say whether a cut before a row leaves a sub-heading with one row, or none."""
        above, below = self.rows[:at], self.rows[at].kind
        if above[-1].kind is RowKind.SECTION or below is RowKind.TOTAL:
            return True
        goes_on = below is not RowKind.SECTION
        return goes_on and RowKind.SECTION in {r.kind for r in above[-_LEAST_ROWS:]}

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw grounds, texts and rules, row by row."""
        at = top
        for row in (*self.heads, *self.rows):
            self._grounds(pen, row, x, at)
            row.draw(pen, x, at)
            for divider in row.dividers:
                edge = x + divider
                pen.rule((edge, at), (edge, at + row.height), HAIR, 0.4)
            at += row.height
            if row.heading:
                pen.rule((x, at), (x + self.width, at), RULE, 0.7)
            else:
                pen.rule((x, at), (x + self.width, at), HAIR, 0.5)
        pen.rule((x, top), (x + self.width, top), INK, 0.9)
        pen.rule((x, at), (x + self.width, at), INK, 0.9)

    def _grounds(self, pen: Pen, row: TableRow, x: float, top: float) -> None:
        ground = BAND if row.heading else _GROUND[row.kind]
        if ground:
            pen.box(x, top, self.width, row.height, fill=ground)
        for left, width, colour in row.grounds:
            pen.box(x + left, top, width, row.height, fill=colour)
        if row.kind in {RowKind.WARN, RowKind.ALERT}:
            left = x + self.width - _BAR if self.rtl else x
            # Solid or hollow, so that black ink tells them apart.
            if row.kind is RowKind.ALERT:
                pen.box(left, top, _BAR, row.height, fill=ALERT)
            else:
                pen.box(left, top, _BAR, row.height, fill=WHITE, stroke=WARN, line=0.8)
        elif row.kind is RowKind.TOTAL:
            pen.rule((x, top), (x + self.width, top), INK, 0.7)
