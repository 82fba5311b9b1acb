"""Which open points belong before which meeting."""

from __future__ import annotations

import pytest

from sportsec.domain.meeting_points import (
    doubts_before,
    lacks_before,
    own_tasks_before,
    requests_before,
    steps_before,
)
from sportsec.domain.meetings import MeetingKind
from sportsec.domain.readiness import Lack
from sportsec.domain.task_list import TaskStep

OF_THE_POLICE = {Lack.POSTS, Lack.OFFICERS, Lack.TEXTS, Lack.COMMANDER}
INSIDE = MeetingKind.INTERNAL_BRIEFING


@pytest.mark.parametrize("kind", [each for each in MeetingKind if each is not INSIDE])
def test_what_the_police_lack_stays_inside_the_cell(kind: MeetingKind) -> None:
    assert not lacks_before(kind) & OF_THE_POLICE
    assert TaskStep.DETACHMENTS not in steps_before(kind)
    assert not own_tasks_before(kind)


def test_the_internal_briefing_sees_all() -> None:
    assert lacks_before(INSIDE) > OF_THE_POLICE
    assert TaskStep.DETACHMENTS in steps_before(INSIDE)
    assert own_tasks_before(INSIDE)
    assert doubts_before(INSIDE)


def test_the_commission_settles_risk_and_travel() -> None:
    kind = MeetingKind.LOCAL_COMMISSION
    assert Lack.RATING in lacks_before(kind)
    assert TaskStep.TRAVEL_DECISION in steps_before(kind)
    assert requests_before(kind)


def test_supporters_are_not_shown_the_rating() -> None:
    assert Lack.RATING not in lacks_before(MeetingKind.SUPPORTERS)
    assert not doubts_before(MeetingKind.SUPPORTERS)


def test_after_the_match_its_result_is_what_is_open() -> None:
    assert lacks_before(MeetingKind.DEBRIEF) == {Lack.RESULT}
    assert TaskStep.FULL_REPORT in steps_before(MeetingKind.DEBRIEF)
    assert not requests_before(MeetingKind.DEBRIEF)
