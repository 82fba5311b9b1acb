from __future__ import annotations

from itertools import combinations

import pytest
from rapidfuzz.distance import Levenshtein

from sportsec.domain.folding import fold
from sportsec.domain.spoken import key_words, spoken, state_words
from sportsec.domain.words import LANGUAGES, Words
from sportsec.store.word_lists import word_lists

LISTS = word_lists()


def places(said: Words) -> list[tuple[int, ...]]:
    return [
        tuple(LISTS[code].index(word) for word in said.pick(code).split())
        for code in LANGUAGES
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_256_words_that_nobody_takes_for_another(language: str) -> None:
    words = [fold(word) for word in LISTS[language]]
    assert len(words) == 256
    alike = [
        pair
        for pair in combinations(words, 2)
        if Levenshtein.distance(*pair, score_cutoff=1) < 2
    ]
    assert alike == []
    assert all(3 <= len(word) <= 11 for word in words)


def test_arabic_words_are_written_without_diacritics() -> None:
    assert all(word.isalpha() for word in LISTS["ar"])


@pytest.mark.parametrize(
    "said", [key_words(b"k" * 32, LISTS), state_words(bytes(range(32)), LISTS)]
)
def test_words_stand_at_the_same_places_in_each_language(said: Words) -> None:
    assert len(set(places(said))) == 1


def test_a_key_has_eight_words_and_a_state_five() -> None:
    assert len(key_words(bytes(32), LISTS).en.split()) == 8
    assert len(state_words(bytes(32), LISTS).en.split()) == 5


def test_words_of_a_key_never_change() -> None:
    assert places(key_words(bytes(32), LISTS))[0][:3] == (48, 32, 133)


def test_two_keys_have_different_words() -> None:
    assert key_words(b"a" * 32, LISTS) != key_words(b"b" * 32, LISTS)
    assert spoken(bytes([0, 1]), LISTS) != spoken(bytes([1, 0]), LISTS)
