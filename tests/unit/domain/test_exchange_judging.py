"""Where a file stands among those of its sender."""

from __future__ import annotations

from pathlib import Path

import pytest

from sportsec.domain.exchange import CellRow, Scope, Trust
from sportsec.domain.exchange_judging import Before, judged, place_of
from sportsec.domain.exchange_received import Judgement, Place
from sportsec.domain.words import Words
from tests.builders import NOW


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


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        ([4], "File {number} from {cell} is missing: ask for it."),
        ([4, 5], "Files {first} and {last} from {cell} are missing: ask for them."),
        ([4, 5, 6], "Files {first} to {last} from {cell} are missing: ask for them."),
    ],
)
def test_missing_files_are_asked_for_by_their_numbers(
    missing: list[int], text: str
) -> None:
    sender = CellRow(
        b"k", Words(en="Fez"), Trust.TRUSTED, Words(), can_be_sealed_for=True
    )
    file = Judgement(Path("a"), sender, Place.GAP, 7, NOW, Scope(), missing=missing)
    assert [found.message for found in judged(file).findings] == [text]
