"""The risk category in force."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from sportsec.domain.risk import RiskCategory, Stage
from sportsec.queries.agenda_categories import current_categories
from sportsec.queries.briefing.risk import risk_part
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


@given(st.lists(st.tuples(st.sampled_from(Stage), st.integers(0, 4)), max_size=6))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_paper_and_lists_go_by_the_same_rating(
    work: Work, ratings: list[tuple[Stage, int]]
) -> None:
    fixture = a_match(work)
    for stage, value in ratings:
        decided(work, fixture, stage, value)
    paper = risk_part(work, fixture.id)
    listed = categories_in_force(work, [fixture.id]).get(fixture.id)
    counted = work.session.scalar(select(current_categories([fixture.id]).c.category))
    overall = listed.overall if listed else None
    assert (paper.categories.overall if paper else None) == overall == counted


def test_a_second_decision_of_a_stage_replaces_the_first_on_paper(work: Work) -> None:
    fixture = a_match(work)
    decided(work, fixture, Stage.INTERIM, 0)
    decided(work, fixture, Stage.INTERIM, 4)
    paper = risk_part(work, fixture.id)
    assert paper is not None
    assert paper.categories.overall is RiskCategory.CRITICAL


def test_lists_can_sort_by_the_overall_category(work: Work) -> None:
    fixture, other = a_match(work), a_match(work)
    decided(work, fixture, Stage.INITIAL, 0, category_travel=3, override_reason=WHY)
    query = select(Fixture.id, overall_category(Fixture.id)).order_by(
        overall_category(Fixture.id).nulls_last()
    )
    assert work.session.execute(query).all() == [(fixture.id, 3), (other.id, None)]
