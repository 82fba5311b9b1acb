from __future__ import annotations

import pytest

from sportsec.reports.document import Cell, Column, Level, Row, Table
from sportsec.reports.pdf.marks import squares, squares_width
from tests.unit.reports.sheet import Sheet, printed


@pytest.mark.parametrize("level", list(Level))
def test_as_many_boxes_are_filled_as_the_level_says(level: Level) -> None:
    sheet = Sheet()
    squares(sheet, 0.0, 0.0, 5.0, level, rtl=False, white=False)
    assert len(sheet.boxes) == 4
    assert sum(bool(box["fill"]) for box in sheet.boxes) == level


def test_boxes_fill_up_in_reading_direction() -> None:
    sheet = Sheet()
    squares(sheet, 0.0, 0.0, 5.0, Level.LOW, rtl=True, white=False)
    filled = [box["x"] for box in sheet.boxes if box["fill"]]
    assert filled == [max(box["x"] for box in sheet.boxes)]


def test_the_boxes_take_the_width_they_announce() -> None:
    sheet = Sheet()
    squares(sheet, 0.0, 0.0, 5.0, Level.HIGH, rtl=False, white=False)
    assert max(b["x"] + b["width"] for b in sheet.boxes) == squares_width(5.0)


def test_a_level_in_a_cell_prints_its_words_too() -> None:
    rows = (Row((Cell("حرج", level=Level.CRITICAL),)),)
    sheet = printed(Table((Column("الخطر"),), rows))
    assert "حرج" in sheet.all_text()
    assert sum(box["width"] == 4.6 and bool(box["fill"]) for box in sheet.boxes) == 4
