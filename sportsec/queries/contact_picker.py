"""Whom a field offers that chooses a person by what is typed."""

from __future__ import annotations

from sportsec.domain.listing import by
from sportsec.queries.named import OFFERED
from sportsec.queries.people import CONTACTS, ContactFilter, ContactRow
from sportsec.queries.search import search
from sportsec.store.work import Work

#: With fewer people than this, those whose names sound alike are offered too.
_FEW = 5


def offered_contacts(work: Work, text: str, language: str) -> list[ContactRow]:
    """Return people by name, place or number, from two letters on in any script.

    Those whose names hold what was typed come first, then those that only sound so,
    such as names kept in the other script.
    """
    wanted = ContactFilter(text, language)
    ids = list(CONTACTS.ids(work, wanted, by("name"), OFFERED))
    if text.strip() and len(ids) < _FEW:
        heard = (hit.id for hit in search(work, text, OFFERED) if hit.kind == "contact")
        ids += [each for each in heard if each not in ids]
    return list(CONTACTS.rows(work, ids))
