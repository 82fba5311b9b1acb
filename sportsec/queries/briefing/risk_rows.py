"""How the rating of a match stands in its briefing, as frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sportsec.domain.fixtures import Confidence
from sportsec.domain.risk import Rater, Scopes, Stage
from sportsec.domain.risk_rating import Rating
from sportsec.domain.words import Words


@dataclass(frozen=True, slots=True)
class RiskItemRow:
    """One factor of the grid, its value and on what it rests.

    Args:
        points: Points of 100 that it adds; None while the value is unknown.
    """

    name: Words
    value: int | None
    points: float | None
    evidence: Words


@dataclass(frozen=True, slots=True)
class RiskPart:
    """The rating on which the plan stands: the latest of the police.

    Args:
        categories: As decided; as suggested where nobody has decided yet.
        items: The heaviest contribution first, unknown factors last.
    """

    stage: Stage
    rater: Rater
    categories: Scopes
    rating: Rating
    confidence: Confidence
    override_reason: Words
    summary: Words
    decided_by: str
    decided_at: datetime | None
    items: tuple[RiskItemRow, ...]
