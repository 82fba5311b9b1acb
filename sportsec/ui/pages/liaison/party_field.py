"""A field that chooses who is bound: a person, club, group or organisation."""

from __future__ import annotations

from uuid import UUID

from sportsec.i18n.kind_words import kind_label
from sportsec.queries.parties import offered_parties, party_name
from sportsec.ui.language import translator, words
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.fields_choice import RecordField


def party_field(runner: Runner) -> RecordField:
    """Return a field that offers all who can give their word, told apart."""

    def find(work: Work, text: str) -> list[tuple[UUID, str, str]]:
        return [
            (hit.id, words(hit.title), _beside(hit.kind, words(hit.subtitle)))
            for hit in offered_parties(work, text)
        ]

    return RecordField(runner, find, lambda work, one: words(party_name(work, one)))


def _beside(kind: str, subtitle: str) -> str:
    return " · ".join(filter(None, (kind_label(translator(), kind), subtitle)))
