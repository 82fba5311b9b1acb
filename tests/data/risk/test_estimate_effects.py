"""What an estimate asks to be looked at: the plan, its sum, the rating."""

from __future__ import annotations

import pytest

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.risk import Stage
from sportsec.queries.estimate_checks import estimate_effects
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.data.risk.risk_matches import a_match, an_estimate, decided

ON_OTHER_FIGURES = "The rating was decided on other figures: rate the match anew"


def said(work: Work, fixture: Fixture) -> set[str]:
    return {problem.message for problem in estimate_effects(work, fixture.id)}


@pytest.fixture
def fixture(work: Work) -> Fixture:
    """A match for which visitors were estimated, so that its record gives F5 a 3."""
    match = a_match(work)
    an_estimate(work, match, EstimateKind.AWAY_TICKETED, 1500)
    return match


def test_a_rating_decided_on_the_same_figures_stands(
    work: Work, fixture: Fixture
) -> None:
    decided(work, fixture, Stage.INITIAL, 3)
    assert ON_OTHER_FIGURES not in said(work, fixture)


def test_a_rating_decided_on_other_figures_is_to_be_made_anew(
    work: Work, fixture: Fixture
) -> None:
    decided(work, fixture, Stage.INITIAL, 3)
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 90)
    assert ON_OTHER_FIGURES in said(work, fixture)


def test_that_the_rating_does_not_hold_is_said_before_all_else(
    work: Work, fixture: Fixture
) -> None:
    decided(work, fixture, Stage.INITIAL, 3)
    fixture.travelling_stewards = 1
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 90)
    an_estimate(work, fixture, EstimateKind.HOME, 20_000)
    an_estimate(work, fixture, EstimateKind.ATTENDANCE, 40_000)
    first, *others = estimate_effects(work, fixture.id)
    assert first.message == ON_OTHER_FIGURES
    assert others


def test_only_the_rating_that_stands_is_asked(work: Work, fixture: Fixture) -> None:
    decided(work, fixture, Stage.FINAL, 3)
    decided(work, fixture, Stage.INITIAL, 0)
    decided(work, fixture, Stage.POST_MATCH, 0)
    assert ON_OTHER_FIGURES not in said(work, fixture)


def test_what_nobody_decided_says_nothing(work: Work, fixture: Fixture) -> None:
    assert ON_OTHER_FIGURES not in said(work, fixture)


def test_stewards_announced_before_more_visitors_were_expected_are_too_few(
    work: Work, fixture: Fixture
) -> None:
    fixture.travelling_stewards = 1
    text = "{n} travelling stewards are announced, {limit} are required"
    assert text in said(work, fixture)


def test_a_total_that_its_parts_do_not_come_to_is_pointed_out(
    work: Work, fixture: Fixture
) -> None:
    an_estimate(work, fixture, EstimateKind.HOME, 20_000)
    an_estimate(work, fixture, EstimateKind.ATTENDANCE, 40_000)
    assert any("the total attendance says" in text for text in said(work, fixture))
