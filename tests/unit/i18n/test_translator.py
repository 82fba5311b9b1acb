"""What the translator hands out can stand in any sentence."""

from __future__ import annotations

import pytest

from sportsec.domain.words import Words
from sportsec.i18n.translator import Translator


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_a_picked_name_turns_nothing_round(language: str) -> None:
    name = Words("\u202eالرجاء\u2066", "\u2067Raja\u202e", "Raja\u2069")
    picked = Translator(language).pick(name)
    assert picked in {"الرجاء", "Raja"}


def test_an_isolated_text_cannot_end_its_isolate() -> None:
    t = Translator("ar")
    assert t.isolate("CAS/1") == "\u2068CAS/1\u2069"
    assert t.isolate("a\u2069\u202eb\u2067c") == "\u2068ab\u2067c\u2069\u2069"
    assert t.isolate("") == ""
