"""What a rater enters."""

from __future__ import annotations

from sportsec.domain.identity import natural_id
from sportsec.domain.risk import Factor, RiskCategory, Scopes
from sportsec.domain.words import Words


def test_the_overall_category_is_the_highest_of_the_three_scopes() -> None:
    low, high = RiskCategory.LOW, RiskCategory.HIGH
    assert Scopes(low, low, high).overall is RiskCategory.HIGH
    assert Scopes(high, low, low).overall is RiskCategory.HIGH


def test_the_steps_between_the_described_values_have_no_words_of_their_own() -> None:
    factor = Factor(natural_id("test", "F1"), "F1", 4, anchor_2=Words(en="neutral"))
    assert factor.anchor(2) == Words(en="neutral")
    assert not factor.anchor(3)
