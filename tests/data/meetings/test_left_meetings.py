"""Planned meetings that a match which moved has left behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from sportsec.domain.fixtures import FixtureStatus, MoveDraft
from sportsec.domain.meetings import MeetingDraft, MeetingKind, MeetingStatus
from sportsec.i18n.labels import problem_text
from sportsec.i18n.translator import translator
from sportsec.queries.before_printing import open_points
from sportsec.queries.fixtures import fixture_draft
from sportsec.queries.left_meetings import left_meetings, meeting_points, set_for
from sportsec.queries.meetings import meeting_draft
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.services.history import undo_last
from sportsec.services.meetings import add_meeting, keep_meeting_day, revise_meeting
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Meeting
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from tests.acts import do
from tests.builders import a_season_match

DAY, LATER = date(2026, 12, 5), date(2026, 12, 26)
TWO_DAYS_BEFORE = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
BEFORE_THE_NEW = datetime(2026, 12, 24, 10, 0, tzinfo=UTC)
NO_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    values = {"kick_off_date": DAY, "kick_off_at": None}
    return do(workspace, lambda work: a_season_match(work, **values))


@pytest.fixture
def meeting(workspace: Workspace, match: UUID) -> UUID:
    draft = MeetingDraft(
        fixture_id=match, kind=MeetingKind.TECHNICAL, meets_at=TWO_DAYS_BEFORE
    )
    return do(workspace, lambda work: add_meeting(work, draft))


def move(
    workspace: Workspace, match: UUID, day: date, at: datetime | None = None
) -> None:
    def job(work: Work) -> None:
        seen = fixture_draft(work, match)
        draft = MoveDraft(
            kick_off_date=day, kick_off_at=at, venue_id=seen.venue_id, reason="TV"
        )
        reschedule_fixture(work, match, draft, seen=seen)

    do(workspace, job)


def said(workspace: Workspace, match: UUID) -> list[str]:
    with workspace.reading() as work:
        points = open_points(work, match).meetings
        assert points == meeting_points(work, match)
        texts = [problem_text(translator("en"), each.problem) for each in points]
    return [text.translate(NO_ISOLATES) for text in texts]


def change(workspace: Workspace, meeting: UUID, **values: object) -> None:
    def job(work: Work) -> None:
        seen = meeting_draft(work, meeting)
        revise_meeting(work, meeting, replace(seen, **values), seen=seen)  # type: ignore[arg-type]

    do(workspace, job)


def test_a_meeting_that_stays_when_its_match_moves_by_weeks_is_an_open_point(
    workspace: Workspace, match: UUID, meeting: UUID
) -> None:
    assert said(workspace, match) == []
    move(workspace, match, LATER)
    (text,) = said(workspace, match)
    assert text == (
        "Technical meeting on 03/12/2026: set for the match of 05/12/2026,"
        " which is now on 26/12/2026"
    )
    with workspace.reading() as work:
        assert left_meetings(work, match) == {meeting: DAY}
        assert set_for(work, meeting) == (DAY, LATER)


@pytest.mark.parametrize(
    "values",
    [
        {"meets_at": BEFORE_THE_NEW},
        {"status": MeetingStatus.CANCELLED},
    ],
)
def test_it_is_none_once_it_was_moved_or_cancelled(
    workspace: Workspace, match: UUID, meeting: UUID, values: dict[str, object]
) -> None:
    move(workspace, match, LATER)
    change(workspace, meeting, **values)
    assert said(workspace, match) == []


def test_it_is_none_once_it_was_held(
    workspace: Workspace, match: UUID, meeting: UUID
) -> None:
    move(workspace, match, LATER)

    def hold(work: Work) -> None:
        work.get(Meeting, meeting).status = MeetingStatus.HELD

    do(workspace, hold)
    assert said(workspace, match) == []


def test_it_is_none_once_its_day_was_confirmed_until_that_is_taken_back(
    workspace: Workspace, match: UUID, meeting: UUID
) -> None:
    move(workspace, match, LATER)
    do(workspace, lambda work: keep_meeting_day(work, meeting))
    assert said(workspace, match) == []
    with workspace.writing() as work:
        work.commit("Undone", undoes=undo_last(work))
    assert said(workspace, match)


def test_one_that_was_set_after_the_move_knew_the_day(
    workspace: Workspace, match: UUID
) -> None:
    move(workspace, match, LATER)
    draft = MeetingDraft(fixture_id=match, meets_at=TWO_DAYS_BEFORE)
    do(workspace, lambda work: add_meeting(work, draft))
    assert said(workspace, match) == []


def test_a_meeting_that_comes_after_the_kick_off_is_an_open_point(
    workspace: Workspace, match: UUID, meeting: UUID
) -> None:
    early = datetime(2026, 12, 1, 18, 0, tzinfo=UTC)
    move(workspace, match, early.date(), early)
    assert said(workspace, match) == [
        "Technical meeting on 03/12/2026: this is after the kick-off"
    ]


def test_of_a_match_that_is_called_off_none_is_left_behind(
    workspace: Workspace, match: UUID, meeting: UUID
) -> None:
    move(workspace, match, LATER)

    def call_off(work: Work) -> None:
        work.get(Fixture, match).status = FixtureStatus.CANCELLED

    do(workspace, call_off)
    with workspace.reading() as work:
        assert left_meetings(work, match) == {}
        assert set_for(work, meeting) is None
