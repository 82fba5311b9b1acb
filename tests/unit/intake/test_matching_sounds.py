"""How words sound in two scripts."""

from __future__ import annotations

import pytest

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_sounds import (
    is_arabic,
    sound_of,
    sounds_alike,
    writes_vowels,
)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("أكادير", "Agadir"),
        ("خريبكة", "Khouribga"),
        ("تطوان", "Tétouan"),
        ("برشيد", "Berrechid"),
        ("حسيمي", "Hoceima"),
        ("محمدية", "Mohammedia"),
        ("قنيطرة", "Kénitra"),
        ("وجدي", "Oujda"),
        ("مكناس", "Meknès"),
        ("يعقوب", "Yacoub"),
        ("شباب", "Chabab"),
    ],
)
def test_one_word_sounds_alike_in_both_scripts(arabic: str, latin: str) -> None:
    one, other = sound_of(fold(arabic)), sound_of(fold(latin))
    assert one.bones == other.bones
    assert sounds_alike(one, other)
    assert sounds_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أرمينيا", "Romania"),
        ("جابون", "Japan"),
        ("تواركة", "Torquay"),
        ("إستونيا", "Eswatini"),
        ("نيجيريا", "Niger"),
        ("Gouna", "Guinea"),
        ("Rabat", "Robot"),
    ],
)
def test_equal_consonants_with_other_vowels_do_not(one: str, other: str) -> None:
    assert not sounds_alike(sound_of(fold(one)), sound_of(fold(other)))


def test_a_doubled_letter_and_a_feminine_ending_are_not_heard() -> None:
    assert sound_of("mohammed").bones == sound_of("mohamed").bones == "mhmd"
    assert sound_of(fold("الزمامرة")).bones.endswith("r")
    assert sound_of("jadidah").bones == sound_of("jadida").bones


def test_scripts_and_written_vowels_are_told() -> None:
    assert is_arabic("FC وداد")
    assert not is_arabic("Wydad")
    assert writes_vowels(sound_of("ريف"))
    assert not writes_vowels(sound_of("زم"))
