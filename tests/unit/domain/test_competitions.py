"""Rules about competitions and seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sportsec.domain.competitions import (
    CompetitionDraft,
    SeasonDraft,
    SeasonStatus,
    check_competition,
    check_season,
    season_label,
)
from sportsec.domain.problems import Level
from sportsec.domain.words import Words

CUP = CompetitionDraft(code="CUP", name=Words(fr="Coupe"))
SEASON = SeasonDraft("2026-2027", date(2026, 8, 1), date(2027, 6, 30))


def test_a_competition_is_fine_with_a_name() -> None:
    assert check_competition(CUP) == []


@pytest.mark.parametrize(
    ("percent", "level"),
    [
        (None, None),
        (5.0, None),
        (10.0, None),
        (4.0, Level.WARN),
        (20.0, Level.WARN),
        (-1.0, Level.BLOCK),
        (101.0, Level.BLOCK),
    ],
)
def test_the_away_quota_is_usually_five_to_ten_percent(
    percent: float | None, level: Level | None
) -> None:
    found = check_competition(replace(CUP, away_quota_percent=percent))
    assert [problem.level for problem in found] == ([level] if level else [])


def test_a_long_code_is_refused() -> None:
    found = check_competition(replace(CUP, code="BOTOLA-PRO-D1"))
    assert [problem.field for problem in found] == ["code"]


def test_a_season_ends_after_it_begins() -> None:
    assert check_season(SEASON) == []
    for end in (date(2026, 8, 1), date(2026, 7, 1)):
        found = check_season(replace(SEASON, ends_on=end))
        assert [problem.field for problem in found] == ["ends_on"]


def test_a_season_needs_a_name_of_its_own() -> None:
    assert check_season(replace(SEASON, label=""))[0].field == "label"
    assert check_season(SEASON, label_taken=True)[0].field == "label"


def test_matches_outside_the_season_are_told() -> None:
    days = (date(2026, 7, 30), date(2027, 7, 2))
    found = check_season(SEASON, fixtures=days)
    assert [(p.field, p.level) for p in found] == [
        ("starts_on", Level.WARN),
        ("ends_on", Level.WARN),
    ]
    inside = (date(2026, 8, 1), date(2027, 6, 30))
    assert check_season(SEASON, fixtures=inside) == []


def test_a_closed_season_is_read_only_until_it_is_opened() -> None:
    closed = replace(SEASON, status=SeasonStatus.CLOSED)
    assert check_season(closed, seen=closed) == []
    assert check_season(replace(closed, label="x"), seen=closed)[0].field == "status"
    assert check_season(replace(SEASON, label="x"), seen=closed) == []
    assert check_season(closed, seen=SEASON) == []


def test_a_season_is_called_after_its_years() -> None:
    assert season_label(date(2026, 8, 1), date(2027, 6, 30)) == "2026-2027"
    assert season_label(date(2026, 2, 1), date(2026, 11, 30)) == "2026"
