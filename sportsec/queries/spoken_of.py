"""Of whom and of which match a line of the liaison log or the ledger speaks."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.people import ContactRole
from sportsec.domain.words import LANGUAGES, N_, Words
from sportsec.i18n.labels import label
from sportsec.i18n.translator import Translator, translator
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
#: What is said with the name of a match whose day does not hold: first, where a list
#: that cuts its texts cannot lose it.
_CALLED_OFF = {
    FixtureStatus.POSTPONED: N_("Postponed: {match}"),
    FixtureStatus.CANCELLED: N_("Cancelled: {match}"),
}
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
    """Return "home – away" in each language; empty for no match.

    Of a match that is postponed or cancelled that is said too.
    """
    if row.fixture_id is None:
        return Words()
    sides = (row.home or Words(), row.away or Words())
    names = {
        code: with_status(
            translator(code),
            TO.join(side.pick(code) or "?" for side in sides),
            row.match_status,
        )
        for code in LANGUAGES
    }
    return Words(**names)


def with_status(t: Translator, match: str, status: FixtureStatus | None) -> str:
    """Return the name of a match; that it is postponed or cancelled is said with it."""
    said = _CALLED_OFF.get(status) if status is not None else None
    return t(said, match=match) if said else match
