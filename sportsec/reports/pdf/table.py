"""Laying out a table: its cells, the widths of its columns, its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from sportsec.reports.inline import Align, Tone
from sportsec.reports.pdf.box import Box
from sportsec.reports.pdf.column_widths import Demand, column_widths, fits
from sportsec.reports.pdf.marks import LevelCell, squares_width
from sportsec.reports.pdf.measure import Measure
from sportsec.reports.pdf.palette import (
    CELL,
    CELL_COMPACT,
    CELL_TINY,
    GROUND_COLOUR,
    LABEL,
    MM,
    Type,
)
from sportsec.reports.pdf.row import Place
from sportsec.reports.pdf.table_box import TableBox, TableRow
from sportsec.reports.pdf.text_box import TextBox
from sportsec.reports.pdf.typeset import Text, typeset
from sportsec.reports.tables import Cell, Row, RowKind, Table

_SQUARE = 4.6
_LOUD = frozenset({Tone.GOOD, Tone.WARN, Tone.ALERT})
_CAPTION = LABEL.with_look(bold=True)


def table_boxes(table: Table, measure: Measure) -> list[Box]:
    """Lay out a table, in smaller type where its words would else be broken."""
    setter = Setter(table, measure, CELL)
    for size in (CELL, CELL_COMPACT, CELL_TINY)[table.compact :]:
        setter = Setter(table, measure, size)
        heads, body = setter.heading_lines(), setter.body_lines()
        demands = setter.demands([*heads, *body])
        if fits(demands, measure.width):
            break
    widths = column_widths(demands, measure.width)
    box = TableBox(
        before=4.0,
        heads=[setter.row_box(line, widths) for line in heads],
        width=measure.width,
        rtl=measure.rtl,
        room=measure.room,
        repeat=table.repeat_header,
    ).with_rows([setter.row_box(line, widths) for line in body], after=10.0)
    if not table.caption:
        return [box]
    caption = TextBox.of(table.caption, _CAPTION, measure.width, rtl=measure.rtl)
    caption.before, caption.after, caption.with_next = 6.0, 3.0, True
    return [caption, box]


@cache
def _look(type_: Type, bold: bool, tone: Tone) -> Type:  # noqa: FBT001 - a key
    """Return a type in another look; asked for every cell, so kept."""
    return type_.with_look(bold=bold, tone=tone)


class Entry(NamedTuple):
    """A cell in its place: first column, columns covered, its text typeset."""

    column: int
    span: int
    cell: Cell
    text: Text

    @property
    def extra(self) -> float:
        """Room that the boxes of a level take beside the text."""
        return squares_width(_SQUARE) + _SQUARE if self.cell.level else 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """A row of typeset cells."""

    entries: tuple[Entry, ...]
    kind: RowKind = RowKind.PLAIN
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Setter:
    """Lays out one table at one size of type."""

    table: Table
    measure: Measure
    type: Type

    @property
    def pad(self) -> float:
        """Room left and right of each text."""
        return self.type.size * 0.55

    def heading_lines(self) -> list[Band]:
        """The group headings and the column headings, where there are any."""
        lines: list[Band] = []
        if self.table.groups:
            cells = [
                Cell(text, bold=True, span=span, align=Align.CENTER)
                for text, span in self.table.groups
            ]
            lines.append(self._line(cells, heading=True))
        if any(column.title for column in self.table.columns):
            titles = [Cell(column.title, bold=True) for column in self.table.columns]
            lines.append(self._line(titles, heading=True))
        return lines

    def body_lines(self) -> list[Band]:
        """The rows, or the words that stand for none."""
        if not self.table.rows:
            span = len(self.table.columns)
            nothing = Cell(self.table.empty, span=span, tone=Tone.QUIET)
            return [self._line([nothing])]
        return [self._row(row) for row in self.table.rows]

    def _row(self, row: Row) -> Band:
        cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row.cells]
        if row.kind is RowKind.SECTION:
            first = cells[0] if cells else Cell()
            span = len(self.table.columns)
            cells = [Cell(first.text, bold=True, tone=Tone.ACCENT, span=span)]
        return self._line(cells, kind=row.kind)

    def _line(
        self,
        cells: Sequence[Cell],
        *,
        kind: RowKind = RowKind.PLAIN,
        heading: bool = False,
    ) -> Band:
        entries: list[Entry] = []
        at = 0
        last = len(self.table.columns)
        for cell in cells:
            if at >= last:
                break
            span = min(max(1, cell.span), last - at)
            bold = cell.bold or kind is RowKind.TOTAL
            look = _look(self.type, bold, cell.tone)
            text = typeset(cell.text, look, rtl=self.measure.rtl)
            entries.append(Entry(at, span, cell, text))
            at += span
        return Band(tuple(entries), kind, heading)

    def demands(self, lines: Sequence[Band]) -> list[Demand]:
        """What each column asks for; cells over several columns ask for nothing."""
        columns = self.table.columns
        least = [column.min_width * MM for column in columns]
        natural = list(least)
        for line in lines:
            for entry in line.entries:
                k = entry.column
                if entry.span > 1:
                    continue
                around = 2 * self.pad + entry.extra
                whole = entry.text.natural + around
                keep = columns[k].keep and not line.heading
                word = whole if keep else entry.text.widest + around
                least[k] = max(least[k], word)
                natural[k] = max(natural[k], whole)
        return [
            Demand(low, high, 0.0 if column.keep else column.width)
            for low, high, column in zip(least, natural, columns, strict=True)
        ]

    def row_box(self, line: Band, widths: Sequence[float]) -> TableRow:
        """Lay out a row in columns of these widths."""
        rtl, total = self.measure.rtl, self.measure.width
        above = self.type.size * 0.32
        places: list[Place] = []
        dividers: list[float] = []
        grounds: list[tuple[float, float, str]] = []
        starts = [0.0, *accumulate(widths)]
        for entry in line.entries:
            start, width = starts[entry.column], widths[entry.column]
            if entry.span > 1:
                width = sum(widths[entry.column : entry.column + entry.span])
            left = total - start - width if rtl else start
            if entry.column:
                dividers.append(total - start if rtl else start)
            if entry.cell.tone in _LOUD:
                grounds.append((left, width, GROUND_COLOUR[entry.cell.tone]))
            box = self._cell_box(entry, width - 2 * self.pad)
            places.append(Place(left + self.pad, box))
        return TableRow(
            places=places,
            above=above,
            below=above,
            kind=line.kind,
            heading=line.heading,
            dividers=dividers,
            grounds=grounds,
        ).fitted()

    def _cell_box(self, entry: Entry, width: float) -> Box:
        rtl = self.measure.rtl
        # What runs over several columns reads as text, not as their figures.
        own = self.table.columns[entry.column].align if entry.span == 1 else Align.START
        align = entry.cell.align or own
        type_ = entry.text.type
        words = TextBox.of(
            entry.text, type_, max(1.0, width - entry.extra), rtl=rtl, align=align
        )
        if entry.cell.level is None:
            return words
        return LevelCell(
            height=words.height,
            level=entry.cell.level,
            words=words,
            width=width,
            rtl=rtl,
            size=_SQUARE,
        )
