"""The default grid, for tests of the rating: weights of domain.md §3.9."""

from __future__ import annotations

from hypothesis import strategies as st

from sportsec.domain.identity import natural_id
from sportsec.domain.risk import Circumstances, Factor
from sportsec.domain.words import Words

WEIGHTS = (4, 4, 3, 2, 4, 3, 2, 2, 2, 3, 2, 4, 2)
GRID = tuple(
    Factor(natural_id("test", f"F{n}"), f"F{n}", weight, Words(en=f"Factor {n}"))
    for n, weight in enumerate(WEIGHTS, start=1)
)
CODES = tuple(factor.code for factor in GRID)


def the_values(*values: int | None) -> dict[str, int | None]:
    return dict(zip(CODES, values, strict=True))


all_values = st.lists(st.integers(0, 4), min_size=13, max_size=13).map(
    lambda values: the_values(*values)
)
some_values = st.lists(
    st.one_of(st.none(), st.integers(0, 4)), min_size=13, max_size=13
).map(lambda values: the_values(*values))
circumstances = st.builds(
    Circumstances,
    away=st.one_of(st.none(), st.integers(0, 9000)),
    crowd=st.one_of(st.none(), st.integers(0, 70_000)),
    capacity=st.one_of(st.none(), st.integers(0, 70_000)),
    is_decisive_for_both=st.booleans(),
    is_behind_closed_doors=st.booleans(),
    has_grave_precedent=st.booleans(),
)
