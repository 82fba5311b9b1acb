"""How a word sounds, so that Arabic and Latin spellings of it can be compared.

Consonants carry a name in both scripts. Arabic writes long vowels only, Latin
spellings write all of them in changing ways: a vowel that Arabic writes must be
heard in the Latin word at the same place, one that it does not write may be.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

_ARABIC = re.compile("[\u0621-\u064a]")
# K is خ, G is غ, x is ش; vowels are a, i, u, and v for any. Ayn is heard as a vowel
# or not at all.
_ARABIC_SOUNDS = {
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttjhKddrzsxsdtdGfkklmnh", strict=True)),
    "ا": "a",
    "و": "u",
    "ي": "i",
}
# Latin groups first, single letters after; g and c are soft before e, i and y.
_LATIN = re.compile(
    r"(?P<x>ch|sh)|(?P<K>kh)|(?P<G>gh)|(?P<j>dj|j|g(?=[eiy]))|(?P<t>th|t)|(?P<d>dh|d)"
    r"|(?P<s>c(?=[eiy])|s)|(?P<k>qu|ck|gu(?=[eiy])|[ckqg])|(?P<f>ph|f|v)|(?P<b>[bp])"
    r"|(?P<same>[hlmnrzae])|(?P<ks>x)|(?P<i>[iy])|(?P<u>ou|oo|[ouw])"
)
_DOUBLED = re.compile(r"([^aeiou])\1+")
_VOWELS = frozenset("aeiuv")
_NEAR = {("a", "e"), ("e", "a"), ("i", "e"), ("e", "i")}


class Sound(NamedTuple):
    """A word by ear.

    Args:
        bones: Its consonants, in one alphabet for both scripts.
        vowels: What is heard before each consonant, and after the last.
    """

    bones: str
    vowels: tuple[str, ...]
    is_arabic: bool


def is_arabic(text: str) -> bool:
    """Say whether a name is written in Arabic letters."""
    return _ARABIC.search(text) is not None


@lru_cache(maxsize=1 << 14)
def sound_of(word: str) -> Sound:
    """Return how a folded word sounds: "agadir" and "اكادير" have the bones "kdr"."""
    arabic = is_arabic(word)
    single = _DOUBLED.sub(r"\1", word)
    plain = _arabic_letters(single) if arabic else _latin_letters(single)
    # A final h is a feminine ending: "الزمامره", "Zemamra", "Jadidah".
    if len(plain) > 2 and plain.endswith("h"):
        plain = plain[:-1] if plain[-2] in _VOWELS else f"{plain[:-1]}a"
    bones = "".join(letter for letter in plain if letter not in _VOWELS)
    vowels = re.split("[^aeiuv]", plain)
    return Sound(bones, tuple(vowels), arabic)


def _arabic_letters(word: str) -> str:
    sounds = "".join(_ARABIC_SOUNDS.get(letter, "") for letter in word)
    if sounds.startswith("a"):  # an alef at the beginning carries any vowel
        rest = sounds[1:]
        return rest if rest[:1] in {"u", "i"} else f"v{rest}"
    return sounds


def _latin_letters(word: str) -> str:
    return "".join(
        found[0] if found.lastgroup == "same" else str(found.lastgroup)
        for found in _LATIN.finditer(word)
    )


def sounds_alike(one: Sound, other: Sound) -> bool:
    """Say whether two words may be one word, by ear."""
    if one.bones != other.bones:
        return False
    if one.is_arabic == other.is_arabic:
        return all(
            _heard(left, right) or _heard(right, left)
            for left, right in zip_longest(one.vowels, other.vowels, fillvalue="")
        )
    arabic, latin = (one, other) if one.is_arabic else (other, one)
    *inner, ending = arabic.vowels
    if ending == "i" and latin.vowels[-1] in {"", "a", "e"}:
        ending = ""  # "الوجدي" is he of Oujda
    return all(
        _heard(written, spoken)
        for written, spoken in zip((*inner, ending), latin.vowels, strict=True)
    )


def writes_vowels(word: Sound) -> bool:
    """Say whether a word has a vowel between its consonants, or after them."""
    return any(word.vowels)


def _heard(written: str, spoken: str) -> bool:
    """Say whether the vowels of one are among those of the other, in order."""
    left = iter(spoken)
    return all(any(_same(vowel, each) for each in left) for vowel in written)


def _same(vowel: str, other: str) -> bool:
    return vowel == other or "v" in {vowel, other} or (vowel, other) in _NEAR
