"""Rules that several nouns share."""

from __future__ import annotations

from datetime import date

import pytest

from sportsec.domain.checks import (
    check_name,
    check_not_future,
    check_range,
    folded_names,
    repeated,
)
from sportsec.domain.problems import Level
from sportsec.domain.words import Words

TODAY = date(2026, 11, 23)


def test_a_name_in_one_language_is_enough() -> None:
    assert check_name(Words(ar="الوداد")) == []
    assert [p.level for p in check_name(Words())] == [Level.BLOCK]


def test_a_name_that_is_taken_only_warns() -> None:
    (found,) = check_name(Words(fr="Atlas"), Words(ar="أطلس"))
    assert found.level is Level.WARN
    assert found.facts["name"] == Words(ar="أطلس")


@pytest.mark.parametrize(
    ("name", "warnings"),
    [
        (Words(ar="Atlas"), 1),
        (Words(fr="الأطلس"), 1),
        (Words("Atlas", "الأطلس", "الأطلس"), 2),
        (Words("نادي FUS", "FUS 1946", "Étoile"), 0),
        (Words("1946", "1946"), 0),
    ],
)
def test_a_name_in_other_letters_only_warns(name: Words, warnings: int) -> None:
    assert [each.level for each in check_name(name)] == [Level.WARN] * warnings


@pytest.mark.parametrize(
    ("low", "high", "problems"),
    [(1, 2, 0), (2, 2, 0), (None, 2, 0), (2, None, 0), (3, 2, 2)],
)
def test_ranges_run_from_low_to_high(
    low: int | None, high: int | None, problems: int
) -> None:
    assert len(check_range("low", low, "high", high)) == problems


def test_what_has_happened_lies_not_in_the_future() -> None:
    assert check_not_future("since", TODAY, TODAY) == []
    assert check_not_future("since", None, TODAY) == []
    assert check_not_future("since", date(2026, 11, 24), TODAY)


def test_names_are_folded_in_each_language() -> None:
    assert folded_names(Words(ar="الأَهلي", fr="Fès")) == {"الاهلي", "fes"}


def test_codes_are_compared_as_a_reader_does() -> None:
    assert repeated(["N", "n", "", "", "S"]) == {"n"}
