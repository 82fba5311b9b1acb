"""What forbids the decision of an assessment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.fixtures import Confidence
from sportsec.domain.problems import Level, Problem, blocking
from sportsec.domain.risk import (
    AssessmentDraft,
    Circumstances,
    ItemDraft,
    RiskCategory,
    Scopes,
    Stage,
    stages_after,
)
from sportsec.domain.risk_checks import check_assessment, check_lowered, differs
from sportsec.domain.risk_rating import rate
from sportsec.domain.risk_record import Finding
from sportsec.domain.words import Words
from tests.unit.domain.risk_samples import CODES, GRID

CALM = {code: ItemDraft(0) for code in CODES}
WHY = Words(fr="Commission locale du 12")


def check(
    items: dict[str, ItemDraft],
    draft: AssessmentDraft | None = None,
    facts: Circumstances | None = None,
    findings: tuple[Finding, ...] = (),
) -> list[Problem]:
    values = {code: item.value for code, item in items.items()}
    rating = rate(GRID, values, facts)
    return check_assessment(draft or AssessmentDraft(), items, GRID, rating, findings)


def test_a_calm_match_that_is_fully_rated_has_no_problem() -> None:
    assert check(CALM) == []


@given(st.sampled_from(CODES), st.integers(3, 4))
def test_a_high_value_without_evidence_forbids_the_decision(
    code: str, value: int
) -> None:
    items = {**CALM, code: ItemDraft(value, source="cellule")}
    assert [problem.field for problem in blocking(check(items))] == [code]
    items[code] = replace(items[code], evidence=WHY)
    assert blocking(check(items)) == []


def test_a_low_value_needs_no_evidence() -> None:
    assert check({**CALM, "F3": ItemDraft(2)}) == []


def test_evidence_without_a_source_is_a_warning() -> None:
    (found,) = check({**CALM, "F3": ItemDraft(3, WHY)})
    assert (found.field, found.level) == ("F3", Level.WARN)


def test_another_category_than_the_suggested_one_needs_its_reason() -> None:
    draft = AssessmentDraft(category_travel=3)
    (found,) = check(CALM, draft)
    assert (found.field, found.level) == ("override_reason", Level.BLOCK)
    assert check(CALM, replace(draft, override_reason=WHY)) == []


@pytest.mark.parametrize(
    ("differing", "said"),
    [
        (["inside"], "The category inside the stadium differs"),
        (["outside"], "The category outside the stadium differs"),
        (["travel"], "The category for travel differs"),
        (["inside", "travel"], "Say why the categories differ"),
    ],
)
def test_the_category_that_needs_a_reason_is_named(
    differing: list[str], said: str
) -> None:
    values: dict[str, Any] = {f"category_{scope}": 3 for scope in differing}
    (found,) = check(CALM, AssessmentDraft(**values))
    assert found.message.startswith(said)


def test_the_suggested_category_needs_no_reason() -> None:
    assert check(CALM, AssessmentDraft(category_inside=1, category_travel=1)) == []


def test_lowering_below_a_floor_needs_its_reason_too() -> None:
    facts = Circumstances(away=2500)
    draft = AssessmentDraft(category_inside=1)
    fields = [problem.field for problem in blocking(check(CALM, draft, facts))]
    assert fields == ["override_reason"]


def test_nothing_rated_cannot_be_decided() -> None:
    assert len(blocking(check({}))) == 1


def test_confidence_is_limited_by_what_is_unknown() -> None:
    items = {**CALM, "F12": ItemDraft(None)}
    draft = AssessmentDraft(confidence=Confidence.HIGH)
    (found,) = check(items, draft)
    assert (found.field, found.level) == ("confidence", Level.WARN)
    assert found.facts["confidence"] is Confidence.MEDIUM


def test_a_death_among_the_meetings_asks_when_it_was() -> None:
    items = {**CALM, "F2": ItemDraft(4, WHY, "archives")}
    (found,) = check(items)
    assert found.field == "has_grave_precedent"
    assert check(items, AssessmentDraft(has_grave_precedent=True)) == []
    known = Circumstances(has_grave_precedent=True)
    assert check(items, facts=known) == []


def test_a_counted_factor_that_contradicts_the_figures_is_a_warning() -> None:
    finding = Finding("F5", 2, "{n} away supporters expected", {"n": 500})
    (found,) = check(CALM, findings=(finding,))
    assert (found.field, found.level) == ("F5", Level.WARN)
    assert "factor" in found.facts
    assert check({**CALM, "F5": ItemDraft(2)}, findings=(finding,)) == []


def test_a_judged_factor_may_differ_from_what_the_record_suggests() -> None:
    assert check(CALM, findings=(Finding("F1", 3, "x"),)) == []


def test_problems_that_forbid_the_decision_come_first() -> None:
    items = {**CALM, "F3": ItemDraft(3, WHY), "F4": ItemDraft(4)}
    levels = [problem.level for problem in check(items)]
    assert levels == sorted(levels, key=lambda level: level is not Level.BLOCK)


def test_without_a_suggestion_every_chosen_category_differs() -> None:
    rating = rate(GRID, {})
    assert differs(AssessmentDraft(category_inside=1), rating)
    assert not differs(AssessmentDraft(), rating)


def scopes(inside: int, outside: int, travel: int) -> Scopes:
    return Scopes(*map(RiskCategory, (inside, outside, travel)))


def test_a_category_below_the_one_in_force_is_a_warning() -> None:
    (found,) = check_lowered(scopes(1, 3, 1), scopes(4, 1, 1))
    assert found.level is Level.WARN
    assert found.facts == {"new": RiskCategory.HIGH, "old": RiskCategory.CRITICAL}


def test_the_same_a_graver_or_the_first_category_is_none() -> None:
    assert check_lowered(scopes(1, 4, 1), scopes(4, 1, 1)) == []  # as grave as before
    assert check_lowered(scopes(4, 4, 4), scopes(1, 1, 1)) == []
    assert check_lowered(scopes(1, 1, 1), None) == []
    assert check_lowered(None, scopes(4, 1, 1)) == []


def test_the_stages_follow_the_latest_that_is_rated() -> None:
    for has_come in (False, True):
        assert stages_after([], has_come=has_come) == tuple(Stage)
        after = stages_after([Stage.INTERIM, Stage.INITIAL], has_come=has_come)
        assert after[0] is Stage.FINAL
        last = [Stage.POST_MATCH]
        assert stages_after(last, has_come=has_come) == (Stage.POST_MATCH,)


def test_the_review_of_the_match_day_waits_for_it() -> None:
    """A match that moved again after its final rating is finally rated once more."""
    reached = [Stage.INITIAL, Stage.FINAL]
    assert stages_after(reached, has_come=False)[0] is Stage.FINAL
    assert Stage.MATCH_DAY in stages_after(reached, has_come=False)
    assert stages_after(reached, has_come=True)[0] is Stage.MATCH_DAY
    on_the_day = [*reached, Stage.MATCH_DAY]  # and put off on it
    assert stages_after(on_the_day, has_come=False)[0] is Stage.MATCH_DAY
