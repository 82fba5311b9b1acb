"""OpenDocument spreadsheets (.ods) into tables.

Read here, not by the library that reads Excel: it builds every repeated cell, and a
sheet of LibreOffice repeats its blank ones a million times. ODF 1.3, part 3, §9.1.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from xml.parsers import expat

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.programme import Cell
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.tables import Table
from sportsec.tabular.archive import Archive
from sportsec.tabular.limits import CELLS, COLUMNS, LINES
from sportsec.tabular.source import refuse_big
from sportsec.tabular.workbook import spread, tidy

_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")


def read_ods(data: bytes, name: str) -> list[Table]:
    """Return the tables of an OpenDocument spreadsheet.

    Raises:
        BadFile: It is damaged, protected, or holds more than we read.
    """
    refuse_big(name, len(data))
    archive = Archive(data, name)
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise BadFile(FileReason.ENCRYPTED, name=name)
    content = archive.read("content.xml")
    reader = _Reader(name)
    try:
        reader.read(content)
    except (expat.ExpatError, ValueError) as error:
        raise archive.damaged("ODS") from error
    return reader.tables


class _Reader:
    """Follows the elements of content.xml."""

    def __init__(self, name: str) -> None:
        self.tables: list[Table] = []
        self._name = name
        self._cells = 0
        self._row: list[Cell] = []
        self._row_repeat = 1
        self._cell: dict[str, str] = {}
        self._paragraphs: list[str] = []
        self._text: list[str] | None = None
        self._notes = 0
        self._merged: list[tuple[int, int, int]] = []

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._refuse_entities
        parser.buffer_text = True
        parser.Parse(content, True)

    def _refuse_entities(self, *_: object) -> None:
        raise BadFile(FileReason.BOMB, name=self._name)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "table:table":
            name = attributes.get("table:name", "")
            self.tables.append(Table([], [], name))
            self._merged = []
        elif element == "table:table-row":
            self._row = []
            self._row_repeat = _count(attributes.get("table:number-rows-repeated"))
        elif element in {"table:table-cell", "table:covered-table-cell"}:
            self._cell, self._paragraphs = attributes, []
        elif element in {"office:annotation", "draw:frame"}:
            self._notes += 1
        elif element == "text:p" and not self._notes:
            self._text = []
        elif element in {"text:s", "text:tab", "text:line-break"}:
            self._characters(" ")

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, element: str) -> None:
        if element == "text:p" and self._text is not None:
            self._paragraphs.append("".join(self._text))
            self._text = None
        elif element in {"office:annotation", "draw:frame"}:
            self._notes -= 1
        elif element in {"table:table-cell", "table:covered-table-cell"}:
            self._end_cell()
        elif element == "table:table-row" and self.tables:
            self._end_row(self.tables[-1])
        elif element == "table:table" and self.tables:
            self._end_table(self.tables[-1])

    def _end_cell(self) -> None:
        repeat = _count(self._cell.get("table:number-columns-repeated"))
        value = _value(self._cell, " ".join(self._paragraphs))
        spans = _count(self._cell.get("table:number-rows-spanned"))
        if spans > 1 and self.tables:
            here = len(self.tables[-1].rows)
            self._merged.append((here, here + spans - 1, len(self._row)))
        room = max(0, COLUMNS - len(self._row))
        self._row += [value] * min(repeat, room)

    def _end_row(self, table: Table) -> None:
        while self._row and self._row[-1] is None:
            self._row.pop()
        # Blank rows that are repeated to the end of the sheet say nothing.
        repeat = self._row_repeat if self._row else min(self._row_repeat, 50)
        self._cells += repeat * (1 + len(self._row))
        if len(table.rows) + repeat > LINES or self._cells > CELLS:
            lines = len(table.rows) + repeat
            raise BadFile(
                FileReason.TOO_MANY_LINES, name=self._name, lines=lines, limit=LINES
            )
        table.rows.extend(list(self._row) for _ in range(repeat))

    def _end_table(self, table: Table) -> None:
        while table.rows and not table.rows[-1]:
            table.rows.pop()
        width = max((len(row) for row in table.rows), default=0)
        for row in table.rows:
            row.extend([None] * (width - len(row)))
        for top, bottom, column in self._merged:
            spread(table.rows, top, bottom, column)
        table.numbers = range(1, len(table.rows) + 1)


def _count(text: str | None) -> int:
    return max(1, int(text)) if text else 1


def _value(attributes: dict[str, str], text: str) -> Cell:
    kind = attributes.get("office:value-type")
    try:
        if kind == "date":
            return _moment(attributes["office:date-value"])
        if kind == "time":
            found = _DURATION.fullmatch(attributes["office:time-value"])
            if found:
                hours, minutes, seconds = (int(each or 0) for each in found.groups())
                return tidy(timedelta(hours=hours, minutes=minutes, seconds=seconds))
        if kind in {"float", "percentage", "currency"}:
            return float(attributes["office:value"])
        if kind == "boolean":
            return attributes["office:boolean-value"] == "true"
    except (KeyError, ValueError, OverflowError):
        return tidy(text)
    return tidy(text)


def _moment(text: str) -> Cell:
    moment = datetime.fromisoformat(text)
    if moment.time() == time(0) and "T" not in text:
        return date(moment.year, moment.month, moment.day)
    return tidy(moment)
