from __future__ import annotations

import pytest

from sportsec.reports.pdf.fonts import FaceName
from sportsec.reports.pdf.shaping import shape

REGULAR, BOLD = FaceName.REGULAR, FaceName.BOLD


@pytest.mark.parametrize(
    "word", ["الأبواب", "لله", "مُحَمَّدٌ", "الإحاطة", "لا", "اللوجستيكي"]
)
def test_read_from_the_right_the_glyphs_give_the_word_back(word: str) -> None:
    shaped = shape(REGULAR, word, rtl=True)
    assert "".join(glyph.sign for glyph in reversed(shaped.glyphs)) == word


@pytest.mark.parametrize("word", ["office", "affluence", "Sécurité", "AVATAR"])
def test_read_from_the_left_the_glyphs_give_the_word_back(word: str) -> None:
    assert "".join(glyph.sign for glyph in shape(REGULAR, word).glyphs) == word


def test_a_ligature_carries_its_further_letters_without_moving_on() -> None:
    first, second = shape(REGULAR, "لا", rtl=True).glyphs
    assert (first.sign, second.sign) == ("ا", "ل")
    assert first.advance > 0
    assert second.carrier
    assert second.advance == 0


def test_a_name_is_never_turned_into_one_sign() -> None:
    assert len(shape(REGULAR, "محمد", rtl=True).glyphs) == 4


def test_letters_join_across_a_change_of_weight() -> None:
    whole = [glyph.glyph for glyph in shape(BOLD, "المباراة", rtl=True).glyphs]
    part = shape(BOLD, "بار", before="الم", after="اة", rtl=True)
    assert [glyph.glyph for glyph in part.glyphs] == whole[2:5]
    alone = shape(BOLD, "بار", rtl=True)
    assert alone.glyphs[-1].glyph != part.glyphs[-1].glyph


def test_brackets_are_mirrored_in_arabic() -> None:
    opening = shape(REGULAR, "(").glyphs[0].glyph
    closing = shape(REGULAR, ")").glyphs[0].glyph
    assert shape(REGULAR, "(", rtl=True).glyphs[0].glyph == closing != opening


def test_a_word_is_shaped_once() -> None:
    assert shape(REGULAR, "القطاع", rtl=True) is shape(REGULAR, "القطاع", rtl=True)
