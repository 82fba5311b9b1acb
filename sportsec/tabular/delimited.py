"""Text with separators into a table, whatever the separator."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from sportsec.domain.errors import BadFile
from sportsec.domain.intake import findings
from sportsec.domain.intake.headings import heading_weight
from sportsec.domain.intake.programme import Cell
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.tables import Table
from sportsec.tabular.limits import CELLS, LINES

# The likeliest first. ":" parts hours too, and two spaces are what remains of a
# table copied out of a letter.
_SEPARATORS = (";", ",", "\t", "|", "؛", "،", "^", "~", "#", ":")
_SPACES = re.compile(r"\t+| {2,}|\u00a0{2,}")
#: A quoted cell may hold line breaks; one that holds more was never closed.
_LONGEST_QUOTED = 6
_SAMPLE_LINES = 80
#: Characters of a line; a longer one is no row of a programme.
_LONGEST_LINE = 20_000
#: After so many broken quotes, quotes mean nothing in this file.
_MOST_BAD_QUOTES = 200
_EXCEL_HINT = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)


def read_delimited(text: str, name: str) -> Table:
    """Return the table of a text file.

    Raises:
        BadFile: It has more lines or cells than we read.
    """
    count = max(text.count("\n"), text.count("\r"))
    if count > LINES:
        raise BadFile(FileReason.TOO_MANY_LINES, name=name, lines=count, limit=LINES)
    lines = list(io.StringIO(text, newline=""))
    table = Table([], [])
    for index, line in enumerate(lines):
        if len(line) > _LONGEST_LINE:
            _break_off(table, index, line)
            lines[index] = "\n"
    sample = list(islice((line for line in lines if line.strip()), _SAMPLE_LINES))
    separator = separator_of(sample)
    if separator is None:
        return _by_spaces(lines, table)
    cells = text.count(separator)
    if cells > CELLS:
        raise BadFile(FileReason.TOO_MANY_LINES, name=name, lines=cells, limit=CELLS)
    _parse(lines, separator, table)
    return table


def _break_off(table: Table, index: int, line: str) -> None:
    shown = f"{line[:60]}…"
    table.broken.append((index + 1, shown, findings.unreadable_line(shown)))


def separator_of(sample: list[str]) -> str | None:
    """Return the separator of some lines; None when runs of spaces part the cells.

    The one that cuts most lines into the same number of cells, at least three, or
    two; and headings that are understood count for it.
    """
    hint = _EXCEL_HINT.match(sample[0]) if sample else None
    if hint:
        return hint[1]
    best, chosen = 0.0, None
    for rank, separator in enumerate(_SEPARATORS):
        rows = _try(sample, separator)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
        score = count / len(sample) * min(width, 6) ** 0.5 - 0.01 * rank
        score += 0.3 * max(heading_weight(row) for row in rows)
        if separator == ":":
            score *= 0.5
        if score > best:
            best, chosen = score, separator
    spaced = sum(len(_SPACES.split(line.strip())) >= 3 for line in sample)
    if chosen in {None, ":"} and spaced >= 0.5 * len(sample):
        return None
    return chosen or ","


def _try(sample: list[str], separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(sample, delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in sample]


def _parse(lines: list[str], separator: str, table: Table) -> None:
    """Fill the table; a line whose quotes are never closed is taken as it stands."""
    rows: list[list[Cell]] = table.rows
    numbers: list[int] = []
    table.numbers = numbers
    start = bad = 0
    while start < len(lines):
        rest = islice(lines, start, None)
        if bad < _MOST_BAD_QUOTES:
            reader = csv.reader(rest, delimiter=separator)
        else:
            reader = csv.reader(rest, delimiter=separator, quoting=csv.QUOTE_NONE)
        last = 0
        try:
            for cells in reader:
                number = reader.line_num
                if number - last > _LONGEST_QUOTED:
                    break
                rows.append(cells)  # type: ignore[arg-type]  # text is a kind of cell
                numbers.append(start + last + 1)
                last = number
            else:
                break
        except csv.Error:  # the quoted cell grew longer than any cell is
            pass
        start += last
        rows.append([cell.strip(' "\r\n') for cell in lines[start].split(separator)])
        numbers.append(start + 1)
        start, bad = start + 1, bad + 1
    if rows and _EXCEL_HINT.match(separator.join(map(str, rows[0]))):
        del rows[0], numbers[0]


def _by_spaces(lines: list[str], table: Table) -> Table:
    for line in lines:
        stripped = line.strip()
        table.rows.append(list(_SPACES.split(stripped)) if stripped else [])
    table.numbers = range(1, len(lines) + 1)
    return table
