"""Mistakes on the command line are said in the language of the user."""

from __future__ import annotations

import pytest

from sportsec.app.cli_mistakes import in_words
from sportsec.app.cli_parser import Misunderstood, make_parser
from sportsec.i18n.translator import Translator

MISTAKES = (
    (("briefing", "next"), "--out is missing"),
    (("search",), "TEXT is missing"),
    (("check", "--deep"), "--deep is unknown"),
    (("fixtures", "--club"), "--club lacks a value"),
    (("fixtures", "--from", "x"), "--from: 'x' is not a day such as 2026-12-31"),
)


def detail_of(words: tuple[str, ...]) -> str:
    with pytest.raises(Misunderstood) as caught:
        make_parser(Translator("en")).parse_args(list(words))
    return caught.value.detail


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(("words", "said"), MISTAKES)
def test_a_mistake_is_named_in_our_own_words(words: tuple[str, ...], said: str) -> None:
    assert plain(in_words(Translator("en"), detail_of(words))) == said


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(("words", "said"), MISTAKES)
def test_no_english_is_left_in_another_language(
    words: tuple[str, ...], said: str, language: str
) -> None:
    text = plain(in_words(Translator(language), detail_of(words)))
    assert text != said
    assert not {"argument", "missing", "unknown", "invalid"} & set(text.split())


def test_the_choices_of_an_option_are_named() -> None:
    detail = detail_of(("intake", "a.csv", "--new-clubs", "guess"))
    text = plain(in_words(Translator("fr"), detail))
    assert text.startswith("--new-clubs")
    assert "refuse" in text
    assert "create" in text
    assert "invalid" not in text


def test_what_has_no_words_of_ours_is_passed_on() -> None:
    assert in_words(Translator("ar"), "something else") == "something else"
