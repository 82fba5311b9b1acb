"""JSON lists of matches in their several shapes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sportsec.domain.errors import BadFile
from sportsec.domain.intake.programme import FileFormat
from sportsec.domain.intake.reasons import FileReason
from sportsec.tabular.content import Content
from sportsec.tabular.football_json import read_json


def read(content: Any) -> Content:
    return read_json(json.dumps(content), "p.json")


MATCH = {"date": "2024-08-30", "team1": "A", "team2": "B"}


def test_matches_in_rounds_with_teams_as_objects() -> None:
    match = {**MATCH, "team1": {"name": "A", "code": "AAA"}, "score1": 2, "score2": 1}
    content = read(
        {"name": "Cup 2018/19", "rounds": [{"name": "R 1", "matches": [match]}]}
    )
    assert content.format is FileFormat.FOOTBALL_JSON
    assert content.tables[0].rows[0][:6] == ["R 1", "2024-08-30", "", "A", "B", "2-1"]
    assert content.season == "2018-2019"


@pytest.mark.parametrize(
    ("score", "text"),
    [
        ({"ft": [2, 1], "ht": [1, 0]}, "2-1"),
        ({"ft": [1, 1], "et": [2, 2], "p": [4, 3]}, "4-3 pen. 2-2 a.e.t."),
        ([3, 0], "3-0"),
        ({"ft": [None, None]}, ""),
        ({"ft": "2-1"}, ""),
        (None, ""),
    ],
)
def test_scores_by_season(score: Any, text: str) -> None:
    content = read({"name": "x", "matches": [{**MATCH, "score": score}]})
    assert content.tables[0].rows[0][5] == text


def api_answer(short: str, **score: Any) -> dict[str, Any]:
    return {
        "fixture": {
            "id": 7,
            "date": "2024-08-30T16:00:00+00:00",
            "status": {"short": short},
        },
        "league": {"name": "Cup", "season": 2024, "round": "Final"},
        "teams": {"home": {"name": "A"}, "away": {"name": "B"}},
        "goals": {"home": 2, "away": 2},
        "score": score,
    }


@pytest.mark.parametrize(
    ("short", "score", "status"),
    [
        ("FT", "2-2", ""),
        ("PEN", "4-3 pen. 2-2 a.e.t.", ""),
        ("HT", "", ""),
        ("PST", "", "postponed"),
        ("CANC", "", "cancelled"),
    ],
)
def test_api_football(short: str, score: str, status: str) -> None:
    penalty = {"home": 4, "away": 3} if short == "PEN" else {}
    content = read({"response": [api_answer(short, penalty=penalty)]})
    row = content.tables[0].rows[0]
    assert content.format is FileFormat.API_FOOTBALL
    assert (row[5], row[6], row[10], row[11]) == (score, status, "2024-2025", "7")


@pytest.mark.parametrize(
    "content", [{}, [], {"a": 1}, [1, 2], "x", {"matches": []}, None]
)
def test_json_without_a_list_of_objects(content: Any) -> None:
    with pytest.raises(BadFile) as raised:
        read(content)
    assert raised.value.reason is FileReason.NO_MATCHES


@pytest.mark.parametrize(
    "text", ["{", '{"a": ' * 9000, "[1,", '{"n": ' + "9" * 9000 + "}"]
)
def test_json_that_cannot_be_read(text: str) -> None:
    with pytest.raises(BadFile) as raised:
        read_json(text, "p.json")
    assert raised.value.reason is FileReason.DAMAGED
