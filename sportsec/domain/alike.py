"""Whether two names may be one that was written a little differently.

Small words, a plural and one slip in a word make no difference; figures and the
number of words that tell something do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from sportsec.domain.finding import LEAST_MISSPELT, one_slip, without_article
from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_words import SAME_WORD

Key = TypeVar("Key", bound=Hashable)
#: What is left of a name: its words that tell something.
Bare = tuple[str, ...]

_WORDS = re.compile(r"[^\W_]+")
_SMALL = {
    *("d", "de", "des", "du", "l", "la", "le", "les", "el", "al", "en", "et"),
    *("of", "the", "and", "fc", "cf", "club", fold("نادي")),
}
#: A name of one word is easily a letter away from another one.
_LEAST_ALONE = 5
_LEAST_PLURAL = 4


@lru_cache(maxsize=1 << 14)
def bare(name: str) -> Bare:
    """Return the words of a name that tell something; none for an empty one."""
    words = (without_article(word) for word in _WORDS.findall(fold(name)))
    return tuple(_singular(word) for word in words if word not in _SMALL)


def nearly_same(one: Bare, other: Bare) -> bool:
    """Say whether two names may be one; of several words one has to be the same."""
    if len(one) != len(other) or not one:
        return False
    if one == other:
        return True
    pairs = list(zip(one, other, strict=True))
    if len(one) == 1:
        return _slipped(*pairs[0], _LEAST_ALONE)
    return any(here == there for here, there in pairs) and all(
        here == there or _slipped(here, there, LEAST_MISSPELT) for here, there in pairs
    )


def near_pairs(
    names: Iterable[tuple[Key, Sequence[Bare]]],
) -> Iterator[tuple[Key, Key]]:
    """Yield those of whom some name may be that of another one, perhaps repeatedly.

    Only names are held against each other that share their rarest word, so that a
    thousand names that begin with "stade" cost little.
    """
    known = [(key, one) for key, own in names for one in own]
    places: dict[tuple[int, int, str], list[int]] = defaultdict(list)
    for number, (_key, words) in enumerate(known):
        for at, word in enumerate(words):
            places[len(words), at, word].append(number)
    spellings = _spellings({word for _key, words in known for word in words})
    for number, (key, words) in enumerate(known):
        for other in _rarest(words, places, spellings):
            it, its_words = known[other]
            if other > number and it != key and nearly_same(words, its_words):
                yield key, it


def _rarest(
    words: Bare,
    places: dict[tuple[int, int, str], list[int]],
    spellings: dict[str, set[str]],
) -> list[int]:
    """Return the names that have the word of a name that fewest of them have."""
    found = [
        [
            number
            for spelt in spellings[word]
            for number in places.get((len(words), at, spelt), ())
        ]
        for at, word in enumerate(words)
    ]
    return min(found, key=len, default=[])


def _spellings(words: set[str]) -> dict[str, set[str]]:
    """Return every word with those that are a slip away from it, and itself."""
    without: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for left in _one_letter_less(word):
            without[left].add(word)
    return {
        word: {word}
        | {
            other
            for left in _one_letter_less(word)
            for other in without[left]
            if _slipped(word, other, LEAST_MISSPELT)
        }
        for word in words
    }


def _one_letter_less(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _slipped(one: str, other: str, least: int) -> bool:
    is_long = min(len(one), len(other)) >= least
    return is_long and one.isalpha() and other.isalpha() and one_slip(one, other)


def _singular(word: str) -> str:
    word = SAME_WORD.get(word, word)
    is_plural = len(word) > _LEAST_PLURAL and word.endswith("s")
    return word[:-1] if is_plural else word
