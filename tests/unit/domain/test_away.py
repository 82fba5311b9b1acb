"""Travelling stewards and the away quota."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.away import (
    ALLOTTED,
    ESTIMATED,
    away_quota,
    check_away_left,
    check_away_public,
    travelling_stewards,
)
from sportsec.domain.fixtures import AttendanceRegime, FixtureDraft, TravelRegime
from sportsec.domain.problems import Level
from sportsec.domain.words import Words


@pytest.mark.parametrize(
    ("travellers", "stewards"),
    [
        (0, 0),
        (1, 2),
        (500, 2),
        (501, 4),
        (1000, 4),
        (1001, 8),
        (2000, 8),
        (2001, 12),
        (5000, 20),
    ],
)
def test_stewards_travel_as_uefa_article_24_demands(
    travellers: int, stewards: int
) -> None:
    assert travelling_stewards(travellers) == stewards


@given(st.integers(0, 100_000))
def test_more_travellers_never_need_fewer_stewards(travellers: int) -> None:
    assert travelling_stewards(travellers) <= travelling_stewards(travellers + 1)


@pytest.mark.parametrize(
    ("capacity", "percent", "places"),
    [(45_000, 5.0, 2250), (45_000, 10.0, 4500), (999, 5.0, 49), (0, 5.0, 0)],
)
def test_the_away_quota_is_a_share_of_the_places(
    capacity: int, percent: float, places: int
) -> None:
    assert away_quota(capacity, percent) == places


def test_an_allocation_above_quota_and_sector_warns_of_both() -> None:
    found = check_away_public(
        *(ALLOTTED, 2500),
        capacity=45_000,
        percent=5.0,
        sector_capacity=2000,
        sector=Words(fr="Virage sud"),
    )
    assert [problem.facts["persons"] for problem in found] == [2500, 2500]
    assert [problem.facts["limit"] for problem in found] == [2250, 2000]
    assert found[1].facts["sector"] == Words(fr="Virage sud")
    assert {problem.field for problem in found} == {"away_allocation"}
    assert {problem.level for problem in found} == {Level.WARN}


@pytest.mark.parametrize(
    "known",
    [
        {"capacity": None, "percent": 5.0, "sector_capacity": None},
        {"capacity": 45_000, "percent": None, "sector_capacity": None},
        {"capacity": 45_000, "percent": 10.0, "sector_capacity": 2500},
    ],
)
def test_figures_that_are_unknown_or_kept_warn_of_nothing(
    known: dict[str, Any],
) -> None:
    assert check_away_public(ESTIMATED, 2500, **known) == []


def test_without_an_allocation_there_is_nothing_to_say() -> None:
    limits = {"capacity": 1, "percent": 1.0, "sector_capacity": 1}
    assert check_away_public(ESTIMATED, None, **limits) == []


LEFT: dict[str, Any] = {
    "travelling_stewards": 10,
    "away_station": "Gare de Fès",
    "away_route": "A 2",
}


@pytest.mark.parametrize(
    "ban",
    [
        {"travel_regime": TravelRegime.BANNED},
        {"attendance_regime": AttendanceRegime.HOME_ONLY},
        {"attendance_regime": AttendanceRegime.BEHIND_CLOSED_DOORS},
    ],
)
def test_what_provides_for_an_away_public_that_may_not_come_is_named(
    ban: dict[str, Any],
) -> None:
    found = list(check_away_left(FixtureDraft(**LEFT, **ban)))
    assert [problem.field for problem in found] == list(LEFT)
    assert {problem.level for problem in found} == {Level.WARN}
    assert list(check_away_left(FixtureDraft(**ban))) == []


def test_an_away_public_that_may_come_is_provided_for() -> None:
    assert list(check_away_left(FixtureDraft(**LEFT))) == []
