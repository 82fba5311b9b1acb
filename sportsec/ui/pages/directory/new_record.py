"""A field whose record can be made on the spot, where it was looked for in vain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sportsec.domain.intake.matching_sounds import is_arabic
from sportsec.domain.words import Words
from sportsec.queries.pickers import Named
from sportsec.ui.desk import Desk
from sportsec.ui.language import translator
from sportsec.ui.pages.directory.noun import Making
from sportsec.ui.pages.directory.record_fields import named_field
from sportsec.ui.pages.directory.record_form import open_new
from sportsec.ui.widgets.fields_choice import RecordField
from sportsec.ui.widgets.form import Form

#: Gives the form of a new record of one kind, and what it says and does.
New = Callable[[Desk], tuple[Making, Form]]


def making_field(
    desk: Desk, kind: Named, text: str, new: New, *, ignoring: UUID | None = None
) -> RecordField:
    """Return a field that offers records of one kind, and to make a new one.

    Args:
        text: What the line says that makes one, translated.
        ignoring: A record that is never offered, such as the one being edited.
    """
    field = named_field(desk.runner, kind, ignoring=ignoring)
    may_make(desk, field, text, new)
    return field


def may_make(desk: Desk, field: RecordField, text: str, new: New) -> None:
    """Let a field offer to make a record of what was typed; then it is chosen.

    The form opens over that of the field, which keeps all that was typed in it.
    """

    def create(typed: str) -> None:
        making, form = new(desk)

        def chosen(record: UUID) -> None:
            field.show_record(record, typed)
            field.set_value(record)
            field.changed.emit()

        draft = _named(making.blank(), typed)
        open_new(field.window(), desk, making, form, draft, chosen)

    field.offer_new(create, text)


def _named(draft: Any, typed: str) -> Any:
    """Return a draft with what was typed for its name, by the letters it is in."""
    if not hasattr(draft, "name"):  # a person
        name = "name_ar" if is_arabic(typed) else "name_latin"
        return replace(draft, **{name: typed})
    own = translator().language
    latin = "fr" if own == "ar" else own
    return replace(draft, name=Words(**{"ar" if is_arabic(typed) else latin: typed}))
