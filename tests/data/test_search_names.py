"""Real names, as officers type them: which record comes first.

Clubs and grounds of tests/samples, once with all their names, once with their Arabic
names only, once with their French ones only.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from sportsec.domain.words import Words
from sportsec.queries.search import search
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work

SAMPLES = Path(__file__).parents[1] / "samples"


def rows_of(name: str) -> Iterator[dict[str, str]]:
    with (SAMPLES / name).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)


def fill(work: Work, *, arabic: bool, latin: bool) -> None:
    for row in rows_of("clubs/morocco_clubs.csv"):
        ar = row["name_ar"] if arabic else ""
        fr, en = (row["name_fr"], row["name_en"]) if latin else ("", "")
        work.add(Club(name=Words(ar, fr, en), code=row["code"]))
    for row in rows_of("stadiums/morocco_stadium_names.csv"):
        ar = row["name_ar"] if arabic else ""
        work.add(Venue(name=Words(ar, row["name_fr"] if latin else "")))
    work.session.flush()


def first(work: Work, typed: str) -> str:
    """Return the code of the first club found, or the name of the first ground."""
    hits = search(work, typed)
    if not hits:
        return ""
    club = work.session.get(Club, hits[0].id)
    return club.code if club is not None else hits[0].title.pick("fr")


@pytest.fixture
def all_names(work: Work) -> Work:
    fill(work, arabic=True, latin=True)
    return work


@pytest.fixture
def arabic_names(work: Work) -> Work:
    fill(work, arabic=True, latin=False)
    return work


@pytest.fixture
def latin_names(work: Work) -> Work:
    fill(work, arabic=False, latin=True)
    return work


AS_IT_STANDS = [
    ("wydad ath", "WAC"),
    ("الوداد", "WAC"),  # with the article as without
    ("وداد ف", "WAF"),
    ("ha", "HUSA"),  # two letters
    ("هض", ""),  # no word begins so
    ("حس", "HUSA"),
    ("حسنيه", "HUSA"),  # teh marbuta as heh
    ("اكادير", "HUSA"),  # hamza left out
    ("أكــادير", "HUSA"),  # tatweel
    ("حَسَنِيَّة", "HUSA"),  # vowel signs
    ("آسفي", "OCS"),
    ("اسفى", "OCS"),  # madda left out, alef maqsura
    ("difaa", "DHJ"),
    ("FES maghreb", "MAS"),  # any order
    ("mco", "MCO"),  # the code
    ("18 nov", "Stade du 18-Novembre"),
    ("١٨ نونبر", "Stade du 18-Novembre"),  # Arabic-Indic digits
    ("adrar", "Stade Adrar (Grand Stade d'Agadir)"),
    ("بطوطة", "Grand Stade de Tanger (Ibn Batouta)"),
]


@pytest.mark.parametrize(("typed", "wanted"), AS_IT_STANDS)
def test_names_are_found_as_they_stand(
    all_names: Work, typed: str, wanted: str
) -> None:
    assert first(all_names, typed) == wanted


ONE_SLIP = [
    ("agadr", "HUSA"),  # left out
    ("agaddir", "HUSA"),  # twice
    ("agaidr", "HUSA"),  # swapped
    ("agadur", "HUSA"),  # wrong
    ("berknae", "RSB"),  # swapped at the end
    ("xerrechid", "CAYB"),  # the first letter
    ("khouribja", "OCK"),
    ("اكدير", "HUSA"),
    ("خريكبة", "OCK"),
    ("مولودنة", "MCO"),
    ("renaisance berkanne", "RSB"),  # in both words
    ("mouloudai", "MCO"),
    ("hassanai agad", "HUSA"),  # while the next is being typed
]


@pytest.mark.parametrize(("typed", "wanted"), ONE_SLIP)
def test_one_slip_in_a_word_is_forgiven(
    all_names: Work, typed: str, wanted: str
) -> None:
    assert first(all_names, typed) == wanted


LATIN_FOR_ARABIC = [
    ("wydad fes", "WAF"),
    ("widad fes", "WAF"),
    ("ouidad fas", "WAF"),
    ("agadir", "HUSA"),
    ("berkane", "RSB"),
    ("mouloudia oujda", "MCO"),
    ("zemamra", "RCAZ"),
    ("union touarga", "UTS"),
    ("chabab rif", "CRA"),
    ("khenifra", "CAK"),
    ("adrar", "ملعب أدرار"),
    ("massira", "ملعب المسيرة"),
    ("ahmed choukri", "ملعب أحمد شكري"),
]


@pytest.mark.parametrize(("typed", "wanted"), LATIN_FOR_ARABIC)
def test_latin_letters_find_a_name_that_is_only_in_arabic(
    arabic_names: Work, typed: str, wanted: str
) -> None:
    assert first(arabic_names, typed) == wanted


ARABIC_FOR_LATIN = [
    ("وداد فاس", "WAF"),
    ("أكادير", "HUSA"),
    ("بركان", "RSB"),
    ("مولودية وجدة", "MCO"),
    ("الزمامرة", "RCAZ"),
    ("نهضة بركان", "RSB"),
    ("شباب خنيفرة", "CAK"),
    ("أدرار", "Stade Adrar (Grand Stade d'Agadir)"),
]


@pytest.mark.parametrize(("typed", "wanted"), ARABIC_FOR_LATIN)
def test_arabic_letters_find_a_name_that_is_only_in_latin_ones(
    latin_names: Work, typed: str, wanted: str
) -> None:
    assert first(latin_names, typed) == wanted


@pytest.mark.parametrize("typed", ["qqqqqq", "wydad xylophone", "زززززز", "raj4"])
def test_what_is_nowhere_near_is_not_found(all_names: Work, typed: str) -> None:
    assert first(all_names, typed) == ""


PHONES = ["0661998877", "06 61 99 88 77", "+212 661 99", "00212661", "066199"]


@pytest.mark.parametrize("typed", PHONES)
def test_a_number_is_found_as_it_is_dialled(work: Work, typed: str) -> None:
    one = work.add(Contact(name_latin="Omar Alami", phone="+212661998877"))
    work.add(Contact(name_latin="Amal Idrissi", phone="+212522334455"))
    work.session.flush()
    assert [hit.id for hit in search(work, typed)] == [one.id]


def test_the_beginning_of_many_numbers_finds_some_of_them(work: Work) -> None:
    for number in range(100):
        name = f"Omar {number:03}"
        work.add(Contact(name_latin=name, phone=f"+2126619{number:05}"))
    work.session.flush()
    assert len(search(work, "0661")) == 20
