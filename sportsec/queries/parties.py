"""Who may be bound by a promise: people, clubs, groups and organisations as one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from sportsec.domain.commitments import PARTIES, CommitmentDraft
from sportsec.domain.words import Words
from sportsec.queries.pickers import Named, kind_of, name_of
from sportsec.queries.search import search
from sportsec.queries.search_hits import Hit
from sportsec.store.work import Work

#: Kind of a party → the column that names it.
_COLUMNS = dict(
    zip(
        (Named.CONTACT, Named.CLUB, Named.GROUP, Named.ORGANISATION),
        PARTIES,
        strict=True,
    )
)
#: Hits of all kinds looked at for parties.
_LOOKED_AT = 60


def offered_parties(work: Work, text: str) -> list[Hit]:
    """Return the parties whose name is what was typed, the nearest first."""
    return [hit for hit in search(work, text, _LOOKED_AT) if hit.kind in _COLUMNS]


def party_of(draft: CommitmentDraft) -> UUID | None:
    """Return the one that a draft names; None for none."""
    named = (getattr(draft, name) for name in PARTIES)
    return next((one for one in named if one is not None), None)


def with_party(
    work: Work, draft: CommitmentDraft, party: UUID | None
) -> CommitmentDraft:
    """Return a draft that names another party; one that names it already as it is.

    A party that was deleted meanwhile is none, unless the draft names it already.
    """
    if party == party_of(draft):
        return draft
    kind = None if party is None else kind_of(work, party, tuple(_COLUMNS))
    wanted = _COLUMNS.get(kind) if kind is not None else None
    named: dict[str, Any] = {
        name: party if name == wanted else None for name in PARTIES
    }
    return replace(draft, **named)


def party_name(work: Work, party: UUID) -> Words:
    """Return what a party is called; empty where it has no name."""
    found = (name_of(work, kind, party) for kind in _COLUMNS)
    return next((name for name in found if name), Words())
