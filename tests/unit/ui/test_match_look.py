"""How the facts of a match look."""

from __future__ import annotations

import pytest

from sportsec.ui import match_look
from sportsec.ui.match_look import (
    RIGHT_TO_LEFT,
    WORD_JOINER,
    score_text,
    whole,
)


def test_a_code_offers_no_place_to_break_it() -> None:
    shown = whole("CAS/2026-2027/121")
    for sign in "/-":
        assert all(part.startswith(WORD_JOINER) for part in shown.split(sign)[1:])


def test_a_reference_keeps_its_number_beside_its_sign() -> None:
    assert "n°\N{NO-BREAK SPACE}236" in whole("Décision n° 236/2026")


@pytest.mark.parametrize(("home", "away"), [(None, 1), (1, None), (None, None)])
def test_a_match_without_both_scores_has_none(
    home: int | None, away: int | None
) -> None:
    assert score_text(home, away) == ""


def test_a_score_gives_the_home_club_first() -> None:
    assert score_text(2, 1) == "2 – 1"


def test_an_arabic_score_reads_from_the_right_whatever_stands_before_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(match_look, "is_rtl", lambda: True)
    assert score_text(2, 1) == f"{RIGHT_TO_LEFT}2 – 1"
