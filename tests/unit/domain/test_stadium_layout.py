"""Where sectors come to lie."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

from sportsec.domain.stadium import Placed, PlanSector
from sportsec.domain.stadium_layout import place_sectors
from sportsec.domain.venues import SectorSide, SectorUse
from tests.unit.domain.stadium_samples import a_sector, sectors


def by_code(placed: tuple[Placed, ...]) -> dict[str, Placed]:
    return {each.sector.code: each for each in placed}


def test_a_drawn_sector_lies_where_it_was_drawn() -> None:
    (placed,) = place_sectors([a_sector("N", start_degree=330, end_degree=390)])
    assert (placed.start, placed.end) == (330, 390)


def test_an_end_before_the_start_runs_on_past_north() -> None:
    (placed,) = place_sectors([a_sector("N", start_degree=330, end_degree=30)])
    assert (placed.start, placed.end) == (330, 390)


def test_a_sector_nobody_drew_lies_on_its_side() -> None:
    placed = by_code(
        place_sectors([a_sector(side.value, side=side) for side in SectorSide])
    )
    assert (placed["east"].start, placed["east"].end) == (45, 135)
    assert (placed["north"].start, placed["north"].end) == (315, 405)


def test_neighbours_of_one_side_share_it_equally_in_the_order_of_their_codes() -> None:
    placed = by_code(
        place_sectors([a_sector(c, side=SectorSide.SOUTH) for c in ("S3", "S1", "S2")])
    )
    starts = [placed[code].start for code in ("S1", "S2", "S3")]
    assert starts == [135, 165, 195]


def test_a_drawn_sector_is_left_alone_by_those_of_its_side() -> None:
    placed = by_code(
        place_sectors(
            [
                a_sector("S1", side=SectorSide.SOUTH, start_degree=135, end_degree=165),
                a_sector("S2", side=SectorSide.SOUTH),
            ]
        )
    )
    assert (placed["S2"].start, placed["S2"].end) == (165, 225)


def test_without_a_side_the_public_sits_where_custom_has_it() -> None:
    placed = by_code(place_sectors([a_sector("VIP", use=SectorUse.VIP)]))
    assert (placed["VIP"].start, placed["VIP"].end) == (225, 315)


def test_sectors_that_find_no_room_get_a_ring_outside() -> None:
    full = [a_sector(side.value, side=side) for side in SectorSide]
    placed = by_code(place_sectors([*full, a_sector("X")]))
    assert placed["X"].inner > placed["north"].outer


def test_a_second_tier_lies_outside_the_first() -> None:
    placed = by_code(place_sectors([a_sector("N1", tier=1), a_sector("N5", tier=5)]))
    assert placed["N1"].outer < placed["N5"].inner < placed["N5"].outer <= 1


@given(sectors)
def test_every_sector_has_a_place_and_those_not_drawn_cover_nothing(
    given_sectors: list[PlanSector],
) -> None:
    placed = place_sectors(given_sectors)
    assert Counter(p.sector.id for p in placed) == Counter(s.id for s in given_sectors)
    for each in placed:
        assert 0 <= each.start < 360
        assert each.start < each.end <= each.start + 360
        assert 0 < each.inner < each.outer <= 1 + 1e-9
    free = [p for p in placed if p.sector.start_degree is None]
    for one in free:
        for other in placed:
            if one is other or one.inner != other.inner:
                continue
            for turn in (-360, 0, 360):
                lap = min(one.end, other.end + turn) - max(
                    one.start, other.start + turn
                )
                assert lap < 1e-6
