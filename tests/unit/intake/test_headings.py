"""Headings are understood in Arabic, French and English."""

from __future__ import annotations

import pytest

from sportsec.domain.intake.heading_words import SYNONYMS
from sportsec.domain.intake.headings import heading_weight, meanings, says_utc
from sportsec.domain.intake.mapping import Field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *(("التاريخ", Field.DATE), ("Date du match", Field.DATE)),
        *(("التوقيت", Field.TIME), ("Heure", Field.TIME), ("Kick-off", Field.TIME)),
        *(("الفريق المضيف", Field.HOME), ("Équipe recevante", Field.HOME)),
        *(("الفريق الزائر", Field.AWAY), ("AwayTeam", Field.AWAY)),
        *(("الملعب", Field.VENUE), ("Stade", Field.VENUE), ("Location", Field.VENUE)),
        *(("الدورة", Field.ROUND), ("Journée", Field.ROUND)),
        *(("النتيجة", Field.SCORE), ("FTHG", Field.HOME_SCORE)),
        *(("المباراة", Field.TEAMS), ("Rencontre", Field.TEAMS)),
    ],
)
def test_whole_headings_are_sure(heading: str, field: Field) -> None:
    assert meanings(heading) == ((field, 1.0),)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Heure (GMT+1)", Field.TIME),
        ("Journée n°", Field.ROUND),
        ("Date *", Field.DATE),
    ],
)
def test_a_word_within_a_longer_heading_is_likely(heading: str, field: Field) -> None:
    best = max(meanings(heading), key=lambda pair: pair[1])
    assert best[0] is field


@pytest.mark.parametrize(
    "heading", ["", "home_country", "Referee", "HT", "Match Number"]
)
def test_other_headings_mean_nothing_to_us(heading: str) -> None:
    assert meanings(heading) == ()


def test_every_field_has_words() -> None:
    assert set(SYNONYMS) == set(Field)


def test_a_row_of_headings_outweighs_a_row_of_matches() -> None:
    headings = ["الدورة", "التاريخ", "الفريق المضيف", "الفريق الضيف"]
    match = ["الدورة 1", "30/08/2024", "نهضة بركان", "اتحاد طنجة"]
    assert heading_weight(headings) >= 4
    assert heading_weight(match) < 1.5


def test_universal_time_is_stated_in_headings_and_file_names() -> None:
    assert says_utc("Date (UTC)")
    assert says_utc("fifa-world-cup-2022-UTC.csv")
    assert not says_utc("Heure (GMT+1)")
    assert not says_utc("Heure locale")
