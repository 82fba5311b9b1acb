"""The categories on the cover of a briefing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from sportsec.domain.fixtures import Confidence
from sportsec.domain.risk import Rater, RiskCategory, Scopes, Stage
from sportsec.domain.risk_rating import Rating
from sportsec.domain.words import Words
from sportsec.i18n.translator import translator
from sportsec.queries.briefing.risk_rows import RiskPart
from sportsec.reports.briefing.build import build
from sportsec.reports.document import Badge
from tests.unit.reports.briefings import MOMENT, parts_of, rows, texts

HIGH, LOW = RiskCategory.HIGH, RiskCategory.LOW
ALIKE, APART = Scopes(HIGH, HIGH, HIGH), Scopes(LOW, HIGH, HIGH)


def a_part(
    scopes: Scopes,
    decided_at: datetime | None,
    confidence: Confidence = Confidence.MEDIUM,
) -> RiskPart:
    return RiskPart(
        stage=Stage.FINAL,
        rater=Rater.POLICE,
        categories=scopes,
        rating=Rating(50.0, HIGH, (), scopes, (), (), Confidence.MEDIUM),
        confidence=confidence,
        override_reason=Words(),
        summary=Words(),
        decided_by="",
        decided_at=decided_at,
        items=(),
    )


def badges(
    scopes: Scopes,
    decided_at: datetime | None,
    confidence: Confidence = Confidence.MEDIUM,
) -> list[Badge]:
    part = a_part(scopes, decided_at, confidence)
    paper = build(rows(risk=part), translator("en"))
    return [each for each in parts_of(paper) if isinstance(each, Badge)]


@pytest.mark.parametrize(
    ("scopes", "decided_at", "count"),
    [(ALIKE, MOMENT, 1), (APART, MOMENT, 4), (APART, None, 1)],
)
def test_parts_are_rated_on_the_cover_where_they_were_decided_apart(
    scopes: Scopes, decided_at: datetime | None, count: int
) -> None:
    assert len(badges(scopes, decided_at)) == count


def test_a_category_that_nobody_decided_is_called_suggested() -> None:
    assert "not decided yet" in badges(ALIKE, None)[0].note
    assert "not decided yet" not in badges(ALIKE, MOMENT)[0].note


def test_a_category_of_low_confidence_says_so_on_the_cover() -> None:
    assert badges(ALIKE, MOMENT, Confidence.LOW)[0].note.endswith("Low confidence")
    assert "onfidence" not in badges(ALIKE, MOMENT)[0].note


@pytest.mark.parametrize(
    ("name", "said"), [("", "name not given · "), ("Idrissi", "Idrissi · ")]
)
def test_who_decided_is_named_and_nobody_is_where_no_name_was_given(
    name: str, said: str
) -> None:
    part = replace(a_part(ALIKE, MOMENT), decided_by=name)
    shown = texts(build(rows(risk=part), translator("en")))
    assert said in shown.translate(dict.fromkeys(map(ord, "\u2068\u2069")))
