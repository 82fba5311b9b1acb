"""The earlier meetings of two clubs on the briefing: whose goals are whose."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.rows import MeetingRow
from sportsec.reports.briefing.build import build
from tests.unit.reports.briefings import MOMENT, rows, texts
from tests.unit.reports.sheet import as_seen


def seen(home: Words, language: str, second: str | None = None) -> list[str]:
    """The lines with the score of a match that `home` won, from left to right."""
    day = MOMENT.date() - timedelta(days=20)
    away = Words(ar="ب", fr="B")
    met = MeetingRow(day, Words(fr="Cup"), home, away, 2, 0, None, None, Words())
    other = translator(second) if second else None
    paper = texts(build(rows(meetings=(met,)), translator(language), other))
    lines = paper.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    base = int(language == "ar")
    return [as_seen(each, base) for each in lines if "2 – 0" in each]


def test_a_score_reads_like_the_names_beside_it() -> None:
    home = Words(ar="أ", fr="A")
    assert seen(home, "ar") == ["0 – 2"]  # home is on the right
    assert seen(home, "fr") == ["2 – 0"]


@pytest.mark.parametrize(
    "home",
    [
        Words(ar="أ", fr="A"),
        pytest.param(Words(ar="أ"), id="no name in French"),
        pytest.param(Words(fr="A"), id="no name in Arabic"),
    ],
)
def test_in_two_languages_each_goal_stands_next_to_its_club(home: Words) -> None:
    """Bare, "2 – 0" over "0 – 2" reads as two results that contradict each other."""
    arabic = f"ب 0 – 2 {home.pick('ar')}"
    french = f"{home.pick('fr')} 2 – 0 B"
    assert seen(home, "ar", "fr") == [arabic, french]
    assert seen(home, "fr", "ar") == [french, arabic]


@pytest.mark.parametrize(
    ("language", "second"), [("ar", "fr"), ("fr", "ar"), ("fr", None), ("en", None)]
)
def test_a_match_without_a_score_is_named_without_one(
    language: str, second: str | None
) -> None:
    met = MeetingRow(
        MOMENT.date(),
        Words(),
        Words("أ", "A"),
        Words("ب", "B"),
        None,
        None,
        None,
        None,
        Words(),
    )
    other = translator(second) if second else None
    shown = texts(build(rows(meetings=(met,)), translator(language), other))
    assert "None" not in shown
    assert "A" in shown
