"""Fingerprints as a few words that two officers compare by phone.

One list of 256 short, well-known words per language: a byte is the same word in its
place in each, so that cells of different languages can compare the numbers behind.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from sportsec.domain.words import LANGUAGES, Words

_FOLDER = Path(__file__).parents[2] / "resources" / "words"
#: Words of a key: 64 bits, which nobody finds a second key for.
_OF_A_KEY = 8
#: Words of a state: nobody is deceived about it, two states only must not look alike.
_OF_A_STATE = 5


def key_words(key: bytes) -> Words:
    """Return the words of a cell's public key."""
    return _spoken(hashlib.sha256(b"sportsec key\0" + key).digest()[:_OF_A_KEY])


def state_words(fingerprint: bytes) -> Words:
    """Return the words of the state of a record."""
    return _spoken(fingerprint[:_OF_A_STATE])


def random_words(count: int) -> Words:
    """Return words drawn at random, the same draw in each language."""
    return _spoken(os.urandom(count))


def _spoken(data: bytes) -> Words:
    return Words(
        **{code: " ".join(_list(code)[each] for each in data) for code in LANGUAGES}
    )


@cache
def _list(language: str) -> tuple[str, ...]:
    text = (_FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    return tuple(text.split("\n")[:256])
