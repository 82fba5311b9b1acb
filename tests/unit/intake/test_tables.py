"""Tables become lines: headings below titles, rounds above matches, bad rows shown."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.intake import findings
from sportsec.domain.intake.mapping import Field
from sportsec.domain.intake.programme import Cell, ProgrammeLine
from sportsec.domain.intake.tables import Answers, Table, TableReading, read_table

HEADINGS = ["Journée", "Date", "Heure", "Domicile", "Extérieur", "Score", "Obs"]


def reading(*rows: list[Cell], **answers: Any) -> TableReading:
    table = Table([list(row) for row in rows], range(1, len(rows) + 1))
    return read_table(table, Answers(**answers))


def lines(*rows: list[Cell], **answers: Any) -> list[ProgrammeLine]:
    return reading(HEADINGS, *rows, **answers).lines  # type: ignore[arg-type]


def causes(line: ProgrammeLine) -> list[str]:
    return [problem.message for problem in line.problems]


def test_a_row_becomes_a_line() -> None:
    (line,) = lines(["Journée 1", "30/08/2024", "17h00", "Raja", "Wydad", "2-1", ""])
    assert (line.number, line.home, line.away) == (2, "Raja", "Wydad")
    assert (line.date, line.time, line.round) == (date(2024, 8, 30), time(17), "1")
    assert (line.score, line.status) == ((2, 1, ""), FixtureStatus.PLAYED)
    assert line.raw == "Journée 1 | 30/08/2024 | 17h00 | Raja | Wydad | 2-1"
    assert not line.problems


def test_headings_stand_below_title_rows() -> None:
    found = reading(
        ["Programme de la Botola - Saison 2024/2025"],
        [],
        ["Date", "Domicile", "Extérieur"],
        ["30 août", "Raja", "Wydad"],
    )
    assert found.headings == ("Date", "Domicile", "Extérieur")
    assert found.season == "2024-2025"
    assert found.lines[0].date == date(2024, 8, 30)
    assert found.lines[0].number == 4


def test_a_bad_row_never_stops_the_good_ones() -> None:
    found = lines(
        ["1", "30/08/2024", "17h00", "Raja", "Wydad", "", ""],
        ["1", "hello", "17h00", "FAR", "FUS", "", ""],
        ["1", "30/08/2024", "17h00", "", "Safi", "", ""],
        ["this is garbage"],
        ["1", "31/08/2024", "19h00", "Fès", "Safi", "", ""],
    )
    assert [line.number for line in found] == [2, 3, 4, 5, 6]
    assert [line.is_blocked for line in found] == [False, True, True, True, False]
    assert causes(found[1]) == [findings.unreadable_date("").message]
    assert causes(found[2]) == [findings.NO_HOME.message]
    assert causes(found[3]) == [findings.NO_SIDES.message]


def test_blank_rows_and_repeated_headings_are_no_lines() -> None:
    found = lines(
        ["1", "30/08/2024", "", "Raja", "Wydad", "", ""],
        ["", " ", "", "", "", "", ""],
        list(HEADINGS),
        ["1", "31/08/2024", "", "FAR", "FUS", "", ""],
    )
    assert [line.number for line in found] == [2, 5]


def test_a_round_written_once_holds_for_the_rows_below() -> None:
    found = lines(
        ["الدورة 2", "30/08/2024", "", "Raja", "Wydad", "", ""],
        ["", "30/08/2024", "", "FAR", "FUS", "", ""],
    )
    assert [line.round for line in found] == ["2", "2"]


def test_rounds_and_days_on_rows_of_their_own() -> None:
    found = reading(
        ["Heure", "Domicile", "Extérieur"],
        ["Journée 3"],
        ["Samedi 31 août 2024"],
        ["17h00", "Raja", "Wydad"],
        ["Dimanche 1er septembre 2024"],
        ["19h00", "FAR", "FUS"],
    ).lines
    assert [line.round for line in found] == ["3", "3"]
    assert [line.date for line in found] == [date(2024, 8, 31), date(2024, 9, 1)]


def test_a_day_written_once_for_its_group() -> None:
    found = lines(
        ["1", "30/08/2024", "17h", "Raja", "Wydad", "", ""],
        ["1", "", "19h", "FAR", "FUS", "", ""],
        ["1", "", "21h", "Fès", "Safi", "", ""],
    )
    assert {line.date for line in found} == {date(2024, 8, 30)}


def test_a_gap_among_days_is_not_filled() -> None:
    rows = [
        ["1", f"{d:02}/09/2024", "", "Raja", "Wydad", "", ""] for d in range(10, 19)
    ]
    found = lines(*rows, ["1", "", "", "FAR", "FUS", "", ""])  # type: ignore[arg-type]
    assert found[-1].date is None
    assert causes(found[-1]) == [findings.NO_DATE.message]


def test_days_up_to_twelve_are_ambiguous_until_someone_says() -> None:
    row: list[Cell] = ["1", "05/06/2024", "", "Raja", "Wydad", "", ""]
    assert causes(lines(row)[0]) == [findings.AMBIGUOUS_DATE]
    assert lines(row, day_first=True)[0].date == date(2024, 6, 5)
    assert lines(row, day_first=False)[0].date == date(2024, 5, 6)


def test_one_line_decides_for_all() -> None:
    found = lines(
        ["1", "05/06/2024", "", "Raja", "Wydad", "", ""],
        ["1", "31/05/2024", "", "FAR", "FUS", "", ""],
    )
    assert found[0].date == date(2024, 6, 5)


def test_a_file_without_days_takes_the_day_it_is_told() -> None:
    rows: list[list[Cell]] = [
        ["Time", "Team A", "Team B"],
        ["18:00", "Raja", "Wydad"],
        ["20:00", "FAR", "FUS"],
    ]
    assert causes(reading(*rows).lines[0]) == [findings.NO_DATE.message]
    told = reading(*rows, day=date(2024, 8, 30)).lines
    assert [line.date for line in told] == [date(2024, 8, 30)] * 2


def test_a_mapping_replaces_the_guess() -> None:
    rows: list[list[Cell]] = [
        ["c1", "c2", "c3"],
        ["2024-08-30", "Raja", "Wydad"],
    ]
    found = reading(*rows, mapping="date=1 home=3 away=2")
    assert found.mapping.column(Field.HOME) == 2
    assert found.lines[-1].home == "Wydad"
    with pytest.raises(ValueError, match="home=9x"):
        reading(*rows, mapping="home=9x")


def test_placeholders_wait_and_byes_are_left_out() -> None:
    found = lines(
        ["1", "30/08/2024", "", "TBA", "TBA", "", ""],
        ["1", "30/08/2024", "", "Raja", "Exempt", "", ""],
    )
    assert [causes(line) for line in found] == [[findings.NOT_YET_KNOWN.message]]


def test_a_club_does_not_meet_itself() -> None:
    (line,) = lines(["1", "30/08/2024", "", "Raja", "Raja", "", ""])
    assert causes(line) == [findings.SAME_SIDES.message]


def test_a_postponed_match_keeps_its_remark() -> None:
    (line,) = lines(["1", "30/08/2024", "Reporté", "Raja", "Wydad", "", "Pluie"])
    assert (line.status, line.remark) == (FixtureStatus.POSTPONED, "Pluie")


def test_excel_exchanged_days_and_months() -> None:
    rows: list[list[Cell]] = [["Date", "Domicile", "Extérieur"]]
    rows += [[date(2024, month, 9), "Raja", "Wydad"] for month in range(1, 6)]
    rows += [[f"{day}/09/2024", "FAR", "FUS"] for day in range(13, 18)]
    assert findings.SWAPPED_BY_EXCEL in reading(*rows).notices


def test_hours_of_a_file_in_universal_time_become_local() -> None:
    table = Table(
        [["Date (UTC)", "Home", "Away"], ["2024-08-30 16:00", "Raja", "Wydad"]], [1, 2]
    )
    found = read_table(table, Answers())
    assert found.lines[0].time == time(17)
    assert findings.READ_AS_UTC in found.notices


def test_lines_that_are_no_rows_stand_in_their_place() -> None:
    rows: list[list[Cell]] = [["Date", "Home", "Away"], ["2024-08-30", "Raja", "Wydad"]]
    problem = findings.unreadable_line("x")
    table = Table(rows, [1, 3], broken=[(2, "x", problem)])
    found = read_table(table, Answers()).lines
    assert [(line.number, line.is_blocked) for line in found] == [(2, True), (3, False)]
