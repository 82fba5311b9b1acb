"""The words of the record that a word typed may mean: by ear, or with one slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sportsec.domain.finding import (
    LEAST_MISSPELT,
    heard,
    mirrored,
    one_slip,
    sounds_like,
    without_article,
)
from sportsec.domain.intake.matching_words import TRANSLATIONS

_ARABIC_FOR: dict[str, set[str]] = {}
for _arabic, _latin in TRANSLATIONS.items():
    for _word in _latin:
        _ARABIC_FOR.setdefault(_word, set()).add(_arabic)
#: Words that one word typed is taken for, at most.
_MOST = 8
#: Words looked at, at most; a beginning of two letters has many.
_LOOKED_AT = 4000
_LAST = "\U0010ffff"
_BY_EAR = "SELECT word FROM name_word WHERE heard = ?1"
_BY_EAR_SO_FAR = "SELECT word FROM name_word WHERE heard >= ?1 AND heard < ?2"
_BEGINNING = f"""SELECT word FROM name_word WHERE word >= ?1 AND word < ?2
 LIMIT {_LOOKED_AT}"""  # noqa: S608 - our own constant
_ENDING = f"""SELECT word FROM name_word WHERE mirrored >= ?1 AND mirrored < ?2
 LIMIT {_LOOKED_AT}"""  # noqa: S608 - our own constant
#: An unfinished word is compared by ear from so many consonants on.
_TELLING = 3


def translated(word: str) -> list[str]:
    """Return the words for the same thing in the names of the other script."""
    bare = without_article(word)
    return sorted(_ARABIC_FOR.get(bare, ()) or TRANSLATIONS.get(bare, ()))


def by_ear(driver: Any, word: str, *, unfinished: bool) -> list[str]:
    """Return the words that sound like one, in whichever spelling or script."""
    bare = without_article(word)
    bones = heard(bare)
    if not bones:
        return []
    open_ended = unfinished and len(bones) >= _TELLING
    if open_ended:
        rows = driver.execute(_BY_EAR_SO_FAR, (bones, bones + _LAST))
    else:
        rows = driver.execute(_BY_EAR, (bones,))
    found = [
        other
        for (other,) in rows
        if other not in (bare, word) and sounds_like(bare, other, unfinished=open_ended)
    ]
    return sorted(found, key=len)[:_MOST]


def misspelt(driver: Any, word: str, *, unfinished: bool) -> list[str]:
    """Return the words that a word is one slip of the hand away from.

    Where one letter is wrong, the first half is right or the second is; two letters
    swapped in the middle are swapped back.
    """
    bare = without_article(word)
    if len(bare) < LEAST_MISSPELT or not bare.isalpha():
        return []
    near = {
        other
        for other in _candidates(driver, bare)
        if other != bare and one_slip(bare, other, unfinished=unfinished)
    }
    return sorted(near, key=lambda other: (abs(len(other) - len(bare)), other))[:_MOST]


def _candidates(driver: Any, word: str) -> Iterator[str]:
    half = len(word) // 2
    middle = word[: half - 1] + word[half] + word[half - 1] + word[half + 1 :]
    for statement, piece in (
        (_BEGINNING, word[:half]),
        (_BEGINNING, middle),
        (_ENDING, mirrored(word[half:])),
    ):
        for (found,) in driver.execute(statement, (piece, piece + _LAST)):
            yield found
