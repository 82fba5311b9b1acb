"""No text turns round what stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sportsec.domain.plain_text import (
    closed,
    on_one_line,
    plain,
    plain_words,
    without_turns,
)
from sportsec.domain.words import Words

OPENERS = "\u2066\u2067\u2068"
TURNS = f"\u202a\u202b\u202c\u202d\u202e{OPENERS}\u2069"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Raja\u202e Club", "Raja Club"),
        ("\u2067Raja\u2069", "Raja"),
        ("A\x00B\x1b[31m", "AB[31m"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\tstays", "tab\tstays"),
        ("\u200fالرجاء (1949)\u200e", "\u200fالرجاء (1949)\u200e"),
    ],
)
def test_control_characters_of_a_paste_are_left_behind(typed: str, kept: str) -> None:
    assert plain(typed) == kept


def test_every_language_of_a_name_is_made_plain() -> None:
    assert plain_words(Words("\u202eأ", "\u2066a", "b")) == Words("أ", "a", "b")


@given(st.text(alphabet=f"ab أ{TURNS}", max_size=20))
def test_what_is_enclosed_never_breaks_out(text: str) -> None:
    depth = 0
    for letter in closed(text):
        depth += (letter in OPENERS) - (letter == "\u2069")
        assert depth >= 0
        assert not "\u202a" <= letter <= "\u202e"
    assert depth == 0
    assert without_turns(closed(text)) == without_turns(text)


def test_whole_isolates_inside_another_stay() -> None:
    assert closed("a \u206812\u2069 b") == "a \u206812\u2069 b"


def test_one_line_keeps_a_sign_beside_its_word() -> None:
    typed = " Portes\u00a0: 15\u202fh,\n\ttoutes  ouvertes\u2028 "
    assert on_one_line(typed) == "Portes\u00a0: 15\u202fh, toutes ouvertes"
