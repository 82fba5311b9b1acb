"""Risk assessments: their coded lists, and what a rater enters (§2.9, §3.9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from uuid import UUID

from sportsec.domain.drafts import Draft
from sportsec.domain.fixtures import Confidence
from sportsec.domain.groups import SourceGrade
from sportsec.domain.words import Words


class Stage(StrEnum):
    """When in the preparation an assessment was made."""

    INITIAL = "initial"
    INTERIM = "interim"
    FINAL = "final"
    MATCH_DAY = "match_day"
    POST_MATCH = "post_match"


def stages_after(rated: Iterable[Stage], *, has_come: bool) -> tuple[Stage, ...]:
    """Return the stages to rate next, first the one to offer; at the end the last.

    The review of the match day waits for that day: a match that moves once more after
    its final rating is rated once more at the stage it has reached.

    Args:
        has_come: The day of the match is there, or past.
    """
    stages = list(Stage)
    last = max((stages.index(stage) for stage in rated), default=-1)
    waits = not has_come and last >= stages.index(Stage.FINAL)
    first = last if waits or last == len(stages) - 1 else last + 1
    return tuple(stages[first:])


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


class FloorRule(StrEnum):
    """A fact that no score can outweigh: the category is at least high."""

    INTELLIGENCE = "intelligence"
    AWAY_PUBLIC = "away_public"
    FULL_AND_HOSTILE = "full_and_hostile"
    GRAVE_PRECEDENT = "grave_precedent"
    DECISIVE = "decisive"


#: Codes of the default grid that rules speak of (domain.md §3.9).
RELATION, MEETINGS, AWAY_FANS, HOME_FANS = "F1", "F2", "F3", "F4"
AWAY_PUBLIC, CROWD, STAKE, TRAVEL = "F5", "F6", "F7", "F9"
VENUE, HOUR, INTELLIGENCE = "F10", "F11", "F12"
#: What estimates and clock say: the facts may have changed since somebody wrote them.
FACTUAL = frozenset({AWAY_PUBLIC, CROWD, HOUR})

#: Highest value of a factor; 1 and 3 are the steps between the described values.
TOP_VALUE = 4
#: From this value on a factor must carry its evidence (domain.md §2.9).
EVIDENCE_FROM = 3


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of a grid: its weight and what the values 0, 2 and 4 mean."""

    id: UUID
    code: str
    weight: int
    name: Words = Words()
    anchor_0: Words = Words()
    anchor_2: Words = Words()
    anchor_4: Words = Words()

    def anchor(self, value: int) -> Words:
        """Return what a value means; empty for the steps between."""
        return {0: self.anchor_0, 2: self.anchor_2, 4: self.anchor_4}.get(
            value, Words()
        )


@dataclass(frozen=True, slots=True)
class FactorDraft(Draft):
    """A factor as the officer edits it for the next version of the grid."""

    code: str = ""
    name: Words = Words()
    weight: int | None = 1
    anchor_0: Words = Words()
    anchor_2: Words = Words()
    anchor_4: Words = Words()


@dataclass(frozen=True, slots=True)
class ItemDraft(Draft):
    """The value given to one factor, and on what it rests.

    Args:
        value: 0 … 4; None is not known, and counts nowhere.
        source: Where the evidence comes from; `RECORD` when the program found it.
    """

    value: int | None = None
    evidence: Words = Words()
    source: str = ""
    source_grade: SourceGrade | None = None


#: Source of an item that was taken over from the record.
RECORD = "record"


def rated_by_hand(
    item: ItemDraft, value: int | None, proposed: ItemDraft | None
) -> ItemDraft:
    """Return an item with the value that an officer chose.

    What the record gave as its reason speaks for its own value only: with another one
    it goes, and with it the name of the record as source, so that the next assessment
    keeps what was chosen. What the officer wrote himself stays.

    Args:
        proposed: What the record had proposed, when the item was taken from it.
    """
    if proposed is None:
        return replace(item, value=value)
    has_own_words = item.evidence not in (Words(), proposed.evidence)
    if has_own_words or item.source not in {"", RECORD}:
        return replace(item, value=value)
    return proposed if value == proposed.value else ItemDraft(value)


@dataclass(frozen=True, slots=True)
class AssessmentDraft(Draft):
    """What a rater says besides the values of the factors.

    Args:
        category_inside, category_outside, category_travel: 1 … 4, as decided; None
            while the suggestion is followed.
        has_grave_precedent: A death or serious injury between the groups in the last
            three seasons is known to the rater.
    """

    category_inside: int | None = None
    category_outside: int | None = None
    category_travel: int | None = None
    confidence: Confidence = Confidence.MEDIUM
    has_grave_precedent: bool = False
    override_reason: Words = Words()
    summary: Words = Words()


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the record knows of the match and a floor may rest on.

    Args:
        away: Away supporters expected, with and without ticket.
        crowd: Public expected in the stadium, in persons.
        capacity: Persons allowed in the stadium.
    """

    away: int | None = None
    crowd: int | None = None
    capacity: int | None = None
    is_decisive_for_both: bool = False
    is_behind_closed_doors: bool = False
    has_grave_precedent: bool = False


@dataclass(frozen=True, slots=True)
class Scopes:
    """The category inside the stadium, around it, and on the way."""

    inside: RiskCategory
    outside: RiskCategory
    travel: RiskCategory

    @property
    def overall(self) -> RiskCategory:
        """The highest of the three."""
        return max(self.inside, self.outside, self.travel)
