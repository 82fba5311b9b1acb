"""The risk category in force."""

from __future__ import annotations

from sqlalchemy import select

from sportsec.domain.risk import RiskCategory, Stage
from sportsec.queries.risk_categories import categories_in_force, overall_category
from sportsec.services.risk import open_assessment
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from tests.data.risk.risk_matches import WHY, a_match, decided


def test_the_category_in_force_is_that_of_the_latest_stage_decided_by_the_police(
    work: Work,
) -> None:
    fixture = a_match(work)
    assert categories_in_force(work, [fixture.id]) == {}
    decided(work, fixture, Stage.FINAL, 2)
    decided(work, fixture, Stage.INITIAL, 0)
    decided(work, fixture, Stage.POST_MATCH, 4)
    open_assessment(work, fixture.id, Stage.MATCH_DAY)
    found = categories_in_force(work, [fixture.id])[fixture.id]
    assert (found.stage, found.overall) == (Stage.FINAL, RiskCategory.HIGH)


def test_lists_can_sort_by_the_overall_category(work: Work) -> None:
    fixture, other = a_match(work), a_match(work)
    decided(work, fixture, Stage.INITIAL, 0, category_travel=3, override_reason=WHY)
    query = select(Fixture.id, overall_category(Fixture.id)).order_by(
        overall_category(Fixture.id).nulls_last()
    )
    assert work.session.execute(query).all() == [(fixture.id, 3), (other.id, None)]
