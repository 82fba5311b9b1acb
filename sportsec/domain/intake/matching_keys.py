"""Names cut into words that can be compared across Arabic, French and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_words import (
    SAME_WORD,
    TRANSLATIONS,
    Weight,
    weight_of,
)

_WORDS = re.compile(r"[^\W_]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")

# Consonants of Arabic; vowels, semi-vowels, ayn and hamza fall away, for Latin
# spellings agree on none of them. K is خ, G is غ, x is ش.
_ARABIC_CONSONANTS = dict(
    zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttjhKddrzsxsdtdGfkklmnh", strict=True)
)
# Latin groups first, single letters after; g and c are soft before e, i and y.
_LATIN = re.compile(
    r"(?P<x>ch|sh)|(?P<K>kh)|(?P<G>gh)|(?P<j>dj|j|g(?=[eiy]))|(?P<t>th|t)|(?P<d>dh|d)"
    r"|(?P<s>c(?=[eiy])|s)|(?P<k>qu|ck|gu(?=[eiy])|[ckqg])|(?P<f>ph|f|v)|(?P<b>[bp])"
    r"|(?P<other>[hlmnrz])|(?P<ks>x)"
)
_DOUBLED = re.compile(r"(.)\1+")


class Word(NamedTuple):
    """One word of a name.

    Args:
        text: Folded; without the Arabic article.
        skeleton: Its consonants in one alphabet for both scripts; "" for figures.
        latin: For an Arabic word, the Latin words that translate it.
    """

    text: str
    weight: Weight
    skeleton: str
    is_arabic: bool
    latin: frozenset[str]


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """Return the consonants of a folded word: "agadir" and "اكادير" are both "kdr"."""
    plain = _DOUBLED.sub(r"\1", word)
    if _ARABIC.search(plain):
        bones = "".join(_ARABIC_CONSONANTS.get(letter, "") for letter in plain)
    else:
        bones = "".join(
            found[0] if found.lastgroup == "other" else str(found.lastgroup)
            for found in _LATIN.finditer(plain)
        )
    # A final h is a feminine ending: "الزمامرة", "Zemamra", "Jadidah".
    return bones[:-1] if bones.endswith("h") and len(bones) > 2 else bones


class Name(NamedTuple):
    """A name cut into words.

    Args:
        words: Without its articles.
        order: Initial of every word as written, and its place in `words`; None for
            an article, which initials may count or leave out.
    """

    words: tuple[Word, ...]
    order: tuple[tuple[str, int | None], ...]


def name_of(text: str, little: frozenset[str]) -> Name:
    """Cut a name into its words.

    Args:
        little: The words that say little in names of this kind.
    """
    words: list[Word] = []
    order: list[tuple[str, int | None]] = []
    for plain in _WORDS.findall(fold(text).replace("عبد ال", "عبدال")):
        word = _word(plain, little)
        if word.weight is Weight.NONE:
            order.append((plain[0], None))
        else:
            order.append((plain[0], len(words)))
            words.append(word)
    return Name(tuple(words), tuple(order))


@lru_cache(maxsize=1 << 14)
def _word(text: str, little: frozenset[str]) -> Word:
    arabic = is_arabic(text)
    if arabic:
        text = _without_article(text)
    text = SAME_WORD.get(text, text)
    bones = "" if any(letter.isdigit() for letter in text) else skeleton(text)
    latin = TRANSLATIONS.get(text, frozenset())
    return Word(text, weight_of(text, little), bones, arabic, latin)


def _without_article(text: str) -> str:
    for article in ("ال", "وال", "بال", "لل"):
        rest = text.removeprefix(article)
        if rest != text and len(rest) >= 3:
            return rest
    return text


def is_arabic(text: str) -> bool:
    """Say whether a name is written in Arabic letters."""
    return _ARABIC.search(text) is not None


def in_brackets(text: str) -> tuple[str, ...]:
    """Return a name as it is, and both names of one like "Stade Adrar (Agadir)"."""
    inner = [each.strip() for each in _BRACKETED.findall(text)]
    outer = _BRACKETED.sub("", text).strip()
    return (text, *(each for each in (outer, *inner) if each)) if inner else (text,)


def looks_like_initials(word: Word) -> bool:
    """Say whether a word may stand for several: "rsb", "us", "codm"."""
    return not word.is_arabic and 2 <= len(word.text) <= 5 and word.text.isalpha()
