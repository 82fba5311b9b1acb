"""Spellings of one round have one key."""

from __future__ import annotations

import pytest

from sportsec.domain.intake.rounds import looks_like_round, read_round, round_key


@pytest.mark.parametrize(
    "text",
    [
        *("14", "14.0", "J14", "Journée 14", "14ème journée", "Matchday 14"),
        *("Regular Season - 14", "الدورة 14", "الجولة ١٤", "الجولة الرابعة عشرة"),
        *("الأسبوع الرابع عشر", "Round 14", "Week 14"),
    ],
)
def test_a_matchday_is_its_number(text: str) -> None:
    assert read_round(text).text == "14"
    assert round_key(text) == "14"


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("Round of 16", "1/8 de finale", "ثمن النهائي", "دور ال16"), "1/8"),
        (("Quarterfinals", "Quarter Finals", "ربع النهائي", "QF"), "1/4"),
        (("Semi Finals", "Demi-finales", "نصف النهائي"), "1/2"),
        (("Final", "Finals", "Finale", "النهائي", "المباراة النهائية"), "final"),
        (("Group A", "Groupe A", "المجموعة أ"), "group a"),
        (("Round of 32", "Seizièmes de finale"), "1/16"),
    ],
)
def test_stages_of_a_cup(texts: tuple[str, ...], key: str) -> None:
    assert {round_key(text) for text in texts} == {key}


def test_the_words_of_a_stage_are_kept() -> None:
    assert read_round("Championship, Matchday 1").text == "Championship, Matchday 1"
    assert round_key("Championship, Matchday 1") == "championship 1"
    assert round_key("Qual. Round 1") == "qual 1"


@pytest.mark.parametrize(
    ("text", "leg"),
    [("Finale - Aller", 1), ("Match retour", 2), ("ذهاب المرحلة الفاصلة", 1)],
)
def test_legs_of_a_tie(text: str, leg: int) -> None:
    assert read_round(text).leg == leg


def test_arabic_ordinals_above_twenty() -> None:
    assert round_key("الدورة الحادية والعشرون") == "21"
    assert round_key("الدورة الثانية والعشرين") == "22"
    assert round_key("الدورة الثلاثون") == "30"


def test_what_stands_in_a_row_of_its_own() -> None:
    assert looks_like_round("الدورة 2")
    assert looks_like_round("Journée 2")
    assert not looks_like_round("2")
    assert not looks_like_round("Raja")
    assert not looks_like_round("Stade Mohammed V")


@pytest.mark.parametrize("text", ["", "-", "TBD"])
def test_no_round_has_no_key(text: str) -> None:
    assert read_round(text).key == ""
