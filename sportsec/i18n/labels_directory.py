"""The words of what the directory computes: limits of a sector, trust in a contact."""

from __future__ import annotations

from enum import Enum

from sportsec.domain.capacity import Limit
from sportsec.domain.clubs import ClubGap
from sportsec.domain.people import Freshness
from sportsec.domain.words import N_

#: Enumeration → name of a member → its English text.
DIRECTORY_LABELS: dict[type[Enum], dict[str, str]] = {
    Limit: {
        "ENTRY": N_("Entry by turnstiles"),
        "HOLDING": N_("Places"),
        "EXIT": N_("Normal exit"),
        "EMERGENCY": N_("Evacuation"),
    },
    ClubGap: {
        "ARABIC_NAME": N_("No Arabic name"),
        "LATIN_NAME": N_("No Latin name"),
        "CITY": N_("No city"),
    },
    Freshness: {
        "FRESH": N_("Verified"),
        "STALE": N_("To verify"),
        "UNVERIFIED": N_("Never verified"),
        "EXPIRED": N_("Mandate ended"),
        "FUTURE": N_("Not in office yet"),
    },
}
