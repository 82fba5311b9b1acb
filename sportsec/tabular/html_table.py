"""Tables of web pages and of Excel's old XML, often named .xls, into tables."""

from __future__ import annotations

from datetime import datetime
from html.parser import HTMLParser

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.programme import Cell
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.tables import Table
from sportsec.tabular.limits import CELLS, COLUMNS, LINES
from sportsec.tabular.workbook import tidy

_CELLS = frozenset({"td", "th", "cell"})
_ROWS = frozenset({"tr", "row"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_SILENT = frozenset({"script", "style", "head", "comment"})


def read_html(text: str, name: str) -> list[Table]:
    """Return the tables of a page.

    Raises:
        BadFile: It has more cells than we read.
    """
    reader = _Reader(name)
    reader.feed(text)
    reader.close()
    reader.end_all()
    return reader.tables


class _Grid:
    """One table while it is read; cells may span rows and columns."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.cells = 0
        # Column → (content, rows still to fill) of cells that span rows.
        self.hanging: dict[int, tuple[Cell, int]] = {}

    def begin_row(self) -> None:
        self.rows.append([])
        self._hang()

    def put(self, content: Cell, across: int, down: int) -> None:
        if not self.rows:
            self.begin_row()
        row = self.rows[-1]
        before = len(row)
        if down > 1:
            self.hanging[len(row)] = (content, down - 1)
        row.append(content)
        room = max(0, COLUMNS - len(row))
        row.extend([None] * min(across - 1, room))
        self.cells += len(row) - before
        self._hang()

    def _hang(self) -> None:
        row = self.rows[-1]
        while len(row) in self.hanging and len(row) < COLUMNS:
            column = len(row)
            content, left = self.hanging.pop(column)
            if left > 1:
                self.hanging[column] = (content, left - 1)
            row.append(content)
            self.cells += 1


class _Reader(HTMLParser):
    """Follows rows and cells; a table within a cell is a table of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []
        self._file = name
        self._open: list[_Grid] = []
        self._cell: tuple[int, int] | None = None
        self._outer: list[tuple[tuple[int, int] | None, list[str], str]] = []
        self._text: list[str] = []
        self._type = ""
        self._silent = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._outer.append((self._cell, self._text, self._type))
            self._cell, self._text = None, []
            self._open.append(_Grid())
        elif not self._open:
            return
        elif tag in _ROWS:
            self._end_cell()
            self._begin_row(attrs)
        elif tag in _CELLS:
            self._end_cell()
            self._begin_cell(attrs)
        elif tag == "data":
            self._type = _attribute(attrs, "type")
        elif tag in _BREAKS:
            self._text.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag.rpartition(":")[2] not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _CELLS or tag in _ROWS:
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_table()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._text.append(data)

    def end_all(self) -> None:
        """Close what a page that was cut short left open."""
        while self._open:
            self._end_table()

    def _begin_row(self, attrs: list[tuple[str, str | None]]) -> None:
        grid = self._open[-1]
        skipped = min(_number(attrs, "index") - 1 - len(grid.rows), 1000)
        for _ in range(skipped):
            grid.begin_row()
        grid.begin_row()
        for found, limit in ((len(grid.rows), LINES), (self._cells(), CELLS)):
            if found > limit:
                raise BadFile(
                    FileReason.TOO_MANY_LINES,
                    name=self._file,
                    lines=found,
                    limit=limit,
                )

    def _cells(self) -> int:
        return self._count + sum(grid.cells for grid in self._open)

    def _begin_cell(self, attrs: list[tuple[str, str | None]]) -> None:
        across = _number(attrs, "colspan") or _number(attrs, "mergeacross") + 1
        down = _number(attrs, "rowspan") or _number(attrs, "mergedown") + 1
        grid = self._open[-1]
        index = _number(attrs, "index")
        while index and grid.rows and len(grid.rows[-1]) < min(index, COLUMNS) - 1:
            grid.put(None, 1, 1)
        self._cell = (across, down)
        self._text, self._type = [], ""

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        across, down = self._cell
        text = " ".join("".join(self._text).split())
        content: Cell = text or None
        if self._type == "DateTime" and text:
            content = _moment(text)
        self._open[-1].put(content, across, down)
        self._cell, self._text = None, []

    def _end_table(self) -> None:
        self._end_cell()
        grid = self._open.pop()
        self._count += grid.cells
        self._cell, self._text, self._type = self._outer.pop()
        if any(cell is not None for row in grid.rows for cell in row):
            numbers = range(1, len(grid.rows) + 1)
            self.tables.append(Table(grid.rows, numbers))


def _attribute(attrs: list[tuple[str, str | None]], name: str) -> str:
    return next(
        (value or "" for key, value in attrs if key.rpartition(":")[2] == name), ""
    )


def _number(attrs: list[tuple[str, str | None]], name: str) -> int:
    text = _attribute(attrs, name)
    return min(int(text), LINES) if text.isascii() and text.isdecimal() else 0


def _moment(text: str) -> Cell:
    """Read a moment of Excel's XML; days come with an hour of zero."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    cell = tidy(moment)
    is_day = isinstance(cell, datetime) and not (cell.hour or cell.minute)
    return moment.date() if is_day else cell
