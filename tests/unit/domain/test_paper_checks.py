"""An order that is approved no more, and answers that are in one language only."""

from __future__ import annotations

import pytest

from sportsec.domain.animations import (
    AnimationDecision,
    AnimationDraft,
    AnimationKind,
    AnswerDraft,
)
from sportsec.domain.fixtures import PlanStatus
from sportsec.domain.paper_checks import (
    Script,
    check_approval,
    check_wording,
    scripts_of,
)
from sportsec.domain.problems import Problem
from sportsec.domain.words import Words

D = AnimationDecision
FRENCH, ARABIC = "Sans pyrotechnie, retrait à la 5e minute", "بدون ألعاب نارية"
BOTH = f"{FRENCH}\n{ARABIC}"


def wording(text: str, *paper: str, decision: D = D.CONDITIONS) -> list[Problem]:
    field = "reason" if decision is D.REFUSED else "conditions"
    answer = AnswerDraft(decision, "Commissioner", **{field: text})
    request = AnimationDraft(kind=AnimationKind.TIFO)
    return [*check_wording(request, answer, Words(fr="Helala"), paper)]


@pytest.mark.parametrize(
    ("plan", "is_said"),
    [
        (PlanStatus.INFORMATION, True),
        (PlanStatus.COORDINATED, True),
        (PlanStatus.ORDERED, False),
        (PlanStatus.BRIEFED, False),
    ],
)
def test_what_was_approved_and_is_no_longer_is_said(
    plan: PlanStatus, is_said: bool
) -> None:
    found = [*check_approval(plan, was_approved=True)]
    assert [each.field for each in found] == ["plan_status"] * is_said


def test_an_order_that_was_never_approved_is_still_being_written() -> None:
    assert not [*check_approval(PlanStatus.COORDINATED, was_approved=False)]


@pytest.mark.parametrize(
    ("text", "paper", "is_said"),
    [
        (FRENCH, ("fr",), False),
        (FRENCH, ("ar",), True),
        (FRENCH, ("ar", "fr"), True),
        (ARABIC, ("ar",), False),
        (ARABIC, ("fr",), True),
        (ARABIC, ("en",), True),
        (BOTH, ("ar", "fr"), False),
        ("", ("ar", "fr"), False),
        ("12 × 8", ("ar", "fr"), False),
    ],
)
def test_conditions_are_printed_as_they_are_in_every_language(
    text: str, paper: tuple[str, ...], is_said: bool
) -> None:
    found = wording(text, *paper)
    assert [each.field for each in found] == ["conditions"] * is_said


def test_the_reason_of_a_refusal_is_printed_so_too() -> None:
    (said,) = wording(ARABIC, "fr", decision=D.REFUSED)
    assert said.field == "reason"
    assert "in Arabic only" in said.message
    assert said.facts == {"group": Words(fr="Helala"), "kind": AnimationKind.TIFO}


def test_what_is_not_printed_of_an_answer_is_not_spoken_of() -> None:
    assert not wording(ARABIC, "fr", decision=D.AUTHORISED)


def test_a_unit_in_other_letters_makes_no_second_language() -> None:
    assert scripts_of("لا يتجاوز علوها 3 m عند المدرج") == {Script.ARABIC}
    assert scripts_of(BOTH) == {Script.ARABIC, Script.LATIN}
