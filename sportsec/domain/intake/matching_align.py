"""Laying two names side by side, word by word: what agrees, what is left over."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from sportsec.domain.intake.matching_keys import Name, Word, looks_like_initials
from sportsec.domain.intake.matching_sides import Side
from sportsec.domain.intake.matching_sounds import (
    Sound,
    sounds_alike,
    writes_vowels,
)
from sportsec.domain.intake.matching_words import Weight

#: Two words at least this alike are one word in two spellings, beyond doubt.
SURE = 0.9
#: Less alike, words are not even laid beside each other.
_DOUBTFUL = 0.6
#: From here on they may be one word, so that another record could be meant too.
_ONE_WORD = 0.75
_BY_INITIALS = 0.9
_TRANSLATED = 0.97
_SOUNDS_ALIKE = 0.95
_SOUNDS_SHORT = 0.89
_SOUNDS_NEAR = 0.75
_SPELT_OTHERWISE = 0.93
_ALIKE_AT_MOST = 0.85
_SHORT = 2
_LIKE_INITIALS = 4


class Likeness(Protocol):
    """Measures how alike two texts are; the services bring a fast one."""

    def ratio(self, one: str, other: str) -> float:
        """Return 0 … 1: twice the letters in common, in order, by all letters."""

    def nearest(
        self, text: str, among: Collection[str], cutoff: float
    ) -> Iterator[tuple[str, float]]:
        """Yield the texts at least `cutoff` like `text`, and how much."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a spelling and a name of a record agree.

    Args:
        score: Likeness, 0 … 1.
        is_complete: They agree in all that says much.
        is_contained: The spelling says nothing that the name does not.
        explained: How many words of the spelling the name has.
    """

    score: float
    is_complete: bool = False
    is_contained: bool = False
    explained: int = 0


@dataclass(frozen=True, slots=True)
class Context:
    """What a record is known by besides its names: those words add little to them."""

    city: tuple[Word, ...]
    code: str


class Aligner:
    """Compares names; remembers every pair of words it has compared."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._known: dict[tuple[str, str], float] = {}

    def align(self, spelling: Name, name: Name, context: Context) -> Alignment:
        """Compare a spelling of a file with one name of a record."""
        ours, theirs = self._side(spelling, context), self._side(name, context)
        sims = self._pair(ours, theirs)
        literal = any(
            sim >= _ONE_WORD and ours.words[left].weight is Weight.MUCH
            for (left, _), sim in sims.items()
        )
        expanded = self._expand(ours, theirs) | self._expand(theirs, ours)
        matched = sum(
            (ours.weight(left) + theirs.weight(right))
            * (sim if sim >= _ONE_WORD else sim / 2)
            for (left, right), sim in sims.items()
        ) + _BY_INITIALS * sum(side.expanded_weight() for side in (ours, theirs))
        total = ours.total() + theirs.total()
        score = matched / total if total else 0.0
        unlike = {left for (left, _), sim in sims.items() if sim < _ONE_WORD}
        if not literal or ours.tells_more(unlike):
            return Alignment(score)
        explained = len(ours.words) - len(ours.free)
        if theirs.lacks():
            return Alignment(score, is_contained=True, explained=explained)
        told = [
            sim
            for (left, _), sim in sims.items()
            if ours.words[left].weight is Weight.MUCH
        ]
        # Words of two consonants sound alike by chance: they need another one.
        sure = min(told) >= _SOUNDS_SHORT and max(told) >= SURE
        complete = sure and self._kinds_agree(ours, theirs, sims, expanded=expanded)
        return Alignment(
            score, is_complete=complete, is_contained=True, explained=explained
        )

    def _side(self, name: Name, context: Context) -> Side:
        is_city = [self.is_city(word, context.city) for word in name.words]
        return Side(name, context.code, is_city)

    def _pair(self, ours: Side, theirs: Side) -> dict[tuple[int, int], float]:
        """Lay words beside each other, the likest first."""
        pairs = sorted(
            (-sim, left, right)
            for left, one in enumerate(ours.words)
            for right, other in enumerate(theirs.words)
            if (sim := self.similarity(one, other)) >= _worth(one, other)
        )
        found = {}
        for sim, left, right in pairs:
            if left in ours.free and right in theirs.free:
                ours.free.discard(left)
                theirs.free.discard(right)
                found[left, right] = -sim
        return found

    def _expand(self, short: Side, long: Side) -> bool:
        """Take initials for the words they stand for: "RS" for Renaissance Sportive."""
        found = False
        for index in sorted(short.free):
            word = short.words[index]
            if not looks_like_initials(word):
                continue
            run = long.run_of(word.text)
            if any(long.words[each].weight is Weight.MUCH for each in run):
                short.free.discard(index)
                short.expanded.add(index)
                long.free -= run
                long.expanded |= run
                found = True
            elif run:
                short.free.discard(index)
                long.free -= run
        return found

    def _kinds_agree(
        self,
        ours: Side,
        theirs: Side,
        sims: dict[tuple[int, int], float],
        *,
        expanded: bool,
    ) -> bool:
        """Say whether words like "FC" and "AS" leave no doubt.

        A place has several clubs: where nothing but the place agrees, they decide.
        """
        is_place_only = not expanded and all(
            ours.is_city[left] or ours.words[left].weight is not Weight.MUCH
            for left, _ in sims
        )
        extra, missing = ours.little_left(), theirs.little_left()
        if is_place_only:
            return not extra and not missing
        return not (extra and missing)

    def similarity(self, one: Word, other: Word) -> float:
        """Return how surely two words are one, 0 … 1."""
        if one.text == other.text:
            return 1.0
        key = (one.text, other.text)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._compare(one, other)
        return found

    def _compare(self, one: Word, other: Word) -> float:
        if one.text in other.latin or other.text in one.latin:
            return _TRANSLATED
        if min(len(one.text), len(other.text)) <= _SHORT or not one.sound.bones:
            return 0.0
        if one.sound.is_arabic == other.sound.is_arabic:
            return self._compare_letters(one, other)
        return _compare_sounds(one.sound, other.sound)

    def _compare_letters(self, one: Word, other: Word) -> float:
        """Compare two words of one script."""
        longest = max(len(one.text), len(other.text))
        if longest <= _LIKE_INITIALS and not one.sound.is_arabic:
            return 0.0  # "RCOZ" and "RCAZ" are two clubs
        ratio = self._likeness.ratio(one.text, other.text)
        far = abs(len(one.text) - len(other.text)) > 1
        # Other vowels make another spelling, another consonant makes another word:
        # Iceland and Ireland are one letter apart.
        if (
            ratio >= 0.7
            and not far
            and not _is_ending(one.text, other.text)
            and sounds_alike(one.sound, other.sound)
        ):
            return _SPELT_OTHERWISE
        return min(ratio, _ALIKE_AT_MOST)

    def is_city(self, word: Word, city: Sequence[Word]) -> bool:
        """Say whether a word is the city of a record, or made of its name."""
        return any(
            self.similarity(word, each) >= SURE
            or (word.sound.bones == each.sound.bones and len(word.sound.bones) > 1)
            or (len(word.text) >= 5 and each.text.startswith(word.text))
            for each in city
        )


def _compare_sounds(one: Sound, other: Sound) -> float:
    """Compare an Arabic word with a Latin one."""
    if one.bones != other.bones:
        return 0.0
    if not sounds_alike(one, other):
        return _SOUNDS_NEAR
    if len(one.bones) > _SHORT:
        return _SOUNDS_ALIKE
    arabic = one if one.is_arabic else other
    return _SOUNDS_SHORT if writes_vowels(arabic) else _SOUNDS_NEAR


def _is_ending(one: str, other: str) -> bool:
    """Say whether one word is the other with a vowel more: "mansour", "mansoura"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in {
        "a",
        "i",
        "o",
        "u",
        "ي",
        "ه",
    }


def _worth(one: Word, other: Word) -> float:
    """Return how alike two words must be to be laid beside each other at all."""
    much = one.weight is Weight.MUCH and other.weight is Weight.MUCH
    return _DOUBTFUL if much else SURE
