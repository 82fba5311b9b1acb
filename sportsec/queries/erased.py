"""Whose personal data were erased by law."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sportsec.store.journal.purge import is_purged
from sportsec.store.work import Work


def erased_among(work: Work, records: Iterable[UUID]) -> frozenset[UUID]:
    """Return those records whose personal fields were all erased for good."""
    every = "''"  # no register by name: all of them
    query = f"SELECT {is_purged('?1', every)}"
    return frozenset(
        each
        for each in records
        if work.connection.execute(query, (each.bytes,)).fetchone()[0]
    )
