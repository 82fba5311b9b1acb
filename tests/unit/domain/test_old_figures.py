"""Figures of the public that a text still gives as they were before."""

from __future__ import annotations

import pytest

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.old_figures import FormerFigure, old_figures_in
from sportsec.domain.order_texts import OrderPlan, OrderText, check_order
from sportsec.domain.words import Words

TOTAL = FormerFigure(EstimateKind.ATTENDANCE, 15_080, 15_680)
AWAY = FormerFigure(EstimateKind.AWAY_TICKETED, 70, 670)
TICKETS = FormerFigure(None, 3030, 2342)
YEAR = FormerFigure(EstimateKind.HOME, 2026, 9000)
ALL = (TOTAL, AWAY, TICKETS, YEAR)


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Contingent visiteurs : 3\N{NO-BREAK SPACE}030 billets", [TICKETS]),
        ("Les 70 visiteurs arrivent par le train", [AWAY]),
        ("70 personnes, puis 15.080 au total", [TOTAL, AWAY]),
        ("حصة الزوار ٣٠٣٠ تذكرة و70 مشجعا", [AWAY, TICKETS]),
        ("3,030 tickets for 670 visitors", [TICKETS]),
        ("3030, 3 030 et 3.030 billets", [TICKETS]),
    ],
)
def test_an_old_figure_is_found_however_it_is_written(
    text: str, old: list[FormerFigure]
) -> None:
    assert list(old_figures_in(text, ALL)) == old


@pytest.mark.parametrize(
    "text",
    [
        "Équipe classée avec 70 points, canal 70",
        "Saison 2026, le 12/10/2026",
        "Tél. 05 37 70 15 08, portes à 15:30",
        "13 030 billets",
        "70 % des places",
        "Arrêté N3030",
    ],
)
def test_hours_days_numbers_and_shares_are_no_old_figures(text: str) -> None:
    assert list(old_figures_in(text, ALL)) == []


def test_a_text_in_which_one_figure_of_two_was_corrected_is_to_be_checked() -> None:
    plan = OrderPlan(
        public={EstimateKind.ATTENDANCE: 15_680, EstimateKind.AWAY_TICKETED: 670},
        former=(TOTAL, AWAY, TICKETS),
    )
    text = Words(
        fr="15 680 spectateurs sont attendus. Les 70 visiteurs ont 3 030 billets"
    )
    found = check_order({OrderText.SITUATION: text}, plan)
    assert [(each.facts["said"], each.facts["now"]) for each in found] == [
        (70, 670),
        (3030, 2342),
    ]


def test_a_figure_is_told_once_though_it_contradicts_the_estimate_as_well() -> None:
    plan = OrderPlan(public={EstimateKind.AWAY_TICKETED: 670}, former=(AWAY,))
    text = Words(fr="70 visiteurs sont attendus")
    (problem,) = check_order({OrderText.SITUATION: text}, plan)
    assert problem.facts["said"] == 70


def test_a_range_that_still_holds_is_right_though_it_begins_with_an_old_figure() -> (
    None
):
    former = (FormerFigure(EstimateKind.ATTENDANCE, 10_000, 12_000),)
    plan = OrderPlan(public={EstimateKind.ATTENDANCE: 12_000}, former=former)
    text = Words(fr="10 000 à 15 000 spectateurs attendus")
    assert check_order({OrderText.SITUATION: text}, plan) == []


def test_a_round_figure_that_was_the_estimate_is_old_though_the_new_one_is_near() -> (
    None
):
    former = (FormerFigure(EstimateKind.ATTENDANCE, 12_000, 12_500),)
    plan = OrderPlan(public={EstimateKind.ATTENDANCE: 12_500}, former=former)
    text = Words(fr="12 000 spectateurs attendus")
    (problem,) = check_order({OrderText.SITUATION: text}, plan)
    assert problem.facts["now"] == 12_500
