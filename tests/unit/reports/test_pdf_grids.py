from __future__ import annotations

import pytest

from sportsec.reports.document import KeyValues, Signature, SignatureBlock
from tests.unit.reports.sheet import WIDTH, boxes, printed

ITEMS = tuple((f"حقل{k}", f"قيمة{k}") for k in range(5))


def test_facts_fill_the_rows_in_reading_order() -> None:
    sheet = printed(KeyValues(ITEMS, columns=2))
    first, second, third = (sheet.place(f"حقل{k}") for k in range(3))
    assert first.x > second.x
    assert first.baseline == second.baseline < third.baseline


def test_in_one_column_labels_stand_beside_their_values() -> None:
    sheet = printed(KeyValues(ITEMS, columns=1))
    label, value = sheet.place("حقل0"), sheet.place("قيمة0")
    assert label.x > value.x + value.width
    assert label.baseline == pytest.approx(value.baseline, abs=1.0)


def test_an_empty_value_prints_as_a_dash() -> None:
    assert "–" in printed(KeyValues((("حقل", ""),))).all_text()


@pytest.mark.parametrize("columns", [1, 2])
def test_no_row_of_facts_stands_alone_under_a_heading_or_on_the_next_page(
    columns: int,
) -> None:
    rows = 4
    items = tuple((f"حقل{k}", f"قيمة{k}") for k in range(rows * columns))
    (stack,) = boxes(KeyValues(items, columns=columns))
    (two,) = boxes(KeyValues(items[: 2 * columns], columns=columns))
    assert stack.head == pytest.approx(two.height)
    for room in range(int(two.height) + 1, int(stack.height)):
        parts = stack.split(float(room))
        assert parts is not None
        assert [part.height for part in parts] == pytest.approx([two.height] * 2)


def test_no_facts_take_no_room() -> None:
    assert boxes(KeyValues(())) == []


def test_places_to_sign_stand_side_by_side_in_reading_order() -> None:
    places = (Signature("أعده", "اسم"), Signature("اطلع عليه"), Signature("صادق عليه"))
    sheet = printed(SignatureBlock(places))
    xs = [sheet.place(place.caption).x for place in places]
    assert xs == sorted(xs, reverse=True)
    assert len({y for (_, y), _ in sheet.lines}) == 1


def test_a_single_place_to_sign_stands_at_the_reading_end() -> None:
    sheet = printed(SignatureBlock((Signature("صادق عليه"),)))
    ((start, end),) = sheet.lines
    assert start[0] == 0.0
    assert end[0] < WIDTH / 2


def test_places_to_sign_are_never_divided() -> None:
    (box,) = boxes(SignatureBlock((Signature("أعده"),)))
    assert box.head == box.height
