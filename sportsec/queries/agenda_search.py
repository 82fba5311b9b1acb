"""What was typed above the agenda: which clubs, venues, competitions and rounds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import ColumnElement, false, func, or_, select

from sportsec.domain.folding import fold
from sportsec.queries.named import INDEX
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

#: What people type for a round that is a plain number.
_ROUND_CALLED = "j{n} journée round matchday الدورة الجولة"
_KINDS = ("club", "venue", "competition")


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
        return [
            *(Fixture.home_club_id == one for one in self.club),
            *(Fixture.away_club_id == one for one in self.club),
            *(Fixture.venue_id == one for one in self.venue),
            *(Fixture.competition_id == one for one in self.competition),
            *(Fixture.round == one for one in self.round),
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
    words = dict.fromkeys(fold(text).split())
    rounds = list(_rounds(work)) if words else []
    return sorted((_hits(work, word, rounds) for word in words), key=len)


def _hits(work: Work, word: str, rounds: list[tuple[str, str]]) -> Hits:
    hits = Hits(round=[text for text, folded in rounds if word in folded])
    query = select(INDEX.c.kind, INDEX.c.record).where(
        INDEX.c.kind.in_(_KINDS), func.instr(INDEX.c.folded, word) > 0
    )
    for kind, record in work.session.execute(query):
        getattr(hits, kind).append(record)
    return hits


def _rounds(work: Work) -> Iterator[tuple[str, str]]:
    """Yield the different rounds and their search keys, skipping along the index.

    DISTINCT would read all matches to find some dozens of rounds.
    """
    live = Fixture.deleted_at.is_(None)
    first = select(func.min(Fixture.round)).where(live)
    step = select(first.scalar_subquery().label("round")).cte("step", recursive=True)
    following = first.where(Fixture.round > step.c.round).scalar_subquery()
    steps = step.union_all(select(following).where(step.c.round.is_not(None)))
    for text in work.session.scalars(select(steps.c.round)):
        if text:
            called = _ROUND_CALLED.format(n=text) if text.isdecimal() else ""
            yield text, fold(f"{text} {called}")
