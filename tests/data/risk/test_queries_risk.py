"""Assessments side by side, and the category in force."""

from __future__ import annotations

from datetime import timedelta

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.risk import AssessmentDraft, FloorRule, Rater, RiskCategory, Stage
from sportsec.queries.risk import active_grid, assessment_row, chosen_scopes, risk_file
from sportsec.services.risk import open_assessment
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from tests.builders import a_club, a_fixture
from tests.data.risk.risk_matches import a_match, an_estimate, decided


def test_a_workspace_without_a_grid_says_so(work: Work) -> None:
    fixture = a_fixture(work, a_club(work), a_club(work, "Ocean FC"))
    work.session.flush()
    assert active_grid(work) is None
    assert risk_file(work, fixture.id).grid is None


def test_assessments_of_all_stages_and_raters_stand_side_by_side(work: Work) -> None:
    fixture = a_match(work)
    decided(work, fixture, Stage.INITIAL)
    open_assessment(work, fixture.id, Stage.FINAL)
    open_assessment(work, fixture.id, Stage.INTERIM, Rater.CLUB)
    rows = risk_file(work, fixture.id).assessments
    assert [(row.stage, row.rater, row.is_decided) for row in rows] == [
        (Stage.INITIAL, Rater.POLICE, True),
        (Stage.INTERIM, Rater.CLUB, False),
        (Stage.FINAL, Rater.POLICE, False),
    ]


def test_an_open_assessment_follows_the_record_a_decided_one_stays(work: Work) -> None:
    fixture = a_match(work)
    closed = decided(work, fixture, Stage.INITIAL)
    opened = open_assessment(work, fixture.id, Stage.FINAL)
    an_estimate(work, fixture, EstimateKind.AWAY_TICKETED, 3000)
    assert assessment_row(work, closed).rating.floors == ()
    assert assessment_row(work, opened).rating.floors == (FloorRule.AWAY_PUBLIC,)


def test_the_categories_shown_are_those_chosen_else_those_suggested(work: Work) -> None:
    fixture = a_match(work)
    row = assessment_row(work, decided(work, fixture, Stage.INITIAL, 2))
    assert row.scopes is not None
    assert row.scopes.overall is RiskCategory.HIGH
    chosen = chosen_scopes(AssessmentDraft(category_inside=1), row.rating)
    assert chosen is not None
    assert (chosen.inside, chosen.travel) == (RiskCategory.LOW, RiskCategory.HIGH)


def test_assessments_of_a_stage_stand_as_they_were_decided(work: Work) -> None:
    fixture = a_match(work)
    first = decided(work, fixture, Stage.INTERIM)
    second = decided(work, fixture, Stage.INTERIM)
    work.get(RiskAssessment, first).decided_at = work.now + timedelta(hours=1)
    open_one = open_assessment(work, fixture.id, Stage.INTERIM)
    work.session.flush()
    shown = [row.id for row in risk_file(work, fixture.id).assessments]
    assert shown == [second, first, open_one]
