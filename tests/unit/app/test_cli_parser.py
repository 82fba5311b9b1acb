"""The grammar of the command line and the language it speaks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sportsec.app.cli_parser import PAPERS, Misunderstood, language_of, make_parser
from sportsec.i18n.translator import Translator


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("words", "setting", "language"),
    [
        (["--lang", "fr", "check"], "ar_MA.UTF-8", "fr"),
        (["check", "--lang=ar"], "", "ar"),
        (["briefing", "next", "--lang", "fr+ar"], "", "fr"),
        (["check"], "ar_MA.UTF-8", "ar"),
        (["check"], "fr_FR", "fr"),
        (["check"], "C.UTF-8", "en"),
        (["check"], "de_DE", "en"),
        (["check", "--lang"], "", "en"),
    ],
)
def test_it_speaks_as_asked_else_as_the_environment(
    words: list[str], setting: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", setting)
    assert language_of(words) == language


def test_common_options_stand_before_and_after_the_command() -> None:
    parser = make_parser(Translator("en"))
    before = parser.parse_args(["--workspace", "a", "--lang", "fr", "check"])
    after = parser.parse_args(["check", "--lang", "fr", "--workspace", "a"])
    assert vars(before) == vars(after)


def test_days_are_iso_days() -> None:
    asked = make_parser(Translator("en")).parse_args(
        ["fixtures", "--from", "2026-12-01", "--to", "2026-12-31"]
    )
    assert (asked.from_day, asked.to_day) == (date(2026, 12, 1), date(2026, 12, 31))


def test_a_paper_is_in_one_language_or_in_two_different_ones() -> None:
    parser = make_parser(Translator("en"))
    for paper in PAPERS:
        words = ["briefing", "next", "--lang", paper, "--out", "x.pdf"]
        assert parser.parse_args(words).out == Path("x.pdf")
    with pytest.raises(Misunderstood):
        parser.parse_args(["briefing", "next", "--lang", "ar+ar", "--out", "x"])


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["unknown"],
        ["briefing", "next"],
        ["fixtures", "--from", "31/12/2026"],
        ["intake", "a.csv", "--new-clubs", "guess"],
    ],
)
def test_mistakes_are_raised_not_printed(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Misunderstood):
        make_parser(Translator("fr")).parse_args(words)
    assert capsys.readouterr() == ("", "")
