"""The spellings of a file: what each means, and which become new records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.identity import new_id
from sportsec.domain.intake.matching import (
    PROPOSED,
    TOO_LIKE_TO_BE_NEW,
    Found,
    Known,
    Register,
)
from sportsec.domain.intake.matching_schedule import Coincidence
from sportsec.domain.intake.matching_sounds import is_arabic
from sportsec.domain.intake.preview import (
    Choice,
    Decision,
    NameKind,
    NameMatch,
    NewNames,
    Proposal,
    Verdict,
)
from sportsec.domain.words import Words
from sportsec.services.intake.likeness import FastLikeness

#: Playing all matches of a club is as good as being very like it.
_PLAYS_THERE = 0.95


def in_its_language(text: str) -> Words:
    """Return a name in the language of its letters: Latin ones are taken for French."""
    return Words(ar=text) if is_arabic(text) else Words(fr=text)


class NameBook:
    """Clubs, venues or competitions by spelling, with the officer's decisions.

    Args:
        decisions: Spelling → what the officer decided.
        new: What to do with the others that the record does not know.
    """

    def __init__(
        self,
        kind: NameKind,
        known: Iterable[Known],
        decisions: Mapping[str, Decision],
        new: NewNames = NewNames.ASK,
    ) -> None:
        self.kind = kind
        self.names = {each.id: each.name for each in known}
        self.matches: dict[str, NameMatch] = {}
        self._register = Register(kind, known, FastLikeness())
        self._decisions = {fold(text): what for text, what in decisions.items()}
        self._new = new
        self._counts: Mapping[str, int] = {}
        self.waiting: list[str] = []

    def settle(self, counts: Mapping[str, int]) -> None:
        """Find out what spellings mean; `counts` says on how many lines each stands."""
        self._counts = counts
        for spelled in sorted(counts, key=lambda each: (-counts[each], each)):
            match = self._settled(spelled)
            if match is None:
                self.waiting.append(spelled)
            else:
                self._keep(match)

    def decide(self, evidence: Mapping[str, Sequence[Coincidence]]) -> None:
        """Say what becomes of the spellings that nothing has settled.

        The most used spelling of a new club is its name, the others mean it too.

        Args:
            evidence: Clubs that play in the place of a spelling.
        """
        for spelled in self.waiting:
            self._keep(self._unsettled(spelled, evidence.get(spelled, ())))
        self.waiting.clear()

    def _keep(self, match: NameMatch) -> None:
        self.matches[match.spelled] = match._replace(lines=self._counts[match.spelled])

    def _settled(self, spelled: str) -> NameMatch | None:
        decision = self._decisions.get(fold(spelled))
        if decision is Choice.CREATE:
            return self._create(spelled)
        if decision is Choice.LEAVE_OUT:
            return NameMatch(self.kind, spelled, Verdict.LEFT_OUT)
        if decision in self.names:
            found = Found(Verdict.DECIDED, decision)
        else:
            found = self._register.find(spelled)
        return None if found.verdict is Verdict.OPEN else self._match(spelled, found)

    def _unsettled(self, spelled: str, evidence: Sequence[Coincidence]) -> NameMatch:
        found = self._register.find(spelled)  # new records have come since
        if found.verdict is not Verdict.OPEN:
            return self._match(spelled, found)
        found = found._replace(proposals=self._weighed(found.proposals, evidence))
        if self._new is NewNames.REFUSE:
            return self._match(spelled, found._replace(verdict=Verdict.REFUSED))
        is_doubtful = any(
            each.score >= TOO_LIKE_TO_BE_NEW or each.matches for each in found.proposals
        )
        if self._new is NewNames.ASK or is_doubtful:
            return self._match(spelled, found)
        return self._create(spelled)

    def _weighed(
        self, proposals: Iterable[Proposal], evidence: Sequence[Coincidence]
    ) -> tuple[Proposal, ...]:
        """Put clubs that play in the place of the spelling among those like it."""
        found = {each.id: each for each in proposals}
        for club, matches, share in evidence:
            like = found.get(club, Proposal(club, self.names[club], 0.0))
            score = max(like.score, share * _PLAYS_THERE)
            found[club] = like._replace(score=score, matches=matches)
        ranked = sorted(found.values(), key=lambda each: -each.score)
        return tuple(ranked[:PROPOSED])

    def _create(self, spelled: str) -> NameMatch:
        known = Known(new_id(), in_its_language(spelled))
        self._register.add(known)
        self.names[known.id] = known.name
        return NameMatch(self.kind, spelled, Verdict.NEW, found=known.id)

    def _match(self, spelled: str, found: Found) -> NameMatch:
        return NameMatch(
            self.kind, spelled, found.verdict, 0, found.id, found.proposals
        )

    def ids(self) -> dict[str, UUID | None]:
        """Return what each spelling means, None where it is not settled."""
        return {spelled: match.found for spelled, match in self.matches.items()}

    def to_show(self) -> list[NameMatch]:
        """Return the spellings that are not simply names of the record."""
        return [
            match
            for match in self.matches.values()
            if match.verdict is not Verdict.EXACT
        ]
