"""The risk category in force of matches, for lists and covers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, select

from sportsec.domain.risk import Rater, RiskCategory, Scopes, Stage
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """The category in force: of the latest decided assessment by the police."""

    scopes: Scopes
    stage: Stage
    decided_by: str
    decided_at: datetime

    @property
    def overall(self) -> RiskCategory:
        """The highest of the three."""
        return self.scopes.overall


def categories_in_force(
    work: Work, fixture_ids: Collection[UUID]
) -> dict[UUID, CategoryRow]:
    """Return the category in force of each fixture that has one."""
    found = {}
    for fixture_id, row in ratings_in_force(work, fixture_ids).items():
        if row.decided_at is not None:
            scopes = Scopes(
                RiskCategory(row.category_inside or 1),
                RiskCategory(row.category_outside or 1),
                RiskCategory(row.category_travel or 1),
            )
            found[fixture_id] = CategoryRow(
                scopes, row.stage, row.decided_by, row.decided_at
            )
    return found


def ratings_in_force(
    work: Work, fixture_ids: Collection[UUID]
) -> dict[UUID, RiskAssessment]:
    """Return the assessment on which each fixture's category rests, if it has one."""
    query = _decided(RiskAssessment).where(RiskAssessment.fixture_id.in_(fixture_ids))
    latest: dict[UUID, RiskAssessment] = {}
    for row in work.session.scalars(query.order_by(*_latest_first(RiskAssessment))):
        if row.fixture_id is not None:
            latest.setdefault(row.fixture_id, row)
    return latest


def overall_category(fixture_id: ColumnElement[UUID]) -> ColumnElement[int]:
    """Return the overall category in force as SQL, to sort and filter lists by it.

    Args:
        fixture_id: Column of the outer query; NULL comes back for unrated fixtures.
    """
    assessment = RiskAssessment
    highest = func.max(
        *(
            func.coalesce(getattr(assessment, f"category_{scope}"), 0)
            for scope in ("inside", "outside", "travel")
        )
    )
    query = _decided(highest).where(assessment.fixture_id == fixture_id)
    ordered = query.order_by(*_latest_first(assessment)).limit(1)
    found: ColumnElement[int] = ordered.scalar_subquery()
    return found


def _decided(what: Any) -> Select[Any]:
    """Select from the decided assessments of the police made before the match."""
    return select(what).where(
        RiskAssessment.deleted_at.is_(None),
        RiskAssessment.decided_at.is_not(None),
        RiskAssessment.rater == Rater.POLICE,
        RiskAssessment.stage != Stage.POST_MATCH,
    )


def _latest_first(assessment: type[RiskAssessment]) -> tuple[ColumnElement[Any], ...]:
    order = {stage.value: number for number, stage in enumerate(Stage)}
    stage = case(order, value=assessment.stage, else_=-1)
    return stage.desc(), assessment.decided_at.desc(), assessment.id.desc()
