"""football.txt, the format of openfootball, into a table.

Rounds and days stand above their matches; an hour is left out where it equals that of
the line above.
"""

from __future__ import annotations

import re

from sportsec.domain.errors import BadFile
from sportsec.domain.folding import fold
from sportsec.domain.intake import findings
from sportsec.domain.intake.dates import read_date
from sportsec.domain.intake.programme import Cell, FileFormat
from sportsec.domain.intake.reasons import FileReason
from sportsec.domain.intake.rounds import looks_like_round
from sportsec.domain.intake.seasons import find_season, season_label, season_year
from sportsec.domain.intake.statuses import read_status
from sportsec.domain.intake.tables import Table
from sportsec.domain.problems import Problem
from sportsec.tabular.content import FIXED, Content
from sportsec.tabular.limits import LINES

_ROUND = re.compile(r"^\s*(?:[▪»•►▶◆■]+|::+)\s*(.+)$")
_TITLE = re.compile(r"^=+\s*([^=].*?)\s*=*$")
_BARE_ROUND = re.compile(r"^(?:\w+\.? )*(?:matchday|round|group|journee)\b.*$")
_HOUR = re.compile(r"^(\d{1,2}[:.h]\d{2})(?:\s*(UTC\s*[+-]?\d*|Z))?\s+")
_SIDES = re.compile(r"^(?P<home>\S.*?)\s+vs?\.?\s+(?P<away>\S.*)$")
_DATED = re.compile(r"^(\[?\w{2,9}\.? [A-Z]\w{2,8}[/ ]\d{1,2}(?: \d{4})?\]?)\s+(?=\S)")
# Where a score or a sign stands between the sides: "A  2-1 (1-0)  B", "A  abd.  B".
_BETWEEN = re.compile(
    r"^(?P<home>\S.*?)\s{2,}(?P<score>\d{1,2}-\d{1,2}(?:\s+\S+)*?"
    r"|abd\.?|awd\.?|canc\.?|w/o|p-?p\.?|ppd\.?|susp\.?|n/p|-)\s{2,}(?P<away>\S.*)$",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\s+(\d{1,2}-\d{1,2}(?:\s.*)?)$")
_REMARK = re.compile(r"\s*\[([^\[\]]*)\]\s*$")
_VENUE = re.compile(r"\s+@\s*([^\[\]]+)$")
_GOALS = re.compile(r"^\s*[(\[].*\d\s*['’].*|^\s*\(.*\)\s*$")
_BYE = re.compile(r"\s{2,}\[?bye\]?$", re.IGNORECASE)
_DAY_COMMENT = re.compile(r"^#\s*Date\b.*?((?:19|20)\d{2})")
_LONGEST_LINE = 1000
_SIGNS = {"n/p": "cancelled", "-": ""}


def looks_like_football_txt(text: str) -> bool:
    """Say whether a text is in this format: rounds, and lines with "A v B"."""
    lines = [line for line in text[:20_000].splitlines() if line.strip()][:200]
    matches = sum(bool(_SIDES.match(line.strip())) for line in lines)
    marks = sum(bool(_ROUND.match(line) or _TITLE.match(line)) for line in lines)
    tabular = sum(line.count(";") >= 2 or line.count(",") >= 2 for line in lines)
    return bool(matches and (marks or matches * 2 > len(lines))) and (
        tabular < matches + marks
    )


def read_football_txt(text: str, name: str = "") -> Content:
    """Return the matches of a text in this format.

    Raises:
        BadFile: It has more lines than we read.
    """
    count = text.count("\n")
    if count > LINES:
        raise BadFile(FileReason.TOO_MANY_LINES, name=name, lines=count, limit=LINES)
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), 1):
        reader.take(number, line.rstrip("\r"))
    table = Table(reader.rows, reader.numbers, broken=reader.broken)
    return Content(
        FileFormat.FOOTBALL_TXT,
        [table],
        fixed=FIXED,
        title=reader.title,
        season=reader.season,
    )


