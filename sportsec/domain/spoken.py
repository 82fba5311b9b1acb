"""Fingerprints as words that two officers read to each other by phone.

The same bytes give the same positions in the word list of each language.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

#: Words in a list: one for each value of a byte.
LIST_WORDS = 256
#: Words for a key (48 bits, slowly hashed) and for a state of the record (32 bits).
KEY_WORDS, STATE_WORDS = 6, 4

#: Rounds of hashing a key: who wants another key with the same words must do each of
#: 2**48 tries so often, while the officer waits for a moment only.
_KEY_ROUNDS = 1 << 16
_KEY_SALT, _STATE_SALT = b"sportsec key words\0", b"sportsec state words\0"


def key_positions(key: bytes) -> tuple[int, ...]:
    """Return the positions of the words for a public key."""
    hashed = hashlib.pbkdf2_hmac("sha256", key, _KEY_SALT, _KEY_ROUNDS)
    return tuple(hashed[:KEY_WORDS])


def state_positions(fingerprint: bytes) -> tuple[int, ...]:
    """Return the positions of the words for a state of the record."""
    return tuple(hashlib.sha256(_STATE_SALT + fingerprint).digest()[:STATE_WORDS])


def words_at(positions: Sequence[int], words: Sequence[str]) -> tuple[str, ...]:
    """Return the words at these positions.

    Args:
        words: A whole list, in its order.
    """
    if len(words) != LIST_WORDS:
        raise ValueError(len(words))
    return tuple(words[position] for position in positions)
