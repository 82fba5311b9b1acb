"""People by what they are or are called, and where: "director phare", "fnidi ocean"."""

from __future__ import annotations

from uuid import UUID

from sportsec.domain.finding import typed_words
from sportsec.domain.listing import by
from sportsec.queries.function_words import called, parted
from sportsec.queries.people import CONTACTS, ContactFilter
from sportsec.queries.search_index import RECORD, people_beside
from sportsec.store.work import Work


def people_by_function(work: Work, text: str, limit: int) -> list[UUID]:
    """Return people of the function that some words mean, found by all the others.

    Words of a function alone find nobody here: all who have it are a list.
    """
    words = typed_words(text)
    roles = [(role, *parted(words, name)) for role, name in called()]
    most = max(len(meant) for _, meant, _ in roles)
    found: dict[UUID, None] = {}
    for role, meant, rest in roles:
        if rest and most and len(meant) == most:
            wanted = ContactFilter(" ".join(rest), role=role)
            found |= dict.fromkeys(CONTACTS.ids(work, wanted, by("name"), limit))
    return [*found][:limit]


def people_by_place(work: Work, text: str, limit: int) -> list[UUID]:
    """Return people of whose name some words are, and of whose place the others."""
    rows = people_beside(work.flushed(), typed_words(text), limit)
    return [UUID(bytes=row[RECORD]) for row in rows]
