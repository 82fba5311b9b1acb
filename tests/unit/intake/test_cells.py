"""Single cells are read once each, under the answers for the whole file."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import findings
from sportsec.domain.intake.cells import CellReader, Day, Hour, Memo, raw_date
from sportsec.domain.intake.moments import Moments
from sportsec.domain.intake.times import ReadTime


def a_reader(**values: Any) -> CellReader:
    moments = Moments(ZoneInfo("Africa/Casablanca"))
    values = {"day_first": True, "first_year": None, "moments": moments, **values}
    return CellReader(**values)


def messages(found: Day | Hour) -> list[str]:
    return [problem.message for problem in found.problems]


def test_a_cell_is_read_once() -> None:
    calls: list[str] = []
    memo = Memo(lambda cell: calls.append(cell) or cell.upper())
    assert [memo["a"], memo["a"], memo["b"]] == ["A", "A", "B"]
    assert calls == ["a", "b"]


def test_days_of_a_workbook_are_days() -> None:
    days = a_reader().days
    assert days[date(2024, 8, 30)].day == date(2024, 8, 30)
    assert days[45534.0].day == date(2024, 8, 30)
    naive = datetime(2024, 8, 30, 17)  # noqa: DTZ001 - as a workbook holds it
    assert days[naive].hour == ReadTime(time(17))
    assert days[None] == Day()


def test_a_time_is_no_day() -> None:
    with pytest.raises(ValueError, match=r".*"):
        raw_date(time(17))


def test_a_day_that_nothing_decides_waits_for_the_officer() -> None:
    found = a_reader(day_first=None).days["05/06/2024"]
    assert found.day is None
    assert messages(found) == [findings.AMBIGUOUS_DATE]
    assert a_reader(day_first=False).days["05/06/2024"].day == date(2024, 5, 6)


def test_a_day_without_its_year_waits_for_the_season() -> None:
    assert messages(a_reader().days["30 août"]) == [findings.NO_YEAR]
    assert a_reader(first_year=2024).days["30 août"].day == date(2024, 8, 30)


def test_a_wrong_weekday_is_said_and_the_date_holds() -> None:
    found = a_reader().days["dimanche 30/08/2024"]
    assert found.day == date(2024, 8, 30)
    assert messages(found) == [findings.wrong_weekday("").message]


def test_a_status_in_the_place_of_a_day_or_hour() -> None:
    assert a_reader().days["Reporté"].status is FixtureStatus.POSTPONED
    assert a_reader().hours["مؤجلة"].status is FixtureStatus.POSTPONED


def test_an_unreadable_hour_leaves_the_match_without_one() -> None:
    found = a_reader().hours["soir"]
    assert found.hour is None
    assert messages(found) == [findings.unreadable_time("").message]


def test_midnights_beside_all_days_are_no_hours() -> None:
    days = a_reader(has_hours=False).days
    assert days["2019/09/01 00:00:00"] == Day(date(2019, 9, 1))


def test_day_and_hour_make_a_moment() -> None:
    reader = a_reader()
    when = reader.when(reader.days["30/08/2024"], reader.hours["17h00"])
    assert (when.day, when.hour) == (date(2024, 8, 30), time(17))
    assert when.moment is not None
    assert f"{when.moment:%H:%M %Z}" == "16:00 UTC"


def test_hours_in_universal_time_are_shown_as_local() -> None:
    reader = a_reader(base_zone=ZoneInfo("UTC"))
    when = reader.when(reader.days["30/08/2024"], reader.hours["23:30"])
    assert (when.day, when.hour) == (date(2024, 8, 31), time(0, 30))


def test_a_whole_moment_in_the_column_of_hours() -> None:
    reader = a_reader()
    when = reader.when(Day(), reader.hours["2024-08-30T17:00:00+01:00"])
    assert (when.day, when.hour) == (date(2024, 8, 30), time(17))


def test_an_hour_that_the_clock_jumps_over_is_said() -> None:
    reader = a_reader()
    when = reader.when(reader.days["06/04/2025"], reader.hours["02:30"])
    assert when.problems == (findings.CLOCK_JUMPS,)


def test_what_is_no_score_becomes_a_remark() -> None:
    found = a_reader().results["voir PV"]
    assert (found.score, found.remark) == (None, "voir PV")
    assert a_reader().results["Reporté"].status is FixtureStatus.POSTPONED
    spoilt = a_reader().results[date(2024, 1, 2)]
    assert spoilt.score == (2, 1, "")
    assert spoilt.problems == (findings.SCORE_WAS_A_DAY,)


def test_flags_and_goals() -> None:
    reader = a_reader()
    flags = [reader.flags[cell] for cell in ("TRUE", "oui", "نعم", "FALSE", "", None)]
    assert flags == [True, True, True, False, None, None]
    assert [reader.goals[cell] for cell in ("3", 2.0, "x", "?")] == [3, 2, None, None]
