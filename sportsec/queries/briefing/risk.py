"""The part of a briefing that says how the match was rated, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sportsec.domain.risk import ItemDraft, Rater, Stage
from sportsec.queries.briefing.risk_rows import RiskItemRow, RiskPart
from sportsec.queries.risk import AssessmentRow, risk_file
from sportsec.store.work import Work

_STAGES = list(Stage)


def risk_part(work: Work, fixture_id: UUID) -> RiskPart | None:
    """Return the rating on which the plan stands; None if nothing says a category.

    A decided assessment of the police stands before one still open, a later stage
    before an earlier one, the decision made last before others of its stage: the rule
    of `risk_categories`. What is rated after the match says nothing of its planning.
    """
    rated = [
        row
        for row in risk_file(work, fixture_id).assessments
        if row.rater is Rater.POLICE
        and row.stage is not Stage.POST_MATCH
        and row.scopes is not None
    ]
    if not rated:
        return None
    return _part(max(rated, key=_standing))


def _standing(row: AssessmentRow) -> tuple[bool, int, datetime, UUID]:
    decided_at = row.decided_at or datetime.min.replace(tzinfo=UTC)
    return row.is_decided, _STAGES.index(row.stage), decided_at, row.id


def _part(row: AssessmentRow) -> RiskPart | None:
    if row.scopes is None:
        return None
    return RiskPart(
        stage=row.stage,
        rater=row.rater,
        categories=row.scopes,
        rating=row.rating,
        confidence=row.draft.confidence,
        override_reason=row.draft.override_reason,
        summary=row.draft.summary,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        items=_items(row),
    )


def _items(row: AssessmentRow) -> tuple[RiskItemRow, ...]:
    points = {each.code: each.points for each in row.rating.contributions}
    items = [
        RiskItemRow(
            name=factor.name,
            value=item.value,
            points=points.get(factor.code),
            evidence=item.evidence,
        )
        for factor in row.grid.factors
        for item in (row.items.get(factor.code, ItemDraft()),)
    ]
    items.sort(
        key=lambda item: -1.0 if item.points is None else item.points, reverse=True
    )
    return tuple(items)
