"""The vocabulary of tables on paper: columns, rows and cells as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sportsec.reports.inline import Align, Inline, Level, Tone


class RowKind(StrEnum):
    """What a table row is."""

    PLAIN = "plain"
    SECTION = "section"  #: its first cell runs over the whole width, as a sub-heading
    TOTAL = "total"
    WARN = "warn"  #: amber ground and a mark at the start
    ALERT = "alert"  #: red ground and a mark at the start


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Args:
        title: Heading; wrapped when needed, but never inside a word.
        width: Share of the room that is left once every column has its minimum.
        min_width: Millimetres; words are never broken whatever is given here.
        keep: Never wrap the cells: the column is as wide as its widest cell
            (hours, numbers, call signs, telephones).
    """

    title: Inline = ""
    width: float = 1.0
    align: Align = Align.START
    min_width: float = 0.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell that is more than plain text.

    Args:
        tone: Colour of the text, with a pale ground of the same colour.
        span: Columns that it covers.
        level: Prints the text as a small risk badge.
        align: Overrides the alignment of the column.
    """

    text: Inline = ""
    bold: bool = False
    tone: Tone = Tone.PLAIN
    span: int = 1
    level: Level | None = None
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `cells` in logical order, missing ones are empty."""

    cells: tuple[Inline | Cell, ...]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table of any length; the engine mirrors it where the language demands it.

    Args:
        groups: Headings above the columns as (text, columns covered); may be empty.
        repeat_header: Print the headings again on each page.
        empty: Text printed in place of the rows when there are none.
        caption: Printed above; stays with the first rows.
        compact: Smaller type and tighter rows, for rolls and long lists.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    groups: tuple[tuple[str, int], ...] = ()
    repeat_header: bool = True
    empty: str = "–"
    caption: str = ""
    compact: bool = False
