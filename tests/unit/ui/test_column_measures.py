"""How columns share a room that is too small for what they hold."""

from __future__ import annotations

import pytest

from sportsec.ui.widgets.column_measures import FAVOUR, squeezed

WISHED = {0: 300, 1: 200, 2: 60}


def test_columns_that_fit_keep_what_they_wish() -> None:
    assert squeezed(WISHED, {}, (), 560) == WISHED


@pytest.mark.parametrize(
    ("room", "widths"),
    [(500, [240, 200, 60]), (400, [170, 170, 60]), (180, [60, 60, 60])],
)
def test_the_longest_are_cut_to_one_width(room: int, widths: list[int]) -> None:
    assert list(squeezed(WISHED, {}, (), room).values()) == widths


def test_the_pixel_that_does_not_go_round_is_not_lost() -> None:
    assert sum(squeezed(WISHED, {}, (), 401).values()) == 401


def test_no_column_is_cut_below_its_least() -> None:
    assert squeezed(WISHED, {1: 190}, (), 400) == {0: 150, 1: 190, 2: 60}
    assert squeezed(WISHED, WISHED, (), 10) == WISHED


def test_what_names_the_row_is_cut_last() -> None:
    assert squeezed(WISHED, {}, [1], 400) == {0: 140, 1: 200, 2: 60}
    widths = squeezed(WISHED, {}, [1], 300)
    assert widths[1] - widths[0] == FAVOUR
