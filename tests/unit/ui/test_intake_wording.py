"""What the button of an intake says: each match is counted once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sportsec.domain.intake.programme import Outcome
from sportsec.ui.pages.intake.wording import accept_text

NEW, MOVED, CHANGED = Outcome.NEW, Outcome.MOVED, Outcome.CHANGED


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "Take in"),
        ({NEW: 1}, "Take in 1 match"),
        ({NEW: 5, Outcome.SAME: 3}, "Take in 5 matches"),
        ({MOVED: 3}, "Take in 3 moved matches"),
        ({CHANGED: 1}, "Take in 1 changed match"),
        ({NEW: 2, MOVED: 3}, "Take in 5 matches: 2 new, 3 moved"),
        ({MOVED: 1, CHANGED: 2}, "Take in 3 matches: 1 moved, 2 changed"),
    ],
)
def test_how_many_matches_come_in_and_how_many_of_each_kind(
    counts: Mapping[Outcome, int], said: str
) -> None:
    assert accept_text({**dict.fromkeys(Outcome, 0), **counts}) == said
