"""Measured on the real spellings: right or asked, never wrong."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

import pytest

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching import Register
from sportsec.domain.intake.preview import NameKind, Verdict
from sportsec.tabular.reading import read_programme
from tests.unit.intake.registers import (
    LIKENESS,
    SAMPLES,
    RealClubs,
    key_of,
    known,
)

CLUBS = RealClubs.read()
SPELLINGS = CLUBS.spellings()


@pytest.mark.parametrize("aliases", [True, False])
def test_a_spelling_never_seen_is_recognised_or_asked_about(*, aliases: bool) -> None:
    found: Counter[str] = Counter()
    for spelled, code in SPELLINGS:
        clubs = CLUBS.register(without=spelled, aliases=aliases)
        said = clubs.find(spelled).id
        found["asked" if said is None else str(said == key_of(code))] += 1
    assert found["False"] == 0
    assert found["True"] >= 0.68 * len(SPELLINGS), found


@pytest.mark.parametrize("aliases", [True, False])
def test_a_club_that_is_not_there_is_never_taken_for_another(*, aliases: bool) -> None:
    for spelled, code in SPELLINGS:
        clubs = CLUBS.register(left_out=code, aliases=aliases)
        assert clubs.find(spelled).id is None, spelled


def test_every_spelling_on_record_means_its_club() -> None:
    clubs = CLUBS.register()
    for spelled, code in SPELLINGS:
        assert clubs.find(spelled).id == key_of(code), spelled


#: Names of the real files that mean one club or country, in other words.
ONE = (
    {"Hassania US Agadir", "Hassania Union Sport d'Agadir"},
    {"Rapide Oued ZEM", "Rapide Club De Oued Zem"},
    {"Smouha SC", "Smouha Sporting Club"},
    {"Raja Casablanca (MAR)", "Raja Casablanca"},
    {"Renaissance Club Athletic Zemamra", "نهضة الزمامرة"},
    {"Fath Union Sport", "اتحاد الفتح الرياضي"},
    {"Jeunesse Sportive Soualem", "الشباب الرياضي السالمي"},
    {"Egypt", "Egipto"},
    {"Guinea Ecuatorial", "Equatorial Guinea"},
    {"Cape Verde", "كاب فيردي"},
    {"Difaa Hassani Jdidi", "الدفاع الحسني الجديدي"},
    {"Difaâ Hassani d'El Jadida", "الدفاع الحسني الجديدي"},
    {"JS Soualem", "Jeunesse Sportive Soualem"},
    {"RS Berkane", "Renaissance Sportive de Berkane"},
    {"نهضة بركان", "Renaissance Sportive de Berkane"},
    {"Raja Club Athletic", "نادي الرجاء الرياضي"},
    {"Wydad Athletic Club", "نادي الوداد الرياضي"},
    {"Serbia", "صربيا"},
)


def real_names() -> Iterator[str]:
    for folder in ("morocco_fixtures", "fixture_formats", "odd_encodings"):
        for path in sorted((SAMPLES / folder).rglob("*.*")):
            if path.suffix in {".csv", ".txt", ".json", ".ics"}:
                for line in read_programme(path).lines:
                    yield from (line.home, line.away)


def test_of_all_names_in_all_files_no_two_are_mistaken_for_one() -> None:
    by_key = {fold(name): name for name in real_names() if name}
    names = sorted(by_key.values())
    clubs = Register(NameKind.CLUB, [known(name) for name in names], LIKENESS)
    wrong = []
    for name in names:
        others = Register(
            NameKind.CLUB,
            [known(other) for other in _like(clubs, name) if other != name],
            LIKENESS,
        )
        found = others.find(name)
        if found.verdict is Verdict.LIKELY:
            other = found.proposals[0].name
            pair = {name, other.fr or other.ar}
            if pair not in ONE and len({_bare(each) for each in pair}) > 1:
                wrong.append(pair)
    assert len(names) > 400
    assert not wrong


def _bare(name: str) -> str:
    return name.removesuffix(" FC").removesuffix(" SC")


def _like(clubs: Register, name: str) -> list[str]:
    """Return the names that could be taken for it: all that have something of it."""
    return [
        clubs.name(clubs._known[owner].id).fr or clubs.name(clubs._known[owner].id).ar
        for owner in clubs._best(name)
    ]


def test_the_grounds_of_morocco_in_arabic_on_a_french_list() -> None:
    with (SAMPLES / "stadiums/morocco_stadium_names.csv").open(
        encoding="utf-8"
    ) as file:
        rows = list(csv.DictReader(file))
    grounds = [known(row["name_fr"], row["city"]) for row in rows]
    found: Counter[str] = Counter()
    for row, ground in zip(rows, grounds, strict=True):
        said = Register(NameKind.VENUE, grounds, LIKENESS).find(row["name_ar"]).id
        found["asked" if said is None else str(said == ground.id)] += 1
        others = [each for each in grounds if each is not ground]
        for spelled in (row["name_fr"], row["name_ar"]):
            absent = Register(NameKind.VENUE, others, LIKENESS).find(spelled)
            assert absent.id is None, spelled
    assert found["False"] == 0
    assert found["True"] >= 18, found
