"""Risk assessments: stages, raters and categories (domain.md §2.9, §3.9)."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Stage(StrEnum):
    """When in the preparation an assessment was made."""

    INITIAL = "initial"
    INTERIM = "interim"
    FINAL = "final"
    MATCH_DAY = "match_day"
    POST_MATCH = "post_match"


class Rater(StrEnum):
    """Who made an assessment; several are kept side by side."""

    POLICE = "police"
    CLUB = "club"
    FEDERATION = "federation"
    LOCAL_COMMISSION = "local_commission"


class RiskCategory(IntEnum):
    """Category of a match; higher is graver."""

    LOW = 1
    MODERATE = 2
    HIGH = 3
    CRITICAL = 4
