"""The spellings of a file: what each means, and which become new records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.identity import new_id
from sportsec.domain.intake.matching import (
    TOO_LIKE_TO_BE_NEW,
    Found,
    Known,
    Register,
)
from sportsec.domain.intake.matching_keys import is_arabic
from sportsec.domain.intake.preview import (
    Choice,
    Decision,
    NameKind,
    NameMatch,
    NewNames,
    Verdict,
)
from sportsec.domain.words import Words
from sportsec.services.intake.likeness import FastLikeness


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

    def learn(self, counts: Mapping[str, int]) -> None:
        """Find out what spellings mean; `counts` says on how many lines each stands.

        The most used spelling of a new club is its name, the others mean it too.
        """
        waiting = []
        for spelled in sorted(counts, key=lambda each: (-counts[each], each)):
            match = self._settled(spelled)
            if match is None:
                waiting.append(spelled)
            else:
                self.matches[spelled] = match._replace(lines=counts[spelled])
        for spelled in waiting:
            match = self._unsettled(spelled)
            self.matches[spelled] = match._replace(lines=counts[spelled])

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

    def _unsettled(self, spelled: str) -> NameMatch:
        found = self._register.find(spelled)  # new records have come since
        if found.verdict is not Verdict.OPEN or self._new is NewNames.ASK:
            return self._match(spelled, found)
        if self._new is NewNames.REFUSE:
            return self._match(spelled, found._replace(verdict=Verdict.REFUSED))
        likeness = max((each.score for each in found.proposals), default=0.0)
        if likeness >= TOO_LIKE_TO_BE_NEW:
            return self._match(spelled, found)
        return self._create(spelled)

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
