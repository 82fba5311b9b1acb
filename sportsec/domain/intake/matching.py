"""Which club or ground a spelling means: sure only when nothing else could be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_align import Aligner, Alignment, Context, Likeness
from sportsec.domain.intake.matching_keys import Name, Word, name_of, readings
from sportsec.domain.intake.matching_words import (
    LITTLE_IN_CLUBS,
    LITTLE_IN_VENUES,
    Weight,
)
from sportsec.domain.intake.preview import NameKind, Proposal, Verdict
from sportsec.domain.words import LANGUAGES, Words

#: Proposals shown for one spelling, and the likeness below which none is made.
PROPOSED = 5
WORTH_PROPOSING = 0.3
#: A record that is alone with a word of the spelling is at least worth this.
ALONE = 0.5
#: With a proposal as like as this, a spelling is never taken for a new name unasked.
TOO_LIKE_TO_BE_NEW = 0.85
_WORD_CUTOFF = 0.75


class Known(NamedTuple):
    """A club or venue of the record, and all it is called.

    Args:
        spellings: Other spellings that the officer decided to mean it.
    """

    id: UUID
    name: Words
    short_name: Words = Words()
    city: Words = Words()
    code: str = ""
    spellings: tuple[str, ...] = ()


class Found(NamedTuple):
    """What a spelling means: EXACT or LIKELY with its id, or OPEN with proposals."""

    verdict: Verdict
    id: UUID | None = None
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class _Variant:
    owner: int
    name: Name


class Register:
    """All clubs, or all venues, of the record, ready to be looked up by spelling."""

    def __init__(
        self, kind: NameKind, known: Iterable[Known], likeness: Likeness
    ) -> None:
        self._is_venue = kind is NameKind.VENUE
        self._little = LITTLE_IN_VENUES if self._is_venue else LITTLE_IN_CLUBS
        self._likeness = likeness
        self._aligner = Aligner(likeness)
        self._known: list[Known] = []
        self._contexts: list[Context] = []
        self._decided: dict[str, UUID] = {}
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._variants: list[_Variant] = []
        self._by_key: dict[str, set[int]] = defaultdict(set)
        self._vocabulary: set[str] = set()
        for each in known:
            self.add(each)

    def add(self, known: Known) -> None:
        """Put one more record into the register."""
        owner = len(self._known)
        self._known.append(known)
        code = fold(known.code)
        self._contexts.append(Context(self._words(known.city), code))
        names = [
            getattr(words, language)
            for words in (known.name, known.short_name)
            for language in LANGUAGES
        ]
        for text in (*names, known.code):
            if text:
                self._exact[fold(text)].add(owner)
                self._exact[_joined(text)].add(owner)
        for text in known.spellings:
            self._decided[fold(text)] = known.id
        texts = dict.fromkeys(
            part
            for text in (*names, known.code, *known.spellings)
            if text
            for part in (readings(text) if self._is_venue else (text,))
        )
        for text in texts:
            self._index(_Variant(owner, name_of(text, self._little)))

    def name(self, record: UUID) -> Words:
        """Return the name of a record of the register."""
        return next(each.name for each in self._known if each.id == record)

    def find(self, spelled: str) -> Found:
        """Say what a spelling means.

        An earlier decision comes first, then a name, short name or code, then
        likeness. It is sure only when exactly one record agrees in all that says
        much, and no other one could have been shortened to the spelling.
        """
        decided = self._decided.get(fold(spelled))
        if decided is not None:
            return Found(Verdict.EXACT, decided)
        exact = self._exact.get(fold(spelled)) or self._exact.get(_joined(spelled))
        if exact and len(exact) == 1:
            return Found(Verdict.EXACT, self._known[min(exact)].id)
        if exact:
            same = (self._known[owner] for owner in sorted(exact))
            return Found(
                Verdict.OPEN, None, tuple(Proposal(k.id, k.name, 1.0) for k in same)
            )
        best = self._best(spelled)
        complete = [owner for owner, each in best.items() if each.is_complete]
        if len(complete) == 1 and not _has_rival(best, complete[0]):
            sure = self._known[complete[0]]
            score = best[complete[0]].score
            return Found(
                Verdict.LIKELY, sure.id, (Proposal(sure.id, sure.name, score),)
            )
        return Found(Verdict.OPEN, None, self._proposals(best))

    def _best(self, spelled: str) -> dict[int, Alignment]:
        """Return the best agreement of every record that has a word in common."""
        best: dict[int, Alignment] = {}
        for text in readings(spelled) if self._is_venue else (spelled,):
            spelling = name_of(text, self._little)
            for index in self._candidates(spelling):
                variant = self._variants[index]
                context = self._contexts[variant.owner]
                found = self._aligner.align(spelling, variant.name, context)
                known = best.get(variant.owner)
                best[variant.owner] = found if known is None else _better(known, found)
            for owner in self._alone_with_a_word(spelling) & best.keys():
                score = max(best[owner].score, ALONE)
                best[owner] = replace(best[owner], score=score)
        return best

    def _alone_with_a_word(self, spelling: Name) -> set[int]:
        """Return the records that have a word of the spelling as the only ones."""
        found = set()
        for word in spelling.words:
            for key in _keys(word) if len(word.sound.bones) > 2 else ():
                owners = {self._variants[n].owner for n in self._by_key.get(key, ())}
                if len(owners) == 1:
                    found |= owners
        return found

    def _candidates(self, spelling: Name) -> set[int]:
        keys = {key for word in spelling.words for key in _keys(word)}
        for word in spelling.words:
            if word.weight is Weight.MUCH and word.text not in self._vocabulary:
                near = self._likeness.nearest(word.text, self._vocabulary, _WORD_CUTOFF)
                keys.update(text for text, _ in near)
        if len(spelling.words) > 1:
            keys.add("".join(initial for initial, _ in spelling.order))
        found: set[int] = set()
        for key in keys:
            found |= self._by_key.get(key, set())
        return found

    def _proposals(self, best: Mapping[int, Alignment]) -> tuple[Proposal, ...]:
        likely = sorted(
            (
                (-each.score, owner)
                for owner, each in best.items()
                if each.score >= WORTH_PROPOSING
            )
        )
        known = self._known
        return tuple(
            Proposal(known[owner].id, known[owner].name, -score)
            for score, owner in likely[:PROPOSED]
        )

    def _index(self, variant: _Variant) -> None:
        number = len(self._variants)
        self._variants.append(variant)
        for word in variant.name.words:
            if word.weight is Weight.MUCH:
                self._vocabulary.add(word.text)
                for key in _keys(word):
                    self._by_key[key].add(number)

    def _words(self, city: Words) -> tuple[Word, ...]:
        return tuple(
            word
            for language in LANGUAGES
            for word in name_of(getattr(city, language), self._little).words
        )


def _keys(word: Word) -> Iterable[str]:
    """Yield what finds a word in the register: itself, its sound, its translations."""
    yield word.text
    if len(word.sound.bones) > 1:
        yield f"~{word.sound.bones}"
    yield from word.latin


def _joined(text: str) -> str:
    """Return a name without spaces and points: "A.S. FAR" is "asfar"."""
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _has_rival(best: Mapping[int, Alignment], chosen: int) -> bool:
    """Say whether another record may be meant, with as many words of the spelling."""
    return any(
        owner != chosen
        and each.is_contained
        and each.explained >= best[chosen].explained
        for owner, each in best.items()
    )


def _better(one: Alignment, other: Alignment) -> Alignment:
    """Return what two names of one record say of a spelling together.

    A complete agreement counts with its own words; else all that may be meant counts.
    """
    first, second = sorted((one, other), key=lambda each: not each.is_complete)
    explained = first.explained
    if first.is_complete == second.is_complete:
        explained = max(explained, second.explained)
    return Alignment(
        max(one.score, other.score),
        is_complete=first.is_complete,
        is_contained=one.is_contained or other.is_contained,
        explained=explained,
    )
