"""Why something was erased, in the language of the reader."""

from __future__ import annotations

import pytest

from sportsec.domain.purges import BASES, PurgeDraft
from sportsec.i18n.history_words import NOTHING, value_text
from sportsec.i18n.purge_words import basis_words
from sportsec.i18n.translator import translator

AR, FR, EN = map(translator, ("ar", "fr", "en"))


@pytest.mark.parametrize("basis", BASES)
def test_a_basis_chosen_in_one_language_is_read_in_another(basis: str) -> None:
    assert basis_words(AR, FR(basis)) == AR(basis)
    assert basis_words(EN, AR(basis)) == basis


@pytest.mark.parametrize(
    "typed", ["Loi 09-08", "loi n° 09.08", "law 09-08", "القانون 09.08"]
)
def test_the_law_is_called_as_the_reader_calls_it(typed: str) -> None:
    assert basis_words(AR, typed) == "القانون رقم 09.08"
    assert basis_words(EN, typed) == "Law 09-08"
    assert basis_words(FR, typed) == "Loi 09-08"


def test_own_words_stay_as_they_were_given() -> None:
    said = "Jugement du tribunal de Fès, loi 09-08"
    assert basis_words(AR, said) == said


def test_the_history_says_why_in_the_language_of_its_reader() -> None:
    why = PurgeDraft("Loi 09-08", "12/2026")
    assert value_text(EN, "", why) == f"Law 09-08 · {EN.isolate('12/2026')}"
    said = value_text(AR, "", why)
    assert said == f"القانون رقم 09.08 · {AR.isolate('12/2026')}"
    assert value_text(FR, "", PurgeDraft()) == NOTHING
