"""The vocabulary of stadium plans."""

from __future__ import annotations

from sportsec.domain.stadium import Look, Placed, PostState
from sportsec.domain.venues import SectorUse
from tests.unit.domain.stadium_samples import a_sector


def test_every_use_of_a_sector_and_every_state_of_a_post_has_its_look() -> None:
    looks = {look.value for look in Look}
    assert {f"sector_{use}" for use in SectorUse} <= looks
    assert {f"post_{state}" for state in PostState} <= looks


def test_the_middle_of_a_sector_across_north_lies_at_north() -> None:
    assert Placed(a_sector("N"), 315, 405, 0.6, 1).middle == 360
