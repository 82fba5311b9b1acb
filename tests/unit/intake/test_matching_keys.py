"""Names cut into words."""

from __future__ import annotations

from sportsec.domain.intake.matching_keys import (
    looks_like_initials,
    name_of,
    readings,
)
from sportsec.domain.intake.matching_words import (
    LITTLE_IN_CLUBS,
    LITTLE_IN_VENUES,
    Weight,
)


def words(text: str) -> list[str]:
    return [word.text for word in name_of(text, LITTLE_IN_CLUBS).words]


def test_articles_and_points_fall_away() -> None:
    assert words("Difaâ Hassani d'El-Jadida") == ["difaa", "hassani", "jadida"]
    assert words("نادي الجيش الملكي") == ["نادي", "جيش", "ملكي"]
    assert words("مولاي عبد الله")[-1] == "عبدالله"


def test_spellings_of_one_word_are_one() -> None:
    assert words("Moghreb Fez") == words("Maghrib Fès") == ["maghreb", "fes"]


def test_words_that_half_of_all_names_have_say_little() -> None:
    weights = [word.weight for word in name_of("Stade Raja FC", LITTLE_IN_CLUBS).words]
    assert weights == [Weight.MUCH, Weight.MUCH, Weight.LITTLE]
    (first, _) = name_of("Stade Adrar", LITTLE_IN_VENUES).words
    assert first.weight is Weight.LITTLE


def test_figures_have_no_sound_and_short_latin_words_may_be_initials() -> None:
    figure, code, word = name_of("18 RSB Berkane", LITTLE_IN_CLUBS).words
    assert not figure.sound.bones
    assert looks_like_initials(code)
    assert not looks_like_initials(word)
    assert not looks_like_initials(name_of("ماص", LITTLE_IN_CLUBS).words[0])


def test_a_ground_with_a_name_in_brackets_has_both() -> None:
    assert readings("Stade Adrar (Agadir)")[1:] == ("Stade Adrar", "Agadir")
    assert readings("Stade Adrar") == ("Stade Adrar",)
    assert readings("الملعب الشرفي بوجدة")[1] == "الملعب الشرفي وجدة"
