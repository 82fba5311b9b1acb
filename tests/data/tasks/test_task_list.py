"""The tasks of a match: from the kick-off, from the record, and from the officer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from sportsec.domain.animations import AnimationDecision, Conformity
from sportsec.domain.commitments import CommitmentState
from sportsec.domain.errors import NotFound
from sportsec.domain.fixtures import FixtureStatus, PlanStatus, TravelRegime
from sportsec.domain.meetings import MeetingKind, MeetingStatus
from sportsec.domain.risk import Stage
from sportsec.domain.task_list import CALENDAR, TaskState, TaskStep
from sportsec.domain.task_rules import Spared
from sportsec.domain.task_times import Timing
from sportsec.domain.words import N_
from sportsec.queries.task_list import (
    TaskRow,
    matches_with_due_tasks,
    task_list,
    task_lists,
    tasks_of,
)
from sportsec.services.seed import plant_defaults
from sportsec.services.task_list import tick_task
from sportsec.store.tables.animations import AnimationRequest
from sportsec.store.tables.deployment import Assignment, Detachment, Post
from sportsec.store.tables.fixtures import Fixture, KickOffChange
from sportsec.store.tables.liaison import Commitment, Meeting
from sportsec.store.tables.task_list import MatchTask
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture
from tests.data.risk.risk_matches import decided

S = TaskStep
#: Long before anything of the matches of these tests was due.
EARLIER = datetime(2026, 9, 1, 9, tzinfo=UTC)
TODAY = NOW.date()


def planned(work: Work, in_days: int, **values: Any) -> Fixture:
    home, away = a_club(work, "Atlas"), a_club(work, "Phare")
    day = TODAY + timedelta(in_days)
    fixture = a_fixture(work, home, away, kick_off_date=day, **values)
    work.session.flush()
    return fixture


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    """A match in ten days that has been known for months."""
    with workspace.writing() as work:
        work.now = EARLIER
        plant_defaults(work)
        made = planned(work, 10).id
        work.commit(N_("Match planned"))
    return made


@pytest.fixture
def work(workspace: Workspace, match: UUID) -> Iterator[Work]:
    """A piece of work on the record in which the match stands already."""
    assert match
    with workspace.writing() as work:
        yield work


def row_of(work: Work, match: UUID, step: TaskStep) -> TaskRow:
    return next(row for row in tasks_of(work, match) if row.step is step)


def test_a_match_has_its_tasks_without_a_row_of_the_record(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.reading() as work:
        rows = tasks_of(work, match)
        assert not work.session.query(MatchTask).count()
    assert [row.step for row in rows] == list(TaskStep)
    days = [row.due_on for row in rows if row.due_on is not None]
    assert days == sorted(days)
    assert rows[0].due_on == TODAY + timedelta(10 - 30)
    assert rows[0].is_overdue


def test_a_match_that_is_gone_has_no_tasks(workspace: Workspace, match: UUID) -> None:
    with workspace.writing() as work:
        work.delete(work.get(Fixture, match))
        work.commit(N_("Match deleted"))
    with workspace.reading() as work:
        with pytest.raises(NotFound):
            task_list(work, match)
        assert not task_lists(work, [match, uuid4()])


def test_what_the_record_shows_needs_no_tick(work: Work, match: UUID) -> None:
    fixture = work.get(Fixture, match)
    fixture.plan_status = PlanStatus.ORDERED
    fixture.away_allocation = 500
    fixture.tickets_sold_home, fixture.tickets_sold_away = 0, 120
    fixture.away_station = "Gare routière"
    decided(work, fixture, Stage.INITIAL)
    for kind in (MeetingKind.LOCAL_COMMISSION, MeetingKind.SUPPORTERS):
        work.add(Meeting(fixture_id=match, kind=kind, status=MeetingStatus.HELD))
    work.add(Meeting(fixture_id=match, kind=MeetingKind.MD_1))  # planned only
    work.session.flush()
    shown = {
        row.step
        for row in tasks_of(work, match)
        if row.is_seen and row.state is TaskState.DONE
    }
    assert shown == {
        *(S.OPEN_FILE, S.ALLOCATION, S.FIRST_RATING, S.COMMISSION),
        *(S.SUPPORTERS_MEETING, S.TICKETS_AND_ROUTE, S.ORDER_APPROVED),
    }


def test_posts_are_confirmed_once_none_is_short(work: Work, match: UUID) -> None:
    post = work.add(Post(fixture_id=match, code="P1", headcount_needed=4))
    team = work.add(Detachment(fixture_id=match))
    work.session.flush()
    put = work.add(Assignment(detachment_id=team.id, post_id=post.id, headcount=3))
    work.session.flush()
    assert row_of(work, match, S.DETACHMENTS).state is TaskState.OPEN
    put.headcount = 4
    work.session.flush()
    assert row_of(work, match, S.DETACHMENTS).is_seen


def test_requests_are_answered_then_checked(work: Work, match: UUID) -> None:
    asked = work.add(AnimationRequest(fixture_id=match))
    withdrawn = AnimationDecision.WITHDRAWN
    work.add(AnimationRequest(fixture_id=match, decision=withdrawn))
    work.session.flush()
    assert row_of(work, match, S.ANIMATIONS_DECIDED).state is TaskState.OPEN
    nothing = row_of(work, match, S.ANIMATION_CHECK)
    assert nothing.why is Spared.NOTHING_TO_CHECK
    asked.decision = AnimationDecision.CONDITIONS
    work.session.flush()
    assert row_of(work, match, S.ANIMATIONS_DECIDED).state is TaskState.DONE
    assert row_of(work, match, S.ANIMATION_CHECK).state is TaskState.OPEN
    asked.conformity = Conformity.DEVIATING
    work.session.flush()
    assert row_of(work, match, S.ANIMATION_CHECK).state is TaskState.DONE


def test_tifos_are_checked_on_the_day_on_which_they_are_put_up(
    work: Work, match: UUID
) -> None:
    """On the eve only where the hour of one of them is not noted."""
    fixture = work.get(Fixture, match)
    day, allowed = fixture.kick_off_date, AnimationDecision.AUTHORISED
    at_eight = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    asked = work.add(AnimationRequest(fixture_id=match, decision=allowed))
    asked.installs_at = at_eight
    work.session.flush()
    assert row_of(work, match, S.ANIMATION_CHECK).due_on == day
    second = work.add(AnimationRequest(fixture_id=match, decision=allowed))
    work.session.flush()
    assert row_of(work, match, S.ANIMATION_CHECK).due_on == day - timedelta(1)
    second.installs_at = at_eight - timedelta(2)
    work.session.flush()
    assert row_of(work, match, S.ANIMATION_CHECK).due_on == day - timedelta(2)
    second.conformity = Conformity.CONFORMING
    work.session.flush()
    assert row_of(work, match, S.ANIMATION_CHECK).due_on == day


def test_promises_are_closed_once_none_due_by_the_match_is_open(
    work: Work, match: UUID
) -> None:
    day = work.get(Fixture, match).kick_off_date
    assert row_of(work, match, S.NOTHING_OPEN).why is Spared.NOTHING_BINDING
    work.add(Commitment(fixture_id=match, due_on=day + timedelta(3)))  # after it
    undated = work.add(Commitment(fixture_id=match))
    work.session.flush()
    assert row_of(work, match, S.NOTHING_OPEN).state is TaskState.OPEN
    undated.state = CommitmentState.BROKEN
    work.session.flush()
    assert row_of(work, match, S.NOTHING_OPEN).state is TaskState.DONE


def test_a_final_rating_counts_as_long_as_the_match_stands_where_it_stood(
    work: Work, match: UUID
) -> None:
    decided(work, work.get(Fixture, match), Stage.FINAL)
    work.session.flush()
    assert row_of(work, match, S.FINAL_RATING).state is TaskState.DONE
    moved_at = work.now + timedelta(hours=1)
    work.add(KickOffChange(fixture_id=match, changed_at=moved_at))
    work.session.flush()
    assert row_of(work, match, S.FINAL_RATING).state is TaskState.OPEN
    assert row_of(work, match, S.FIRST_RATING).state is TaskState.DONE


def test_without_an_away_public_what_concerns_it_is_not_needed(
    work: Work, match: UUID
) -> None:
    work.get(Fixture, match).travel_regime = TravelRegime.BANNED
    work.session.flush()
    spared = {row.step: row.why for row in tasks_of(work, match) if row.why}
    for step in (S.AWAY_INFORMATION, S.ALLOCATION, S.TICKETS_AND_ROUTE):
        assert spared[step] is Spared.NO_AWAY_PUBLIC
    assert row_of(work, match, S.TRAVEL_DECISION).state is TaskState.DONE


def test_a_consultation_is_asked_for_from_the_day_of_the_rating_on(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.writing() as work:
        decided(work, work.get(Fixture, match), Stage.INITIAL, value=4)
        work.commit(N_("Match rated"))
    with workspace.reading() as work:
        row = row_of(work, match, S.CONSULTATION)  # it was due four days ago
    assert row.timing is Timing.AT_ONCE


def test_a_match_taken_in_late_blames_nobody(workspace: Workspace) -> None:
    with workspace.writing() as work:
        match = planned(work, 6).id
        assert row_of(work, match, S.OPEN_FILE).timing is Timing.AT_ONCE
        work.commit(N_("Match planned"))
    with workspace.writing() as work:
        work.now = NOW + timedelta(1)
        tasks = task_list(work, match)
    by_step = {row.step: row.timing for row in tasks.rows}
    assert by_step[S.OPEN_FILE] is Timing.AT_ONCE
    assert by_step[S.DETACHMENTS] is Timing.SOON
    assert (tasks.late, tasks.due > 0) == (0, True)
    with workspace.writing() as work:
        work.now = NOW + timedelta(4)
        assert row_of(work, match, S.DETACHMENTS).timing is Timing.LATE


def test_a_task_that_lost_its_day_by_a_move_is_to_be_done_at_once(
    work: Work, match: UUID
) -> None:
    fixture = work.get(Fixture, match)
    kick_off = fixture.kick_off_date
    assert row_of(work, match, S.CONSULTATION).due_on == TODAY - timedelta(4)
    assert row_of(work, match, S.AWAY_INFORMATION).timing is Timing.LATE

    def move(from_day: date, days_ago: int) -> None:
        work.add(
            KickOffChange(
                fixture_id=match,
                changed_at=work.now - timedelta(days_ago),
                from_date=from_day,
                to_date=kick_off,
            )
        )
        work.session.flush()

    move(kick_off, 9)  # only the hour
    assert row_of(work, match, S.AWAY_INFORMATION).timing is Timing.LATE
    move(kick_off + timedelta(60), 8)
    assert row_of(work, match, S.AWAY_INFORMATION).timing is Timing.AT_ONCE
    assert row_of(work, match, S.ALLOCATION).timing is Timing.LATE  # it had its day
    move(kick_off, 7)  # the hour again: the day is that of the move before
    assert row_of(work, match, S.AWAY_INFORMATION).timing is Timing.AT_ONCE
    move(kick_off + timedelta(2), 6)  # by which it was late already
    assert row_of(work, match, S.AWAY_INFORMATION).timing is Timing.LATE


def test_two_cells_that_noted_one_step_are_one_task(work: Work, match: UUID) -> None:
    done_on = TODAY - timedelta(2)
    work.add(MatchTask(fixture_id=match, step=S.COMMISSION, remark="Salle prête"))
    work.add(
        MatchTask(
            fixture_id=match,
            step=S.COMMISSION,
            state=TaskState.DONE,
            closed_on=done_on,
        )
    )
    work.session.flush()
    rows = [row for row in tasks_of(work, match) if row.step is S.COMMISSION]
    assert [(row.state, row.closed_on) for row in rows] == [(TaskState.DONE, done_on)]


def test_a_step_that_only_a_newer_version_knows_is_left_out(
    work: Work, match: UUID
) -> None:
    work.add(MatchTask(fixture_id=match, step=None, days_before=3))
    work.session.flush()
    assert len(tasks_of(work, match)) == len(CALENDAR)


def test_matches_with_due_tasks_are_those_ahead_and_those_just_over(
    work: Work, match: UUID
) -> None:
    soon, past = planned(work, 1), planned(work, -3, status=FixtureStatus.PLAYED)
    month = planned(work, 30)
    planned(work, 31)
    planned(work, -15, status=FixtureStatus.PLAYED)
    planned(work, 2, status=FixtureStatus.POSTPONED)
    far = planned(work, 60)
    work.add(MatchTask(fixture_id=far.id, task="Caméras", days_before=61))
    work.session.flush()
    found = matches_with_due_tasks(work)
    assert found == (soon.id, past.id, match, month.id, far.id)


def test_as_many_questions_are_asked_of_one_match_as_of_many(work: Work) -> None:
    ids = [planned(work, days).id for days in range(1, 9)]
    asked: list[str] = []
    connection = work.session.connection()

    def note(*facts: Any) -> None:
        asked.append(facts[2])

    event.listen(connection, "before_cursor_execute", note)
    task_lists(work, ids[:1])
    one = len(asked)
    task_lists(work, ids)
    assert len(asked) == 2 * one
    assert one < 15


_MOVES = st.integers(-40, 60).filter(bool)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    max_examples=25,
    deadline=None,
)
@given(by=_MOVES, ticked=st.sets(st.sampled_from(TaskStep)))
def test_moving_a_match_moves_every_open_task_as_far_and_no_ticked_one_changes(
    workspace: Workspace, match: UUID, by: int, ticked: set[TaskStep]
) -> None:
    """The day of the match is all that a task of the calendar hangs on."""
    with workspace.writing() as work:  # never committed
        for step in sorted(ticked):
            tick_task(work, match, step)
        work.session.flush()
        before = {row.step: row for row in tasks_of(work, match)}
        fixture = work.get(Fixture, match)
        fixture.kick_off_date += timedelta(by)
        work.session.flush()
        after = {row.step: row for row in tasks_of(work, match)}
        for step, was in before.items():
            now = after[step]
            assert now.due_on == moved(was.due_on, by)
            assert (now.state, now.closed_on) == (was.state, was.closed_on)
            assert (was.step in ticked) == (was.closed_on == TODAY)


def moved(day: date | None, by: int) -> date | None:
    return None if day is None else day + timedelta(by)
