"""People by what they are and where: "director phare", "commander casablanca"."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sportsec.domain.finding import typed_words
from sportsec.domain.listing import by
from sportsec.domain.people import ContactRole
from sportsec.i18n.labels import called_in_all_languages
from sportsec.queries.people import CONTACTS, ContactFilter
from sportsec.store.work import Work

#: Shorter words are those of the function only as they stand: "du", "of".
_LEAST_BEGUN = 3


def people_by_function(work: Work, text: str, limit: int) -> list[UUID]:
    """Return people of the function that some words mean, found by all the others.

    Words of a function alone find nobody here: all who have it are a list.
    """
    words = typed_words(text)
    parted = [
        (role, *_parted(words, name))
        for role in ContactRole
        for name in called_in_all_languages(role)
    ]
    most = max((len(meant) for _, meant, _ in parted), default=0)
    found: dict[UUID, None] = {}
    for role, meant, rest in parted:
        if rest and most and len(meant) == most:
            wanted = ContactFilter(" ".join(rest), role=role)
            found |= dict.fromkeys(CONTACTS.ids(work, wanted, by("name"), limit))
    return [*found][:limit]


def _parted(words: Sequence[str], name: str) -> tuple[list[str], list[str]]:
    """Return the words that are of a function, and the others."""
    parts = name.split()
    meant = [word for word in words if any(_means(word, part) for part in parts)]
    return meant, [word for word in words if word not in meant]


def _means(word: str, part: str) -> bool:
    return word == part or (len(word) >= _LEAST_BEGUN and part.startswith(word))
