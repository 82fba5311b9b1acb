"""When Ramadan is."""

from __future__ import annotations

from datetime import date

import pytest

from sportsec.domain.ramadan import is_ramadan


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2027, 2, 7), False),
        (date(2027, 2, 8), True),
        (date(2027, 3, 8), True),
        (date(2027, 3, 9), False),
        (date(2030, 1, 10), True),
        (date(2030, 12, 31), True),
        (date(2040, 1, 1), False),
    ],
)
def test_ramadan_begins_on_its_first_day_and_ends_before_the_feast(
    day: date, *, expected: bool
) -> None:
    assert is_ramadan(day) is expected
