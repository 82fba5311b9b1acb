from __future__ import annotations

from datetime import date

import pytest

from sportsec.domain.fixtures import FixtureStatus, ResultDraft
from sportsec.domain.life_cycle import (
    AHEAD,
    FOLLOWERS,
    OVER,
    check_result,
    check_status,
    may_follow,
)
from sportsec.domain.problems import Level, Problem, blocking

S = FixtureStatus
DAY = date(2026, 12, 5)


def change(old: S, new: S, remark: str = "", today: date = DAY) -> list[Problem]:
    return check_status(old, new, remark=remark, day=DAY, today=today)


def test_every_status_has_its_followers_and_none_follows_itself() -> None:
    assert set(FOLLOWERS) == set(S)
    assert not any(may_follow(status, status) for status in S)


@pytest.mark.parametrize("status", sorted(OVER))
def test_a_match_that_is_over_returns_to_the_calendar_with_a_reason(status: S) -> None:
    assert blocking(change(status, S.SCHEDULED))
    assert not change(status, S.SCHEDULED, "Replay ordered, decision 12")


@pytest.mark.parametrize("status", sorted(AHEAD))
@pytest.mark.parametrize("after", sorted(set(S) - AHEAD))
def test_anything_may_become_of_a_match_ahead(status: S, after: S) -> None:
    assert may_follow(status, after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (S.POSTPONED, S.PLAYED),
        (S.CANCELLED, S.PLAYED),
        (S.PLAYED, S.POSTPONED),
        (S.AWARDED, S.PLAYED),
    ],
)
def test_a_status_never_jumps(old: S, new: S) -> None:
    problems = change(old, new, "why")
    assert [problem.field for problem in blocking(problems)] == ["status"]


@pytest.mark.parametrize("new", [S.PLAYED, S.INTERRUPTED, S.ABANDONED])
def test_a_match_is_not_played_before_its_day(new: S) -> None:
    assert blocking(change(S.CONFIRMED, new, "why", today=date(2026, 12, 4)))
    assert not change(S.CONFIRMED, new, "why")


@pytest.mark.parametrize("new", [S.AWARDED, S.ABANDONED])
def test_a_decision_is_explained(new: S) -> None:
    assert blocking(change(S.CONFIRMED, new, "  "))


@pytest.mark.parametrize("new", [S.POSTPONED, S.CANCELLED])
def test_a_reason_is_asked_for_where_it_may_not_be_known(new: S) -> None:
    problems = change(S.CONFIRMED, new)
    assert [problem.level for problem in problems] == [Level.WARN]


def test_a_result_has_the_goals_of_both_or_of_none() -> None:
    assert check_result(ResultDraft(2, 1)) == []
    assert blocking(check_result(ResultDraft(2, None)))
    assert blocking(check_result(ResultDraft(None, 0)))
    assert [problem.level for problem in check_result(ResultDraft())] == [Level.WARN]


def test_the_away_public_is_part_of_the_whole() -> None:
    assert not check_result(ResultDraft(0, 0, 5000, 5000))
    assert blocking(check_result(ResultDraft(0, 0, 5000, 5001)))


def test_more_present_than_allowed_is_kept_and_warned_of() -> None:
    problems = check_result(ResultDraft(0, 0, 5001), allowed=5000)
    assert [problem.level for problem in problems] == [Level.WARN]
