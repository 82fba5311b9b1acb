"""What was typed above the agenda: which clubs, venues, competitions and rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_

from sportsec.domain.folding import fold
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: What people type for a round that is a plain number.
_ROUND_CALLED = "j{n} journée round matchday الدورة الجولة"
_NAMED = """SELECT kind, record, {} FROM name_index
 WHERE kind IN ('club', 'venue', 'competition') AND ({})"""
#: The different rounds, skipping along the index: DISTINCT would read all matches.
_ROUNDS = """
WITH RECURSIVE step (round) AS (
  SELECT min(round) FROM fixture WHERE deleted_at IS NULL
  UNION ALL SELECT (SELECT min(round) FROM fixture
    WHERE deleted_at IS NULL AND round > step.round)
  FROM step WHERE step.round IS NOT NULL)
SELECT round FROM step WHERE round <> ''"""


@dataclass(slots=True)
class Hits:
    """What one word means: the values a match may have in one of these columns."""

    club: list[UUID] = field(default_factory=list)
    venue: list[UUID] = field(default_factory=list)
    competition: list[UUID] = field(default_factory=list)
    round: list[str] = field(default_factory=list)

    def arms(self) -> list[ColumnElement[bool]]:
        """Return one condition per column; a match fits that meets any of them."""
        return [
            *([Fixture.home_club_id.in_(self.club)] if self.club else []),
            *([Fixture.away_club_id.in_(self.club)] if self.club else []),
            *([Fixture.venue_id.in_(self.venue)] if self.venue else []),
            *(
                [Fixture.competition_id.in_(self.competition)]
                if self.competition
                else []
            ),
            *([Fixture.round.in_(self.round)] if self.round else []),
        ]

    def ranges(self) -> list[ColumnElement[bool]]:
        """Return one condition per value: each is a range of an index by kick-off."""
        return [getattr(Fixture, column) == one for column, one in self.values()]

    def values(self) -> list[tuple[str, UUID | str]]:
        """Return each value with the column it may stand in."""
        return [
            *(("home_club_id", one) for one in self.club),
            *(("away_club_id", one) for one in self.club),
            *(("venue_id", one) for one in self.venue),
            *(("competition_id", one) for one in self.competition),
            *(("round", one) for one in self.round),
        ]

    def condition(self) -> ColumnElement[bool]:
        """Return the condition that a match fits this word."""
        return or_(false(), *self.arms())

    def __len__(self) -> int:
        return (
            2 * len(self.club)
            + len(self.venue)
            + len(self.competition)
            + len(self.round)
        )


def hits_of(work: Work, text: str) -> list[Hits]:
    """Return what each word typed means, the rarest word first."""
    words = list(dict.fromkeys(fold(text).split()))
    hits = named_by(work, words)
    add_rounds(work, words, hits)
    return sorted(hits, key=len)


def named_by(work: Work, words: Sequence[str]) -> list[Hits]:
    """Return which clubs, venues and competitions each folded word names."""
    hits = [Hits() for _ in words]
    if not words:
        return hits
    # Prepared once by the driver: building it anew takes longer than asking.
    meant = [f"instr(folded, ?{place}) > 0" for place in range(1, len(words) + 1)]
    query = _NAMED.format(", ".join(meant), " OR ".join(meant))
    for kind, record, *named in work.flushed().execute(query, words):
        for each, is_meant in zip(hits, named, strict=True):
            if is_meant:
                getattr(each, kind).append(UUID(bytes=record))
    return hits


def add_rounds(work: Work, words: Sequence[str], hits: Sequence[Hits]) -> None:
    """Add to what each folded word means the rounds that it means."""
    if not words:
        return
    for text in known_rounds(work):
        folded = _round_called(text)
        for word, each in zip(words, hits, strict=True):
            if word in folded:
                each.round.append(text)


@lru_cache(maxsize=1_000)
def _round_called(text: str) -> str:
    """Return all that people call a round, folded."""
    called = _ROUND_CALLED.format(n=text) if text.isdecimal() else ""
    return fold(f"{text} {called}")


def known_rounds(work: Work) -> list[str]:
    """Return the different rounds of the matches, 2 before 10."""
    found = [text for (text,) in work.flushed().execute(_ROUNDS)]
    return sorted(found, key=lambda text: (len(text), text))
