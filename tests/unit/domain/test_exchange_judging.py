"""Where a file stands among those of its sender."""

from __future__ import annotations

import pytest

from sportsec.domain.exchange_judging import place_of
from sportsec.domain.exchange_received import Place


@pytest.mark.parametrize(
    ("number", "last", "was_received", "place"),
    [
        (0, 0, False, Place.UNNUMBERED),
        (1, 0, False, Place.NEXT),
        (3, 0, False, Place.GAP),
        (4, 3, False, Place.NEXT),
        (6, 3, False, Place.GAP),
        (2, 3, False, Place.OLDER),
        (2, 3, True, Place.AGAIN),
    ],
)
def test_a_file_has_its_place(
    number: int, last: int, was_received: bool, place: Place
) -> None:
    assert place_of(number, last, was_received=was_received) is place


@pytest.mark.parametrize(
    ("number", "last", "place"),
    [(3, 0, Place.UNNUMBERED), (6, 3, Place.NEXT), (2, 3, Place.OLDER)],
)
def test_files_between_that_were_given_to_others_are_not_missed(
    number: int, last: int, place: Place
) -> None:
    assert place_of(number, last, was_received=False, tells_gaps=False) is place
