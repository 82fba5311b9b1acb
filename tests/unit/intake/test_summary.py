"""A programme in figures."""

from __future__ import annotations

from datetime import date, time

from sportsec.domain.intake import findings
from sportsec.domain.intake.programme import FileFormat, Programme, ProgrammeLine
from sportsec.domain.intake.summary import summarise


def a_programme(*lines: ProgrammeLine) -> Programme:
    return Programme("x.csv", FileFormat.CSV, "utf-8", "", lines)


def test_teams_rounds_days_and_duplicates_are_counted() -> None:
    first, second = date(2024, 8, 30), date(2024, 9, 14)
    found = summarise(
        a_programme(
            ProgrammeLine(2, "Raja", "Wydad", first, time(17), round="1"),
            ProgrammeLine(3, "FAR", "RAJA", second, round="2"),
            ProgrammeLine(4, "Raja", "Wydad", first, time(17), round="1"),
            ProgrammeLine(5, "1A", "2B", second, problems=(findings.NOT_YET_KNOWN,)),
            ProgrammeLine(6, "", "", problems=(findings.NO_SIDES,)),
        )
    )
    assert (found.lines, found.matches, found.without_hour) == (5, 3, 2)
    assert found.teams == (("Raja", 3), ("Wydad", 2), ("FAR", 1))
    assert found.matches_per_team == (1, 3)
    assert found.rounds == (("1", 2), ("2", 1))
    assert (found.first, found.last) == (first, second)
    assert found.duplicates == ((2, 4),)


def test_nothing_is_summarised_as_nothing() -> None:
    found = summarise(a_programme())
    assert found.matches_per_team == (0, 0)
    assert (found.first, found.last, found.warnings) == (None, None, ())
