"""Fingerprints as a few words that two officers compare by phone.

One list of 256 short, well-known words per language: a byte is the same word in its
place in each, so that cells of different languages can compare the numbers behind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from sportsec.domain.words import LANGUAGES, Words

#: The words of each language, in the order of their bytes.
WordLists = Mapping[str, Sequence[str]]

#: Words of a list, one for each byte.
WORDS = 256
#: Words of a key: 64 bits, which nobody finds a second key for.
_OF_A_KEY = 8
#: Words of a state: nobody is deceived about it, two states only must not look alike.
_OF_A_STATE = 5


def key_words(key: bytes, lists: WordLists) -> Words:
    """Return the words of a cell's public key."""
    return spoken(hashlib.sha256(b"sportsec key\0" + key).digest()[:_OF_A_KEY], lists)


def state_words(fingerprint: bytes, lists: WordLists) -> Words:
    """Return the words of the state of a record."""
    return spoken(fingerprint[:_OF_A_STATE], lists)


def spoken(data: bytes, lists: WordLists) -> Words:
    """Return a word for each byte, at the same place in each language."""
    return Words(
        **{code: " ".join(lists[code][each] for each in data) for code in LANGUAGES}
    )
