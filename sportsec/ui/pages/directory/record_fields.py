"""Fields that choose a record of the directory by typing its name."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.queries.pickers import Named, name_of, offered
from sportsec.ui.language import translator, words
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.fields_choice import RecordField


def named_field(
    runner: Runner, kind: Named, *, ignoring: UUID | None = None, placeholder: str = ""
) -> RecordField:
    """Return a field that offers records of one kind.

    Args:
        ignoring: A record that is never offered, such as the one being edited.
    """
    language = translator().language

    def find(work: Work, text: str) -> Sequence[tuple[UUID, str]]:
        found = offered(work, kind, text, language)
        return [(one, words(name)) for one, name in found if one != ignoring]

    return RecordField(
        runner, find, lambda work, one: words(name_of(work, kind, one)), placeholder
    )
