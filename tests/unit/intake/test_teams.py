"""Two sides are found in one text; placeholders and byes are no clubs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.intake.teams import (
    Sides,
    clean_name,
    is_bye,
    is_placeholder,
    split_sides,
)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Difaâ d'el Jadida v JS Soualem", Sides("Difaâ d'el Jadida", "JS Soualem")),
        ("Raja vs. Wydad", Sides("Raja", "Wydad")),
        ("Raja contre Wydad", Sides("Raja", "Wydad")),
        ("الرجاء ضد الوداد", Sides("الرجاء", "الوداد")),
        ("الرجاء - الوداد", Sides("الرجاء", "الوداد")),
        ("الرجاء – الوداد", Sides("الرجاء", "الوداد")),
        ("A—B", Sides("A", "B")),
        ("Raja-Wydad", Sides("Raja", "Wydad")),
        ("Saint-Louis - Al-Ahly", Sides("Saint-Louis", "Al-Ahly")),
        ("Copa - Marruecos - Comoras", Sides("Marruecos", "Comoras", "Copa")),
        ("Botola: Raja vs Wydad", Sides("Raja", "Wydad", "Botola")),
        ("Raja 2-1 Wydad", Sides("Raja", "Wydad", "", "2-1")),
        (
            "WC26 #6 — Brazil vs Morocco 2–0 (Group C)",
            Sides("Brazil", "Morocco", "WC26 #6", "2–0", "Group C"),
        ),
        (
            "Netherlands vs Morocco 1–1 (2–3 pens) (Round of 32)",
            Sides("Netherlands", "Morocco", "", "1–1 (2–3 pens)", "Round of 32"),
        ),
        (
            "AS Arta (DJI) v Dekedaha FC (SOM)",
            Sides("AS Arta (DJI)", "Dekedaha FC (SOM)"),
        ),
        ("🇲🇦 Morocco vs 🇭🇹 Haiti", Sides("Morocco", "Haiti")),
    ],
)
def test_two_sides_in_one_text(text: str, sides: Sides) -> None:
    assert split_sides(text) == sides


@pytest.mark.parametrize("text", ["Réunion de sécurité", "", "Raja -", "30/08/2024"])
def test_what_names_no_two_sides(text: str) -> None:
    assert split_sides(text) is None


def test_a_name_loses_what_does_not_belong_to_it() -> None:
    assert clean_name("\u200fنهضة الزمامرة\xa0 ") == "نهضة الزمامرة"
    assert clean_name(' "FUS  Rabat" ') == "FUS Rabat"
    assert clean_name("⚽ Fès") == "Fès"


def test_a_name_turns_nothing_around_and_colours_no_terminal() -> None:
    assert clean_name("\u202eRaja\u2069\u2067 Club\u200f") == "Raja Club"
    assert clean_name("Raja\nClub\u2028athletic") == "Raja Club athletic"
    assert "\x1b" not in clean_name("\x1b[31mRaja\x1b[0m")


@pytest.mark.parametrize(
    "name", ["TBA", "To be announced", "1A", "W49", "Winner Match 3", "الفائز من 1"]
)
def test_a_side_that_is_not_known_yet(name: str) -> None:
    assert is_placeholder(name)


@pytest.mark.parametrize("name", ["Raja", "FUS", "1. FC Köln", "Premier FC"])
def test_a_club_is_no_placeholder(name: str) -> None:
    assert not is_placeholder(name)


def test_being_exempt_is_no_match() -> None:
    assert is_bye("Exempt")
    assert is_bye("معفى")
    assert not is_bye("Raja")


@given(st.text(max_size=60))
def test_sides_are_never_empty(text: str) -> None:
    sides = split_sides(text)
    assert sides is None or (sides.home and sides.away)
