"""Whom a field offers that chooses a person by what is typed."""

from __future__ import annotations

from sportsec.domain.listing import by
from sportsec.queries.named import OFFERED
from sportsec.queries.people import CONTACTS, ContactFilter, ContactRow
from sportsec.queries.search import search
from sportsec.store.work import Work

#: Hits of all kinds looked at for people.
_LOOKED_AT = 40


def offered_contacts(work: Work, text: str, language: str) -> list[ContactRow]:
    """Return people by name, place or number, from two letters on in any script.

    Those whose names are nearest to what was typed come first, also such as only sound
    like it in the other script; then those whose place or number holds it.
    """
    near = search(work, text, _LOOKED_AT) if text.strip() else []
    ids = [hit.id for hit in near if hit.kind == "contact"][:OFFERED]
    if len(ids) < OFFERED:
        wanted = ContactFilter(text, language)
        rest = CONTACTS.ids(work, wanted, by("name"), OFFERED)
        ids += [each for each in rest if each not in ids][: OFFERED - len(ids)]
    return list(CONTACTS.rows(work, ids))
