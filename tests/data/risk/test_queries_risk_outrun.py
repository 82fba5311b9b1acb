"""A rating in force that new figures of the public contradict, wherever it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

import pytest

from sportsec.domain.fixtures import EstimateDraft, EstimateKind, FixtureStatus
from sportsec.domain.readiness import Lack
from sportsec.domain.risk import Rater, Stage
from sportsec.domain.task_list import TaskState, TaskStep
from sportsec.queries.before_printing import open_points
from sportsec.queries.match_steps import match_steps
from sportsec.queries.risk_outrun import outrun_ratings
from sportsec.queries.task_list import TaskRow, tasks_of
from sportsec.services.fixtures import add_estimate
from sportsec.services.risk import open_assessment
from sportsec.services.task_list import tick_task
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.data.risk.risk_matches import a_match, an_estimate, decided

DAY = date(2026, 11, 22)


@contextmanager
def act(workspace: Workspace) -> Iterator[Work]:
    with workspace.writing() as work:
        yield work
        work.session.flush()
        work.commit("Act")


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    """A match that was finally rated when 1,500 visitors were expected: F5 is 3."""
    with act(workspace) as work:
        made = a_match(work)
        an_estimate(work, made, EstimateKind.AWAY_TICKETED, 1500)
    with act(workspace) as work:
        decided(work, work.get(Fixture, made.id), Stage.FINAL, 3)
    return made.id


def estimate(workspace: Workspace, match: UUID, persons: int) -> None:
    with act(workspace) as work:
        draft = EstimateDraft(EstimateKind.AWAY_TICKETED, persons, "Club", DAY)
        add_estimate(work, match, draft)


def final_task(work: Work, match: UUID) -> TaskRow:
    return next(
        row for row in tasks_of(work, match) if row.key is TaskStep.FINAL_RATING
    )


def test_nothing_is_said_while_the_figures_stay(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.reading() as work:
        assert not outrun_ratings(work, [match])
        assert open_points(work, match).outrun == ()
        assert final_task(work, match).state is TaskState.DONE


def test_a_new_estimate_is_a_lasting_point_before_printing_and_of_the_readiness(
    workspace: Workspace, match: UUID
) -> None:
    estimate(workspace, match, 2500)
    with workspace.reading() as work:
        (one,) = outrun_ratings(work, [match])[match]
        assert (one.factor.code, one.rated, one.value) == ("F5", 3, 4)
        (said,) = open_points(work, match).outrun
        assert said.facts["day"] == DAY
        assert said.facts["source"] == "Club"
        assert Lack.FIGURES in match_steps(work, match).lacks


def test_the_final_rating_is_to_be_made_again_and_a_tick_hides_it_not(
    workspace: Workspace, match: UUID
) -> None:
    estimate(workspace, match, 2500)
    with act(workspace) as work:
        row = final_task(work, match)
        assert (row.state, row.is_outrun) == (TaskState.OPEN, True)
        tick_task(work, match, TaskStep.FINAL_RATING)
    with workspace.reading() as work:
        row = final_task(work, match)
        assert (row.state, row.is_outrun) == (TaskState.DONE, True)


def test_what_is_decided_by_hand_after_the_estimate_stands(
    workspace: Workspace, match: UUID
) -> None:
    estimate(workspace, match, 2500)
    with act(workspace) as work:
        decided(work, work.get(Fixture, match), Stage.MATCH_DAY, 3)
    with workspace.reading() as work:
        assert not outrun_ratings(work, [match])


def test_an_assessment_only_begun_or_of_somebody_else_changes_nothing(
    workspace: Workspace, match: UUID
) -> None:
    estimate(workspace, match, 2500)
    with act(workspace) as work:
        open_assessment(work, match, Stage.MATCH_DAY)
        open_assessment(work, match, Stage.MATCH_DAY, Rater.CLUB)
    with workspace.reading() as work:
        assert match in outrun_ratings(work, [match])


def test_nothing_is_to_be_rated_anew_that_is_not_ahead(
    workspace: Workspace, match: UUID
) -> None:
    estimate(workspace, match, 2500)
    with act(workspace) as work:
        made = work.get(Fixture, match)
        made.kick_off_date -= timedelta(400)
    with workspace.reading() as work:
        assert not outrun_ratings(work, [match])
    with act(workspace) as work:
        made = work.get(Fixture, match)
        made.kick_off_date += timedelta(400)
        made.status = FixtureStatus.POSTPONED
    with workspace.reading() as work:
        assert not outrun_ratings(work, [match])
