"""French signs stay on the line of their word; other languages have no such rule."""

from __future__ import annotations

import pytest

from sportsec.i18n.translator import Translator
from sportsec.i18n.typography import held


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
