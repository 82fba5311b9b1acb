from __future__ import annotations

import pytest

from sportsec.domain.words import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_shown_in_the_readers_language_when_it_exists(language: str) -> None:
    assert Words(ar="ar", fr="fr", en="en").pick(language) == language


@pytest.mark.parametrize(
    ("words", "language", "shown"),
    [
        (Words(fr="Stade"), "ar", "Stade"),
        (Words(ar="ملعب", en="Stadium"), "fr", "Stadium"),
        (Words(ar="ملعب"), "en", "ملعب"),
        (Words(), "ar", ""),
    ],
)
def test_a_missing_text_falls_back_to_the_nearest_language(
    words: Words, language: str, shown: str
) -> None:
    assert words.pick(language) == shown
    assert not words.has(language)


def test_words_are_false_only_when_no_language_has_any() -> None:
    assert not Words()
    assert Words(en="x")
