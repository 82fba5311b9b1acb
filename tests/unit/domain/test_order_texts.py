"""Hours and categories in the texts of an order against the plan."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from sportsec.domain.kick_off import local_moment
from sportsec.domain.order_texts import (
    OrderPlan,
    OrderText,
    PlanHour,
    TextIn,
    categories_in,
    check_order,
    hours_in,
    texts_said,
)
from sportsec.domain.phases import Window
from sportsec.domain.problems import Problem
from sportsec.domain.risk import RiskCategory
from sportsec.domain.words import Words
from sportsec.i18n.labels import label, problem_text
from sportsec.i18n.translator import translator

KICK_OFF = local_moment(date(2026, 12, 6), time(17))
GATES = KICK_OFF - timedelta(minutes=90)
PLAN = OrderPlan(
    hours={PlanHour.GATES: GATES, PlanHour.KICK_OFF: KICK_OFF},
    others=[KICK_OFF - timedelta(hours=6)],
    held=Window(KICK_OFF - timedelta(hours=6), KICK_OFF + timedelta(hours=7)),
    left=[KICK_OFF - timedelta(hours=2)],
    categories=[RiskCategory.LOW, RiskCategory.MODERATE],
    overall=RiskCategory.MODERATE,
)

NO_ISOLATES = dict.fromkeys(map(ord, "\u2068\u2069"))


def found(text: str, plan: OrderPlan = PLAN) -> list[tuple[str, object]]:
    texts = {OrderText.KEY_MESSAGES: Words(ar=text)}
    return [
        (problem.message, problem.facts.get("hour") or problem.facts.get("named"))
        for problem in check_order(texts, plan)
    ]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("فتح الأبواب على الساعة 13:30.", ["13:30"]),
        ("ابتداء من الساعة 15، القناة 1", ["15:00"]),
        ("ouverture des portes à 15h30", ["15:30"]),
        ("portes à 15 h 30 ; coup d'envoi à 17h", ["15:30", "17:00"]),
        ("Gates at 9:05", ["09:05"]),
        ("score 2-1, 06/12/2026, 1:50, 4.730 spectateurs, 45 minutes", []),
        ("retenue de 1h30, à 2 h de route", []),
        ("+212 5 22 13 30 00", []),
    ],
)
def test_clock_times_are_read_in_three_languages(text: str, hours: list[str]) -> None:
    assert [f"{each:%H:%M}" for each in hours_in(text)] == hours


def test_an_hour_from_before_the_move_is_named_with_what_it_was() -> None:
    words = Words(fr="Portes à 13:30")
    (problem,) = check_order({OrderText.KEY_MESSAGES: words}, PLAN)
    assert problem.field == "key_messages"
    assert problem.facts == {
        "text": TextIn(OrderText.KEY_MESSAGES, ("fr",)),
        "hour": "13:30",
        "what": PlanHour.GATES,
        "now": "15:30",
    }


def test_hours_of_the_plan_are_right_in_any_text() -> None:
    assert found("15:30, 17:00, 11:00, 17:45") == []


def test_an_hour_without_a_name_from_before_the_move_is_told_too() -> None:
    assert [fact for _text, fact in found("09:00")] == ["09:00"]


def test_an_hour_that_nothing_explains_is_told_only_where_the_plan_speaks() -> None:
    assert [fact for _text, fact in found("14:10")] == ["14:10"]
    assert found("08:15") == []


def test_without_a_kick_off_no_hour_is_wrong() -> None:
    assert found("13:30", OrderPlan()) == []


def test_each_hour_is_told_once_for_all_languages() -> None:
    words = Words(ar="الساعة 13:30", fr="à 13h30", en="at 13:30")
    (problem,) = check_order({OrderText.MISSION: words}, PLAN)
    assert problem.facts["text"] == TextIn(OrderText.MISSION, ("ar", "fr", "en"))


def test_only_the_languages_that_are_still_old_are_named() -> None:
    words = Words(ar="الساعة 15:30", fr="à 13h30", en="at 15:30")
    (problem,) = check_order({OrderText.MISSION: words}, PLAN)
    said = problem_text(translator("en"), problem).translate(NO_ISOLATES)
    assert (
        said == "Mission (Français): 13:30 was “Gates open” before the move, now 15:30"
    )


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("مباراة مصنفة ذات مخاطر مرتفعة بسبب العداء", RiskCategory.HIGH),
        ("المباراة عالية المخاطر", RiskCategory.HIGH),
        ("Match classé à risque critique", RiskCategory.CRITICAL),
        ("Catégorie : élevée", RiskCategory.HIGH),
        ("The match is rated high risk.", RiskCategory.HIGH),
    ],
)
def test_a_category_that_was_not_decided_is_told(
    text: str, category: RiskCategory
) -> None:
    assert [fact for _text, fact in found(text)] == [category]


def test_the_categories_decided_may_be_named_and_others_said_of_supporters() -> None:
    assert found("Match classé à risque modéré.\nSupporters à risque élevé") == []
    assert found("Match à risque élevé", OrderPlan()) == []


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
@pytest.mark.parametrize("category", RiskCategory)
def test_the_words_of_the_screens_are_known(
    language: str, category: RiskCategory
) -> None:
    said = label(translator(language), category)
    nouns = {"ar": "تصنيف المباراة: التصنيف", "fr": "Catégorie :", "en": "Category:"}
    assert list(categories_in(f"{nouns[language]} {said}")) == [category]


def test_midnight_is_an_hour() -> None:
    assert list(hours_in("00:00")) == [time()]


def test_texts_to_be_read_are_named_once_in_the_order_of_the_form() -> None:
    def said(which: OrderText, *codes: str) -> Problem:
        return Problem(which.value, "old", facts={"text": TextIn(which, codes)})

    found = [
        said(OrderText.MISSION, "fr"),
        Problem("commander_id", "none"),
        said(OrderText.SITUATION, "fr"),
        said(OrderText.MISSION, "ar"),
    ]
    assert texts_said(found) == [
        TextIn(OrderText.SITUATION, ("fr",)),
        TextIn(OrderText.MISSION, ("ar", "fr")),
    ]
