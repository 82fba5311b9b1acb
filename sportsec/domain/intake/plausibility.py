"""How much a decoded text looks like Arabic or French: decides its encoding."""

from __future__ import annotations

import re
from collections import Counter

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import MONTHS, WEEKDAYS
from sportsec.domain.intake.heading_words import SYNONYMS

# Letters in the order of their frequency in Moroccan club, ground and city names.
_ARABIC_COMMON = "اليرمنوبتةدسعفحكقهجشطخصزآأإضغثءئؤىظذ"
_FRENCH_COMMON = "éèâêçôîàëïûùœ"
_FRENCH_CAPITALS = "ÉÈÊÀÂÇÎÔŒ"
_OTHER_LATIN = "áíóúñãõöüäåøæßìòÁÍÓÚÑÖÜğışčćžšżłńěřý"
_HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_SIGNS = "’‘“”«»–—…°·•€№،؛؟ـ\u200e\u200f\u00a0\u202f" + _HARAKAT

_WEIGHTS: dict[str, float] = {
    **{letter: 2.0 - 0.05 * rank for rank, letter in enumerate(_ARABIC_COMMON)},
    **{letter: 1.6 - 0.05 * rank for rank, letter in enumerate(_FRENCH_COMMON)},
    **dict.fromkeys(_FRENCH_CAPITALS, 0.8),
    **dict.fromkeys(_OTHER_LATIN, 0.3),
    **dict.fromkeys(_SIGNS, 0.1),
}
# Arabic and French letters: with them a known word is spelt as it should be.
_USUAL = frozenset(_ARABIC_COMMON + _FRENCH_COMMON + _FRENCH_CAPITALS)
_WORD = re.compile(r"[^\W\d_]+")
# Words that stand in programmes; only those with letters outside ASCII decide.
_GENERIC = (
    "نادي فريق جمعية اتحاد شباب رجاء وداد نهضة أولمبيك حسنية مولودية الرياضي الملعب "
    "ملعب مركب الوطنية البطولة كأس العرش équipe journée fès meknès tétouan "
    "kénitra difaâ salé béni étoile athlétique armées khénifra mohammédia sénégal "
    "résultat reporté février août décembre"
)


def _known_words() -> frozenset[str]:
    spelt = {
        word for words in SYNONYMS.values() for entry in words for word in entry.split()
    }
    spelt |= set(MONTHS) | set(WEEKDAYS)
    return frozenset(fold(word) for word in (*spelt, *_GENERIC.split()))


_KNOWN = _known_words()


def plausibility(text: str) -> float:
    """Score a decoded text: the higher, the likelier the decoding is right.

    Only words with letters outside ASCII count, for all encodings agree on the rest.
    Comparable between decodings of the same bytes, not between texts.
    """
    score = 0.0
    for word, count in Counter(_WORD.findall(text)).items():
        if not word.isascii():
            # A word seen often says little more than a word seen twice.
            score += _of_word(word) * min(count, 3)
    marks = Counter(
        letter for letter in text if letter > "\x7f" and not letter.isalpha()
    )
    for mark, count in marks.items():
        score += min(count, 50) * _of_sign(mark)
    return score


def _of_sign(mark: str) -> float:
    if mark in _WEIGHTS:
        return _WEIGHTS[mark]
    if "\x80" <= mark <= "\x9f" or mark == "\ufffd":
        return -6.0
    # Drawing and calculating signs are what other encodings make of letters.
    return -0.1 if mark >= "\u25a0" else -1.5


def _of_word(word: str) -> float:
    score = 0.0
    arabic = latin = 0
    previous = ""
    for letter in word:
        if "\u0600" <= letter <= "\u06ff":
            arabic += 1
        else:
            latin += 1
        if letter > "\x7f":
            score += _WEIGHTS.get(letter, -1.5)
            if letter.isupper() and previous.islower():
                score -= 3.0  # "MeknÈs"
        previous = letter
    if arabic and latin:
        return -3.0 * min(arabic, latin) - 1.0
    if not arabic and len(word) > 2 and all(letter > "\x7f" for letter in word):
        return -2.0 * len(word)  # "ÇáæÏÇÏ" is no French
    if fold(word) in _KNOWN and all(each < "\x80" or each in _USUAL for each in word):
        score += 6.0
    return score
