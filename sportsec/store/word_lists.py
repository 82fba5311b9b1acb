"""The lists of words that fingerprints are spoken in, from `resources/words`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from sportsec.domain.spoken import WORDS, WordLists
from sportsec.domain.words import LANGUAGES

_FOLDER = Path(__file__).parents[2] / "resources" / "words"


@cache
def word_lists() -> WordLists:
    """Return the list of each language."""
    return {
        code: tuple(
            (_FOLDER / f"{code}.txt").read_text(encoding="utf-8").split("\n")[:WORDS]
        )
        for code in LANGUAGES
    }
