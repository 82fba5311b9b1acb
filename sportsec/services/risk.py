"""Acts on risk: open, save, decide and discard an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.errors import Invalid
from sportsec.domain.identity import natural_id, new_id
from sportsec.domain.problems import Problem, blocking
from sportsec.domain.risk import (
    FACTUAL,
    RECORD,
    AssessmentDraft,
    ItemDraft,
    Rater,
    Stage,
)
from sportsec.domain.risk_checks import check_assessment
from sportsec.domain.risk_rating import rate
from sportsec.domain.risk_record import Finding, circumstances, findings
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.labels import problem_text
from sportsec.i18n.translator import translator
from sportsec.queries.risk import (
    AssessmentRow,
    GridRow,
    assessment_row,
    chosen_scopes,
    own_name,
    risk_file,
)
from sportsec.queries.risk_record import match_record
from sportsec.services.drafts import apply_draft
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.risk import RiskAssessment, RiskItem
from sportsec.store.work import Work

Items = Mapping[str, ItemDraft]

_ORDER = list(Stage)


def open_assessment(
    work: Work, fixture_id: UUID, stage: Stage, rater: Rater = Rater.POLICE
) -> UUID:
    """Begin an assessment and return its id.

    It starts from the latest assessment of the same rater; where that says nothing,
    from what the record suggests, with the reason as evidence.

    Raises:
        NotFound: The fixture was deleted.
        Invalid: There is no grid, or this rater has one open at this stage.
    """
    file = risk_file(work, fixture_id)
    if file.grid is None:
        raise Invalid([Problem(None, N_("There is no active grid"))])
    own = [row for row in file.assessments if row.rater is rater]
    if any(row.stage is stage and not row.is_decided for row in own):
        text = N_("An assessment of this stage is already open: finish it first")
        raise Invalid([Problem("stage", text)])
    assessment = work.add(
        RiskAssessment(
            id=new_id(),
            fixture_id=fixture_id,
            grid_id=file.grid.id,
            stage=stage,
            rater=rater,
        )
    )
    earlier = [row for row in own if _ORDER.index(row.stage) <= _ORDER.index(stage)]
    previous = earlier[-1] if earlier else None
    if previous is not None:
        assessment.has_grave_precedent = previous.draft.has_grave_precedent
        assessment.summary = previous.draft.summary
    items = prefilled(previous, file.findings)
    values = {code: item.value for code, item in items.items()}
    assessment.confidence = rate(file.grid.factors, values).confidence
    _write_items(work, assessment.id, file.grid, items, {})
    return assessment.id


def prefilled(
    previous: AssessmentRow | None, found: tuple[Finding, ...]
) -> dict[str, ItemDraft]:
    """Return the items a new assessment starts with.

    What a human assessed stays; what the record had said is asked of the record anew,
    and so is what estimates and clock say, whoever had written it down.
    """
    items = {finding.code: item_of(finding) for finding in found}
    if previous is not None:
        for code, item in previous.items.items():
            is_assessed = item.source != RECORD and code not in FACTUAL
            if item.value is not None and (is_assessed or code not in items):
                items[code] = item
    return items


def item_of(finding: Finding) -> ItemDraft:
    """Return what the record suggests as an item, its reason in three languages."""
    problem = Problem(None, finding.message, facts=finding.facts)
    texts = {code: problem_text(translator(code), problem) for code in LANGUAGES}
    return ItemDraft(finding.value, Words(**texts), RECORD)


def assess(
    work: Work,
    assessment_id: UUID,
    draft: AssessmentDraft,
    items: Items,
    *,
    seen: tuple[AssessmentDraft, Items],
) -> None:
    """Save an assessment that is not decided yet, finished or not.

    Args:
        items: By the code of their factor.
        seen: Draft and items as they were shown to the officer.

    Raises:
        NotFound: It was discarded meanwhile.
        Invalid: It was decided meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
    """
    row = assessment_row(work, assessment_id)
    _refuse_decided(row)
    apply_draft(work.get(RiskAssessment, assessment_id), draft, seen[0])
    _write_items(work, assessment_id, row.grid, items, seen[1])


def decide(
    work: Work,
    assessment_id: UUID,
    draft: AssessmentDraft,
    items: Items,
    *,
    seen: tuple[AssessmentDraft, Items],
    decided_by: str = "",
) -> None:
    """Save an assessment and close it for good; the chosen categories are kept.

    Args:
        decided_by: Who decides; empty for the officer, if he gave his name.

    Raises:
        NotFound: It was discarded meanwhile.
        Invalid: A rule forbids the decision, or it was decided meanwhile.
        StaleWrite: Somebody changed the same fields meanwhile.
    """
    row = assessment_row(work, assessment_id)
    _refuse_decided(row)
    assessment = work.get(RiskAssessment, assessment_id)
    record = match_record(work, work.get(Fixture, assessment.fixture_id))
    facts = circumstances(record, has_grave_precedent=draft.has_grave_precedent)
    values = {code: item.value for code, item in items.items()}
    rating = rate(row.grid.factors, values, facts)
    problems = check_assessment(
        draft, items, row.grid.factors, rating, findings(record)
    )
    scopes = chosen_scopes(draft, rating)
    if blocking(problems) or scopes is None:
        raise Invalid(blocking(problems))
    assess(work, assessment_id, draft, items, seen=seen)
    assessment.category_inside = scopes.inside.value
    assessment.category_outside = scopes.outside.value
    assessment.category_travel = scopes.travel.value
    assessment.has_grave_precedent = facts.has_grave_precedent
    assessment.decided_by = decided_by.strip() or own_name(work)
    assessment.decided_at = work.now


def discard_assessment(work: Work, assessment_id: UUID) -> None:
    """Delete an assessment that is not decided yet.

    Raises:
        NotFound: It was discarded meanwhile.
        Invalid: It is decided: what was decided is kept.
    """
    _refuse_decided(assessment_row(work, assessment_id))
    query = select(RiskItem).where(RiskItem.assessment_id == assessment_id)
    for item in work.session.scalars(query):
        work.delete(item)
    work.delete(work.get(RiskAssessment, assessment_id))


def _refuse_decided(row: AssessmentRow) -> None:
    if row.is_decided:
        text = N_("This assessment is decided; a new one is needed to change it")
        raise Invalid([Problem(None, text)])


def _write_items(
    work: Work, assessment_id: UUID, grid: GridRow, items: Items, seen: Items
) -> None:
    """Write the items that changed; their ids derive from assessment and factor."""
    empty = ItemDraft()
    for factor in grid.factors:
        item = items.get(factor.code, empty)
        key = natural_id("risk_item", assessment_id.hex, factor.id.hex)
        record = work.session.get(RiskItem, key)
        if record is None:
            if item == empty:
                continue
            record = work.add(
                RiskItem(id=key, assessment_id=assessment_id, factor_id=factor.id)
            )
            apply_draft(record, item)
        else:
            apply_draft(record, item, seen.get(factor.code, empty))
