"""Requests for tifos, banners and drums, and what was decided (domain.md §2.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft

#: Requests come in so long before the kick-off (domain.md §2.6, proposed).
CLOSES_BEFORE = timedelta(hours=72)


class AnimationKind(StrEnum):
    """What a group wants to bring."""

    TIFO = "tifo"
    BANNER = "banner"
    DRUM = "drum"
    MEGAPHONE = "megaphone"
    LARGE_FLAG = "large_flag"
    TWO_POLES = "two_poles"
    CARD_MOSAIC = "card_mosaic"
    VEIL = "veil"
    CONFETTI = "confetti"
    SMOKE = "smoke"


#: What is always refused: it burns (law 09-09, domain.md §2.6).
ALWAYS_REFUSED = frozenset({AnimationKind.SMOKE})
#: What says or shows something; its words or its idea are known before the match.
SHOWS_SOMETHING = frozenset(
    {
        *(AnimationKind.TIFO, AnimationKind.BANNER, AnimationKind.TWO_POLES),
        *(AnimationKind.CARD_MOSAIC, AnimationKind.VEIL),
    }
)
#: Cloth and paper: it must be shown that the material does not burn.
MAY_BURN = SHOWS_SOMETHING | {AnimationKind.LARGE_FLAG, AnimationKind.CONFETTI}


class FireProof(StrEnum):
    """Whether it was shown that the material does not burn."""

    UNKNOWN = "unknown"
    SHOWN = "shown"
    MISSING = "missing"


class AnimationDecision(StrEnum):
    """What was answered."""

    PENDING = "pending"
    AUTHORISED = "authorised"
    CONDITIONS = "conditions"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Conformity(StrEnum):
    """Whether what hung on the day was what had been authorised."""

    UNCHECKED = "unchecked"
    CONFORMING = "conforming"
    DEVIATING = "deviating"


@dataclass(frozen=True, slots=True)
class AnimationDraft(Draft):
    """What a group asks for.

    Args:
        message: The words that it shows, or its idea: seen by the police before the
            match.
        pieces: How many.
        installs_at: When it is put up, before the gates open.
        installers: How many persons put it up.
        display: The minute at which it is shown, and how long.
    """

    group_id: UUID | None = None
    kind: AnimationKind = AnimationKind.TIFO
    requested_on: date | None = None
    message: str = ""
    dimensions: str = ""
    pieces: int | None = None
    material: str = ""
    fire_proof: FireProof = FireProof.UNKNOWN
    sector_id: UUID | None = None
    gate_id: UUID | None = None
    installs_at: datetime | None = None
    installers: int | None = None
    display: str = ""
    removal: str = ""
    covers_exits: bool = False


def on_one_line(message: str) -> str:
    """Return the words that are shown, their lines apart by a stroke."""
    return " / ".join(filter(None, map(str.strip, message.splitlines())))


@dataclass(frozen=True, slots=True)
class AnswerDraft(Draft):
    """What is answered to a request, by whom, and why or under what conditions."""

    decision: AnimationDecision = AnimationDecision.PENDING
    decided_by: str = ""
    conditions: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConformityDraft(Draft):
    """What hung on the day: as authorised or not, and what was different."""

    conformity: Conformity = Conformity.UNCHECKED
    conformity_note: str = ""
