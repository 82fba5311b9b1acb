from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.reports.pdf.box import Box, Stack, paginate, take


def heights(boxes: list[Box]) -> list[float]:
    return [box.height for box in boxes]


def test_of_two_spaces_the_larger_counts() -> None:
    stack = Stack.of([Box(10, after=4), Box(10, before=9)])
    assert stack.height == 29


def test_space_above_the_first_box_of_a_page_is_dropped() -> None:
    first, rest = take([Box(50, before=60)], 50)
    assert len(first) == 1
    assert not rest


def test_a_heading_never_stands_last_on_its_page() -> None:
    heading, text = Box(10, with_next=True), Box(40)
    pages = paginate([Box(60), heading, text], 100)
    assert [heights(list(page.boxes)) for page in pages] == [[60], [10, 40]]


def test_a_chain_of_headings_moves_as_a_whole() -> None:
    boxes = [Box(60), Box(10, with_next=True), Box(10, with_next=True), Box(30)]
    assert [len(page.boxes) for page in paginate(boxes, 100)] == [1, 3]


def test_what_is_bound_moves_as_a_whole() -> None:
    bound = Stack.of([Box(30), Box(30)], together=True)
    assert [len(page.boxes) for page in paginate([Box(60), bound], 100)] == [1, 1]


def test_a_stack_is_divided_where_the_page_ends() -> None:
    pages = paginate([Box(60), Stack.of([Box(30), Box(30)])], 100)
    assert [page.height for page in pages] == [90, 30]


def test_a_page_break_begins_one_page_however_often_it_is_said() -> None:
    end = Box(breaks=True)
    assert len(paginate([end, Box(10), end, end, Box(10), end], 100)) == 2


def test_a_box_higher_than_a_page_is_printed_rather_than_lost() -> None:
    assert [page.height for page in paginate([Box(10), Box(300)], 100)] == [10, 300]


def test_an_empty_document_has_a_page() -> None:
    assert len(paginate([], 100)) == 1


boxes = st.lists(
    st.builds(
        Box,
        height=st.floats(1, 90),
        before=st.floats(0, 20),
        after=st.floats(0, 20),
        with_next=st.booleans(),
    ),
    max_size=40,
)


@given(made=boxes)
def test_no_box_is_lost_and_no_page_overflows(made: list[Box]) -> None:
    pages = paginate(made, 100)
    assert [box for page in pages for box in page.boxes] == made
    assert all(page.height <= 100.02 for page in pages)


@given(made=boxes, room=st.floats(0, 200))
def test_what_is_taken_and_what_is_left_are_the_whole(
    made: list[Box], room: float
) -> None:
    first, rest = take(made, room)
    assert first + rest == made


def test_a_stack_draws_its_boxes_below_each_other() -> None:
    tops: list[float] = []

    class Seen(Box):
        def draw(self, pen: object, x: float, top: float) -> None:
            tops.append(top)

    stack = Stack.of([Seen(10, after=5), Seen(10), Seen(10)])
    stack.draw(None, 0, 100)  # type: ignore[arg-type]  # nothing is written
    assert tops == pytest.approx([100, 115, 125])
