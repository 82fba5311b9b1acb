"""Of several that are named, it is said in words how many are left out."""

from __future__ import annotations

import pytest

from sportsec.ui.language import and_others


@pytest.mark.parametrize(
    ("named", "total", "said"),
    [
        (["Atlas", "Rif"], 2, "Atlas, Rif"),
        (["Atlas", "Rif"], 3, "Atlas, Rif and 1 other"),
        (["Atlas"], 6, "Atlas and 5 others"),
    ],
)
def test_those_left_out_are_counted_in_words(
    named: list[str], total: int, said: str
) -> None:
    assert and_others(named, total) == said
