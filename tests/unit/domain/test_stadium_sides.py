"""The side of a sector, by its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sportsec.domain.stadium_sides import side_named, sided_by_name
from sportsec.domain.venues import SectorDraft, SectorSide
from sportsec.domain.words import Words


@pytest.mark.parametrize(
    ("name", "side"),
    [
        (Words(fr="Tribune nord"), SectorSide.NORTH),
        (Words(en="North stand", fr="Virage Nord"), SectorSide.NORTH),
        (Words(ar="المدرج الشمالي"), SectorSide.NORTH),
        (Words(ar="المدرجات الجنوبية"), SectorSide.SOUTH),
        (Words(ar="جهة الشرق"), SectorSide.EAST),
        (Words(fr="Ouest"), SectorSide.WEST),
        (Words(fr="Virage nord-est"), None),
        (Words(fr="Tribune d'honneur"), None),
        (Words(fr="Nordine"), None),
        (Words(), None),
    ],
)
def test_a_name_says_one_side_or_none(name: Words, side: SectorSide | None) -> None:
    assert side_named(name) is side


def test_the_side_follows_the_name_until_it_was_chosen() -> None:
    bare = SectorDraft(code="B")
    north = sided_by_name(bare, replace(bare, name=Words(fr="Nord")))
    assert north.side is SectorSide.NORTH
    south = sided_by_name(north, replace(north, name=Words(fr="Sud")))
    assert south.side is SectorSide.SOUTH
    chosen = sided_by_name(south, replace(south, side=SectorSide.EAST))
    assert chosen.side is SectorSide.EAST
    renamed = sided_by_name(chosen, replace(chosen, name=Words(fr="Nord")))
    assert renamed.side is SectorSide.EAST
    drawn = replace(bare, start_degree=10.0, end_degree=50.0)
    assert sided_by_name(drawn, replace(drawn, name=Words(fr="Sud"))).side is None
