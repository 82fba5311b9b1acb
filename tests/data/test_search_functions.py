"""People are found by what they are and where, in any language."""

from __future__ import annotations

import pytest

from sportsec.domain.people import ContactRole
from sportsec.domain.words import Words
from sportsec.queries.search_functions import people_by_function
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.work import Work
from tests.builders import a_venue


@pytest.fixture
def people(work: Work) -> dict[str, object]:
    stadium = a_venue(work, "Stade du Phare")
    police = work.add(Organisation(name=Words(fr="Préfecture de Casablanca")))
    work.session.flush()
    found: dict[str, object] = {}
    for name, role, place in (
        ("Director", ContactRole.STADIUM_DIRECTOR, {"venue_id": stadium.id}),
        ("Manager", ContactRole.GENERAL_MANAGER, {"venue_id": stadium.id}),
        ("Commander", ContactRole.MATCH_COMMANDER, {"organisation_id": police.id}),
    ):
        one = work.add(Contact(name_latin=name, role=role, **place))
        work.session.flush()
        found[name] = one.id
    return found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("directeur stade phare", "Director"),
        ("phare directeur du stade", "Director"),
        ("مدير الملعب phare", "Director"),
        ("stadium dir phare", "Director"),
        ("chef du dispositif casa", "Commander"),
        ("match commander casablanca", "Commander"),
    ],
)
def test_words_of_the_function_and_of_the_place_find_the_person(
    work: Work, people: dict[str, object], text: str, name: str
) -> None:
    assert people_by_function(work, text, 5) == [people[name]]


@pytest.mark.parametrize("text", ["directeur du stade", "phare", "chef rabat", ""])
def test_one_without_the_other_finds_nobody(
    work: Work, people: dict[str, object], text: str
) -> None:
    assert people
    assert people_by_function(work, text, 5) == []
