"""What the cells of a programme read as, under the answers for the whole file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, tzinfo
from typing import Any, NamedTuple

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.folding import fold
from sportsec.domain.intake import findings
from sportsec.domain.intake.calendar_words import BLANKS
from sportsec.domain.intake.dates import (
    ReadDate,
    date_of_serial,
    read_date,
    settle,
)
from sportsec.domain.intake.moments import Moments
from sportsec.domain.intake.programme import Cell, Score
from sportsec.domain.intake.rounds import Round, read_round
from sportsec.domain.intake.scores import SpoiltScore, read_goals, read_score
from sportsec.domain.intake.seasons import STARTS_IN, find_season
from sportsec.domain.intake.statuses import read_status
from sportsec.domain.intake.teams import clean_name, clean_text, is_placeholder
from sportsec.domain.intake.times import ReadTime, read_time, time_of_fraction
from sportsec.domain.problems import Problem


class Memo(dict[Any, Any]):
    """Remembers what each distinct cell reads as: programmes repeat themselves."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Any) -> Any:
        found = self[cell] = self._read(cell)
        return found


class Day(NamedTuple):
    """What a date cell came to."""

    day: date | None = None
    hour: ReadTime | None = None
    status: FixtureStatus | None = None
    remark: str = ""
    problems: tuple[Problem, ...] = ()


class Hour(NamedTuple):
    """What a time cell came to; `day` where it held a whole moment."""

    hour: ReadTime | None = None
    day: date | None = None
    status: FixtureStatus | None = None
    remark: str = ""
    problems: tuple[Problem, ...] = ()


class Result(NamedTuple):
    """What a score cell came to."""

    score: Score | None = None
    status: FixtureStatus | None = None
    remark: str = ""
    problems: tuple[Problem, ...] = ()


class When(NamedTuple):
    """Local day and hour, and the moment in UTC where the hour is known."""

    day: date | None
    hour: time | None
    moment: datetime | None
    problems: tuple[Problem, ...] = ()


def raw_date(cell: Cell) -> ReadDate | None:
    """Read a date cell before day and month have been told apart.

    Raises:
        ValueError: It holds no date.
    """
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, datetime):
        zone = cell.tzinfo
        return ReadDate(cell.date(), hour=ReadTime(cell.time(), zone))
    if isinstance(cell, date):
        return ReadDate(cell)
    if isinstance(cell, time):
        raise ValueError(cell)  # noqa: TRY004 - the cell's kind is what is wrong
    if isinstance(cell, int | float):
        return date_of_serial(cell)
    return read_date(cell)


