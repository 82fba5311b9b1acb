"""Where a file stands among those of its sender."""

from __future__ import annotations

import pytest

from sportsec.domain.exchange_judging import Before, place_of
from sportsec.domain.exchange_received import Place


def taken(last: int) -> Before:
    """Return all files up to a number as taken in."""
    return Before(same=frozenset(range(1, last + 1)))


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
    before = taken(last)
    found, missing = place_of(number, before, was_received=was_received)
    assert found is place
    assert list(missing) == (list(range(last + 1, number)) if missing else [])
    assert bool(missing) is (place is Place.GAP)


@pytest.mark.parametrize(
    ("number", "last", "place"),
    [(3, 0, Place.UNNUMBERED), (6, 3, Place.NEXT), (2, 3, Place.OLDER)],
)
def test_files_between_that_were_given_to_others_are_not_missed(
    number: int, last: int, place: Place
) -> None:
    before = taken(last)
    found, missing = place_of(number, before, was_received=False, tells_gaps=False)
    assert (found, list(missing)) == (place, [])


@pytest.mark.parametrize(
    ("number", "same", "place", "missing"),
    [
        (3, (), Place.ANEW, []),
        (6, (), Place.NEXT, []),
        (7, (), Place.GAP, [6]),
        (5, (3,), Place.GAP, [4]),
        (4, (3,), Place.ANEW, []),
        (3, (3, 4), Place.OLDER, []),
    ],
)
def test_a_database_that_was_put_back_counts_on_from_its_backup(
    number: int, same: tuple[int, ...], place: Place, missing: list[int]
) -> None:
    before = Before(frozenset(same), taken(5).same)
    found, lost = place_of(number, before, was_received=False)
    assert (found, list(lost)) == (place, missing)
