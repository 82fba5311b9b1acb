"""Scores are read as they are written, and as Excel spoilt them."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.intake.programme import Score
from sportsec.domain.intake.scores import SpoiltScore, read_goals, read_score


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("2-1", Score(2, 1)),
        ("(4 - 1)", Score(4, 1)),
        ("2:1", Score(2, 1)),
        ("2–1", Score(2, 1)),
        ("٢-١", Score(2, 1)),
        ("1-1 (0-1)", Score(1, 1)),
        ("6-5 pen. (1-0, 0-0)", Score(1, 0, "pen. 6-5")),
        ("4-3 pen. (0-0)", Score(0, 0, "pen. 4-3")),
        ("3-2 a.e.t. (2-2, 1-0)", Score(3, 2, "a.e.t.")),
        ("5-4 pen. 2-2 a.e.t. (2-2, 1-1)", Score(2, 2, "a.e.t., pen. 5-4")),
        ("2-2 a.e.t. (2-2, 1-1), 4-3 pen.", Score(2, 2, "a.e.t., pen. 4-3")),
        ("1–1 (2–3 pens)", Score(1, 1, "pen. 2-3")),
        ("1-1 (4-3 tab)", Score(1, 1, "pen. 4-3")),
        ("1-1 tab 4-3", Score(1, 1, "pen. 4-3")),
        ("2-1 a.p.", Score(2, 1, "a.e.t.")),
    ],
)
def test_scores_with_their_details(text: str, score: Score) -> None:
    assert read_score(text) == score


def test_excel_made_an_hour_of_five_to_three() -> None:
    assert read_score(time(5, 3)) == Score(5, 3)
    assert read_score("05:03") == Score(5, 3)
    assert read_score("05:03:00") == Score(5, 3)


def test_a_score_that_became_a_day_is_probably_right() -> None:
    with pytest.raises(SpoiltScore) as raised:
        read_score(date(2024, 1, 2))
    assert raised.value.score == Score(2, 1)


@pytest.mark.parametrize("cell", ["", "-", "vs", ":", "- : -", None])
def test_a_match_to_come_has_none(cell: str | None) -> None:
    assert read_score(cell) is None


@pytest.mark.parametrize("text", ["abc", "3", "2-1 (1-0) hello", "17h00"])
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_score(text)


@pytest.mark.parametrize(("cell", "goals"), [("3", 3), (2.0, 2), ("", None), (0, 0)])
def test_goals_of_one_side(cell: str | float, goals: int | None) -> None:
    assert read_goals(cell) == goals


@pytest.mark.parametrize("cell", ["abc", "1.5", "-1", "inf", 1e300])
def test_what_is_no_number_of_goals_is_refused(cell: str | float) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_goals(cell)


@given(st.integers(0, 30), st.integers(0, 30), st.sampled_from("-:–−"))
def test_every_plain_score_is_read(home: int, away: int, dash: str) -> None:
    assert read_score(f"{home} {dash} {away}") == Score(home, away)


@given(st.text(max_size=30))
def test_any_text_is_a_score_or_refused(text: str) -> None:
    try:
        score = read_score(text)
    except ValueError:
        return
    assert score is None or score.home >= 0
