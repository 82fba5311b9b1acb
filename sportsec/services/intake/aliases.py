"""Remembering a spelling for the club or venue that it was decided to mean."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.identity import natural_id
from sportsec.store.tables.clubs import ClubAlias
from sportsec.store.tables.venues import VenueAlias
from sportsec.store.work import Work

_MEANS = {ClubAlias: "club_id", VenueAlias: "venue_id"}


def remember_spelling(
    work: Work, owner: type[ClubAlias | VenueAlias], record: UUID, text: str
) -> bool:
    """Take a spelling for this record from now on; say whether that is news.

    The id derives from the folded spelling, so that two cells deciding about the
    same one write the same row; deciding again moves it to the other record.
    """
    folded = fold(text)
    key = natural_id(owner.__tablename__, folded)
    alias: Any = work.session.get(owner, key)
    if alias is None:
        alias = work.add(owner(id=key, folded=folded))
    elif alias.deleted_at is None and getattr(alias, _MEANS[owner]) == record:
        return False
    setattr(alias, _MEANS[owner], record)
    alias.text, alias.deleted_at = text, None
    return True
