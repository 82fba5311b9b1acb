"""The liaison log: calls, visits and messages (domain.md §2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft


class LiaisonKind(StrEnum):
    """How somebody was spoken to."""

    CALL = "call"
    VISIT = "visit"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class LiaisonDraft(Draft):
    """One call, visit or message, of a match or of none.

    Args:
        happened_at: The moment; None is now.
        with_whom: A person who is no contact.
        is_reached: Whether anybody answered.
        gist: What was said.
    """

    fixture_id: UUID | None = None
    kind: LiaisonKind = LiaisonKind.CALL
    happened_at: datetime | None = None
    contact_id: UUID | None = None
    with_whom: str = ""
    is_reached: bool = True
    gist: str = ""
