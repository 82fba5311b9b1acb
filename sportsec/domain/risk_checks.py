"""What may be wrong with an assessment before it is decided (domain.md §2.9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sportsec.domain.fixtures import Confidence
from sportsec.domain.problems import Level, Problem, warning
from sportsec.domain.risk import (
    AWAY_PUBLIC,
    CROWD,
    EVIDENCE_FROM,
    MEETINGS,
    RECORD,
    TOP_VALUE,
    AssessmentDraft,
    Factor,
    FloorRule,
    ItemDraft,
    Scopes,
)
from sportsec.domain.risk_rating import Rating
from sportsec.domain.risk_record import Finding
from sportsec.domain.words import N_

#: Factors that are counted, so that the record can contradict a value.
COUNTED = frozenset({AWAY_PUBLIC, CROWD})
SCOPES = ("inside", "outside", "travel")

_SURENESS = list(Confidence)
#: Said where a scope alone differs.
_DIFFERS = {
    "inside": N_(
        "The category inside the stadium differs from the suggested one: say why"
    ),
    "outside": N_(
        "The category outside the stadium differs from the suggested one: say why"
    ),
    "travel": N_("The category for travel differs from the suggested one: say why"),
}


def check_assessment(
    draft: AssessmentDraft,
    items: Mapping[str, ItemDraft],
    factors: Sequence[Factor],
    rating: Rating,
    findings: Sequence[Finding] = (),
) -> list[Problem]:
    """Say what is wrong with an assessment; blocking problems forbid the decision.

    An unfinished assessment may be saved with any of them.

    Args:
        items: By the code of their factor; problems of an item carry it as field.
        rating: Of these items.
        findings: What the record suggests.
    """
    found = [
        problem
        for factor in factors
        for problem in _check_item(factor, items.get(factor.code, ItemDraft()))
    ]
    found += _check_precedent(draft, items, rating)
    found += _check_counted(factors, items, findings)
    found += _check_categories(draft, rating)
    if _SURENESS.index(draft.confidence) > _SURENESS.index(rating.confidence):
        text = N_("With so much unknown, confidence is at most: {confidence}")
        facts = {"confidence": rating.confidence}
        found.append(Problem("confidence", text, Level.WARN, facts))
    return sorted(found, key=lambda problem: problem.level is not Level.BLOCK)


def check_lowered(chosen: Scopes | None, in_force: Scopes | None) -> list[Problem]:
    """Warn of a category below the one that the plan stands on.

    Fewer officers may be planned because of it: whoever decides should mean it.

    Args:
        in_force: Of the rating that this one would take the place of; None without one.
    """
    if chosen is None or in_force is None or chosen.overall >= in_force.overall:
        return []
    text = N_("Lower than the category in force: {new} instead of {old}")
    return [warning(None, text, new=chosen.overall, old=in_force.overall)]


def differs(draft: AssessmentDraft, rating: Rating) -> bool:
    """Say whether a category was chosen that is not the suggested one."""
    return bool(_differing(draft, rating))


def _differing(draft: AssessmentDraft, rating: Rating) -> list[str]:
    chosen = [(scope, getattr(draft, f"category_{scope}")) for scope in SCOPES]
    return [
        scope
        for scope, category in chosen
        if category is not None and category != getattr(rating.suggested, scope, None)
    ]


def _check_item(factor: Factor, item: ItemDraft) -> Iterator[Problem]:
    if item.value is None or item.value < EVIDENCE_FROM:
        return
    facts = {"factor": factor.name, "value": item.value}
    if not item.evidence:
        text = N_("{factor}: the value {value} needs its evidence")
        yield Problem(factor.code, text, Level.BLOCK, facts)
    if not item.source:
        text = N_("{factor}: say where the evidence comes from")
        yield Problem(factor.code, text, Level.WARN, {"factor": factor.name})


def _check_precedent(
    draft: AssessmentDraft, items: Mapping[str, ItemDraft], rating: Rating
) -> list[Problem]:
    meetings = items.get(MEETINGS, ItemDraft())
    is_known = FloorRule.GRAVE_PRECEDENT in rating.floors or draft.has_grave_precedent
    if meetings.value == TOP_VALUE and not is_known:
        text = N_("A death or serious injury: was it in the last three seasons?")
        return [Problem("has_grave_precedent", text, Level.WARN)]
    return []


def _check_counted(
    factors: Sequence[Factor],
    items: Mapping[str, ItemDraft],
    findings: Sequence[Finding],
) -> list[Problem]:
    """A counted factor should say what the figures say (domain.md §3.9).

    So should one that was taken from the record, which may say something else by now.
    """
    text = N_("{factor}: the figures of the match give the value {value}")
    names = {factor.code: factor.name for factor in factors}
    found = []
    for finding in findings:
        item = items.get(finding.code, ItemDraft())
        is_asked = finding.code in COUNTED or item.source == RECORD
        if is_asked and item.value not in {None, finding.value}:
            facts = {
                "factor": names.get(finding.code, finding.code),
                "value": finding.value,
            }
            found.append(Problem(finding.code, text, Level.WARN, facts))
    return found


def _check_categories(draft: AssessmentDraft, rating: Rating) -> list[Problem]:
    if rating.suggested is None:
        text = N_("Rate at least one factor")
        return [Problem(None, text)]
    differing = _differing(draft, rating)
    if differing and not draft.override_reason:
        several = N_("Say why the categories differ from the suggested ones")
        text = _DIFFERS[differing[0]] if len(differing) == 1 else several
        return [Problem("override_reason", text)]
    return []
