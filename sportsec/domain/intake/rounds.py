"""Rounds, so that "Journée 14", "الجولة الرابعة عشرة" and "Matchday 14" are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import BLANKS


class Round(NamedTuple):
    """A round as it is kept, and the key under which spellings are compared.

    Args:
        text: The bare number of a matchday, else the words of the file.
        key: Equal for two spellings of one round; empty for no round.
        leg: 1 or 2 where the text says it is a first or second leg of a tie.
        is_known: Whether the text is in the words of rounds; else it may be anything.
    """

    text: str
    key: str
    leg: int | None = None
    is_known: bool = False


# A league's matchday: these words say nothing but "round".
_ROUND_WORDS = frozenset(
    fold(word)
    for word in (
        *("journee", "journees", "j", "matchday", "matchdays", "md", "round", "rd"),
        *("week", "semaine", "wk", "gw", "gameweek", "tour"),
        *("الدورة", "دورة", "الجولة", "جولة", "الأسبوع", "أسبوع", "الدور"),
    )
)
# Words that stand beside them; alone they make no round.
_FILLERS = frozenset(
    fold(word)
    for word in (
        *("no", "n", "num", "numero", "de", "la", "le", "du", "the", "of", "رقم"),
        *("jour", "day", "regular", "season", "phase", "reguliere", "saison"),
        "championnat",
    )
)
# Of these one must stand in a text without figures for it to be a round.
_STAGE_WORDS = frozenset(
    fold(word)
    for word in [
        "group",
        "groupe",
        "poule",
        "المجموعة",
        "مجموعة",
        "qual",
        "qualifying",
        "qualification",
        "preliminary",
        "preliminaire",
        "tour",
        "playoff",
        "playoffs",
        "barrage",
        "barrages",
        "الفاصلة",
        "المرحلة",
        "تمهيدي",
        "التمهيدي",
        "final",
        "finale",
        "النهائي",
        "championship",
        "relegation",
        "play-off",
        "play-offs",
    ]
)
_GROUP_WORDS = {fold(w): "group" for w in ("groupe", "poule", "المجموعة", "مجموعة")}
_GROUP_LETTERS = dict(zip("ابجدهوزح", "abcdefgh", strict=True))

_KNOCK_OUT = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"1/16|16e?mes? de finale|seiziemes?|round of 32|دور ال ?32|دور 32", "1/16"),
        (r"1/8|8e?mes? de finale|8es? de finale|huitiemes?", "1/8"),
        (r"round of 16|last 16|^r16$|دور ال ?16|دور 16|ثمن (?:ال)?نهاي[يه]?", "1/8"),
        (
            r"1/4|quarts?\b|quarter ?finals?|quarterfinals?|^qf$|ربع (?:ال)?نهاي[يه]?",
            "1/4",
        ),
        (r"1/2|demi ?finales?|demies|semi ?finals?|^sf$|نصف (?:ال)?نهاي[يه]?", "1/2"),
        (r"third place|3rd place|petite finale|3e? ?place|المركز الثالث", "3rd"),
        (
            r"^(?:grande |the )?finale?s?$|^(?:المباراه |الدور )?(?:ال)?نهاييه?$",
            "final",
        ),
    )
)
_LEGS = (
    (re.compile(r"\b(?:match |phase )?aller\b|\b(?:1st|first) leg\b|\bleg 1\b"), 1),
    (re.compile(r"\b(?:ال)?ذهاب\b"), 1),
    (re.compile(r"\b(?:match |phase )?retour\b|\b(?:2nd|second) leg\b|\bleg 2\b"), 2),
    (re.compile(r"\b(?:ال)?اياب\b"), 2),
)
_NUMBER = re.compile(
    r"(?:j|md|gw|r|w|j\.)?0*(\d{1,3})(?:er|ere|re|e|eme|ieme|st|nd|rd|th)?"
)

_ORDINALS = (
    "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة",
    "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
    "الحادية",
    "الحادي",
    "premiere deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme",
    "first second third fourth fifth sixth seventh eighth ninth tenth",
)
_UNITS = {
    fold(word): number
    for row in _ORDINALS
    for number, word in enumerate(row.split(), 1)
}
_TENS = {
    fold(word): tens
    for tens, words in (
        (10, "عشر عشرة"),
        (20, "العشرون العشرين والعشرون والعشرين"),
        (30, "الثلاثون الثلاثين والثلاثون والثلاثين"),
    )
    for word in words.split()
}


@lru_cache(maxsize=4096)
def read_round(text: str) -> Round:
    """Read a round in any of its spellings."""
    shown = " ".join(text.split())
    plain = fold(shown).removesuffix(".0")  # a workbook's number as text
    if plain in BLANKS or plain == "0":
        return Round("", "")
    plain = re.sub(r"[-_,;:|()\[\].°#]+", " ", plain)
    leg = None
    for pattern, number in _LEGS:
        if pattern.search(plain):
            plain, leg = pattern.sub(" ", plain), number
    plain = " ".join(plain.split())
    for pattern, key in _KNOCK_OUT:
        if pattern.search(plain):
            return Round(shown, key, leg, is_known=True)
    return _numbered(shown, plain, leg)


def _numbered(shown: str, plain: str, leg: int | None) -> Round:
    words: list[str] = []
    number = 0
    is_known = leg is not None
    for word in plain.split():
        figure = _NUMBER.fullmatch(word)
        if figure:
            number += int(figure[1])
        elif word in _UNITS or word in _TENS:
            number += _UNITS.get(word) or _TENS[word]
        elif word in _ROUND_WORDS:
            is_known = True
        elif word in _FILLERS:
            continue
        else:
            is_known |= word in _STAGE_WORDS
            words.append(_GROUP_WORDS.get(word, _GROUP_LETTERS.get(word, word)))
    if number:
        words.append(str(number))
    key = " ".join(words)
    is_matchday = bool(number) and len(words) == 1
    text = key if is_matchday else shown
    return Round(
        text, key or plain, leg if not is_matchday else None, is_known or is_matchday
    )


def round_key(text: str) -> str:
    """Return the key under which two spellings of a round are the same."""
    return read_round(text).key


def looks_like_round(text: str) -> bool:
    """Say whether a text, standing alone, names a round: a bare number does not."""
    plain = fold(text)
    return not plain.isdecimal() and read_round(text).is_known
