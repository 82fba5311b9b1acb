"""What was typed above the agenda: which clubs, venues, competitions and rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, false, or_

from sportsec.domain.folding import fold
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: What people type beside a round that is a plain number.
_ROUND_CALLED = ("journée", "round", "matchday", "الدورة", "الجولة", "دورة", "جولة")
#: Fewer letters of that begin many a name as well.
_TELLING = 4
#: Up to so many letters stand inside too many names: whoever types them begins one.
_SHORT = 2
_INSIDE = "instr(folded, ?{0}) > 0"
_WORDS = """replace(replace(folded, '-', ' '), '''', ' ')"""
_BEGINS = " OR ".join(f"instr({_WORDS}, '{the}' || ?{{0}}) > 0" for the in (" ", " ال"))
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
    driver = work.flushed()
    hits = named_by(driver, words)
    add_rounds(driver, words, hits)
    return sorted(hits, key=len)


def named_by(driver: Any, words: Sequence[str]) -> list[Hits]:
    """Return which clubs, venues and competitions each folded word names.

    One or two letters begin a word of the name, after an Arabic article too; more may
    stand anywhere in it.
    """
    hits = [Hits() for _ in words]
    if not words:
        return hits
    query = _named(tuple(len(word) <= _SHORT for word in words))
    for kind, record, *named in driver.execute(query, words):
        for each, is_meant in zip(hits, named, strict=True):
            if is_meant:
                getattr(each, kind).append(UUID(bytes=record))
    return hits


@lru_cache(maxsize=100)
def _named(are_short: tuple[bool, ...]) -> str:
    """Return the statement that asks for so many words, some of them short."""
    meant = [
        (_BEGINS if is_short else _INSIDE).format(place)
        for place, is_short in enumerate(are_short, start=1)
    ]
    return _NAMED.format(", ".join(meant), " OR ".join(meant))


def add_rounds(driver: Any, words: Sequence[str], hits: Sequence[Hits]) -> None:
    """Add to what each folded word means the rounds that it means."""
    if not words:
        return
    for text in _rounds(driver):
        for word, each in zip(words, hits, strict=True):
            if _may_mean(word, text):
                each.round.append(text)


@lru_cache(maxsize=10_000)
def _may_mean(word: str, text: str) -> bool:
    """Say whether a folded word may mean a round: 12 is "12", "j12" or "journée".

    Two letters inside "matchday" would mean all matches there are.
    """
    folded = fold(text)
    if not text.isdecimal():
        return word in folded
    if any(map(str.isdigit, word)):
        return folded.startswith(word) or f"j{folded}".startswith(word)
    called = map(fold, _ROUND_CALLED)
    return len(word) >= _TELLING and any(name.startswith(word) for name in called)


def known_rounds(work: Work) -> list[str]:
    """Return the different rounds of the matches, 2 before 10."""
    return sorted(_rounds(work.flushed()), key=lambda text: (len(text), text))


def _rounds(driver: Any) -> list[str]:
    return [text for (text,) in driver.execute(_ROUNDS)]
