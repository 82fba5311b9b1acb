"""What the translator hands out can stand in any sentence."""

from __future__ import annotations

import pytest

from sportsec.domain.words import Words
from sportsec.i18n.history_words import count_words
from sportsec.i18n.translator import Translator
from tests.unit.reports.sheet import as_seen


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


def test_a_range_begins_where_its_language_begins_to_read() -> None:
    assert Translator("fr").span("14:00", "16:00") == "\u206814:00–16:00\u2069"
    arabic = Translator("ar").span("14:00", "16:00")
    assert arabic == "\u206714:00–16:00\u2069"
    # Drawn from the left: an Arabic reader comes to 14:00 first.
    assert as_seen(arabic, 1) == "16:00–14:00"


def test_counts_of_the_history_are_grouped_by_thousands() -> None:
    counts = [("club", 2), ("fixture", 12000)]
    said = count_words(Translator("en"), counts).translate({0x2068: None, 0x2069: None})
    assert said == "Club: 2, Match: 12,000"
