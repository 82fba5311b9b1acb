"""The grid's score, categories and floors: the vectors of domain.md §3.9."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.fixtures import Confidence
from sportsec.domain.risk import Circumstances, FloorRule, RiskCategory
from sportsec.domain.risk_rating import category_of, moves, rate, suggest
from tests.unit.domain.risk_samples import (
    CODES,
    GRID,
    WEIGHTS,
    all_values,
    circumstances,
    some_values,
    the_values,
)

LOW, MODERATE, HIGH, CRITICAL = RiskCategory


def test_the_weights_of_the_default_grid_sum_to_37() -> None:
    assert sum(WEIGHTS) == 37


@pytest.mark.parametrize(
    ("values", "raw", "rounded", "by_score", "overall"),
    [
        ((4, 3, 3, 2, 4, 3, 3, 1, 2, 2, 2, 2, 1), 98, 66.2, CRITICAL, CRITICAL),
        ((0,) * 13, 0, 0.0, LOW, LOW),
        ((1, 0, 1, 0, 1, 2, 1, 0, 1, 1, 1, 0, 0), 26, 17.6, LOW, LOW),
        ((1, 0, 1, 0, 4, 2, 1, 0, 1, 1, 1, 0, 0), 38, 25.7, MODERATE, HIGH),
        ((4,) * 13, 148, 100.0, CRITICAL, CRITICAL),
    ],
)
def test_the_vectors_of_the_domain_reference(
    values: tuple[int, ...],
    raw: int,
    rounded: float,
    by_score: RiskCategory,
    overall: RiskCategory,
) -> None:
    rating = rate(GRID, the_values(*values))
    assert rating.score == pytest.approx(100 * raw / 148, abs=1e-12)
    assert round(rating.score or 0, 1) == rounded
    assert rating.by_score is by_score
    assert rating.suggested is not None
    assert rating.suggested.overall is overall


def test_many_away_supporters_lift_a_moderate_score_to_high() -> None:
    rating = rate(GRID, the_values(1, 0, 1, 0, 4, 2, 1, 0, 1, 1, 1, 0, 0))
    assert rating.floors == (FloorRule.AWAY_PUBLIC,)
    assert rating.is_lifted


@pytest.mark.parametrize(
    ("score", "category"),
    [
        (Fraction(24_999, 1000), LOW),
        (Fraction(25), MODERATE),
        (Fraction(44_999, 1000), MODERATE),
        (Fraction(45), HIGH),
        (Fraction(64_999, 1000), HIGH),
        (Fraction(65), CRITICAL),
    ],
)
def test_categories_begin_at_25_45_and_65_unrounded(
    score: Fraction, category: RiskCategory
) -> None:
    assert category_of(score) is category


@pytest.mark.parametrize(
    ("code", "value", "facts", "rule"),
    [
        ("F12", 4, {}, FloorRule.INTELLIGENCE),
        ("F5", 4, {}, FloorRule.AWAY_PUBLIC),
        ("F5", 0, {"away": 2000}, FloorRule.AWAY_PUBLIC),
        ("F5", 0, {"away": 200, "capacity": 1000}, FloorRule.AWAY_PUBLIC),
        ("F1", 3, {"crowd": 800, "capacity": 1000}, FloorRule.FULL_AND_HOSTILE),
        ("F1", 2, {"is_decisive_for_both": True}, FloorRule.DECISIVE),
        ("F1", 0, {"has_grave_precedent": True}, FloorRule.GRAVE_PRECEDENT),
    ],
)
def test_a_floor_makes_the_category_high_whatever_the_score(
    code: str, value: int, facts: dict[str, int], rule: FloorRule
) -> None:
    values = {**the_values(*(0,) * 13), code: value}
    rating = rate(GRID, values, Circumstances(**facts))  # type: ignore[arg-type]
    assert rule in rating.floors
    assert rating.suggested is not None
    assert rating.suggested.overall is HIGH


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({"F12": 3}, {}),
        ({}, {"away": 1999}),
        ({}, {"away": 199, "capacity": 1000}),
        ({"F1": 3}, {"crowd": 799, "capacity": 1000}),
        ({"F1": 2, "F6": 4}, {}),
        ({"F1": 1}, {"is_decisive_for_both": True}),
    ],
)
def test_a_hair_below_its_limit_no_floor_fires(
    values: dict[str, int], facts: dict[str, int]
) -> None:
    rating = rate(GRID, values, Circumstances(**facts))  # type: ignore[arg-type]
    assert rating.floors == ()


def test_a_nearly_full_stadium_of_hostile_groups_is_a_high_risk() -> None:
    rating = rate(GRID, {"F1": 3, "F6": 3})
    assert rating.floors == (FloorRule.FULL_AND_HOSTILE,)


def test_closed_doors_lower_the_inside_alone() -> None:
    values = the_values(*(4,) * 13)
    closed = rate(GRID, values, Circumstances(is_behind_closed_doors=True)).suggested
    assert closed is not None
    assert (closed.inside, closed.outside, closed.travel) == (HIGH, CRITICAL, CRITICAL)


def test_with_nothing_known_there_is_no_suggestion_and_no_score() -> None:
    rating = rate(GRID, {})
    assert rating.score is None
    assert rating.suggested is None
    assert rating.unknown == CODES
    assert rating.confidence is Confidence.LOW
    assert moves(GRID, {}) == ([], [])


def test_a_floor_speaks_even_when_no_factor_is_known() -> None:
    assert suggest(GRID, {}, Circumstances(has_grave_precedent=True)) is not None


@pytest.mark.parametrize(
    ("unknown", "confidence"),
    [
        ((), Confidence.HIGH),
        (("F12",), Confidence.MEDIUM),
        (("F12", "F1", "F2"), Confidence.LOW),
    ],
)
def test_what_is_unknown_lowers_the_confidence(
    unknown: tuple[str, ...], confidence: Confidence
) -> None:
    values = {code: None if code in unknown else 1 for code in CODES}
    rating = rate(GRID, values)
    assert rating.confidence is confidence
    assert rating.unknown == tuple(code for code in CODES if code in unknown)


@given(some_values, circumstances)
def test_contributions_add_up_to_the_score_heaviest_first(
    values: dict[str, int | None], facts: Circumstances
) -> None:
    rating = rate(GRID, values, facts)
    points = [each.points for each in rating.contributions]
    assert sum(points) == pytest.approx(rating.score or 0)
    assert points == sorted(points, reverse=True)
    assert sum(each.possible for each in rating.contributions) == pytest.approx(
        100 if rating.contributions else 0
    )


@given(all_values, circumstances, st.sampled_from(CODES), st.integers(0, 4))
def test_raising_a_value_never_lowers_a_category(
    values: dict[str, int | None], facts: Circumstances, code: str, higher: int
) -> None:
    raised = {**values, code: max(values[code] or 0, higher)}
    before, after = suggest(GRID, values, facts), suggest(GRID, raised, facts)
    assert before is not None
    assert after is not None
    assert after.overall >= before.overall
    assert after.inside >= before.inside


@given(some_values, circumstances)
def test_a_floor_is_never_scored_away(
    values: dict[str, int | None], facts: Circumstances
) -> None:
    rating = rate(GRID, values, facts)
    if rating.floors:
        assert rating.suggested is not None
        assert rating.suggested.overall >= HIGH
        assert rating.suggested.outside >= HIGH
        assert rating.suggested.travel >= HIGH


@given(some_values, circumstances)
def test_an_unknown_factor_counts_exactly_as_if_it_were_not_in_the_grid(
    values: dict[str, int | None], facts: Circumstances
) -> None:
    known = {code: value for code, value in values.items() if value is not None}
    shorter = [factor for factor in GRID if factor.code in known]
    whole, short = rate(GRID, values, facts), rate(shorter, known, facts)
    assert (whole.score, whole.suggested) == (short.score, short.suggested)


@given(some_values, circumstances)
def test_closed_doors_never_touch_the_outside_or_the_way(
    values: dict[str, int | None], facts: Circumstances
) -> None:
    opened = suggest(GRID, values, replace(facts, is_behind_closed_doors=False))
    closed = suggest(GRID, values, replace(facts, is_behind_closed_doors=True))
    if opened is None or closed is None:
        assert opened is closed
        return
    assert (closed.outside, closed.travel) == (opened.outside, opened.travel)
    assert opened.inside - 1 <= closed.inside <= opened.inside


@given(some_values, circumstances)
def test_every_move_does_what_it_promises_and_no_smaller_one_does(
    values: dict[str, int | None], facts: Circumstances
) -> None:
    now = suggest(GRID, values, facts)
    up, down = moves(GRID, values, facts)
    for move in (*up, *down):
        after = suggest(GRID, {**values, move.code: move.to_value}, facts)
        assert now is not None
        assert after is not None
        assert after.overall is move.category
        assert (move.category > now.overall) is (move in up)
    for move in up:
        if move.from_value is not None and move.to_value > move.from_value + 1:
            smaller = {**values, move.code: move.to_value - 1}
            less = suggest(GRID, smaller, facts)
            assert less is not None
            assert now is not None
            assert less.overall <= now.overall


def test_the_easiest_move_comes_first() -> None:
    values = the_values(1, 0, 1, 0, 1, 2, 1, 0, 1, 1, 1, 0, 0)
    up, down = moves(GRID, values)
    assert down == []
    assert up[0].code in CODES
    steps = [move.to_value - (move.from_value or 0) for move in up]
    assert steps == sorted(steps)
