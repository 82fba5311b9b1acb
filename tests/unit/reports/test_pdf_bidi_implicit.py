from __future__ import annotations

from sportsec.reports.pdf.bidi import kinds_of
from sportsec.reports.pdf.bidi_explicit import explicit_levels, run_sequences
from sportsec.reports.pdf.bidi_implicit import resolve


def resolved(text: str, base: int) -> str:
    kinds = kinds_of(text)
    types = list(kinds)
    (run,) = run_sequences(kinds, explicit_levels(types, base), base)
    resolve(text, kinds, types, run)
    return " ".join(types)


def test_figures_after_arabic_letters_are_arabic_numbers() -> None:
    assert resolved("ب1", 1) == "R AN"


def test_figures_after_latin_letters_go_with_them() -> None:
    assert resolved("a1", 0) == "L L"


def test_one_separator_joins_two_figures() -> None:
    assert resolved("1:2", 1) == "EN EN EN"
    assert resolved("1::2", 1) == "EN R R EN"


def test_a_sign_beside_a_figure_belongs_to_it() -> None:
    assert resolved("5%", 1) == "EN EN"


def test_a_bracket_pair_goes_with_what_it_holds() -> None:
    assert resolved("ب(a)", 1) == "R R L R"
    assert resolved("a(b)", 1) == "L L L L"
    assert resolved("a()ب", 1) == "L R R R"


def test_a_mark_on_a_bracket_follows_it() -> None:
    assert resolved("a(b)\u0301", 1) == "L L L L L"
