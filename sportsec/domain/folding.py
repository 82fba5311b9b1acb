"""The search key of a text: equal for spellings that a reader takes for the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters that neither case folding nor decomposition brings together.
_LETTERS = {
    "ٱ": "ا",  # alef wasla
    "ى": "ي",  # alef maqsura, written for yeh at the end of words
    "ی": "ي",  # Farsi yeh
    "ې": "ي",
    "ے": "ي",
    "ە": "ه",
    "ة": "ه",  # teh marbuta
    "ہ": "ه",
    "ھ": "ه",
    "ک": "ك",  # keheh
    "گ": "ك",  # the Moroccan /g/ is written گ, ڭ or ݣ: أگادير, أݣادير
    "ڭ": "ك",
    "ݣ": "ك",
    "ڤ": "ف",
    "پ": "ب",
    "ء": "",  # a lone hamza is often left out
    "ـ": "",  # tatweel only stretches
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "đ": "d",
    "ł": "l",
    "ı": "i",
    "،": ",",
    "؛": ";",
    "؟": "?",
    **dict.fromkeys("’‘ʼ`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("«»“”„", '"'),
}
_TABLE = {
    **{ord(letter): plain for letter, plain in _LETTERS.items()},
    **{0x660 + digit: str(digit) for digit in range(10)},
    **{0x6F0 + digit: str(digit) for digit in range(10)},
}
# Harakat and accents (Mn, Me); zero-width and direction marks (Cf).
_DROPPED = frozenset({"Mn", "Me", "Cf"})


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return the key under which a text is stored for search, and searched.

    Case, accents, harakat, hamza carriers, teh marbuta, alef maqsura, tatweel,
    presentation forms, Arabic-Indic digits, direction marks and repeated spaces
    make no difference. Folding a key again changes nothing.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    plain = text.translate(_TABLE)  # before ´ is decomposed into space and accent
    for _ in range(2):  # capitals may hide compatibility forms, and these capitals
        plain = unicodedata.normalize("NFKD", plain).casefold().translate(_TABLE)
    category = unicodedata.category
    return " ".join(
        "".join(letter for letter in plain if category(letter) not in _DROPPED).split()
    )
