"""From the values of a grid to a suggested category, and why.

Source: domain.md §3.9 (a proposal of the project, no standard); its floors follow
Portugal's Law 39/2009 art. 12 (§3.1). A score is a structured judgement, never a
probability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sportsec.domain.fixtures import Confidence
from sportsec.domain.risk import (
    AWAY_PUBLIC,
    CROWD,
    INTELLIGENCE,
    RELATION,
    TOP_VALUE,
    Circumstances,
    Factor,
    FloorRule,
    RiskCategory,
    Scopes,
)

Values = Mapping[str, int | None]

#: Lowest score of each category above the first, on the unrounded score.
THRESHOLDS = (
    (RiskCategory.CRITICAL, 65),
    (RiskCategory.HIGH, 45),
    (RiskCategory.MODERATE, 25),
)
#: An away public from which the match is a high risk, whatever else is known.
MANY_AWAY, MANY_AWAY_SHARE = 2000, Fraction(20, 100)
#: Share of the capacity from which a stadium counts as nearly full.
NEARLY_FULL = Fraction(80, 100)
#: Share of the weight that may be unknown before confidence is low.
MUCH_UNKNOWN = Fraction(25, 100)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one factor adds to the score.

    Args:
        points: Points of the 100 that its value adds.
        possible: Points that the value 4 would add.
    """

    code: str
    value: int
    points: float
    possible: float


@dataclass(frozen=True, slots=True)
class Move:
    """A change of one factor alone that changes the overall category."""

    code: str
    from_value: int | None
    to_value: int
    category: RiskCategory


@dataclass(frozen=True, slots=True)
class Rating:
    """What the grid says.

    Args:
        score: 0 … 100 over the known factors; None when none is known.
        by_score: Category of the score alone.
        floors: Floors that fired, whether or not they lifted the category.
        suggested: Category by scope; None when nothing is known.
        contributions: The known factors, the heaviest contribution first.
        unknown: Codes of the factors without a value: they count nowhere.
        confidence: The highest that so many unknown factors allow.
    """

    score: float | None
    by_score: RiskCategory | None
    floors: tuple[FloorRule, ...]
    suggested: Scopes | None
    contributions: tuple[Contribution, ...]
    unknown: tuple[str, ...]
    confidence: Confidence

    @property
    def is_lifted(self) -> bool:
        """Whether a floor lifted the category above that of the score."""
        return bool(self.floors) and (self.by_score or 0) < RiskCategory.HIGH


def rate(
    factors: Sequence[Factor], values: Values, facts: Circumstances | None = None
) -> Rating:
    """Rate a match.

    Args:
        values: Value of each factor by its code, 0 … 4; missing or None is unknown.
        facts: What the record knows; it can fire floors, never lower anything but
            the category inside a closed stadium.
    """
    facts = facts or Circumstances()
    known = _known(factors, values)
    score = _score(known, values)
    return Rating(
        score=None if score is None else float(score),
        by_score=None if score is None else category_of(score),
        floors=_floors(values, facts),
        suggested=suggest(factors, values, facts),
        contributions=_contributions(known, values),
        unknown=tuple(f.code for f in factors if values.get(f.code) is None),
        confidence=_confidence(factors, known),
    )


def suggest(
    factors: Sequence[Factor], values: Values, facts: Circumstances | None = None
) -> Scopes | None:
    """Return the suggested category by scope; None when nothing is known."""
    facts = facts or Circumstances()
    score = _score(_known(factors, values), values)
    floors = _floors(values, facts)
    if score is None and not floors:
        return None
    category = RiskCategory.LOW if score is None else category_of(score)
    if floors:
        category = max(category, RiskCategory.HIGH)
    inside = category
    if facts.is_behind_closed_doors and category > RiskCategory.LOW:
        inside = RiskCategory(category - 1)
    return Scopes(inside, category, category)


def category_of(score: Fraction) -> RiskCategory:
    """Return the category of an exact, unrounded score."""
    for category, lowest in THRESHOLDS:
        if score >= lowest:
            return category
    return RiskCategory.LOW


