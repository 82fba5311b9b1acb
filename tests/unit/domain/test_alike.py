"""Names that may be one, written a little differently."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sportsec.domain.alike import bare, near_pairs, nearly_same

SAMPLE = Path(__file__).parents[3] / "db" / "seed" / "sample"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lion Sportif Fes", "Lions Sportifs de Fès"),
        ("Lions Sportif de Fes", "Lions Sportifs de Fès"),
        ("Étoile du Phare FC", "Etoil Phare"),
        ("Club Wydad", "Wydade"),
        ("نادي الفتح الرياضي", "الفتح الرياضي"),
        ("Maghrib de Fès", "Maghreb Fez"),
    ],
)
def test_small_words_a_plural_and_a_slip_make_no_difference(
    one: str, other: str
) -> None:
    assert nearly_same(bare(one), bare(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raja", "Rajaa"),  # a short name of one word
        ("FUS", "KAC"),
        ("CRS 1", "CRS 2"),
        ("Stade Mohammed V", "Stade Mohammed VI"),
        ("Raja de Casablanca", "Raja de Beni Mellal"),
        ("Zone A", "Zone B"),
        ("Club", "FC"),  # nothing is left of either
    ],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert not nearly_same(bare(one), bare(other))


@pytest.mark.parametrize("name", ["clubs", "venues", "units", "groups", "commands"])
@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_no_two_names_of_the_sample_are_taken_for_one(name: str, language: str) -> None:
    with (SAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        names = {row[f"name_{language}"] for row in csv.DictReader(file)} - {""}
    assert [*near_pairs((each, [bare(each)]) for each in names)] == []


def test_pairs_are_found_among_many() -> None:
    names = [f"Stade numero {number}" for number in range(300)]
    names += ["Stade de l'Olivier", "Stade de l'Oliviers", "Stad Olivier"]
    found = {frozenset(each) for each in near_pairs((n, [bare(n)]) for n in names)}
    assert found == {
        frozenset((names[-3], names[-2])),
        frozenset((names[-3], names[-1])),
        frozenset((names[-2], names[-1])),
    }
