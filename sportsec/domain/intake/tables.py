"""A table of cells into the lines of a programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, time

from sportsec.domain.folding import fold
from sportsec.domain.intake import findings
from sportsec.domain.intake.calendar_words import BLANKS
from sportsec.domain.intake.cells import CellReader, raw_date
from sportsec.domain.intake.dates import ReadDate, decide_day_first
from sportsec.domain.intake.guessing import SAMPLE, guess_mapping, is_date
from sportsec.domain.intake.headings import heading_weight, says_utc
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.moments import HOME_ZONE, Moments, zone_named
from sportsec.domain.intake.programme import Cell, ProgrammeLine
from sportsec.domain.intake.rows import RowReader
from sportsec.domain.intake.seasons import (
    find_season,
    first_month_of,
    first_year_of,
    season_of_days,
)
from sportsec.domain.problems import Problem

#: Headings stand below a few title rows at most.
_HEADINGS_WITHIN = 40
#: Weight of a row that holds headings: two of them understood, or nearly.
_SURE = 1.5


@dataclass(slots=True)
class Table:
    """Rows of cells, as a file holds them.

    Args:
        name: Of the sheet; "" where there is only one.
        numbers: Line or row number of each row, counted from 1.
        broken: Lines that are no rows: number, text, cause.
    """

    rows: list[list[Cell]]
    numbers: Sequence[int]
    name: str = ""
    broken: list[tuple[int, str, Problem]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Answers:
    """What the officer, or the caller for him, says about a file.

    Args:
        mapping: Replaces the guess; or text for `Mapping.parse`.
        day_first: Answer to the question of the order of day and month.
        zone: IANA name: where hours without a zone are meant, and all are shown.
        season: Label of the season, for days without a year.
        day: The day of all matches of a file that gives none.
        file_zone: IANA name that the file itself gives for hours without a zone.
    """

    mapping: Mapping | str | None = None
    day_first: bool | None = None
    zone: str = HOME_ZONE
    season: str = ""
    day: date | None = None
    file_zone: str = ""


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table came to."""

    name: str
    lines: list[ProgrammeLine]
    headings: tuple[str, ...]
    mapping: Mapping
    sample: tuple[tuple[str, ...], ...]
    day_first: bool | None
    season: str
    title: str
    notices: tuple[Problem, ...]


def read_table(
    table: Table,
    answers: Answers,
    *,
    file_name: str = "",
    fixed: Mapping | None = None,
) -> TableReading:
    """Read the lines of a table.

    Args:
        fixed: The mapping of a format that has no headings and leaves no choice.
        file_name: Some exporters state in it that hours are universal time.

    Raises:
        ValueError: `answers.mapping` is text that does not fit the headings.
    """
    at = find_headings(table.rows) if fixed is None else None
    headings = _as_text(table.rows[at]) if at is not None else ()
    start = 0 if at is None else at + 1
    mapping = fixed or _mapping(answers, headings, table.rows, start)
    title = title_of(table.rows[: at or 0])
    column = mapping.column(Field.DATE)
    raw = _raw_dates(table.rows, start, column)
    read = [each for each in raw.values() if each is not None]
    given = answers.season or find_season(title) or find_season(table.name)
    day_first = _day_order(read, answers)
    season = given or season_of_days(each.day for each in read if each.day is not None)
    utc = any(says_utc(each) for each in (*headings, file_name))
    reader = CellReader(
        day_first=day_first,
        first_year=first_year_of(given),
        season_starts=first_month_of(given),
        moments=Moments(zone_named(answers.zone) or UTC),
        base_zone=UTC if utc else zone_named(answers.file_zone or "-"),
        has_hours=any(each.hour and each.hour.time != time(0) for each in read),
        raw_dates=raw,
    )
    rows = RowReader(reader, mapping, answers.day, sheet=table.name)
    rows.inherits_date = column is not None and _is_grouped(table.rows, start, column)
    lines = _lines(table, start, rows, headings)
    season = season or season_of_days(each.date for each in lines if each.date)
    guessed = fixed is None and heading_weight(headings) < _SURE
    notices = _notices(raw, utc=utc, guessed=guessed)
    return TableReading(
        name=table.name,
        lines=lines,
        headings=headings,
        mapping=mapping,
        sample=tuple(_as_text(row) for row in table.rows[start : start + 8]),
        day_first=day_first,
        season=season,
        title=title,
        notices=notices,
    )


