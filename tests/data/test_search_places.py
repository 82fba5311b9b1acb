"""Of several words, some are of a person's name and the others of the place."""

from __future__ import annotations

import pytest

from sportsec.domain.people import ContactRole
from sportsec.domain.words import Words
from sportsec.queries import search_index
from sportsec.queries.search import search_plainly, with_people
from sportsec.queries.search_hits import Hit
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work


@pytest.fixture
def people(work: Work) -> dict[object, str]:
    clubs = [
        work.add(Club(name=Words("نادي المحيط", "Océan Football Club"))),
        work.add(Club(name=Words("نادي الاطلس", "Atlas Club"))),
    ]
    work.session.flush()
    found: dict[object, str] = {}
    for name_ar, name, club in (
        ("عبد الرحيم الفنيدي", "Abderrahim El Fnidi", clubs[0]),
        ("كريم الفنيدي", "Karim El Fnidi", clubs[1]),
        ("كريم بناني", "Karim Bennani", clubs[0]),
    ):
        role = ContactRole.GENERAL_MANAGER
        one = Contact(name_ar=name_ar, name_latin=name, role=role, club_id=club.id)
        work.add(one)
        work.session.flush()
        found[one.id] = name
    return found


def searched(work: Work, typed: str) -> list[Hit]:
    return with_people(work, typed, search_plainly(work, typed, 9, ()), 9)


def found(work: Work, people: dict[object, str], typed: str) -> list[str]:
    return [people[hit.id] for hit in searched(work, typed) if hit.id in people]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("fnidi ocean", "Abderrahim El Fnidi"),
        ("ocean fnidi", "Abderrahim El Fnidi"),
        ("fnidi oc", "Abderrahim El Fnidi"),
        ("karim fnidi atlas", "Karim El Fnidi"),
        ("الفنيدي المحيط", "Abderrahim El Fnidi"),
    ],
)
def test_the_name_and_the_place_together_find_the_person(
    work: Work, people: dict[object, str], typed: str, name: str
) -> None:
    assert found(work, people, typed) == [name]


def test_the_words_of_the_place_alone_find_nobody(
    work: Work, people: dict[object, str]
) -> None:
    assert found(work, people, "ocean club") == []


@pytest.fixture
def of_frequent_names(monkeypatch: pytest.MonkeyPatch) -> None:
    few = search_index._NUMBERS.replace("LIMIT 201", "LIMIT 2")
    monkeypatch.setattr(search_index, "_NUMBERS", few)
    monkeypatch.setattr(search_index, "_FEW_NAMES", 1)


@pytest.mark.usefixtures("of_frequent_names")
@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("fnidi ocean", "Abderrahim El Fnidi"),
        ("oc fnidi", "Abderrahim El Fnidi"),
        ("karim atlas", "Karim El Fnidi"),
        ("كريم المحيط", "Karim Bennani"),
    ],
)
def test_of_a_name_that_many_bear_those_of_the_place_are_found(
    work: Work, people: dict[object, str], typed: str, name: str
) -> None:
    assert found(work, people, typed) == [name]


@pytest.mark.usefixtures("of_frequent_names")
def test_the_place_alone_finds_nobody_among_frequent_names_either(
    work: Work, people: dict[object, str]
) -> None:
    assert found(work, people, "atlas club") == []
    assert found(work, people, "karim fnidi ocean") == []
