"""How near a name is to what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.finding import (
    Nearness,
    Typed,
    heard,
    mirrored,
    one_slip,
    sounds_like,
    starts,
    typed_words,
    without_article,
    words_in,
)

NEAR = [
    ("atlas", "atlas", "", Nearness.SAME),
    ("وداد", "الوداد", "", Nearness.SAME),
    ("atl", "atlas club", "", Nearness.PREFIX),
    ("وداد", "الوداد الرياضي", "", Nearness.PREFIX),
    ("club", "atlas club", "", Nearness.WORD),
    ("club atl", "atlas club", "", Nearness.WORD),
    ("رياضي", "نادي الرياضي", "", Nearness.WORD),
    ("casa", "atlas club", "atlas club casablanca", Nearness.BESIDE),
    ("blanca", "atlas club", "atlas club casablanca", Nearness.INSIDE),
    ("ocean", "atlas club", "atlas club casablanca", Nearness.NONE),
]


@pytest.mark.parametrize(("typed", "title", "text", "wanted"), NEAR)
def test_a_name_is_as_near_as_where_the_words_stand(
    typed: str, title: str, text: str, wanted: Nearness
) -> None:
    assert Typed(typed.split()).nearness([title], text or title) is wanted


def test_the_nearest_title_counts() -> None:
    assert Typed(["atlas"]).nearness(["x atlas", "atlas"], "") is Nearness.SAME


SLIPS = [
    ("agadir", "agadir", False),
    ("agadur", "agadir", True),
    ("agdir", "agadir", True),
    ("agaadir", "agadir", True),
    ("gaadir", "agadir", True),
    ("agadri", "agadir", True),
    ("agadi", "agadir", True),
    ("agadirr", "agadir", True),
    ("agduir", "agadir", False),
    ("adagir", "agadir", False),
    ("agad", "agadir", False),
    ("", "agadir", False),
]


@pytest.mark.parametrize(("typed", "word", "wanted"), SLIPS)
def test_one_slip_is_one_letter(typed: str, word: str, wanted: bool) -> None:
    assert one_slip(typed, word) is wanted or typed == word


def test_an_unfinished_word_may_go_on() -> None:
    assert one_slip("agda", "agadir", unfinished=True)
    assert not one_slip("agda", "agadir")
    assert not one_slip("xyz", "agadir", unfinished=True)


LETTERS = st.text("abcdوداد", min_size=2, max_size=8)


@given(LETTERS, st.integers(0, 7), st.sampled_from("xyz"))
def test_every_single_slip_is_seen(word: str, place: int, letter: str) -> None:
    at = place % len(word)
    assert one_slip(word[:at] + word[at + 1 :], word)
    assert one_slip(word[:at] + letter + word[at:], word)
    assert one_slip(word[:at] + letter + word[at + 1 :], word)
    if at and word[at - 1] != word[at]:
        swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        assert one_slip(swapped, word)


def test_two_slips_are_two() -> None:
    assert not one_slip("xgadix", "agadir")
    assert not one_slip("aagadirr", "agadir")


def test_words_worth_correcting_to_have_letters_only() -> None:
    assert words_in(" نادي الوداد wydad 1937 u17 ac d'agadir wydad") == [
        *("نادي", "وداد", "wydad", "agadir")
    ]


def test_an_article_is_no_part_of_a_word() -> None:
    assert without_article("الوداد") == "وداد"
    assert without_article("وداد") == "وداد"
    assert without_article("الما") == "الما"  # too little would be left
    assert starts("وداد") == (" وداد", " الوداد")
    assert starts("ka") == (" ka",)
    assert starts("2126") == (" 2126", " +2126")


def test_scripts_are_compared_by_ear() -> None:
    assert sounds_like("karim", "كريم")
    assert sounds_like("widad", "wydad")
    assert sounds_like("berka", "بركان", unfinished=True)
    assert not sounds_like("berka", "بركان")
    assert heard("كريم") == heard("karim") == "krm"
    assert heard("ali") == ""
    assert mirrored("abc") == "cba"


TYPED = [
    ("Atlas  Club", ["atlas", "club"]),
    ("06 61 99 88 77", ["212661998877"]),
    ("06.61-99", ["21266199"]),
    ("+212 661", ["+212661"]),
    ("0522334455", ["212522334455"]),
    ("00212661", ["212661"]),
    ("2026 2027", ["2026", "2027"]),
    ("j 05", ["j", "05"]),
]


@pytest.mark.parametrize(("text", "wanted"), TYPED)
def test_what_was_typed_becomes_words(text: str, wanted: list[str]) -> None:
    assert typed_words(text) == wanted
