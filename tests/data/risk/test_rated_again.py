"""A match that moves again and again is rated again each time."""

from __future__ import annotations

from datetime import date, timedelta

from sportsec.domain.fixtures import MoveDraft
from sportsec.domain.readiness import Lack
from sportsec.domain.risk import Stage
from sportsec.queries.clock import local_day
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.match_steps import MatchSteps, match_steps
from sportsec.queries.risk import risk_file
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.risk import RiskAssessment
from sportsec.store.work import Work
from tests.data.risk.risk_matches import a_match, decided


def rated_yesterday(work: Work, day: date) -> Fixture:
    match = a_match(work, kick_off_date=day)
    rating = work.get(RiskAssessment, decided(work, match, Stage.FINAL))
    rating.decided_at = work.now - timedelta(1)
    work.session.flush()
    return match


def moved(work: Work, match: Fixture, day: date) -> MatchSteps:
    seen = fixture_draft(work, match.id)
    to = MoveDraft(kick_off_date=day, venue_id=match.venue_id, reason="TV")
    reschedule_fixture(work, match.id, to, seen=seen)
    work.session.flush()
    return match_steps(work, match.id)


def test_a_second_move_after_the_final_rating_asks_for_the_final_one_again(
    work: Work,
) -> None:
    today = local_day(work)
    match = rated_yesterday(work, today + timedelta(10))
    steps = moved(work, match, today + timedelta(15))
    assert Lack.REVIEW in steps.lacks
    assert steps.stage is Stage.FINAL
    assert not risk_file(work, match.id).has_come
    decided(work, match, Stage.FINAL)
    assert Lack.REVIEW not in match_steps(work, match.id).lacks


def test_one_that_moves_to_today_asks_for_the_review_of_the_day(work: Work) -> None:
    today = local_day(work)
    match = rated_yesterday(work, today + timedelta(10))
    assert moved(work, match, today).stage is Stage.MATCH_DAY
    assert risk_file(work, match.id).has_come
