"""Competitions and seasons: their kinds (domain.md §2.1)."""

from __future__ import annotations

from enum import StrEnum


class Organiser(StrEnum):
    """Who organises a competition."""

    FRMF = "frmf"
    LNFP = "lnfp"
    CAF = "caf"
    FIFA = "fifa"
    UAFA = "uafa"
    OTHER = "other"


class Format(StrEnum):
    """How a competition is played."""

    LEAGUE = "league"
    KNOCKOUT = "knockout"
    GROUP_KNOCKOUT = "group_knockout"
    FRIENDLY = "friendly"


class SecurityRegime(StrEnum):
    """Whose security regulations apply to its matches."""

    NATIONAL = "national"
    CAF = "caf"
    FIFA = "fifa"


class SeasonStatus(StrEnum):
    """Life of a season; a closed one is read-only."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"
