"""A small draft, for tests of what all drafts share."""

from __future__ import annotations

from dataclasses import dataclass

from sportsec.domain.words import Words


@dataclass(frozen=True, slots=True)
class ClubNameDraft:
    """Two fields of a club."""

    name: Words
    code: str
