"""What the texts of an order say of the public, against the estimates."""

from __future__ import annotations

import pytest

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.order_public import estimate_for, public_in
from sportsec.domain.order_texts import OrderPlan, OrderText, TextIn, check_order
from sportsec.domain.problems import Level
from sportsec.domain.words import Words

ALL, HOME = EstimateKind.ATTENDANCE, EstimateKind.HOME
AWAY, TICKETLESS = EstimateKind.AWAY_TICKETED, EstimateKind.AWAY_TICKETLESS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("5 000 spectateurs attendus", [(ALL, 5000, 5000)]),
        (
            "Public attendu : 12 000 dont 1 500 visiteurs",
            [(AWAY, 1500, 1500), (ALL, 12000, 12000)],
        ),
        ("Affluence prévue : 12.000 à 15.000 spectateurs", [(ALL, 12000, 15000)]),
        ("300 supporters visiteurs attendus par train", [(AWAY, 300, 300)]),
        ("8 000 supporters locaux prévus", [(HOME, 8000, 8000)]),
        (
            "12,000 spectators expected, 800 away fans",
            [(ALL, 12000, 12000), (AWAY, 800, 800)],
        ),
        ("An attendance of 9,500 is expected", [(ALL, 9500, 9500)]),
        ("من المتوقع حضور ٥٠٠٠ متفرج", [(ALL, 5000, 5000)]),
        (
            "الجمهور المنتظر: 4٬500 متفرج و800 مشجع زائر",
            [(ALL, 4500, 4500), (AWAY, 800, 800)],
        ),
        (
            "15 680 spectateurs attendus, dont 70 visiteurs",
            [(ALL, 15680, 15680), (AWAY, 70, 70)],
        ),
        (
            "يرتقب حضور 15.680 متفرج، منهم 70 من أنصار الفريق الزائر",
            [(ALL, 15680, 15680), (AWAY, 70, 70)],
        ),
        (
            "يرتقب حضور 15.020 من المتفرجين، منهم 770 من الزوار بتذاكر",
            [(ALL, 15020, 15020), (AWAY, 770, 770)],
        ),
        ("يرتقب حضور ما بين 10.000 و12.000 متفرج", [(ALL, 10000, 12000)]),
        ("5.000 مشجع للفريق الضيف متوقع حضورهم", [(AWAY, 5000, 5000)]),
    ],
)
def test_the_expected_public_is_read_in_three_languages(
    text: str, said: list[tuple[EstimateKind, int, int]]
) -> None:
    assert [(each.kind, each.least, each.most) for each in public_in(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "500 supporters du Virage attendus",
        "500 مشجع من المجموعة متوقع حضورهم",
        "Affluence record de 30 000 spectateurs",
        "500 supporters interpellés en 2019 ; forte affluence attendue",
        "Public attendu en 2026, portes à 15:30",
        "Renfort attendu : 120 fonctionnaires",
        "Deux cars de 50 visiteurs attendus",
        "40 supporters à risque attendus",
        "500 من أنصار المجموعة متوقع حضورهم",
    ],
)
def test_other_figures_are_no_expected_public(text: str) -> None:
    assert list(public_in(text)) == []


@pytest.mark.parametrize(
    ("text", "estimates", "contradicted"),
    [
        ("5 000 spectateurs attendus", {ALL: 12_000}, (ALL, 12_000)),
        ("11 000 spectateurs attendus", {ALL: 12_000}, None),
        ("6 110 spectateurs attendus", {ALL: 6_710}, (ALL, 6_710)),
        ("6 110 spectateurs attendus", {ALL: 6_200}, None),
        ("10 000 à 15 000 spectateurs attendus", {ALL: 12_000}, None),
        ("5 000 spectateurs attendus", {HOME: 8_000, AWAY: 1_000}, (ALL, 9_000)),
        ("5 000 spectateurs attendus", {HOME: 8_000}, None),
        ("300 supporters visiteurs attendus", {ALL: 9_000, AWAY: 900}, (AWAY, 900)),
        ("70 visiteurs attendus", {ALL: 15_680, AWAY: 670}, (AWAY, 670)),
        ("1 200 supporters visiteurs attendus", {AWAY: 900, TICKETLESS: 300}, None),
    ],
)
def test_a_text_contradicts_the_estimate_of_the_same_public_only(
    text: str,
    estimates: dict[EstimateKind, int],
    contradicted: tuple[EstimateKind, int] | None,
) -> None:
    (said,) = public_in(text)
    assert estimate_for(said, estimates) == contradicted


def test_a_text_left_behind_by_the_estimate_is_to_be_checked_once() -> None:
    plan = OrderPlan(public={ALL: 12_000})
    text = Words(fr="5 000 spectateurs attendus", ar="5000 متفرج متوقع حضورهم")
    (problem,) = check_order({OrderText.SITUATION: text}, plan)
    assert (problem.field, problem.level) == ("situation", Level.WARN)
    assert problem.facts == {
        "text": TextIn(OrderText.SITUATION, ("ar", "fr")),
        "said": 5000,
        "what": ALL,
        "now": 12_000,
    }
