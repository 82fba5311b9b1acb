"""How near a name is to what was typed: prefix, start of a word, inside, a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_sounds import is_arabic, sound_of, sounds_alike

#: Shorter words are not taken for misspelt ones: too many others are a letter away.
LEAST_MISSPELT = 4
#: Shorter words are not compared by ear.
_LEAST_HEARD = 3
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ARTICLES = ("ال", "وال", "بال", "لل")
_LEAST_BARE = 3
#: What stands between the figures of a phone number.
_BETWEEN = re.compile(r"[\s.()/-]")
_PREFIX = re.compile(r"^(?:00212|0(?=[5-8]\d\d))")


class Nearness(IntEnum):
    """How a name fits what was typed, the best first."""

    SAME = 0  #: it is what was typed
    PREFIX = 1  #: it begins with it
    WORD = 2  #: words of the name begin with the words typed
    BESIDE = 3  #: words of what else is known of it do
    INSIDE = 4  #: they stand somewhere inside
    NONE = 5  #: they do not


class Typed:
    """What was typed, ready to be held against many names.

    Args:
        words: Folded.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._whole = " ".join(words)
        self._longest = max(words, key=len, default="")
        self._starts = [starts(word) for word in words]

    def nearness(self, titles: Iterable[str], text: str) -> Nearness:
        """Say how a name fits; the arguments are those of `fit`."""
        return self.fit(titles, text)[0]

    def fit(self, titles: Iterable[str], text: str) -> tuple[Nearness, int]:
        """Say how a name fits, and the length of the shortest text that holds it all.

        That is one of its titles, or else all that it is found by.

        Args:
            titles: What it is called, folded.
            text: All that it is found by, folded.
        """
        best, shortest = Nearness.NONE, len(text)
        seen = ""
        for title in titles:
            if title != seen and self._longest in title and self._is_in(title):
                best = min(best, self._nearness_of(title))
                shortest = min(shortest, len(title))
            seen = title  # many names are the same in French and in English
        if best > Nearness.BESIDE:
            if self._begin_words(text):
                best = Nearness.BESIDE
            elif self._is_in(text):
                best = Nearness.INSIDE
        return best, shortest

    def _nearness_of(self, title: str) -> Nearness:
        """Return how a title fits that holds all words."""
        bare = title.removeprefix("ال")
        if title.startswith(self._whole) or bare.startswith(self._whole):
            is_same = self._whole in (title, bare)
            return Nearness.SAME if is_same else Nearness.PREFIX
        return Nearness.WORD if self._begin_words(title) else Nearness.INSIDE

    def _is_in(self, text: str) -> bool:
        for word in self.words:  # noqa: SIM110 - all() takes four times as long
            if word not in text:
                return False
        return True

    def _begin_words(self, text: str) -> bool:
        padded = f" {text}"
        for begun in self._starts:
            if begun[0] not in padded and begun[-1] not in padded:
                return False
        return True


@lru_cache(maxsize=1_000)
def starts(word: str) -> tuple[str, ...]:
    """Return how a word that begins with this stands in a text that begins blank."""
    if is_arabic(word) and not word.startswith("ال"):
        return f" {word}", f" ال{word}"
    if word.isdecimal():  # of a phone number, too
        return f" {word}", f" +{word}"
    return (f" {word}",)


def words_in(folded: str) -> list[str]:
    """Return the different words of a folded text that are worth correcting to.

    They are of letters only and stand without the Arabic article.
    """
    found = (without_article(word) for word in _LETTERS.findall(folded))
    return list(dict.fromkeys(found))


def without_article(word: str) -> str:
    """Return a folded word or name without the Arabic article before it."""
    for article in _ARTICLES:
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= _LEAST_BARE:
            return rest
    return word


def one_slip(typed: str, word: str, *, unfinished: bool = False) -> bool:
    """Say whether one letter is wrong, left out, too many, or swapped with the next.

    Args:
        unfinished: Whether the word typed may go on.
    """
    at = 0
    while at < min(len(typed), len(word)) and typed[at] == word[at]:
        at += 1
    here, there = typed[at:], word[at:]
    slips = [(here[1:], there[1:]), (here, there[1:]), (here[1:], there)]
    if here[:2] == there[1::-1] != "":
        slips.append((here[2:], there[2:]))
    if unfinished:
        return any(there.startswith(here) for here, there in slips)
    return any(here == there for here, there in slips)


def mirrored(word: str) -> str:
    """Return a word from its end to its beginning."""
    return word[::-1]


def heard(word: str) -> str:
    """Return the consonants by which words that sound like this are looked up.

    Empty where there are too few to tell words apart.
    """
    bones = sound_of(word).bones
    tells = word.isalpha() and len(word) >= _LEAST_HEARD and len(bones) > 1
    return bones if tells else ""


def sounds_like(typed: str, word: str, *, unfinished: bool = False) -> bool:
    """Say whether two folded words may be one, in whichever spelling or script."""
    mine = sound_of(typed)
    if sounds_alike(mine, sound_of(word)):
        return True
    return unfinished and any(
        sounds_alike(mine, sound_of(word[:end]))
        for end in range(len(mine.bones), len(word))
    )


def typed_words(text: str) -> list[str]:
    """Return the folded words of what was typed; a phone number is one word."""
    words = fold(text).split()
    digits = _BETWEEN.sub("", "".join(words))
    is_phone = digits[:1] in {"0", "+"} and digits[1:].isdecimal()
    if is_phone:
        words = [digits]
    return [_PREFIX.sub("212", word) for word in words]
