"""The order of mixed text: Unicode's own cases, and what must hold for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.reports.pdf.bidi import (
    base_level,
    kinds_of,
    levels,
    line_levels,
    visual_order,
)
from tests.unit.reports.sheet import as_seen

CASES = (
    Path(__file__).parents[2] / "samples" / "unicode" / "BidiCharacterTest-extract.txt"
)
LETTERS = "abc éابجدهوמש"
SIGNS = (
    "0123٤٥ .,:/+-%()[]«»–،؟\u0651"
    "\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u200e\u200f"
)
texts = st.text(LETTERS + SIGNS, max_size=40)
bases = st.sampled_from((0, 1))


def test_the_cases_of_unicode_come_out_as_published() -> None:
    count = 0
    for line in CASES.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        codes, direction, paragraph, wanted, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        base = base_level(text) if direction == "2" else int(direction)
        assert base == int(paragraph), line
        found = line_levels(kinds_of(text), levels(text, base), base)
        kept = [i for i, level in enumerate(wanted.split()) if level != "x"]
        assert [found[i] for i in kept] == [
            int(level) for level in wanted.split() if level != "x"
        ], line
        positions = visual_order([found[i] for i in kept])
        assert [kept[k] for k in positions] == [int(i) for i in order.split()], line
        count += 1
    assert count > 1500


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("القطاع 12", "12 عاطقلا"),
        ("القطاع (Alpha 2)", "(Alpha 2) عاطقلا"),
        ("الثمن -5 €", "€ 5- نمثلا"),
        ("الثمن \u2066-5 €\u2069", "-5 € نمثلا"),
        ("من \u206617:00 – 23:30\u2069 إلى", "ىلإ 17:00 – 23:30 نم"),
        ("الهاتف \u2066+212 5 22\u2069.", ".+212 5 22 فتاهلا"),
        ("Porte (الباب) 7", "Porte (بابلا) 7"),
        ("ملعب [A] – [ب]", "[ب] – [A] بعلم"),
    ],
)
def test_lines_of_a_briefing_are_seen_in_reading_order(written: str, seen: str) -> None:
    base = base_level(written)
    mirrored = str.maketrans("()[]", ")(][")
    found = levels(written, base)
    marks = "\u2066\u2067\u2068\u2069"
    visual = "".join(
        written[i].translate(mirrored) if found[i] & 1 else written[i]
        for i in visual_order(found)
        if written[i] not in marks
    )
    assert visual == seen


def test_text_without_arabic_keeps_its_order() -> None:
    text = "Fiche n° 7 (porte A), 17 h 30 – « huis clos »"
    assert as_seen(text, 0) == text


@given(text=st.text("abc éXY.,:;()[] 0123456789-–/«»", max_size=40))
def test_latin_text_is_never_touched(text: str) -> None:
    assert levels(text, 0) == (0,) * len(text)
    assert visual_order(levels(text, 0)) == list(range(len(text)))


@given(text=texts, base=bases)
def test_levels_lie_between_the_paragraph_and_the_deepest(text: str, base: int) -> None:
    found = levels(text, base)
    assert len(found) == len(text)
    assert all(base <= level <= 126 for level in found)


@given(text=texts, base=bases)
def test_reordering_neither_loses_nor_doubles_a_character(text: str, base: int) -> None:
    assert sorted(visual_order(levels(text, base))) == list(range(len(text)))


@given(inside=st.text("ابج def 12().", max_size=12), base=bases)
def test_what_is_isolated_does_not_move_its_neighbours(inside: str, base: int) -> None:
    before, after = "نص ", " abc"
    short = before + "\u2067\u2069" + after
    long = before + "\u2067" + inside + "\u2069" + after
    cut = len(before) + 1
    found = levels(long, base)
    assert found[:cut] == levels(short, base)[:cut]
    assert found[cut + len(inside) :] == levels(short, base)[cut:]