def moves(
    factors: Sequence[Factor], values: Values, facts: Circumstances | None = None
) -> tuple[list[Move], list[Move]]:
    """Return what would lift the overall category, and what would lower it.

    For each factor alone the smallest step that does it; the easiest first. For an
    unknown factor: from which value on knowing it would change the category.
    """
    now = suggest(factors, values, facts)
    if now is None:
        return [], []
    up: list[Move] = []
    down: list[Move] = []
    for factor in factors:
        value = values.get(factor.code)
        higher = range(0 if value is None else value + 1, TOP_VALUE + 1)
        lower = range(TOP_VALUE if value is None else value - 1, -1, -1)
        for found, steps, sign in ((up, higher, 1), (down, lower, -1)):
            move = _first_move(factors, values, facts, factor, steps, now.overall, sign)
            if move:
                found.append(move)
    weight = {factor.code: factor.weight for factor in factors}

    def easiest(move: Move) -> tuple[bool, int, int]:
        steps = abs(move.to_value - (move.from_value or 0))
        return move.from_value is None, steps, -weight[move.code]

    return sorted(up, key=easiest), sorted(down, key=easiest)


def _first_move(
    factors: Sequence[Factor],
    values: Values,
    facts: Circumstances | None,
    factor: Factor,
    steps: range,
    now: RiskCategory,
    sign: int,
) -> Move | None:
    for value in steps:
        after = suggest(factors, {**values, factor.code: value}, facts)
        if after is not None and (after.overall - now) * sign > 0:
            return Move(factor.code, values.get(factor.code), value, after.overall)
    return None


def _known(factors: Sequence[Factor], values: Values) -> list[Factor]:
    return [factor for factor in factors if values.get(factor.code) is not None]


def _score(known: Sequence[Factor], values: Values) -> Fraction | None:
    """100 × Σ(w·v) / (4 × Σw), over the known factors only."""
    weight = sum(factor.weight for factor in known)
    if not weight:
        return None
    raw = sum(factor.weight * (values[factor.code] or 0) for factor in known)
    return Fraction(100 * raw, TOP_VALUE * weight)


def _contributions(known: Sequence[Factor], values: Values) -> tuple[Contribution, ...]:
    weight = sum(factor.weight for factor in known)
    found = [
        Contribution(
            code=factor.code,
            value=values[factor.code] or 0,
            points=100
            * factor.weight
            * (values[factor.code] or 0)
            / TOP_VALUE
            / weight,
            possible=100 * factor.weight / weight,
        )
        for factor in known
    ]
    return tuple(sorted(found, key=lambda each: -each.points))


def _confidence(factors: Sequence[Factor], known: Sequence[Factor]) -> Confidence:
    total = sum(factor.weight for factor in factors)
    missing = total - sum(factor.weight for factor in known)
    if not missing and total:
        return Confidence.HIGH
    if total and Fraction(missing, total) <= MUCH_UNKNOWN:
        return Confidence.MEDIUM
    return Confidence.LOW


def _floors(values: Values, facts: Circumstances) -> tuple[FloorRule, ...]:
    """Return the floors that fire (domain.md §3.9), by the rating or the record."""

    def value(code: str) -> int:
        return values.get(code) or 0

    many_away = value(AWAY_PUBLIC) == TOP_VALUE or _is_many_away(facts)
    full = value(CROWD) >= 3 or _is_nearly_full(facts)
    fires = {
        FloorRule.INTELLIGENCE: value(INTELLIGENCE) == TOP_VALUE,
        FloorRule.AWAY_PUBLIC: many_away,
        FloorRule.FULL_AND_HOSTILE: full and value(RELATION) >= 3,
        FloorRule.GRAVE_PRECEDENT: facts.has_grave_precedent,
        FloorRule.DECISIVE: facts.is_decisive_for_both and value(RELATION) >= 2,
    }
    return tuple(rule for rule in FloorRule if fires[rule])


def _is_many_away(facts: Circumstances) -> bool:
    share = _share(facts.away, facts.capacity)
    return (facts.away or 0) >= MANY_AWAY or share >= MANY_AWAY_SHARE


def _is_nearly_full(facts: Circumstances) -> bool:
    return _share(facts.crowd, facts.capacity) >= NEARLY_FULL


def _share(persons: int | None, capacity: int | None) -> Fraction:
    return Fraction(persons or 0, capacity) if capacity else Fraction(0)
