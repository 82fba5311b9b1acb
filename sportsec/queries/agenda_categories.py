"""The categories in force of all matches at once, to sort and filter lists by.

The rule is that of `risk_categories`, which reads the matches of one page.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, case, func, select
from sqlalchemy.orm import aliased

from sportsec.domain.risk import Rater, RiskCategory, Stage
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work

#: A later stage replaces an earlier one; the look back after the match does not.
_STAGES = [stage for stage in Stage if stage is not Stage.POST_MATCH]


def current_categories(
    fixtures: Collection[UUID] | Select[UUID] | None = None,
) -> Subquery:
    """Return `fixture_id` and `category` of the rated matches, one row each.

    The most advanced stage counts, within it the latest decision; the category is
    the highest of inside, outside and travel.

    Args:
        fixtures: Only these matches, or those selected; None for all.
    """
    owner = RiskAssessment
    latest = func.row_number().over(
        partition_by=owner.fixture_id, order_by=_latest_first(owner)
    )
    query = select(
        owner.fixture_id, _overall(owner).label("category"), latest.label("place")
    ).where(*_counting(owner))
    if fixtures is not None:
        query = query.where(owner.fixture_id.in_(fixtures))
    rated = query.subquery("rated")
    return (
        select(rated.c.fixture_id, rated.c.category)
        .where(rated.c.place == 1)
        .subquery("current_category")
    )


def category_of(fixture: ColumnElement[UUID]) -> ColumnElement[int]:
    """Return the category of one match, as a part of a statement; NULL if unrated."""
    owner = aliased(RiskAssessment)
    query = select(_overall(owner)).where(
        owner.fixture_id == fixture, *_counting(owner)
    )
    return query.order_by(*_latest_first(owner)).limit(1).scalar_subquery()


def _overall(owner: type[RiskAssessment]) -> ColumnElement[int]:
    parts = (owner.category_inside, owner.category_outside, owner.category_travel)
    return func.max(*(func.coalesce(part, 1) for part in parts))


def _latest_first(owner: type[RiskAssessment]) -> tuple[ColumnElement[Any], ...]:
    rank = case({stage: n for n, stage in enumerate(_STAGES)}, value=owner.stage)
    return rank.desc(), owner.decided_at.desc(), owner.id.desc()


def _counting(owner: type[RiskAssessment]) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions of an assessment that says the category of its match."""
    return (
        owner.deleted_at.is_(None),
        owner.rater == Rater.POLICE,
        owner.decided_at.is_not(None),
        owner.stage.in_(_STAGES),
    )


def categories_of(work: Work, fixtures: Collection[UUID]) -> dict[UUID, RiskCategory]:
    """Return the categories of those of the matches that are rated."""
    current = current_categories(fixtures)
    rows = work.session.execute(select(current.c.fixture_id, current.c.category))
    return {fixture: RiskCategory(category) for fixture, category in rows}
