"""How many stewards the away club announced, beside how many it must send."""

from __future__ import annotations

import pytest

from sportsec.i18n.translator import translator
from sportsec.reports.briefing.build import build
from tests.unit.reports.briefings import a_match, rows, texts

NO_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


def paper(language: str, announced: int | None, required: int | None) -> list[str]:
    match = a_match(travelling_stewards=announced)
    made = build(rows(match, stewards_required=required), translator(language))
    return texts(made).translate(NO_ISOLATES).splitlines()


@pytest.mark.parametrize(
    ("announced", "required", "said"),
    [
        (4, 6, "4 announced, 6 required"),
        (None, 6, "6 required, nothing announced so far"),
        (4, None, "4 announced"),
        (None, None, ""),
    ],
)
def test_the_paper_says_both(
    announced: int | None, required: int | None, said: str
) -> None:
    lines = paper("en", announced, required)
    assert lines[lines.index("Travelling stewards") + 1] == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "4 annoncés, 6 requis"), ("ar", "المعلن عنهم 4 والمطلوب 6")],
)
def test_it_says_so_in_its_language(language: str, said: str) -> None:
    assert said in paper(language, 4, 6)
