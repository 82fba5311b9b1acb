"""Rows whose two sides stand in one cell."""

from __future__ import annotations

from datetime import date

from sportsec.domain.intake import findings
from sportsec.domain.intake.programme import Cell, ProgrammeLine
from sportsec.domain.intake.tables import Answers, Table, read_table


def lines(*rows: list[Cell]) -> list[ProgrammeLine]:
    head: list[Cell] = ["Date", "Match", "Stade"]
    table = Table([head, *rows], range(1, len(rows) + 2))
    return read_table(table, Answers()).lines


def test_score_round_and_competition_stand_around_the_sides() -> None:
    (line,) = lines(["2024-08-30", "Coupe - Raja - Wydad 2-1 (Finale)", "Stade Atlas"])
    assert (line.home, line.away, line.competition) == ("Raja", "Wydad", "Coupe")
    assert (line.score, line.round) == ((2, 1, ""), "Finale")
    assert line.venue == "Stade Atlas"


def test_what_names_no_two_sides_is_shown_with_its_cause() -> None:
    (line,) = lines(["2024-08-30", "Réunion de sécurité", "Salle 3"])
    assert [each.message for each in line.problems] == [
        findings.no_two_sides("").message
    ]
    assert line.date is None


def test_a_sheet_named_after_a_round_gives_it_to_its_matches() -> None:
    rows: list[list[Cell]] = [
        ["Date", "Domicile", "Extérieur"],
        ["2024-08-30", "Raja", "Wydad"],
    ]
    found = read_table(Table(rows, [1, 2], name="Journée 7"), Answers()).lines
    assert [(line.round, line.sheet, line.date) for line in found] == [
        ("7", "Journée 7", date(2024, 8, 30))
    ]
