"""Of whom and of which match a line of the liaison log or the ledger speaks."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from sportsec.domain.people import ContactRole
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.labels import label
from sportsec.i18n.translator import translator
from sportsec.queries.record_labels import TO, joined
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.groups import SupporterGroup
from sportsec.store.tables.people import Contact, Organisation
from sportsec.store.tables.venues import Venue

Row = TypeVarTuple("Row")

#: The place of a person, in queries that go through `with_person`.
_CLUB = aliased(Club, name="club_of_person")
_GROUP = aliased(SupporterGroup, name="group_of_person")
_OFFICE = aliased(Organisation, name="office_of_person")
_GROUND = aliased(Venue, name="ground_of_person")
#: What `person_words` reads.
PERSON: tuple[Any, ...] = (
    *(Contact.name_ar, Contact.name_latin, Contact.role),
    *(_CLUB.name.label("person_club"), _GROUP.name.label("person_group")),
    *(_OFFICE.name.label("person_office"), _GROUND.name.label("person_ground")),
)


def with_person(
    query: Select[*Row], contact: InstrumentedAttribute[UUID | None]
) -> Select[*Row]:
    """Join the contact that a column names, and where that person works."""
    return (
        query.outerjoin(Contact, contact == Contact.id)
        .outerjoin(_CLUB, Contact.club_id == _CLUB.id)
        .outerjoin(_GROUP, Contact.group_id == _GROUP.id)
        .outerjoin(_OFFICE, Contact.organisation_id == _OFFICE.id)
        .outerjoin(_GROUND, Contact.venue_id == _GROUND.id)
    )


def person_words(row: Any) -> Words:
    """Return a person with the place, else with the function.

    Of one whose name was erased by law that alone is said.
    """
    places = (row.person_club, row.person_group, row.person_office, row.person_ground)
    place = next((place for place in places if place), None)
    name = Words(row.name_ar, row.name_latin, row.name_latin)
    return joined(name, place or role_words(row.role))


@cache
def role_words(role: ContactRole) -> Words:
    """Return what a function is called."""
    return Words(**{code: label(translator(code), role) for code in LANGUAGES})


def match_words(row: Any) -> Words:
    """Return "home – away" in each language; empty for no match."""
    if row.fixture_id is None:
        return Words()
    sides = (row.home or Words(), row.away or Words())
    names = {
        code: TO.join(side.pick(code) or "?" for side in sides) for code in LANGUAGES
    }
    return Words(**names)
