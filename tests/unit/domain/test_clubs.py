"""Rules about clubs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sportsec.domain.clubs import ClubDraft, check_club
from sportsec.domain.words import Words

TODAY = date(2026, 11, 23)
CLUB = Words(fr="Atlas Club")


def test_a_club_with_a_name_is_fine() -> None:
    assert check_club(ClubDraft(name=CLUB, founded_year=1937), TODAY) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": Words()}, "name"),
        ({"founded_year": 1849}, "founded_year"),
        ({"founded_year": 2027}, "founded_year"),
        ({"steward_count": -1}, "steward_count"),
    ],
)
def test_what_no_club_can_have_is_refused(values: dict[str, Any], field: str) -> None:
    found = check_club(ClubDraft(**{"name": CLUB, **values}), TODAY)
    assert [problem.field for problem in found] == [field]
