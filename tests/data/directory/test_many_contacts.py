"""Among many thousands of people, a search asks for those it finds, not for all."""

from __future__ import annotations

import pytest

from sportsec.domain.listing import Order, by
from sportsec.domain.people import ContactRole
from sportsec.queries import large_source
from sportsec.queries.people import CONTACTS, ContactFilter
from sportsec.store.tables.people import Contact
from sportsec.store.work import Work
from tests.builders import a_club


@pytest.fixture
def people(work: Work) -> Work:
    club = a_club(work, "Karim Sport")
    work.session.flush()
    roles = (
        ContactRole.DOCTOR,
        ContactRole.SAFETY_OFFICER,
        ContactRole.GENERAL_MANAGER,
    )
    for number, name in enumerate(
        (
            "Karim Tazi",
            "Tazi Karim",
            "Karim Tazi",
            "Bennani",
            "Omar Karimi",
            "",
            "Karim",
        )
    ):
        one = Contact(name_latin=name, role=roles[number % len(roles)], club_id=club.id)
        work.add(one)
    work.add(Contact(name_latin="Somebody"))
    work.session.flush()
    return work


@pytest.mark.parametrize(
    "order", [(), by("name"), by("-name"), by("name", "-role"), by("role", "name")]
)
@pytest.mark.parametrize("limit", [None, 3])
def test_few_and_many_stand_in_one_order(
    people: Work, monkeypatch: pytest.MonkeyPatch, order: Order, limit: int | None
) -> None:
    wanted = ContactFilter("karim", "fr")
    few = CONTACTS.ids(people, wanted, order, limit)
    monkeypatch.setattr(large_source, "_FEW", 1)
    assert list(few) == list(CONTACTS.ids(people, wanted, order, limit))
    assert len(few) == (limit or 7)


def test_few_are_found_without_walking_the_names_of_all(people: Work) -> None:
    asked: list[str] = []
    people.connection.set_trace_callback(asked.append)
    CONTACTS.ids(people, ContactFilter("omar", "fr"), by("name"), 3)
    people.connection.set_trace_callback(None)
    ours = [each for each in asked if not each.startswith("--")]
    assert len(ours) == 1
    assert "FROM contact CROSS JOIN name_index" in " ".join(ours[0].split())
