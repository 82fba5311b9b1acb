"""The categories in force of all matches at once, to sort and filter lists by.

The rule is that of `risk_categories`, which reads the matches of one page.
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, Subquery, case, func, select

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
    parts = (owner.category_inside, owner.category_outside, owner.category_travel)
    overall = func.max(*(func.coalesce(part, 1) for part in parts))
    rank = case({stage: n for n, stage in enumerate(_STAGES)}, value=owner.stage)
    latest = func.row_number().over(
        partition_by=owner.fixture_id,
        order_by=(rank.desc(), owner.decided_at.desc(), owner.id.desc()),
    )
    query = select(
        owner.fixture_id, overall.label("category"), latest.label("place")
    ).where(
        owner.deleted_at.is_(None),
        owner.rater == Rater.POLICE,
        owner.decided_at.is_not(None),
        owner.stage.in_(_STAGES),
    )
    if fixtures is not None:
        query = query.where(owner.fixture_id.in_(fixtures))
    rated = query.subquery("rated")
    return (
        select(rated.c.fixture_id, rated.c.category)
        .where(rated.c.place == 1)
        .subquery("current_category")
    )


def categories_of(work: Work, fixtures: Collection[UUID]) -> dict[UUID, RiskCategory]:
    """Return the categories of those of the matches that are rated."""
    current = current_categories(fixtures)
    rows = work.session.execute(select(current.c.fixture_id, current.c.category))
    return {fixture: RiskCategory(category) for fixture, category in rows}
