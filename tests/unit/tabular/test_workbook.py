"""Excel's cells are tidied: hours to the minute, blanks to nothing."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.programme import Cell
from sportsec.domain.intake.reasons import FileReason
from sportsec.tabular.reading import read_programme
from sportsec.tabular.workbook import read_xlsx, spread, tidy
from tests.unit.tabular.books import HEADINGS, a_book, with_part

MOMENT = datetime.fromisoformat("2024-08-30 17:00:00")


@pytest.mark.parametrize(
    ("cell", "tidied"),
    [
        ("  ", None),
        ("Raja", "Raja"),
        (time(16, 59, 59, 712000), time(17)),
        (time(5, 3), time(5, 3)),
        (timedelta(hours=17), time(17)),
        (timedelta(days=17), "17 days, 0:00:00"),
        (MOMENT - timedelta(milliseconds=400), MOMENT),
        (datetime.fromisoformat("1899-12-31 17:00:00"), time(17)),
        (date(2024, 8, 30), date(2024, 8, 30)),
        (3.0, 3.0),
        (None, None),
    ],
)
def test_cells(cell: object, tidied: Cell) -> None:
    assert tidy(cell) == tidied


def test_merged_cells_beyond_the_rows_do_no_harm() -> None:
    rows: list[list[Cell]] = [["J1"], [None], [None]]
    spread(rows, 0, 1_048_575, 0)
    spread(rows, 5, 9, 0)
    spread(rows, 0, 2, 99)
    assert rows == [["J1"], ["J1"], ["J1"]]


def test_a_panic_inside_the_library_is_a_damaged_file() -> None:
    data = a_book([HEADINGS, ("J1", MOMENT, "17h00", "Raja", "Wydad")])
    sheet = "xl/worksheets/sheet1.xml"
    spoilt = with_part(data, sheet, lambda xml: re.sub(rb"45534[.\d]*", b"1e300", xml))
    with pytest.raises(BadFile) as raised:
        read_xlsx(with_part(spoilt, "xl/styles.xml", durations), "p.xlsx")
    assert raised.value.reason is FileReason.DAMAGED


def durations(styles: bytes) -> bytes:
    """Show days as durations, which the library cannot hold so long."""
    return styles.replace(b"dd/mm/yyyy", b"[hh]:mm")


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    data = a_book([HEADINGS, ("J1", "2024-08-30", "17h00", "Raja", "Wydad")])
    hidden = with_part(
        data,
        "xl/workbook.xml",
        lambda xml: xml.replace(b"<sheet ", b'<sheet state="hidden" '),
    )
    assert read_xlsx(hidden, "p.xlsx") == []
    path = tmp_path / "p.xlsx"
    path.write_bytes(hidden)
    with pytest.raises(BadFile) as raised:
        read_programme(path)
    assert raised.value.reason is FileReason.NO_MATCHES
