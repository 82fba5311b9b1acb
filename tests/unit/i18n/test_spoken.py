from __future__ import annotations

from itertools import combinations

import pytest
from rapidfuzz.distance import Levenshtein

from sportsec.domain.folding import fold
from sportsec.i18n.spoken import key_words, proposed_passphrase, state_words, word_list

LANGUAGES = ("ar", "fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_256_words_that_nobody_takes_for_another(language: str) -> None:
    words = [fold(word) for word in word_list(language)]
    assert len(words) == 256
    alike = [
        pair
        for pair in combinations(words, 2)
        if Levenshtein.distance(*pair, score_cutoff=1) < 2
    ]
    assert alike == []
    assert all(3 <= len(word) <= 11 for word in words)


def test_arabic_words_are_written_without_diacritics() -> None:
    assert all(word.isalpha() for word in word_list("ar"))


def test_the_words_of_a_key_stand_at_the_same_places_in_each_language() -> None:
    said = key_words(b"k" * 32)
    places = {
        tuple(word_list(code).index(word) for word in said.pick(code).split())
        for code in LANGUAGES
    }
    assert len(places) == 1
    assert len(said.en.split()) == 6


def test_a_state_has_four_words() -> None:
    assert len(state_words(bytes(32)).fr.split()) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposed_passphrase_is_long_and_new_each_time(language: str) -> None:
    first, second = proposed_passphrase(language), proposed_passphrase(language)
    assert first != second
    assert len(first.split()) == 8
