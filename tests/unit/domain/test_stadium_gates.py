from __future__ import annotations

from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.stadium_drawing import spread

ids_and_degrees = st.dictionaries(
    st.uuids(), st.floats(0, 359.9, allow_nan=False), min_size=2, max_size=40
)


@given(ids_and_degrees)
def test_marks_of_gates_never_lie_on_each_other(degrees: dict[UUID, float]) -> None:
    found = sorted(spread(degrees).values())
    gaps = [b - a for a, b in pairwise(found)] + [found[0] + 360 - found[-1]]
    assert min(gaps) >= 7 - 1e-6


def test_gates_far_apart_stay_where_they_are() -> None:
    degrees = {UUID(int=n): 30.0 * n for n in range(12)}
    assert spread(degrees) == pytest.approx(degrees)


def test_two_gates_at_one_degree_stand_beside_it() -> None:
    one, other = UUID(int=1), UUID(int=2)
    found = spread({one: 100.0, other: 100.0, UUID(int=3): 200.0})
    assert sorted((found[one], found[other])) == [96.5, 103.5]


def test_a_long_row_of_marks_is_set_apart_from_the_gate_behind_it() -> None:
    degrees = {UUID(int=n): 0.0 for n in range(23)}
    others = (16.0, 102.0, 188.0, 274.0)
    degrees |= {UUID(int=23 + n): degree for n, degree in enumerate(others)}
    found = sorted(spread(degrees).values())
    gaps = [b - a for a, b in pairwise(found)] + [found[0] + 360 - found[-1]]
    assert min(gaps) == pytest.approx(7)
