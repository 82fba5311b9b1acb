"""Whether two records that two cells made stand for one thing."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What an officer decided about a pair."""

    SAME = "same"
    DIFFERENT = "different"
