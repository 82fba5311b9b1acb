"""A programme file of any format into a `Programme`: the one way in."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from sportsec.domain.errors import BadFile
from sportsec.domain.intake import findings
from sportsec.domain.intake.mapping import Mapping, heading_key
from sportsec.domain.intake.moments import HOME_ZONE, zone_named
from sportsec.domain.intake.programme import (
    FileFormat,
    Programme,
    ProgrammeLine,
    Question,
    QuestionKind,
)
from sportsec.domain.intake.questions import questions_of
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.tables import Answers, TableReading, read_table
from sportsec.tabular.calendar_file import (
    decode_calendar,
    line_numbers,
    read_calendar,
)
from sportsec.tabular.content import Content
from sportsec.tabular.delimited import read_delimited
from sportsec.tabular.encoding import decode
from sportsec.tabular.football_json import read_json
from sportsec.tabular.football_txt import looks_like_football_txt, read_football_txt
from sportsec.tabular.html_table import read_html
from sportsec.tabular.limits import LINES
from sportsec.tabular.sniffing import kind_of_bytes, kind_of_text
from sportsec.tabular.source import read_bytes


def read_programme(
    path: Path | str,
    *,
    mapping: Mapping | str | None = None,
    day_first: bool | None = None,
    zone: str = HOME_ZONE,
    season: str | None = None,
    day: date | None = None,
) -> Programme:
    """Read a file; what it is, its bytes decide.

    Args:
        mapping: Replaces the guess of which column is what; or text for
            `Mapping.parse`, which is laid over the guess.
        day_first: Answer to `QuestionKind.DAY_ORDER`.
        zone: IANA name: where hours are meant that have no zone.
        season: Label; answers `QuestionKind.YEAR`.
        day: Answers `QuestionKind.DAY`.

    Raises:
        BadFile: The file as a whole cannot be used; nothing else is ever raised for
            what a file holds.
        ValueError: `mapping` is text that does not fit the headings, or there is no
            such zone.
    """
    path = Path(path)
    if zone_named(zone) is None:
        raise ValueError(zone)
    answers = Answers(mapping, day_first, zone, season or "", day)
    data = read_bytes(path)
    content = _content(data, path.name)
    if content.zone and zone_named(content.zone) and zone == HOME_ZONE:
        answers = replace(answers, file_zone=content.zone)
    return _programme(content, answers, path.name, hashlib.sha256(data).hexdigest())


def _content(data: bytes, name: str) -> Content:
    kind = kind_of_bytes(data)
    if kind in {"xlsx", "ods", "xls"}:
        return _workbook(data, name, kind)
    if kind != "text":
        raise BadFile(FileReason.WRONG_KIND, name=name, kind=kind)
    lines = max(data.count(b"\n"), data.count(b"\r"))
    if lines > 5 * LINES:  # an event of a calendar takes some lines
        raise BadFile(FileReason.TOO_MANY_LINES, name=name, lines=lines, limit=LINES)
    decoded = decode(data)
    if decoded is None:
        raise BadFile(FileReason.NOT_TEXT, name=name)
    kind = kind_of_text(decoded.text)
    if kind == "ics":
        numbers = line_numbers(decoded.text)
        decoded = decode_calendar(data) or decoded
        content = read_calendar(decoded.text, numbers, name)
    else:
        content = _of_text(decoded.text, kind, name)
    content.encoding = decoded.encoding
    if decoded.repaired:
        content.notices.append(findings.repaired_text(decoded.repaired))
    if decoded.had_zeros:
        content.notices.append(findings.HELD_ZEROS)
    return content


def _of_text(text: str, kind: str, name: str) -> Content:
    if kind == "json":
        return read_json(text, name)
    if kind == "html":
        return Content(FileFormat.HTML, read_html(text, name))
    if looks_like_football_txt(text):
        return read_football_txt(text, name)
    return Content(FileFormat.CSV, [read_delimited(text, name)])


def _workbook(data: bytes, name: str, kind: str) -> Content:
    # The libraries of workbooks are loaded when the first one is read.
    if kind == "ods":
        from sportsec.tabular.ods import read_ods as read  # noqa: PLC0415
    elif kind == "xlsx":
        from sportsec.tabular.workbook import read_xlsx as read  # noqa: PLC0415
    else:
        from sportsec.tabular.workbook import read_xls as read  # noqa: PLC0415
    return Content(FileFormat(kind), read(data, name))


def _programme(content: Content, answers: Answers, name: str, digest: str) -> Programme:
    if content.season and not answers.season:
        answers = replace(answers, season=content.season)
    readings = [
        read_table(table, answers, file_name=name, fixed=content.fixed)
        for table in content.tables
        if table.rows or table.broken
    ]
    main, used, left = _choose(readings)
    if main is None:
        raise BadFile(FileReason.NO_MATCHES, name=name)
    lines = tuple(line for reading in used for line in reading.lines)
    notices = [*content.notices, *main.notices]
    if left:
        notices.append(findings.sheets_left_out(left))
    return Programme(
        name=name,
        format=content.format,
        encoding=content.encoding,
        digest=digest,
        lines=lines,
        headings=main.headings,
        heading_key=heading_key(main.headings),
        mapping=Mapping() if content.fixed else main.mapping,
        sample=() if content.fixed else main.sample,
        day_first=main.day_first,
        zone=answers.zone,
        competition=content.title or main.title,
        season=answers.season or main.season,
        questions=_questions(main, lines),
        notices=tuple(notices),
    )


def _choose(
    readings: list[TableReading],
) -> tuple[TableReading | None, list[TableReading], list[str]]:
    """Return the sheet to show, those that hold matches, and names of the others."""
    used = [each for each in readings if _holds_matches(each)]
    if used:
        left = [each.name for each in readings if each not in used and each.name]
        return used[0], used, left
    # None does: let the officer say which columns are the clubs, if there are columns.
    wide = [each for each in readings if _could_be_list(each)]
    main = max(wide, key=lambda each: len(each.lines), default=None)
    return main, [main] if main else [], []


def _holds_matches(reading: TableReading) -> bool:
    return reading.mapping.names_teams and any(
        line.home and line.away for line in reading.lines
    )


def _could_be_list(reading: TableReading) -> bool:
    widest = max((len([c for c in row if c]) for row in reading.sample), default=0)
    return widest >= 3 or (bool(reading.headings) and widest >= 2)


def _questions(
    main: TableReading, lines: tuple[ProgrammeLine, ...]
) -> tuple[Question, ...]:
    if not main.mapping.names_teams:
        example = " | ".join(main.headings or (main.sample[0] if main.sample else ()))
        return (Question(QuestionKind.COLUMNS, example[:200], len(lines)),)
    return questions_of(lines)
