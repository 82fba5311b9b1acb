"""One row of a table into one line of a programme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import findings
from sportsec.domain.intake.cells import CellReader, Day, Memo
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.programme import Cell, ProgrammeLine, Score
from sportsec.domain.intake.rounds import Round, looks_like_round
from sportsec.domain.intake.teams import Sides, is_bye, split_sides
from sportsec.domain.problems import Problem


class RowReader:
    """Reads rows in their order, since a round or day may stand above its matches.

    Args:
        cells: Reads the single cells.
        mapping: Which column is which.
        day: The day of matches whose row has none.
    """

    def __init__(
        self, cells: CellReader, mapping: Mapping, day: date | None, sheet: str = ""
    ) -> None:
        self.inherits_date = False
        self._cells = cells
        self._mapping = mapping
        self._given = Day(day) if day is not None else None
        self._sheet = sheet
        self._width = 1 + max((column for column, _ in mapping.columns), default=0)
        column = mapping.column

        def index(field: Field) -> int:
            """Return where to look: the blank that is put behind every row if none."""
            found = column(field)
            return self._width if found is None else found

        self._home, self._away = index(Field.HOME), index(Field.AWAY)
        self._teams = column(Field.TEAMS) if not self._has_both() else None
        self._date, self._time = index(Field.DATE), index(Field.TIME)
        self._venue, self._round = index(Field.VENUE), index(Field.ROUND)
        self._competition = index(Field.COMPETITION)
        self._season, self._status = index(Field.SEASON), index(Field.STATUS)
        self._remark, self._score = index(Field.REMARK), index(Field.SCORE)
        self._uid, self._leg = index(Field.UID), index(Field.LEG)
        self._neutral = index(Field.NEUTRAL)
        self._goals = (index(Field.HOME_SCORE), index(Field.AWAY_SCORE))
        self._has_goals = column(Field.HOME_SCORE) is not None
        self._has_more = any(
            column(field) is not None
            for field in (Field.REMARK, Field.LEG, Field.NEUTRAL)
        )
        # What stands above the matches: a round in merged cells, a day on its own row.
        self._above_round = sheet if looks_like_round(sheet) else ""
        self._above_date = Day()
        self._byes = Memo(is_bye)

    def _has_both(self) -> bool:
        column = self._mapping.column
        return column(Field.HOME) is not None and column(Field.AWAY) is not None

    def line(self, number: int, row: Sequence[Cell]) -> ProgrammeLine | None:
        """Read one row.

        Args:
            number: Its line in the file.

        Returns:
            None when the row is blank or stands above matches.
        """
        cells = list(row)
        if len(cells) < self._width:
            cells += [None] * (self._width - len(cells))
        cells.insert(self._width, None)
        if self._teams is None:
            names = self._cells.names
            sides = Sides(names[cells[self._home]], names[cells[self._away]])
        else:
            found = self._split(cells[self._teams])
            if isinstance(found, Problem):
                if self._stands_above(row):
                    return None
                return self._broken(number, row, found)
            sides = found
        if not (sides.home and sides.away) and self._stands_above(row):
            return None
        if self._byes[sides.home] or self._byes[sides.away]:
            return None
        return self._match(number, row, cells, sides)

    def _split(self, cell: Cell) -> Sides | Problem:
        text = self._cells.names[cell]
        return split_sides(text) or (
            findings.no_two_sides(text) if text else findings.NO_SIDES
        )

    def _match(
        self, number: int, row: Sequence[Cell], cells: list[Cell], sides: Sides
    ) -> ProgrammeLine:
        read = self._cells
        day = read.days[cells[self._date]]
        if day.day is None and day == _NO_DAY:
            day = self._missing_day(day)
        elif self.inherits_date and day.day is not None:
            self._above_date = day
        hour = read.hours[cells[self._time]]
        when = read.when(day, hour)
        round_ = self._round_of(cells, sides)
        status, remark = read.statuses[cells[self._status]]
        score, result_status, more, found = self._result(cells, sides.score)
        problems = when.problems + found + self._about_sides(sides.home, sides.away)
        if when.day is None and sides.home and sides.away:
            problems = _with_no_date(problems)
        remarks = [remark, day.remark, hour.remark, more]
        leg, neutral = round_.leg, None
        if self._has_more:
            remarks.append(read.texts[cells[self._remark]])
            leg = read.rounds[cells[self._leg]].leg or leg
            neutral = read.flags[cells[self._neutral]]
        return ProgrammeLine(
            number,
            sides.home,
            sides.away,
            when.day,
            when.hour,
            when.moment,
            read.texts[cells[self._venue]],
            round_.text,
            leg,
            read.texts[cells[self._competition]] or sides.before,
            read.seasons[cells[self._season]],
            status or day.status or hour.status or result_status,
            "; ".join(dict.fromkeys(filter(None, remarks))) if any(remarks) else "",
            score,
            neutral,
            read.texts[cells[self._uid]],
            row,
            problems,
            self._sheet,
        )

    def _round_of(self, cells: list[Cell], sides: Sides) -> Round:
        rounds = self._cells.rounds
        own = cells[self._round]
        if own is not None and own != "":
            found: Round = rounds[own]
            self._above_round = found.text
            return found
        if sides.after and looks_like_round(sides.after):
            after: Round = rounds[sides.after]
            return after
        above: Round = rounds[self._above_round]
        return above

    def _result(
        self, cells: list[Cell], score_text: str
    ) -> tuple[Score | None, FixtureStatus | None, str, tuple[Problem, ...]]:
        found = self._cells.results[score_text or cells[self._score]]
        if found.score is None and self._has_goals:
            home, away = (self._cells.goals[cells[column]] for column in self._goals)
            if home is not None and away is not None:
                status = found.status or FixtureStatus.PLAYED
                return Score(home, away), status, found.remark, found.problems
        return found.score, found.status, found.remark, found.problems

    def _about_sides(self, home: str, away: str) -> tuple[Problem, ...]:
        if not home or not away:
            if not home and not away:
                return (findings.NO_SIDES,)
            return (findings.NO_AWAY if home else findings.NO_HOME,)
        placeholders = self._cells.placeholders
        if placeholders[home] or placeholders[away]:
            return (findings.NOT_YET_KNOWN,)
        return (findings.SAME_SIDES,) if home == away else ()

    def _missing_day(self, day: Day) -> Day:
        if self._above_date.day is not None:
            return self._above_date
        return self._given or day

    def _stands_above(self, row: Sequence[Cell]) -> bool:
        """Say whether a row is no match, and note the round or day that it names.

        Such a row holds nothing else; merged cells repeat the same text.
        """
        texts = {str(cell).strip() for cell in row if cell is not None} - {""}
        if not texts:
            return True
        has_column = self._mapping.column(Field.ROUND) is not None
        if len(texts) > (1 if has_column else 3):
            return False
        is_above = False
        for cell in row:
            if cell is None or cell == "":
                continue
            day = self._cells.days[cell]
            if looks_like_round(str(cell)):
                self._above_round = self._cells.rounds[cell].text
                self._above_date = Day()
                is_above = True
            elif day.day is not None and len(texts) == 1:
                self._above_date = day._replace(hour=None)
                is_above = True
        return is_above

    def _broken(
        self, number: int, row: Sequence[Cell], problem: Problem
    ) -> ProgrammeLine:
        return ProgrammeLine(
            number, "", "", cells=row, problems=(problem,), sheet=self._sheet
        )


_NO_DAY = Day()


def _with_no_date(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Say that the day is missing, unless it was said why."""
    if any(problem.field == "date" for problem in problems):
        return problems
    return (*problems, findings.NO_DATE)
