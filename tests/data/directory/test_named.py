"""Searching and sorting names in any script."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from sportsec.domain.identity import new_id
from sportsec.domain.listing import by
from sportsec.domain.words import Words
from sportsec.queries.clubs import CLUBS, ClubFilter
from sportsec.queries.named import find_named, names_of, twin_of
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import a_club, a_venue


@dataclass(frozen=True)
class Clubs:
    wydad: Club
    raja: Club
    fes: Club


@pytest.fixture
def clubs(work: Work) -> Clubs:
    wydad = a_club(work, name="", code="WAC")
    wydad.name = Words("الوداد الرياضي", "Wydad Sportif", "")
    raja = a_club(work, name="", code="RCA", city=Words(fr="Casablanca"))
    raja.name = Words("الرجاء", "Raja", "Raja")
    fes = a_club(work, name="", code="MAS", city=Words(ar="فاس", fr="Fès"))
    fes.name = Words("المغرب الفاسي", "Maghreb de Fès", "")
    work.session.flush()
    return Clubs(wydad, raja, fes)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("wydad", "WAC"),
        ("الودَاد", "WAC"),
        ("رياضي الوداد", "WAC"),
        ("fes", "MAS"),
        ("FÈS", "MAS"),
        ("فاس", "MAS"),
        ("ra", "RCA"),
        ("RCA casa", "RCA"),
        ('ra"ja', None),
        ("r%ja", None),
        ("wydad fes", None),
    ],
)
def test_every_word_typed_is_found_in_any_script(
    work: Work, clubs: Clubs, typed: str, code: str | None
) -> None:
    ids = CLUBS.ids(work, ClubFilter(typed, "fr"), by("name"), None)
    assert [row.code for row in CLUBS.rows(work, ids)] == ([code] if code else [])
    assert CLUBS.count(work, ClubFilter(typed, "fr")) == len(ids)


@pytest.mark.parametrize(
    ("language", "order"),
    [("ar", ["RCA", "MAS", "WAC"]), ("fr", ["MAS", "RCA", "WAC"])],
)
def test_names_are_sorted_in_the_language_of_the_reader(
    work: Work, clubs: Clubs, language: str, order: list[str]
) -> None:
    wanted = ClubFilter("", language)
    up = CLUBS.ids(work, wanted, by("name"), None)
    assert [row.code for row in CLUBS.rows(work, up)] == order
    down = CLUBS.ids(work, wanted, by("-name"), None)
    assert down == up[::-1]
    assert CLUBS.ids(work, wanted, by("name"), 2) == up[:2]


def test_records_without_a_value_come_last_in_either_order(
    work: Work, clubs: Clubs
) -> None:
    wanted = ClubFilter("", "fr")
    up = CLUBS.ids(work, wanted, by("city"), None)
    assert [row.code for row in CLUBS.rows(work, up)] == ["RCA", "MAS", "WAC"]
    down = CLUBS.ids(work, wanted, by("-city"), None)
    assert [row.code for row in CLUBS.rows(work, down)] == ["MAS", "RCA", "WAC"]


def test_rows_come_in_the_order_asked_for(work: Work, clubs: Clubs) -> None:
    ids = [clubs.fes.id, new_id(), clubs.wydad.id]
    assert [row.code for row in CLUBS.rows(work, ids)] == ["MAS", "WAC"]


def test_a_club_is_found_by_its_ground(work: Work, clubs: Clubs) -> None:
    ground = a_venue(work, "Stade du Saïss")
    work.session.flush()
    clubs.fes.home_venue_id = ground.id
    work.session.flush()
    ids = CLUBS.ids(work, ClubFilter("saiss", "fr"), by("name"), None)
    assert list(ids) == [clubs.fes.id]
    assert CLUBS.rows(work, ids)[0].home_venue == Words(fr="Stade du Saïss")


def test_deleted_records_are_not_found(work: Work, clubs: Clubs) -> None:
    work.delete(clubs.raja)
    work.session.flush()
    assert CLUBS.count(work, ClubFilter()) == 2
    assert find_named(work, Club, "raja", "fr") == []


def test_typing_offers_names_in_order(work: Work, clubs: Clubs) -> None:
    offered = [name.pick("fr") for _id, name in find_named(work, Club, "", "fr")]
    assert offered == ["Maghreb de Fès", "Raja", "Wydad Sportif"]
    assert len(find_named(work, Club, "", "fr", limit=1)) == 1


def test_what_reads_as_typed_is_offered_first(work: Work) -> None:
    for name, code in (("AS FAR", "FAR"), ("Afar", ""), ("Adrar", "FARA"), ("Z", "X")):
        work.add(Club(name=Words(fr=name), code=code))
    work.session.flush()
    offered = [name.pick("fr") for _id, name in find_named(work, Club, "far", "fr")]
    assert offered == ["AS FAR", "Adrar", "Afar"]


def test_a_person_has_two_names(work: Work) -> None:
    person = work.add(Contact(name_ar="سعيد", name_latin="Saïd"))
    work.session.flush()
    assert names_of(work, Contact, [person.id]) == {
        person.id: Words("سعيد", "Saïd", "Saïd")
    }
    assert find_named(work, Contact, "said", "ar")[0][0] == person.id


def test_a_twin_reads_the_same_in_one_language(work: Work, clubs: Clubs) -> None:
    assert twin_of(work, Club, Words(fr="RAJA")) == clubs.raja.name
    assert twin_of(work, Club, Words(ar="الرّجاء")) == clubs.raja.name
    assert twin_of(work, Club, Words(fr="Raja"), clubs.raja.id) is None
    assert twin_of(work, Club, Words(fr="Raja 2")) is None
    assert twin_of(work, Club, Words()) is None
