"""Estimates of the public: each by itself, and their sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sportsec.domain.estimate_rules import (
    check_estimate,
    check_sum,
    covers_public,
    leaves_out_ticketless,
    sum_of_parts,
    sum_with_ticket,
)
from sportsec.domain.fixture_rules import FixtureFacts
from sportsec.domain.fixtures import EstimateDraft, EstimateKind, FixtureDraft
from sportsec.domain.problems import Level, Problem

GOOD = FixtureDraft(kick_off_date=date(2026, 12, 5))


def levels(problems: list[Problem]) -> list[tuple[str | None, Level]]:
    return [(problem.field, problem.level) for problem in problems]


def test_an_estimate_has_a_number_a_source_and_a_past_day() -> None:
    today = date(2026, 11, 23)
    good = EstimateDraft(persons=3000, source="Club", estimated_on=today)

    def found(draft: EstimateDraft, **known: Any) -> list[tuple[str | None, Level]]:
        return levels(check_estimate(draft, GOOD, FixtureFacts(**known), today))

    assert found(good, safe_capacity=3000) == []
    assert found(good, safe_capacity=2999) == [("persons", Level.WARN)]
    assert found(EstimateDraft()) == [
        ("persons", Level.BLOCK),
        ("source", Level.BLOCK),
    ]
    tomorrow = replace(good, estimated_on=today + timedelta(days=1))
    assert found(tomorrow) == [("estimated_on", Level.BLOCK)]


@pytest.mark.parametrize(
    ("known", "limits"),
    [
        ({"away_sector_capacity": 500}, []),
        ({"away_sector_capacity": 499}, [499]),
        ({"safe_capacity": 9_000, "away_quota_percent": 5.0}, [450]),
        ({"safe_capacity": 500}, []),  # the quota is not known
        ({"allocation": 499}, [499]),
        ({"safe_capacity": 400}, [400]),
        ({"safe_capacity": 9_000, "away_quota_percent": 5.0, "allocation": 450}, [450]),
    ],
)
def test_an_estimate_of_the_away_public_is_held_against_its_places(
    known: dict[str, Any], limits: list[int]
) -> None:
    draft = EstimateDraft(EstimateKind.AWAY_TICKETED, 500, "Club")
    match = replace(GOOD, away_allocation=known.pop("allocation", None))
    found = check_estimate(draft, match, FixtureFacts(**known), date(2026, 11, 23))
    assert [each.facts["limit"] for each in found] == limits
    assert {each.level for each in found} <= {Level.WARN}
    outside = replace(draft, kind=EstimateKind.AWAY_TICKETLESS)
    assert not check_estimate(outside, GOOD, FixtureFacts(), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("total", "ticketed", "ticketless", "is_told"),
    [
        (4920, 350, 300, True),
        (5100, 350, 300, False),
        (5380, 350, 300, False),  # those without ticket counted with it
        (5060, 350, 0, False),  # all are round figures
        (4920, None, 300, False),
        (5080, 350, 900, False),  # none of those without ticket counted with it
        (5380, 350, 900, True),  # left behind when 600 more of them were expected
    ],
)
def test_a_total_that_is_not_the_sum_of_its_parts_is_told(
    total: int, ticketed: int | None, ticketless: int, *, is_told: bool
) -> None:
    latest = {
        EstimateKind.ATTENDANCE: total,
        EstimateKind.HOME: 4730,
        EstimateKind.AWAY_TICKETLESS: ticketless,
    }
    if ticketed is not None:
        latest[EstimateKind.AWAY_TICKETED] = ticketed
    told = [("estimates", Level.WARN)] if is_told else []
    assert levels(check_sum(latest)) == told


@pytest.mark.parametrize(
    ("total", "ticketless", "are_left_out"),
    [
        (5080, 900, True),
        (5980, 900, False),  # they are counted with it
        (5500, 900, False),  # it fits neither: that is told as a sum that is wrong
        (5080, 50, False),  # no more than the figures are rounded by
        (5080, 0, False),
        (None, 900, False),
    ],
)
def test_a_total_that_fits_without_those_without_ticket_leaves_them_out(
    total: int | None, ticketless: int, *, are_left_out: bool
) -> None:
    latest = {
        EstimateKind.HOME: 4730,
        EstimateKind.AWAY_TICKETED: 350,
        EstimateKind.AWAY_TICKETLESS: ticketless,
    }
    if total is not None:
        latest[EstimateKind.ATTENDANCE] = total
    assert leaves_out_ticketless(latest) is are_left_out
    assert (sum_with_ticket(latest), sum_of_parts(latest)) == (5080, 5080 + ticketless)


def test_all_parts_are_named_beside_a_total_that_was_left_behind() -> None:
    latest = {
        EstimateKind.ATTENDANCE: 4690,
        EstimateKind.HOME: 4140,
        EstimateKind.AWAY_TICKETED: 435,
        EstimateKind.AWAY_TICKETLESS: 715,
    }
    (found,) = check_sum(latest)
    assert found.facts == {"total": 4690, "parts": 5290}


@pytest.mark.parametrize(
    ("kinds", "away_comes", "covered"),
    [
        ({EstimateKind.ATTENDANCE}, True, True),
        ({EstimateKind.HOME, EstimateKind.AWAY_TICKETED}, True, True),
        ({EstimateKind.HOME}, False, True),
        ({EstimateKind.HOME}, True, False),
        ({EstimateKind.AWAY_TICKETED, EstimateKind.AWAY_TICKETLESS}, True, False),
        (set(), False, False),
    ],
)
def test_the_public_is_known_as_a_whole_or_by_both_its_parts(
    kinds: set[EstimateKind], away_comes: bool, covered: bool
) -> None:
    assert covers_public(kinds, away_comes=away_comes) is covered
