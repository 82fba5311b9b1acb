"""What column headings mean, in Arabic, French and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sportsec.domain.folding import fold
from sportsec.domain.intake.heading_words import IGNORED, SYNONYMS
from sportsec.domain.intake.mapping import Field

_ZONE = re.compile(r"\b(?:utc|gmt)\b(?!\s*[+-])")
_MARKS = re.compile(r"[\s_./()\[\]:*|\\-]+")


def _plain(heading: str) -> str:
    return _MARKS.sub(" ", fold(heading)).strip()


_EXACT = {_plain(word): field for field, words in SYNONYMS.items() for word in words}
_PARTS = sorted(
    ((word, field) for word, field in _EXACT.items() if len(word) > 2),
    key=lambda pair: -len(pair[0]),
)


@lru_cache(maxsize=2048)
def meanings(heading: str) -> tuple[tuple[Field, float], ...]:
    """Return the fields that a heading may stand for, with a weight up to 1.

    The whole heading weighs 1; a synonym within a longer heading less.
    """
    plain = _plain(heading)
    if not plain or fold(heading) in IGNORED or plain in IGNORED:
        return ()
    if plain in _EXACT:
        return ((_EXACT[plain], 1.0),)
    if len(plain) > 60:
        return ()
    found: dict[Field, float] = {}
    padded = f" {plain} "
    for word, field in _PARTS:
        if field not in found and f" {word} " in padded:
            found[field] = 0.4 + 0.4 * len(word) / len(plain)
    return tuple(found.items())


def says_utc(text: str) -> bool:
    """Say whether a heading or file name states that its hours are in UTC."""
    return _ZONE.search(_MARKS.sub(" ", fold(text))) is not None


def heading_weight(cells: Sequence[object]) -> float:
    """Return how much a row looks like headings: about one per column understood."""
    weight = 0.0
    seen: set[Field] = set()
    for cell in cells:
        if not isinstance(cell, str):
            continue
        best = max(meanings(cell), key=lambda pair: pair[1], default=None)
        if best is not None and best[0] not in seen:
            seen.add(best[0])
            weight += best[1]
    return weight
