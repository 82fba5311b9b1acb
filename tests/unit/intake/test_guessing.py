"""Columns are known from their headings, checked against what they hold."""

from __future__ import annotations

from sportsec.domain.intake.guessing import guess_mapping
from sportsec.domain.intake.mapping import Field
from sportsec.domain.intake.programme import Cell

CLUBS = ["Raja", "Wydad", "FAR", "FUS"]


def rows_of(*extra: Cell) -> list[list[Cell]]:
    return [
        [f"{day:02}/09/2024", "17h00", CLUBS[day % 4], CLUBS[(day + 1) % 4], *extra]
        for day in range(1, 25)
    ]


def guessed(headings: list[str], rows: list[list[Cell]]) -> dict[Field, int]:
    mapping = guess_mapping(headings, rows)
    return {field: column for column, field in mapping.columns}


def test_headings_say_what_columns_are() -> None:
    found = guessed(["Date", "Heure", "Domicile", "Extérieur"], rows_of())
    assert found == {Field.DATE: 0, Field.TIME: 1, Field.HOME: 2, Field.AWAY: 3}


def test_without_headings_the_cells_say_it() -> None:
    found = guessed([], rows_of())
    assert found == {Field.DATE: 0, Field.TIME: 1, Field.HOME: 2, Field.AWAY: 3}


def test_one_matchday_without_headings_names_every_club_once() -> None:
    rows: list[list[Cell]] = [
        ["07/09/2024", "Raja", "Wydad"],
        ["07/09/2024", "FAR", "FUS"],
        ["08/09/2024", "Fès", "Safi"],
    ]
    assert guessed([], rows) == {Field.DATE: 0, Field.HOME: 1, Field.AWAY: 2}


def test_both_sides_in_one_column() -> None:
    rows: list[list[Cell]] = [[f"{d:02}/09/2024", "Raja - Wydad"] for d in range(1, 9)]
    assert guessed([], rows) == {Field.DATE: 0, Field.TEAMS: 1}


def test_a_heading_that_its_cells_contradict_is_not_believed() -> None:
    rows = rows_of("see the letter")
    found = guessed(["Day", "Heure", "Home", "Away", "Date"], rows)
    assert found[Field.DATE] == 0


def test_a_list_without_days_or_hours_is_no_list_of_matches() -> None:
    rows: list[list[Cell]] = [[f"Name {n}", f"Town {n}", "red"] for n in range(9)]
    assert guessed([], rows) == {}


def test_a_running_number_is_no_round() -> None:
    rows = [[*row, number] for number, row in enumerate(rows_of(), 1)]
    assert Field.ROUND not in guessed([], rows)
    rows = [[*row, 1 + number // 4] for number, row in enumerate(rows_of())]
    assert guessed([], rows)[Field.ROUND] == 4


def test_a_column_of_rounds_is_known_under_a_strange_heading() -> None:
    rows = rows_of("Journée 3")
    headings = ["Date", "Heure", "Domicile", "Extérieur", "Match Status/Championship"]
    assert guessed(headings, rows)[Field.ROUND] == 4
