"""Sectors of invented stadiums, for the tests of the plan."""

from __future__ import annotations

from uuid import UUID

from hypothesis import strategies as st

from sportsec.domain.identity import natural_id
from sportsec.domain.stadium import PlanSector
from sportsec.domain.venues import SectorSide, SectorUse


def an_id(code: str) -> UUID:
    return natural_id("test", code)


def a_sector(code: str, **values: object) -> PlanSector:
    return PlanSector(an_id(code), code, **values)  # type: ignore[arg-type]


degrees = st.one_of(st.none(), st.floats(0, 359))
sectors = st.lists(
    st.builds(
        lambda n, side, start, width, tier, use: a_sector(
            str(n),
            side=side,
            start_degree=start,
            end_degree=None if start is None else start + width,
            tier=tier,
            use=use,
        ),
        st.integers(0, 999),
        st.sampled_from([None, *SectorSide]),
        degrees,
        st.floats(5, 90),
        st.sampled_from([None, 1, 2]),
        st.sampled_from(SectorUse),
    ),
    max_size=40,
    unique_by=lambda each: each.code,
)
