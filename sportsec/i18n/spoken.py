"""The word lists, and fingerprints and passphrases made of their words."""

from __future__ import annotations

import secrets
from functools import lru_cache
from pathlib import Path

from sportsec.domain.spoken import key_positions, state_positions, words_at
from sportsec.domain.words import LANGUAGES, Words

FOLDER = Path(__file__).parents[2] / "resources" / "words"

#: Words of a passphrase that is proposed: 64 bits, each guess of which costs a second.
PASSPHRASE_WORDS = 8


@lru_cache(maxsize=len(LANGUAGES))
def word_list(language: str) -> tuple[str, ...]:
    """Return the word list of a language."""
    return tuple((FOLDER / f"{language}.txt").read_text(encoding="utf-8").split())


@lru_cache(maxsize=256)
def key_words(key: bytes) -> Words:
    """Return the words for a public key, in each language."""
    return _said(key_positions(key))


def state_words(fingerprint: bytes) -> Words:
    """Return the words for a state of the record, in each language."""
    return _said(state_positions(fingerprint))


def proposed_passphrase(language: str, words: int = PASSPHRASE_WORDS) -> str:
    """Return a new passphrase that can be read out by phone."""
    return " ".join(words_at(secrets.token_bytes(words), word_list(language)))


def _said(positions: tuple[int, ...]) -> Words:
    texts = {
        language: " ".join(words_at(positions, word_list(language)))
        for language in LANGUAGES
    }
    return Words(**texts)