class _Reader:
    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.numbers: list[int] = []
        self.broken: list[tuple[int, str, Problem]] = []
        self.title = self.season = ""
        self._stage = self._round = self._day = self._hour = ""

    def take(self, number: int, line: str) -> None:
        """Take one line of the text."""
        stripped = line.strip()
        if len(stripped) > _LONGEST_LINE:
            shown = f"{stripped[:60]}…"
            self.broken.append((number, shown, findings.unreadable_line(shown)))
        elif stripped.startswith("#"):
            found = _DAY_COMMENT.match(stripped)
            if found and not self.season:
                self._season_of_day(stripped)
        elif stripped and not self._stands_above(line, stripped):
            row = self._match(stripped)
            if row is not None:
                self.rows.append(row)
                self.numbers.append(number)
            elif not _GOALS.match(line) and not _BYE.search(stripped):
                problem = findings.unreadable_line(stripped[:80])
                self.broken.append((number, stripped, problem))

    def _season_of_day(self, comment: str) -> None:
        """Take the season from "# Date  Fri Aug 30 2024 - …" where no title has it."""
        text = re.sub(r"^#\s*Date\s*", "", comment).split(" - ")[0]
        try:
            read = read_date(text)
        except ValueError:
            return
        if read is not None and read.day is not None:
            self.season = season_label(season_year(read.day))

    def _stands_above(self, line: str, stripped: str) -> bool:
        title = _TITLE.match(stripped)
        if title:
            if not self.title:
                self.title = title[1]
                self.season = find_season(title[1])
            return True
        marked = _ROUND.match(line)
        if marked or (
            _BARE_ROUND.match(fold(stripped)) and not self._is_match(stripped)
        ):
            self._round = (marked[1] if marked else stripped).strip()
            self._day = self._hour = ""
            return True
        try:
            day = read_date(stripped.strip("[]"))
        except ValueError:
            return False
        if day is None or day.hour is not None:
            return False
        self._day, self._hour = stripped.strip("[]"), ""
        return True

    def _is_match(self, stripped: str) -> bool:
        return _SIDES.match(stripped) is not None or not looks_like_round(stripped)

    def _match(self, stripped: str) -> list[Cell] | None:
        text, place = _cut_venue(stripped.split(" ## ", maxsplit=1)[0])
        text, remarks = _cut_remarks(text)
        if not place:
            text, place = _cut_venue(text)
        dated = _DATED.match(text)
        if dated:
            self._day, self._hour = dated[1].strip("[]"), ""
            text = text[dated.end() :]
        hour = _HOUR.match(text)
        if hour:
            self._hour = f"{hour[1]} {hour[2] or ''}".strip()
            text = text[hour.end() :]
        sides = _sides(text)
        if sides is None:
            return None
        home, away, score = sides
        status = ""
        if score and not score[0].isdigit():
            status, score = _SIGNS.get(score, score), ""
        remark = "; ".join(filter(None, remarks))
        if read_status(remark)[0] is not None:
            status, remark = remark, ""  # "[postponed]"; it says more than "abd."
        return [
            *(self._round, self._day, self._hour, home, away, score, status),
            *(remark, place, "", self.season, ""),
        ]


def _cut_venue(text: str) -> tuple[str, str]:
    found = _VENUE.search(text)
    return (text[: found.start()], found[1].strip()) if found else (text, "")


def _cut_remarks(text: str) -> tuple[str, list[str]]:
    remarks: list[str] = []
    while found := _REMARK.search(text):
        remarks.insert(0, found[1].strip())
        text = text[: found.start()]
    return text, remarks


def _sides(text: str) -> tuple[str, str, str] | None:
    """Return home, away, and the score or the sign in its place."""
    between = _BETWEEN.match(text)
    if between:
        return between["home"], between["away"].strip(), between["score"].casefold()
    sides = _SIDES.match(text)
    if sides is None:
        return None
    away, score = sides["away"].rstrip(), ""
    found = _SCORE.search(f" {away}") if away else None
    if found:
        cut = found.start() - 1
        away, score = away[: max(0, cut)].rstrip(), found[1]
    return (sides["home"], away, score) if away else None
