"""The part of a briefing that says how the match was rated, and why."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.risk import ItemDraft
from sportsec.queries.briefing.risk_rows import RiskItemRow, RiskPart
from sportsec.queries.risk import AssessmentRow, risk_file
from sportsec.store.work import Work


def risk_part(work: Work, fixture_id: UUID) -> RiskPart | None:
    """Return the rating on which the plan stands; None if nothing says a category."""
    standing = risk_file(work, fixture_id).standing
    return None if standing is None else _part(standing)


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