def find_headings(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the index of the row of headings, None when there is none."""
    weights = [heading_weight(row) for row in rows[:_HEADINGS_WITHIN]]
    best = max(range(len(weights)), key=lambda n: (weights[n], -n), default=None)
    if best is not None and weights[best] >= _SURE:
        return best
    return _strange_headings(rows)


def _strange_headings(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Find headings in words we do not know: words, where days stand below."""
    at = next((n for n, row in enumerate(rows[:5]) if _width(row) > 1), None)
    if at is None:
        return None
    below = [row for row in rows[at + 1 : at + 60] if _width(row) > 1]
    filled = [cell for cell in rows[at] if not _is_blank(cell)]
    is_words = all(isinstance(cell, str) and not _has_digit(cell) for cell in filled)
    if not is_words or len({str(cell) for cell in filled}) < len(filled):
        return None
    for column in range(len(rows[at])):
        cells = [row[column] for row in below if column < len(row)]
        if len(cells) >= 1 and sum(map(is_date, cells)) >= 0.6 * len(below):
            return at
    return None


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def title_of(rows: Sequence[Sequence[Cell]]) -> str:
    """Return the text above the headings."""
    cells = (cell for row in rows for cell in row if isinstance(cell, str))
    return " ".join(" ".join(cells).split())[:200]


def _mapping(
    answers: Answers,
    headings: tuple[str, ...],
    rows: Sequence[Sequence[Cell]],
    start: int,
) -> Mapping:
    if isinstance(answers.mapping, Mapping):
        return answers.mapping
    filled = [row for row in rows[start : start + 2 * SAMPLE] if _width(row) > 1]
    guess = guess_mapping(headings, filled[:SAMPLE])
    if not answers.mapping:
        return guess
    told = Mapping.parse(answers.mapping, headings)
    return Mapping.of([*told.columns, *guess.columns])


def _raw_dates(
    rows: Sequence[Sequence[Cell]], start: int, column: int | None
) -> dict[Cell, ReadDate | None]:
    """Read each distinct date cell once; what is none is left out."""
    if column is None:
        return {}
    found: dict[Cell, ReadDate | None] = {}
    for cell in {row[column] for row in rows[start:] if column < len(row)}:
        try:
            found[cell] = raw_date(cell)
        except ValueError:
            continue
    return found


def _day_order(read: Sequence[ReadDate], answers: Answers) -> bool | None:
    if answers.day_first is not None or not any(each.parts for each in read):
        return answers.day_first
    return decide_day_first(read)


def _is_grouped(rows: Sequence[Sequence[Cell]], start: int, column: int) -> bool:
    """Say whether a column names a day once for all the matches under it."""
    cells = [row[column] for row in rows[start:] if column < len(row) and any(row)]
    blanks = sum(1 for cell in cells if _is_blank(cell))
    return bool(cells) and not _is_blank(cells[0]) and blanks >= 0.4 * len(cells)


def _lines(
    table: Table, start: int, rows: RowReader, headings: tuple[str, ...]
) -> list[ProgrammeLine]:
    lines: list[ProgrammeLine] = []
    repeated = list(headings)
    for index in range(start, len(table.rows)):
        cells = table.rows[index]
        if headings and cells[:1] == repeated[:1] and list(_as_text(cells)) == repeated:
            continue  # headings printed again on every page
        line = rows.line(table.numbers[index], cells)
        if line is not None:
            lines.append(line)
    lines += [
        ProgrammeLine(
            number, "", "", cells=(text,), problems=(problem,), sheet=table.name
        )
        for number, text, problem in table.broken
    ]
    if table.broken:
        lines.sort(key=lambda line: line.number)
    return lines


def _notices(
    raw: dict[Cell, ReadDate | None], *, utc: bool, guessed: bool
) -> tuple[Problem, ...]:
    notices = []
    if guessed:
        notices.append(findings.GUESSED_COLUMNS)
    if utc:
        notices.append(findings.READ_AS_UTC)
    if _swapped_by_excel(raw):
        notices.append(findings.SWAPPED_BY_EXCEL)
    return tuple(notices)


def _swapped_by_excel(raw: dict[Cell, ReadDate | None]) -> bool:
    """Say whether Excel read day-first text as month-first where it could.

    Then every real date has a day up to 12, and what stayed text has one above.
    """
    real = [cell.day for cell in raw if isinstance(cell, date)]
    text = [read.parts[0] for read in raw.values() if read and read.parts]
    return len(real) >= 4 and len(text) >= 4 and max(real) <= 12 < min(text)


def _as_text(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple("" if cell is None else " ".join(str(cell).split()) for cell in row)


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and fold(cell) in BLANKS)


def _width(row: Sequence[Cell]) -> int:
    return sum(1 for cell in row if not _is_blank(cell))
