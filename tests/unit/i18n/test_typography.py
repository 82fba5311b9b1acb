"""French signs stay on the line of their word; other languages have no such rule."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sportsec
from sportsec.i18n.catalogue import FOLDER
from sportsec.i18n.compiling import read_areas
from sportsec.i18n.translator import Translator
from sportsec.i18n.typography import held

ROOT = Path(sportsec.__path__[0])
#: A French sign that stands close to its word, or that a line may break away from.
LOOSE = re.compile(r"(?<![\u00a0\u202f])[:;?!»]|«(?![\u00a0\u202f])")
#: Hours, and a sign that is spoken of or stands for what is not known.
NO_SENTENCE = re.compile(r"\d\d:\d\d|hh:mm|^\?")
#: What lies between a name and its text, where it is no text of the catalogue.
BETWEEN = re.compile("[:;] ")
#: They say nothing in a language: a line of a file, lines for programs and support.
NO_LANGUAGE = {
    "ui/pages/intake/line_columns.py",
    "app/commands/check.py",
    "queries/problem_report.py",
}


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Déplacer : {match}", "Déplacer\u00a0: {match}"),
        ("Est-ce le même ?", "Est-ce le même\u00a0?"),
        ("« {club} », dit-on ; puis", "«\u00a0{club}\u00a0», dit-on\u00a0; puis"),
        ("(laquelle ?)", "(laquelle\u00a0?)"),
        ("à 20:00", "à 20:00"),
        ("| :--- | ---: |", "| :--- | ---: |"),
        ("deux mots", "deux mots"),
    ],
)
def test_a_sign_holds_to_its_word_in_french(typed: str, set_: str) -> None:
    assert held(typed, "fr") == set_
    assert held(typed, "en") == held(typed, "ar") == typed


def test_the_catalogue_is_set_so_however_it_was_typed() -> None:
    said = Translator("fr")("Next: {step}", step="RSB")

    assert said == "Ensuite\u00a0: RSB"


def test_no_french_text_of_the_catalogue_lets_go_of_a_sign() -> None:
    areas = sorted((FOLDER / "fr").glob("*.po"))
    loose = [
        text
        for message in read_areas(areas, "fr")
        if message.id
        for text in _texts(message.string)
        if LOOSE.search(NO_SENTENCE.sub("", text))
    ]
    assert not loose


def test_a_name_and_its_text_are_joined_by_the_catalogue_alone() -> None:
    by_hand = [
        f"{source.relative_to(ROOT)}:{line}"
        for layer in ("app", "ui", "reports", "i18n", "queries")
        for source in sorted((ROOT / layer).rglob("*.py"))
        if source.relative_to(ROOT).as_posix() not in NO_LANGUAGE
        for line in _joined_by_hand(ast.parse(source.read_text(encoding="utf-8")))
    ]
    assert not by_hand


def _texts(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else string


def _joined_by_hand(tree: ast.Module) -> Iterator[int]:
    """Yield the lines of f"{name}: {text}" and of ": ".join(…)."""
    for node in ast.walk(tree):
        parts = node.values if isinstance(node, ast.JoinedStr) else ()
        if isinstance(node, ast.Attribute) and node.attr == "join":
            parts = [node.value]
        for part in parts:
            if isinstance(part, ast.Constant) and BETWEEN.fullmatch(str(part.value)):
                yield part.lineno
