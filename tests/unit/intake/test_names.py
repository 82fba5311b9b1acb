"""The spellings of a file and the decisions about them."""

from __future__ import annotations

import pytest

from sportsec.domain.intake.matching_schedule import Coincidence
from sportsec.domain.intake.preview import Choice, NameKind, NewNames, Verdict
from sportsec.domain.words import Words
from sportsec.services.intake.likeness import FastLikeness
from sportsec.services.intake.names import NameBook, in_its_language
from tests.unit.intake.registers import key_of, known

RAJA = known("Raja Club Athletic", "Casablanca", "RCA")


def book(new: NewNames = NewNames.ASK, **decisions: object) -> NameBook:
    return NameBook(NameKind.CLUB, [RAJA], decisions, new)  # type: ignore[arg-type]


def verdict(of: NameBook, spelled: str) -> Verdict:
    of.settle({spelled: 2})
    of.decide({})
    assert of.matches[spelled].lines == 2
    return of.matches[spelled].verdict


@pytest.mark.parametrize(
    ("spelled", "new", "expected"),
    [
        ("rca", NewNames.ASK, Verdict.EXACT),
        ("Raja CA", NewNames.ASK, Verdict.LIKELY),
        ("Wydad", NewNames.ASK, Verdict.OPEN),
        ("Wydad", NewNames.CREATE, Verdict.NEW),
        ("Wydad", NewNames.REFUSE, Verdict.REFUSED),
    ],
)
def test_what_becomes_of_a_spelling(
    spelled: str, new: NewNames, expected: Verdict
) -> None:
    assert verdict(book(new), spelled) is expected


def test_the_officers_word_comes_first() -> None:
    assert verdict(book(Wydad=RAJA.id), "wydad") is Verdict.DECIDED
    assert verdict(book(Wydad=Choice.CREATE), "Wydad") is Verdict.NEW
    assert verdict(book(RCA=Choice.CREATE), "RCA") is Verdict.NEW
    assert verdict(book(Wydad=Choice.LEAVE_OUT), "Wydad") is Verdict.LEFT_OUT
    gone = key_of("a club that was deleted")
    assert verdict(book(Wydad=gone), "Wydad") is Verdict.OPEN


def test_the_most_used_spelling_names_a_new_club_and_the_others_mean_it() -> None:
    found = book(NewNames.CREATE)
    found.settle({"Olympic Safi": 1, "Olympique de Safi": 9})
    found.decide({})
    first, second = found.matches["Olympique de Safi"], found.matches["Olympic Safi"]
    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.LIKELY)
    assert first.found == second.found
    assert found.names[first.found or RAJA.id] == Words(fr="Olympique de Safi")
    assert found.to_show() == [first, second]


def test_a_spelling_that_plays_the_matches_of_a_club_is_not_created() -> None:
    found = book(NewNames.CREATE)
    found.settle({"النسور": 9})
    found.decide({"النسور": [Coincidence(RAJA.id, 9, 1.0)]})
    match = found.matches["النسور"]
    assert match.verdict is Verdict.OPEN
    assert (match.proposals[0].id, match.proposals[0].matches) == (RAJA.id, 9)


def test_a_new_name_stands_in_the_language_of_its_letters() -> None:
    assert in_its_language("نهضة بركان") == Words(ar="نهضة بركان")
    assert in_its_language("RS Berkane") == Words(fr="RS Berkane")


def test_likeness_is_between_nothing_and_one() -> None:
    likeness = FastLikeness()
    assert likeness.ratio("raja", "raja") == 1.0
    assert likeness.ratio("abc", "xyz") == 0.0
    assert dict(likeness.nearest("rajaa", {"raja", "fus"}, 0.8)).keys() == {"raja"}
