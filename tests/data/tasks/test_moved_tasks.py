"""What a move says of the tasks of a match."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from sportsec.domain.fixtures import FixtureStatus, MoveDraft
from sportsec.domain.task_list import CALENDAR, TaskStep
from sportsec.domain.words import N_
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.task_list import tasks_of
from sportsec.services.fixture_moves import Moved, reschedule_fixture
from sportsec.services.task_list import tick_task
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.builders import NOW, a_club, a_fixture

TODAY = NOW.date()
#: Neither of these two is needed, or shown as done, by an empty record.
NOT_OPEN = {
    *(TaskStep.CONSULTATION, TaskStep.ANIMATIONS_DECIDED),
    *(TaskStep.ANIMATION_CHECK, TaskStep.NOTHING_OPEN),
}


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    with workspace.writing() as work:
        work.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
        home, away = a_club(work, "Atlas"), a_club(work, "Phare")
        made = a_fixture(work, home, away, kick_off_date=TODAY + timedelta(40))
        made.kick_off_at = None
        work.session.flush()
        work.commit(N_("Match planned"))
        return made.id


def moved(work: Work, match: UUID, day: date) -> Moved:
    seen = fixture_draft(work, match)
    move = MoveDraft(day, None, seen.venue_id, "Télévision", is_confirmed=False)
    return reschedule_fixture(work, match, move, seen=seen)


def test_every_open_task_goes_along_also_where_no_hour_is_known(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.writing() as work:
        tick_task(work, match, TaskStep.AWAY_INFORMATION)
        found = moved(work, match, TODAY + timedelta(60))
    assert found.tasks == len(CALENDAR) - len(NOT_OPEN) - 1
    assert found.passed == ()


def test_what_the_move_leaves_no_time_for_is_named(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.writing() as work:
        found = moved(work, match, TODAY + timedelta(8))
        rows = {row.step: row for row in tasks_of(work, match)}
    passed = [row.step for row in found.passed]
    wanted = {each.step for each in CALENDAR if each.days_before > 8} - NOT_OPEN
    assert set(passed) == wanted
    assert passed[0] is TaskStep.OPEN_FILE  # in the order of their day
    assert not any(rows[step].is_overdue for step in passed)


def test_another_hour_of_the_same_day_moves_no_task(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.writing() as work:
        day = work.get(Fixture, match).kick_off_date
        seen = fixture_draft(work, match)
        at = datetime(day.year, day.month, day.day, 18, tzinfo=UTC)
        move = MoveDraft(day, at, seen.venue_id, "Télévision")
        found = reschedule_fixture(work, match, move, seen=seen)
    assert (found.tasks, found.passed) == (0, ())


def test_a_postponed_match_takes_its_tasks_along_into_the_calendar(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.writing() as work:
        work.get(Fixture, match).status = FixtureStatus.POSTPONED
        work.session.flush()
        assert not any(row.is_overdue for row in tasks_of(work, match))
        seen = replace(fixture_draft(work, match))
        move = MoveDraft(TODAY + timedelta(70), None, None, "Nouvelle date")
        found = reschedule_fixture(work, match, move, seen=seen)
    assert found.tasks == len(CALENDAR) - len(NOT_OPEN)
