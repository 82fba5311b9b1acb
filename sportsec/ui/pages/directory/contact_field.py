"""A field that chooses a person: found by two letters, told apart, made on the spot."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from sportsec.domain.people import ContactRole
from sportsec.i18n.phones import phone
from sportsec.queries.contact_picker import offered_contacts
from sportsec.queries.people import ContactRow
from sportsec.queries.pickers import Named, name_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.directory.new_record import may_make
from sportsec.ui.pages.directory.noun import Making
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.form import Form


def contact_field(desk: Desk, role: ContactRole = ContactRole.OTHER) -> RecordField:
    """Return a field that offers people with function, place and number.

    Args:
        role: The function that a new one is given.
    """
    language = translator().language

    def find(work: Work, text: str) -> list[tuple[UUID, str, str]]:
        found = offered_contacts(work, text, language)
        return [(each.id, words(each.name), beside(each)) for each in found]

    field = RecordField(
        desk.runner,
        find,
        lambda work, one: words(name_of(work, Named.CONTACT, one)),
    )
    may_make(desk, field, tr("New contact"), partial(_new, role=role))
    return field


def beside(person: ContactRow) -> str:
    """Return what tells a person from namesakes: function, place and number."""
    place = words(person.place)
    has_role = person.role is not ContactRole.OTHER or not place
    role = label(person.role) if has_role else ""
    return " · ".join(filter(None, (role, place, isolate(phone(person.phone)))))


def _new(desk: Desk, role: ContactRole) -> tuple[Making, Form]:
    # Only whoever makes a contact here pays for all that its form needs.
    from sportsec.ui.pages.directory.contacts import new_contact  # noqa: PLC0415

    return new_contact(desk, role)
