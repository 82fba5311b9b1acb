"""What a match lacks depends on how far it has come, and on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sportsec.domain.fixtures import FixtureStatus, KickOffStatus
from sportsec.domain.readiness import Lack, Preparation, lacks

TODAY = date(2026, 11, 26)
READY = Preparation(
    status=FixtureStatus.CONFIRMED,
    kick_off_date=TODAY,
    kick_off_status=KickOffStatus.CONFIRMED,
    has_hour=True,
    has_stadium=True,
    has_estimate=True,
    has_commander=True,
    is_rated=True,
    has_moved=False,
    posts=4,
    short=0,
)


def test_nothing_is_missing_of_a_match_that_is_ready() -> None:
    assert lacks(READY, TODAY) == ()


@pytest.mark.parametrize(
    ("change", "lack"),
    [
        ({"has_stadium": False}, Lack.STADIUM),
        ({"has_hour": False}, Lack.HOUR),
        ({"kick_off_status": KickOffStatus.PROVISIONAL}, Lack.CONFIRMATION),
        ({"has_estimate": False}, Lack.ESTIMATE),
        ({"is_rated": False}, Lack.RATING),
        ({"has_moved": True}, Lack.REVIEW),
        ({"is_outrun": True}, Lack.FIGURES),
        ({"has_moved": True, "is_outrun": True}, Lack.REVIEW),
        ({"is_turned": True}, Lack.SIDES),
        ({"is_turned": True, "has_moved": True, "is_outrun": True}, Lack.SIDES),
        ({"has_commander": False}, Lack.COMMANDER),
        ({"unanswered": 2}, Lack.ANIMATIONS),
        ({"posts": 0}, Lack.POSTS),
        ({"short": 1}, Lack.OFFICERS),
        ({"wrong_texts": 1}, Lack.TEXTS),
    ],
)
def test_each_thing_missing_is_named(change: dict[str, object], lack: Lack) -> None:
    assert lacks(replace(READY, **change), TODAY) == (lack,)  # type: ignore[arg-type]


def test_a_match_that_nobody_rated_is_rated_not_anew() -> None:
    turned = replace(READY, is_rated=False, is_turned=True, has_moved=True)
    assert lacks(turned, TODAY) == (Lack.RATING,)


def test_a_match_of_yesterday_lacks_its_result_only() -> None:
    past = replace(READY, kick_off_date=TODAY - timedelta(1), is_rated=False)
    assert lacks(past, TODAY) == (Lack.RESULT,)


@pytest.mark.parametrize(
    "status",
    [FixtureStatus.PLAYED, FixtureStatus.CANCELLED],
)
def test_nothing_is_asked_of_a_match_that_will_not_be_played(
    status: FixtureStatus,
) -> None:
    assert lacks(replace(READY, status=status, posts=0), TODAY) == ()


@pytest.mark.parametrize("days", [-3, 3])
def test_a_postponed_match_lacks_its_new_day_whatever_the_old_one_was(
    days: int,
) -> None:
    off = replace(READY, status=FixtureStatus.POSTPONED, posts=0)
    off = replace(off, kick_off_date=TODAY + timedelta(days))
    assert lacks(off, TODAY) == (Lack.NEW_DAY,)
