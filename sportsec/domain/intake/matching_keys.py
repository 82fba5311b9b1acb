"""Names cut into words that can be compared across Arabic, French and English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.matching_sounds import Sound, is_arabic, sound_of
from sportsec.domain.intake.matching_words import (
    SAME_WORD,
    TRANSLATIONS,
    Weight,
    weight_of,
)

_WORDS = re.compile(r"[^\W_]+")
SILENT = Sound("", ("",), is_arabic=False)
# "in" and "of" are one letter that leans on the name of a place.
_WITH_PREFIX = re.compile("( )[بل](?=[\u0621-\u064a]{3})")
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")


class Word(NamedTuple):
    """One word of a name.

    Args:
        text: Folded; without the Arabic article.
        sound: How it sounds; figures have no sound.
        latin: For an Arabic word, the Latin words that translate it.
    """

    text: str
    weight: Weight
    sound: Sound
    latin: frozenset[str]


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
    if is_arabic(text):
        text = _without_article(text)
    text = SAME_WORD.get(text, text)
    is_figure = any(letter.isdigit() for letter in text)
    sound = SILENT if is_figure else sound_of(text)
    latin = TRANSLATIONS.get(text, frozenset())
    return Word(text, weight_of(text, little), sound, latin)


def _without_article(text: str) -> str:
    for article in ("ال", "وال", "بال", "لل"):
        rest = text.removeprefix(article)
        if rest != text and len(rest) >= 3:
            return rest
    return text


def readings(text: str) -> tuple[str, ...]:
    """Return a ground's name, and what it may say in other words.

    "Stade Adrar (Grand Stade d'Agadir)" is two names; "الملعب البلدي ببركان" is the
    one in, "ملعب فاس" or "المركب الرياضي لفاس" the one of its city.
    """
    found = [text]
    inner = [each.strip() for each in _BRACKETED.findall(text)]
    if inner:
        outer = _BRACKETED.sub("", text).strip()
        found += [each for each in (outer, *inner) if each]
    found += [
        bare for each in found[:] if (bare := _WITH_PREFIX.sub(r"\1", each)) != each
    ]
    return tuple(found)


def looks_like_initials(word: Word) -> bool:
    """Say whether a word may stand for several: "rsb", "us", "codm"."""
    return not word.sound.is_arabic and 2 <= len(word.text) <= 5 and word.text.isalpha()
