"""A workspace knows whether the sample season is in it."""

from __future__ import annotations

from datetime import date

from sportsec.domain.identity import natural_id
from sportsec.services.sample.presence import holds_sample
from sportsec.store.work import Work
from tests.builders import a_season


def test_the_sample_is_known_by_its_seasons(season: Work) -> None:
    assert holds_sample(season)


def test_a_cell_at_work_holds_no_sample(work: Work) -> None:
    assert not holds_sample(work)
    a_season(work)
    other = a_season(work, "2025-2026", starts_on=date(2025, 8, 1))
    other.id = natural_id("season", "2025-2026")
    work.session.flush()
    assert not holds_sample(work)
