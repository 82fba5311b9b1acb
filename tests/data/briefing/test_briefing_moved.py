"""What the order says of a match that was moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

import pytest

from sportsec.domain.commitments import CommitmentDraft
from sportsec.domain.fixtures import MoveDraft
from sportsec.domain.kick_off import local_moment
from sportsec.queries.briefing.read import BriefingRows, briefing_rows
from sportsec.queries.fixtures import fixture_draft
from sportsec.services.commitments import add_commitment
from sportsec.services.fixture_moves import reschedule_fixture
from sportsec.store.workspace import Workspace
from tests.acts import do
from tests.builders import a_season_match, a_venue

SATURDAY = local_moment(date(2026, 12, 5), time(19))
SUNDAY = local_moment(date(2026, 12, 6), time(20))


@pytest.fixture
def match(workspace: Workspace) -> UUID:
    return do(workspace, lambda work: a_season_match(work, kick_off_at=SATURDAY))


def move(workspace: Workspace, match: UUID, to: datetime, **values: object) -> None:
    with workspace.writing() as work:
        seen = fixture_draft(work, match)
        draft = MoveDraft(to.date(), to, seen.venue_id)
        draft = replace(draft, **values)  # type: ignore[arg-type]  # names of fields
        reschedule_fixture(work, match, draft, seen=seen)
        work.commit("test")


def read(workspace: Workspace, match: UUID) -> BriefingRows:
    with workspace.reading() as work:
        return briefing_rows(work, match)


def test_the_paper_knows_from_when_a_match_was_moved_and_why(
    workspace: Workspace, match: UUID
) -> None:
    assert read(workspace, match).moved is None
    move(workspace, match, SUNDAY, reason="Television")
    moved = read(workspace, match).moved
    assert moved is not None
    assert (moved.from_at, moved.reason) == (SATURDAY, "Television")


def test_another_stadium_alone_is_no_other_time(
    workspace: Workspace, match: UUID
) -> None:
    with workspace.writing() as work:
        venue = a_venue(work)
        work.session.flush()
        key = venue.id
        work.commit("test")
    move(workspace, match, SATURDAY, venue_id=key, reason="Works")
    assert read(workspace, match).moved is None


def test_a_promise_with_an_hour_of_before_the_move_is_known_as_old(
    workspace: Workspace, match: UUID
) -> None:
    draft = CommitmentDraft(fixture_id=match, is_ours=True, wording="Coaches at 18:00")
    with workspace.writing() as work:
        promise = add_commitment(work, draft)
        work.commit("test")
    assert read(workspace, match).old_promises == frozenset()
    move(workspace, match, SUNDAY, reason="Television")
    assert read(workspace, match).old_promises == {promise}
