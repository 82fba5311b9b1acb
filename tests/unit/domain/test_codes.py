"""The order of codes."""

from __future__ import annotations

from sportsec.domain.codes import code_order


def test_numbers_inside_codes_count_by_their_value() -> None:
    codes = ["G10", "g2", "E1", "", "10", "9", "G2B", "ب2", "G"]
    ordered = sorted(codes, key=code_order)
    assert ordered == ["", "E1", "G", "g2", "G2B", "G10", "ب2", "9", "10"]


def test_arabic_digits_are_digits() -> None:
    assert code_order("G٢") == code_order("G2")
