"""Two letters find a person, in either script, by place and by number too."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sportsec.domain.words import Words
from sportsec.queries.contact_picker import offered_contacts
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import a_club


@pytest.fixture
def people(work: Work) -> Work:
    club = a_club(work, "Olympique", city=Words(fr="Safi"))
    work.session.flush()
    for latin, arabic, phone in (
        ("Karim Tazi", "", "+212661234567"),
        ("", "كريم العلوي", "+212662000000"),
        ("Driss Alami", "إدريس العلمي", "+212663000000"),
    ):
        work.add(
            Contact(
                name_latin=latin,
                name_ar=arabic,
                phone=phone,
                club_id=club.id if latin == "Driss Alami" else None,
            )
        )
    work.session.flush()
    return work


def names(work: Work, text: str) -> Sequence[str]:
    found = offered_contacts(work, text, "fr")
    return sorted(each.name.pick("fr") for each in found)


def test_two_letters_find_in_the_script_that_is_typed(people: Work) -> None:
    assert "Karim Tazi" in names(people, "ka")
    assert "كريم العلوي" in names(people, "كر")
    assert names(people, "dr") == ["Driss Alami"]


def test_a_name_is_found_in_the_other_script_too(people: Work) -> None:
    assert names(people, "karim") == ["Karim Tazi", "كريم العلوي"]
    assert names(people, "كريم") == ["Karim Tazi", "كريم العلوي"]


def test_a_place_and_a_number_find_their_people(people: Work) -> None:
    assert names(people, "olympi") == ["Driss Alami"]
    assert names(people, "0661 23 45") == ["Karim Tazi"]


def test_nothing_typed_offers_the_first_ones(people: Work) -> None:
    assert len(names(people, "")) == 3


def test_the_name_nearest_to_what_was_typed_comes_first(people: Work) -> None:
    people.add(Contact(name_latin="Abdellah Boukari"))
    people.session.flush()
    found = offered_contacts(people, "kar", "fr")
    assert [each.name.fr for each in found] == ["Karim Tazi", "Abdellah Boukari"]
