from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.reports.pdf.column_widths import Demand, column_widths, fits

demands = st.lists(
    st.builds(
        lambda least, more, share: Demand(least, least + more, share),
        st.floats(1, 80),
        st.floats(0, 400),
        st.sampled_from((0.0, 1.0, 2.0, 3.5)),
    ),
    min_size=1,
    max_size=9,
)


@given(wanted=demands, total=st.floats(50, 800))
def test_the_columns_fill_the_table(wanted: list[Demand], total: float) -> None:
    assert sum(column_widths(wanted, total)) == pytest.approx(total, abs=0.1)


@given(wanted=demands, total=st.floats(50, 800))
def test_no_column_falls_below_its_minimum_when_all_fit(
    wanted: list[Demand], total: float
) -> None:
    if fits(wanted, total):
        for width, demand in zip(column_widths(wanted, total), wanted, strict=True):
            assert width >= demand.least - 0.01


def test_short_columns_are_satisfied_before_long_ones() -> None:
    short, long = Demand(20, 50, 1), Demand(20, 900, 1)
    assert column_widths([short, long], 300) == pytest.approx([50, 250])


def test_a_column_that_never_wraps_takes_no_more_than_it_needs() -> None:
    assert column_widths([Demand(30, 30, 0), Demand(20, 60, 1)], 200) == [30, 170]


def test_shares_decide_what_is_left() -> None:
    assert column_widths([Demand(0, 10, 1), Demand(0, 20, 2)], 90) == [30, 60]


def test_all_shrink_alike_when_nothing_fits() -> None:
    assert column_widths([Demand(100, 100, 1), Demand(300, 300, 1)], 200) == [50, 150]
