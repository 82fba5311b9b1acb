"""A programme as it was read: its lines, how it was understood, what is to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, NamedTuple

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake.mapping import Mapping
from sportsec.domain.problems import Level, Problem

#: A cell of a table: text from a text file, typed values from a workbook.
Cell = str | float | int | bool | date | datetime | time | None


class FileFormat(StrEnum):
    """What a file turned out to be, whatever its name says."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    ICS = "ics"
    FOOTBALL_TXT = "football.txt"
    FOOTBALL_JSON = "football.json"
    API_FOOTBALL = "api-football"
    JSON = "json"


class Outcome(StrEnum):
    """What taking a line in would do."""

    NEW = "new"  #: a match that the record does not have
    MOVED = "moved"  #: a known match, at another moment or place
    CHANGED = "changed"  #: a known match with other particulars
    SAME = "same"  #: nothing to do
    UNCLEAR = "unclear"  #: the officer must decide something first
    REFUSED = "refused"  #: the line cannot be a match
    LEFT_OUT = "left_out"  #: the officer does not want it


class QuestionKind(StrEnum):
    """What the file does not say and only the officer knows."""

    COLUMNS = "columns"  #: which columns name the clubs (first row)
    DAY_ORDER = "day_order"  #: 05/06 is 5 June or May 6 (example)
    YEAR = "year"  #: days without a year, and no season given (example)
    DAY = "day"  #: no date at all


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask before the lines it concerns can be taken in.

    Args:
        example: The text in the file that made us ask.
        lines: How many lines wait for the answer.
    """

    kind: QuestionKind
    example: str
    lines: int


class Score(NamedTuple):
    """Goals of a match that was played.

    Args:
        home: Goals of the home side, after extra time where it was played.
        away: Goals of the other side.
        note: "a.e.t." and shoot-outs, in the usual international notation.
    """

    home: int
    away: int
    note: str = ""


class ProgrammeLine(NamedTuple):
    """One line of a programme. A tuple, because files have 50,000 of them.

    Args:
        number: Line in a text file, row in a sheet, counted from 1.
        date: Local day; None when unknown.
        time: Local hour; None when the file does not give it.
        kick_off: Aware UTC moment; None when the hour is not known.
        status: None when the file says nothing of it.
        uid_hint: Identifier of a feed; feeds change it at will.
        cells: The line as it stands in the file.
        problems: Why the line cannot be taken in, or what to look at.
    """

    number: int
    home: str
    away: str
    date: date | None = None
    time: time | None = None
    kick_off: datetime | None = None
    venue: str = ""
    round: str = ""
    leg: int | None = None
    competition: str = ""
    season: str = ""
    status: FixtureStatus | None = None
    remark: str = ""
    score: Score | None = None
    neutral: bool | None = None
    uid_hint: str = ""
    cells: Sequence[Any] = ()
    problems: tuple[Problem, ...] = ()
    sheet: str = ""

    @property
    def raw(self) -> str:
        """The line as one text, for showing it beside its problem."""
        shown = (str(each).strip() for each in self.cells if each is not None)
        return " | ".join(each for each in shown if each)

    @property
    def is_blocked(self) -> bool:
        """Whether a problem keeps the line from being taken in."""
        return any(problem.level is Level.BLOCK for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Programme:
    """A file, read.

    Args:
        name: File name without its folder.
        encoding: Python's name of the text encoding; "" for binary formats.
        digest: SHA-256 of the bytes, in hexadecimal.
        headings: Column headings as written; empty when the file has none.
        heading_key: Names this set of headings, so that a mapping is remembered.
        mapping: Which column was read as what; empty for formats without columns.
        sample: First rows as text, for showing beside the mapping.
        day_first: How ambiguous dates were read; None when nothing decides.
        zone: IANA name under which local times were read.
        competition: As the file's own title gives it; may be empty.
        season: Label such as "2024-2025"; empty when neither given nor found.
        notices: What the officer should know about the file as a whole.
    """

    name: str
    format: FileFormat
    encoding: str
    digest: str
    lines: tuple[ProgrammeLine, ...]
    headings: tuple[str, ...] = ()
    heading_key: str = ""
    mapping: Mapping = Mapping()  # noqa: RUF009 - frozen
    sample: tuple[tuple[str, ...], ...] = ()
    day_first: bool | None = None
    zone: str = "Africa/Casablanca"
    competition: str = ""
    season: str = ""
    questions: tuple[Question, ...] = ()
    notices: tuple[Problem, ...] = ()
