"""A field that chooses a match by the names of its clubs or by its day."""

from __future__ import annotations

from uuid import UUID

from sportsec.queries.record_labels import label_of
from sportsec.queries.search import search
from sportsec.ui.language import words
from sportsec.ui.tasks import Runner, Work
from sportsec.ui.widgets.fields_choice import RecordField

#: Hits of all kinds looked at for matches.
_LOOKED_AT = 60


def match_field(runner: Runner) -> RecordField:
    """Return a field that offers matches, told apart by their day and stadium."""

    def find(work: Work, text: str) -> list[tuple[UUID, str, str]]:
        found = search(work, text, _LOOKED_AT) if text else []
        return [
            (hit.id, words(hit.title), words(hit.subtitle))
            for hit in found
            if hit.kind == "fixture"
        ]

    return RecordField(
        runner, find, lambda work, one: words(label_of(work, "fixture", one))
    )
