"""Text with any separator becomes rows; broken quotes break one line."""

from __future__ import annotations

import pytest

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.reasons import FileReason
from sportsec.tabular.delimited import read_delimited, separator_of
from sportsec.tabular.limits import LINES

ROWS = [
    ["Date", "Heure", "Domicile", "Extérieur"],
    ["2024-08-30", "17:00", "Raja", "Wydad"],
    ["2024-08-31", "19:00", "FAR", "FUS"],
]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|", "؛", "،", "^"])
def test_each_separator_is_found(separator: str) -> None:
    text = "\r\n".join(separator.join(row) for row in ROWS)
    assert read_delimited(text, "x").rows == ROWS


def test_colons_part_cells_when_nothing_else_does() -> None:
    rows = [[cell.replace(":", "h") for cell in row] for row in ROWS]
    assert read_delimited("\n".join(":".join(row) for row in rows), "x").rows == rows


def test_runs_of_spaces_part_cells_of_a_table_from_a_letter() -> None:
    text = "\n".join("   ".join(row) for row in ROWS)
    assert read_delimited(text, "x").rows == ROWS


def test_the_separator_that_excel_states_is_taken() -> None:
    text = "sep=|\nDate|A, B|C\n2024-08-30|Raja|Wydad\n"
    table = read_delimited(text, "x")
    assert table.rows[0] == ["Date", "A, B", "C"]
    assert list(table.numbers) == [2, 3]


def test_quoted_cells_may_hold_separators_and_line_breaks() -> None:
    text = 'Date;"Équipe\nrecevante";B\n2024-08-30;"Raja; ""A""";Wydad\n'
    table = read_delimited(text, "x")
    assert table.rows == [
        ["Date", "Équipe\nrecevante", "B"],
        ["2024-08-30", 'Raja; "A"', "Wydad"],
    ]
    assert list(table.numbers) == [1, 3]


def test_a_quote_that_is_never_closed_breaks_its_line_alone() -> None:
    good = [f"{n};2024-08-30;Raja;Wydad" for n in range(50)]
    text = "\n".join([*good[:10], '10;2024-08-30;"FAR;FUS', *good[11:]])
    table = read_delimited(text, "x")
    assert len(table.rows) == 50
    assert table.rows[10] == ["10", "2024-08-30", "FAR", "FUS"]
    assert list(table.numbers) == list(range(1, 51))


def test_many_broken_quotes_end_in_reading_without_quotes() -> None:
    text = "\n".join(f'{n};"Raja;Wydad' if n % 9 == 0 else "a;b;c" for n in range(5000))
    assert len(read_delimited(text, "x").rows) == 5000


def test_a_line_without_end_is_shown_and_left_out() -> None:
    text = "Date;A;B\n" + "x" * 30_000 + "\n2024-08-30;Raja;Wydad\n"
    table = read_delimited(text, "x")
    assert [row for row in table.rows if row] == [
        ["Date", "A", "B"],
        ["2024-08-30", "Raja", "Wydad"],
    ]
    assert [number for number, _, _ in table.broken] == [2]


def test_a_million_lines_are_refused() -> None:
    with pytest.raises(BadFile) as raised:
        read_delimited("a;b\n" * (LINES + 1), "x.csv")
    assert raised.value.reason is FileReason.TOO_MANY_LINES
    assert raised.value.facts["limit"] == LINES


def test_cells_without_end_are_refused() -> None:
    with pytest.raises(BadFile):
        read_delimited((";" * 15_000 + "\n") * 500, "x.csv")


def test_headings_outweigh_commas_in_names() -> None:
    sample = ["Date;Home;Away", "1;A, B;C, D", "2;A, B;C, D"]
    assert separator_of(sample) == ";"