class CellReader:
    """Reads single cells under the answers that hold for the whole file.

    Args:
        day_first: How ambiguous figures are read; None while nobody knows.
        first_year: Year in which the season begins, for days without a year.
        moments: The zone in which hours are shown.
        base_zone: The zone in which the file means its hours, when another.
        has_hours: False when the hours beside the days are all midnight: then they
            are a program's way to write a day.
        season_starts: First month of the season, for days without a year.
        raw_dates: What `raw_date` made of cells already.
    """

    def __init__(
        self,
        *,
        day_first: bool | None,
        first_year: int | None,
        moments: Moments,
        base_zone: tzinfo | None = None,
        has_hours: bool = True,
        season_starts: int = STARTS_IN,
        raw_dates: Mapping[Cell, ReadDate | None] | None = None,
    ) -> None:
        self._day_first = day_first
        self._first_year = first_year
        self._moments = moments
        self._base_zone = base_zone
        self._has_hours = has_hours
        self._season_starts = season_starts
        self._raw_dates = raw_dates or {}
        self.days = Memo(self._day)
        self.hours = Memo(self._hour)
        self.results = Memo(self._result)
        self.names = Memo(_name)
        self.rounds = Memo(_round)
        self.texts = Memo(_text)
        self.seasons = Memo(_season)
        self.statuses = Memo(_status)
        self.placeholders = Memo(is_placeholder)
        self.goals = Memo(_goals)
        self.flags = Memo(_flag)
        self._whens = Memo(self._when)

    def _day(self, cell: Cell) -> Day:
        try:
            known = cell in self._raw_dates
            read = self._raw_dates[cell] if known else raw_date(cell)
        except ValueError:
            status, remark = read_status(str(cell))
            if status is not None:
                return Day(status=status, remark=remark)
            return Day(problems=(findings.unreadable_date(cell),))
        return Day() if read is None else self._settled(cell, read)

    def _settled(self, cell: Cell, read: ReadDate) -> Day:
        hour = read.hour if self._has_hours else None
        if read.is_ambiguous and self._day_first is None:
            return Day(hour=hour, problems=(findings.ambiguous_date(cell),))
        try:
            day = settle(
                read,
                day_first=self._day_first is not False,
                first_year=self._first_year,
                season_starts=self._season_starts,
            )
        except ValueError:
            return Day(problems=(findings.unreadable_date(cell),))
        if day is None:
            return Day(hour=hour, problems=(findings.no_year(cell),))
        agrees = read.weekday is None or read.weekday == day.weekday()
        return Day(
            day, hour, problems=() if agrees else (findings.wrong_weekday(cell),)
        )

    def _hour(self, cell: Cell) -> Hour:
        try:
            return Hour(_plain_hour(cell))
        except ValueError:
            status, remark = read_status(str(cell))
        if status is not None:
            return Hour(status=status, remark=remark)
        try:
            whole = raw_date(cell)  # a whole moment in the column of hours
        except ValueError:
            whole = None
        if whole is None or whole.hour is None:
            return Hour(problems=(findings.unreadable_time(cell),))
        return Hour(whole.hour, self._settled(cell, whole).day)

    def _result(self, cell: Cell) -> Result:
        try:
            score = read_score(cell)
        except SpoiltScore as spoilt:
            return Result(spoilt.score, problems=(findings.SCORE_WAS_A_DAY,))
        except ValueError:
            status, remark = read_status(str(cell))
            if status is not None:
                return Result(status=status, remark=remark)
            text = _text(cell)
            return Result(remark=text, problems=(findings.unreadable_score(text),))
        if score is None:
            return Result()
        return Result(score, FixtureStatus.PLAYED, score.note)

    def when(self, day: Day, hour: Hour) -> When:
        """Put a day and an hour together."""
        when: When = self._whens[day.day, day.hour, hour.hour, hour.day]
        if day.problems or hour.problems:
            return when._replace(problems=day.problems + hour.problems + when.problems)
        return when

    def _when(
        self,
        key: tuple[date | None, ReadTime | None, ReadTime | None, date | None],
    ) -> When:
        day, beside, hour, of_hour = key
        clock = hour or beside
        day = of_hour or day
        if day is None or clock is None:
            return When(day, clock.time if clock else None, None)
        zone = clock.zone or self._base_zone
        moment = self._moments.moment(day, clock.time, zone)
        if zone is not None:
            return When(*self._moments.local(moment), moment)
        if self._moments.exists(day, clock.time):
            return When(day, clock.time, moment)
        return When(day, clock.time, moment, (findings.CLOCK_JUMPS,))


def _plain_hour(cell: Cell) -> ReadTime | None:
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, datetime):
        return ReadTime(cell.time(), cell.tzinfo)
    if isinstance(cell, time):
        return ReadTime(cell.replace(tzinfo=None))
    if isinstance(cell, float) and cell < 1:
        return ReadTime(time_of_fraction(cell))
    return read_time(str(cell))


def _name(cell: Cell) -> str:
    return "" if cell is None else clean_name(str(cell))


def _text(cell: Cell) -> str:
    text = "" if cell is None else clean_text(str(cell))
    return "" if fold(text) in BLANKS else text


def _round(cell: Cell) -> Round:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return read_round("" if cell is None else clean_name(str(cell)))


def _season(cell: Cell) -> str:
    text = _text(cell)
    return find_season(text) or text


def _status(cell: Cell) -> tuple[FixtureStatus | None, str]:
    return read_status(_text(cell))


def _goals(cell: Cell) -> int | None:
    try:
        return read_goals(cell)
    except ValueError:
        return None


def _flag(cell: Cell) -> bool | None:
    plain = fold(str(cell)) if cell is not None else ""
    if plain in {"true", "yes", "oui", "vrai", "1", "نعم", "x"}:
        return True
    return False if plain else None
