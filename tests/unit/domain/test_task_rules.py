"""What the record shows of tasks, step by step: done, not needed, or still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.fixtures import AttendanceRegime, PlanStatus, TravelRegime
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.risk import RiskCategory
from sportsec.domain.task_list import Noted, TaskState, TaskStep
from sportsec.domain.task_rules import Seen, Spared, Standing, awaited, standing

S = TaskStep
DAY = date(2026, 12, 5)
CLOSED = AttendanceRegime.BEHIND_CLOSED_DOORS
HOME_ONLY = AttendanceRegime.HOME_ONLY
BANNED = TravelRegime.BANNED


def met(*kinds: MeetingKind) -> Seen:
    return Seen(met=frozenset(kinds))


@pytest.mark.parametrize(
    ("step", "seen"),
    [
        (S.OPEN_FILE, Seen(plan=PlanStatus.INFORMATION)),
        (S.ALLOCATION, Seen(has_allocation=True)),
        (S.FIRST_RATING, Seen(is_rated=True)),
        (S.COMMISSION, met(MeetingKind.LOCAL_COMMISSION)),
        (S.COMMISSION, met(MeetingKind.MIXED_COMMITTEE)),
        (S.TRAVEL_DECISION, Seen(travel=TravelRegime.CONDITIONS)),
        (S.TRAVEL_DECISION, Seen(travel=BANNED, public=HOME_ONLY)),
        (S.SUPPORTERS_MEETING, met(MeetingKind.SUPPORTERS)),
        (S.TICKETS_AND_ROUTE, Seen(has_tickets=True, has_route=True)),
        (S.ANIMATIONS_DECIDED, Seen(requests=2)),
        (S.DETACHMENTS, Seen(posts=12)),
        (S.FINAL_RATING, Seen(is_finally_rated=True)),
        (S.ORDER_APPROVED, Seen(plan=PlanStatus.ORDERED)),
        (S.ORDER_APPROVED, Seen(plan=PlanStatus.IN_PROGRESS)),
        (S.TECHNICAL_MEETING, met(MeetingKind.TECHNICAL)),
        (S.TECHNICAL_MEETING, met(MeetingKind.MD_1)),
        (S.ANIMATION_CHECK, Seen(requests=2, allowed=1)),
        (S.CHIEFS_BRIEFED, Seen(plan=PlanStatus.BRIEFED)),
        (S.NOTHING_OPEN, Seen(binding=3)),
        (S.HOT_REPORT, Seen(plan=PlanStatus.CLOSED)),
        (S.FULL_REPORT, Seen(plan=PlanStatus.CLOSED)),
    ],
)
def test_the_record_shows_that_it_is_done(step: TaskStep, seen: Seen) -> None:
    assert standing(step, None, seen) == Standing(TaskState.DONE, is_seen=True)


@pytest.mark.parametrize(
    ("step", "seen", "why"),
    [
        (S.AWAY_INFORMATION, Seen(travel=BANNED), Spared.NO_AWAY_PUBLIC),
        (S.AWAY_INFORMATION, Seen(public=HOME_ONLY), Spared.NO_AWAY_PUBLIC),
        (S.ALLOCATION, Seen(public=CLOSED), Spared.NO_AWAY_PUBLIC),
        (S.TICKETS_AND_ROUTE, Seen(travel=BANNED), Spared.NO_AWAY_PUBLIC),
        (S.TRAVEL_DECISION, Seen(public=HOME_ONLY), Spared.NO_AWAY_PUBLIC),
        (S.CONSULTATION, Seen(), Spared.NO_HIGH_RISK),
        (
            *(S.CONSULTATION, Seen(category=RiskCategory.MODERATE)),
            Spared.NO_HIGH_RISK,
        ),
        (S.ANIMATIONS_DECIDED, Seen(), Spared.NO_REQUEST),
        (S.ANIMATIONS_DECIDED, Seen(public=CLOSED), Spared.NO_PUBLIC),
        (S.ANIMATION_CHECK, Seen(requests=1, pending=1), Spared.NOTHING_TO_CHECK),
        (S.ANIMATION_CHECK, Seen(public=CLOSED), Spared.NO_PUBLIC),
        (S.NOTHING_OPEN, Seen(), Spared.NOTHING_BINDING),
    ],
)
def test_the_match_does_not_need_it(step: TaskStep, seen: Seen, why: Spared) -> None:
    expected = Standing(TaskState.NOT_NEEDED, is_seen=True, why=why)
    assert standing(step, None, seen) == expected


@pytest.mark.parametrize(
    ("step", "seen"),
    [
        (S.OPEN_FILE, Seen()),
        (S.AWAY_INFORMATION, Seen(plan=PlanStatus.COORDINATED)),  # only by a tick
        (S.CONSULTATION, Seen(category=RiskCategory.HIGH)),
        (S.CONSULTATION, Seen(category=RiskCategory.CRITICAL)),
        (S.ALLOCATION, Seen(has_tickets=True)),
        (S.FIRST_RATING, Seen()),
        (S.COMMISSION, met(MeetingKind.TECHNICAL, MeetingKind.CLUB)),
        (S.TRAVEL_DECISION, Seen()),
        (S.SUPPORTERS_MEETING, met(MeetingKind.CLUB)),
        (S.TICKETS_AND_ROUTE, Seen(has_tickets=True)),
        (S.TICKETS_AND_ROUTE, Seen(has_route=True)),
        (S.ANIMATIONS_DECIDED, Seen(requests=2, pending=1)),
        (S.ANIMATIONS_DECIDED, Seen(requests=1, pending=1, public=CLOSED)),
        (S.DETACHMENTS, Seen()),
        (S.DETACHMENTS, Seen(posts=12, short=1)),
        (S.FINAL_RATING, Seen(is_rated=True)),
        (S.ORDER_APPROVED, Seen(plan=PlanStatus.COORDINATED)),
        (S.TECHNICAL_MEETING, met(MeetingKind.LOCAL_COMMISSION)),
        (S.ANIMATION_CHECK, Seen(requests=2, allowed=2, unchecked=1)),
        (S.CHIEFS_BRIEFED, Seen(plan=PlanStatus.ORDERED)),
        (S.NOTHING_OPEN, Seen(binding=3, unkept=1)),
        (S.HOT_REPORT, Seen(plan=PlanStatus.DEBRIEFED)),
        (S.FULL_REPORT, Seen(plan=PlanStatus.DEBRIEFED)),
    ],
)
def test_it_is_still_to_be_done(step: TaskStep, seen: Seen) -> None:
    assert standing(step, None, seen) == Standing()


def test_every_step_stands_in_one_of_the_tables_above() -> None:
    tables = (
        test_the_record_shows_that_it_is_done,
        test_the_match_does_not_need_it,
        test_it_is_still_to_be_done,
    )
    steps = {
        row[0]
        for table in tables
        for mark in table.pytestmark  # type: ignore[attr-defined]
        for row in mark.args[1]
    }
    assert steps == set(TaskStep)


def test_what_an_officer_said_comes_first() -> None:
    done = Seen(is_rated=True)
    spared = Noted(UUID(int=1), TaskState.NOT_NEEDED, DAY)
    ticked = Noted(UUID(int=1), TaskState.DONE, DAY)
    assert standing(S.FIRST_RATING, spared, done) == Standing(TaskState.NOT_NEEDED)
    assert standing(S.CONSULTATION, ticked, Seen()) == Standing(TaskState.DONE)


def test_requests_without_an_answer_are_counted_where_they_are_to_be_answered() -> None:
    seen = Seen(requests=3, pending=2)
    assert awaited(S.ANIMATIONS_DECIDED, seen) == 2
    assert awaited(S.ANIMATION_CHECK, seen) == awaited(None, seen) == 0


def test_a_remark_closes_nothing_and_opens_nothing() -> None:
    remarked = Noted(UUID(int=1), remark="Relancé")
    assert standing(S.FIRST_RATING, remarked, Seen()).state is TaskState.OPEN
    seen = Seen(is_rated=True)
    assert standing(S.FIRST_RATING, remarked, seen).state is TaskState.DONE


def test_a_task_of_ones_own_is_closed_by_its_tick_alone() -> None:
    everything = Seen(plan=PlanStatus.CLOSED, is_rated=True, posts=1)
    assert standing(None, None, everything) == Standing()
    ticked = Noted(UUID(int=1), TaskState.DONE, DAY)
    assert standing(None, ticked, Seen()) == Standing(TaskState.DONE)


def test_what_was_seen_done_is_open_again_once_the_record_shows_it_no_more() -> None:
    manned = Seen(posts=3)
    assert standing(S.DETACHMENTS, None, manned).state is TaskState.DONE
    short = replace(manned, short=1)
    assert standing(S.DETACHMENTS, None, short).state is TaskState.OPEN


@given(
    step=st.sampled_from(TaskStep),
    seen=st.builds(
        Seen,
        plan=st.sampled_from(PlanStatus),
        travel=st.sampled_from(TravelRegime),
        public=st.sampled_from(AttendanceRegime),
        category=st.none() | st.sampled_from(RiskCategory),
        is_rated=st.booleans(),
        requests=st.integers(0, 2),
        pending=st.integers(0, 2),
        posts=st.integers(0, 2),
        short=st.integers(0, 2),
        binding=st.integers(0, 2),
        unkept=st.integers(0, 2),
    ),
)
def test_a_reason_is_given_for_exactly_what_is_not_needed(
    step: TaskStep, seen: Seen
) -> None:
    found = standing(step, None, seen)
    assert (found.why is not None) == (found.state is TaskState.NOT_NEEDED)
    assert found.is_seen == (found.state is not TaskState.OPEN)
