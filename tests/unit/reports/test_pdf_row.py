from __future__ import annotations

from sportsec.reports.pdf.box import Box, Stack
from sportsec.reports.pdf.row import Place, columns_of, row_of


def test_columns_in_arabic_begin_at_the_right() -> None:
    assert columns_of([100, 50], 10, rtl=False) == [0, 110]
    assert columns_of([100, 50], 10, rtl=True) == [60, 0]


def test_a_row_is_as_high_as_its_tallest_box() -> None:
    row = row_of([Place(0, Box(10)), Place(50, Box(30))], above=2, below=3)
    assert row.height == 35
    assert row.head == 35


def test_a_row_is_divided_in_each_of_its_boxes() -> None:
    long = Stack.of([Box(20), Box(20), Box(20)])
    row = row_of([Place(0, Box(10)), Place(50, long)])
    parts = row.split(45)
    assert parts is not None
    assert [part.height for part in parts] == [40, 20]


def test_a_row_without_room_for_anything_is_not_divided() -> None:
    assert row_of([Place(0, Stack.of([Box(20), Box(20)]))]).split(10) is None
