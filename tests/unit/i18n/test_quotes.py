"""Sentences that quote words of the other direction, kept without isolates."""

from __future__ import annotations

from sportsec.i18n.quotes import isolated, kept
from sportsec.i18n.translator import translator

AR, FR = translator("ar"), translator("fr")
LIST = "تسليم لائحة CAF قبل الأحد"


def test_an_arabic_quote_is_one_whole_in_a_french_line() -> None:
    line = kept(FR, f"Promesse : {FR.isolate(LIST)} (Club)")
    assert line == f"Promesse : \u200e{LIST}\u200e (Club)"
    assert isolated(FR, line) == f"\u2068Promesse : \u2068{LIST}\u2069 (Club)\u2069"


def test_a_latin_quote_is_one_whole_in_an_arabic_line() -> None:
    line = kept(AR, f"التزام: {AR.isolate('Billets (500)')} غدا")
    assert line == "التزام: \u200fBillets (500)\u200f غدا"
    assert "\u2068Billets (500)\u2069" in isolated(AR, line)


def test_a_quote_of_the_same_direction_and_figures_need_no_marks() -> None:
    assert kept(FR, f"Promesse : {FR.isolate('Billets')}, {FR.isolate('12')}") == (
        "Promesse : Billets, 12"
    )


def test_quotes_in_quotes_are_one() -> None:
    inner = FR.isolate(f"{FR.isolate(LIST)} 12")
    assert kept(FR, f"À voir : {inner}") == f"À voir : \u200e{LIST} 12\u200e"


def test_a_line_that_somebody_typed_is_only_set_apart() -> None:
    assert isolated(FR, "Tickets \u200e12") == "\u2068Tickets \u200e12\u2069"
