"""A field that chooses a person: found by two letters, told apart, made on the spot."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sportsec.domain.intake.matching_sounds import is_arabic
from sportsec.i18n.phones import phone
from sportsec.queries.contact_picker import offered_contacts
from sportsec.queries.people import ContactRow
from sportsec.queries.pickers import Named, name_of
from sportsec.ui.desk import Desk
from sportsec.ui.language import isolate, label, tr, translator, words
from sportsec.ui.pages.directory.record_form import open_form
from sportsec.ui.tasks import Work
from sportsec.ui.widgets.fields_choice import RecordField


def contact_field(desk: Desk) -> RecordField:
    """Return a field that offers people with their place and number."""
    language = translator().language

    def find(work: Work, text: str) -> list[tuple[UUID, str, str]]:
        found = offered_contacts(work, text, language)
        return [(each.id, words(each.name), beside(each)) for each in found]

    def create(typed: str) -> None:
        _create(desk, field, typed)

    field = RecordField(
        desk.runner,
        find,
        lambda work, one: words(name_of(work, Named.CONTACT, one)),
        create=create,
        create_text=tr("New contact"),
    )
    return field


def beside(person: ContactRow) -> str:
    """Return what tells a person from namesakes: place or function, and number."""
    place = words(person.place) or label(person.role)
    return " · ".join(filter(None, (place, isolate(phone(person.phone)))))


def _create(desk: Desk, field: RecordField, typed: str) -> None:
    """Open the form of a new contact with the name typed; then choose it."""
    # Only whoever makes a contact here pays for all that its form needs.
    from sportsec.ui.pages.directory.contacts import (  # noqa: PLC0415
        contact_acts,
        contact_form,
    )

    acts = contact_acts()
    name = "name_ar" if is_arabic(typed) else "name_latin"
    draft = replace(acts.blank(), **{name: typed})

    def chosen(record: UUID) -> None:
        field.show_record(record, typed)
        field.set_value(record)
        field.changed.emit()

    open_form(field.window(), desk, acts, contact_form(desk), None, draft, chosen)
