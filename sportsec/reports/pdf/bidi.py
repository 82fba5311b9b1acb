"""The order in which mixed Arabic and Latin text is read: the Unicode algorithm.

All of UAX #9 for one paragraph: explicit levels, isolates, brackets, line order.
The types come from `unicodedata`, so they are those of the running Python.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import bidirectional

from sportsec.reports.pdf.bidi_explicit import (
    EMBEDDINGS,
    ISOLATES,
    REMOVED,
    explicit_levels,
    first_strong,
    run_sequences,
)
from sportsec.reports.pdf.bidi_implicit import BRACKETS, resolve

_NEUTRAL = {"ES", "ET", "CS", "NSM", "WS", "ON", "S", "B"}
_PLAIN = {  # in a paragraph of this level nothing of these types leaves the level
    0: frozenset(_NEUTRAL | {"L", "EN"}),
    1: frozenset(_NEUTRAL | {"R", "AL"}),
}
_TRAILING = ISOLATES | EMBEDDINGS | {"WS", "PDI", "PDF", "BN"}
_ABOVE = {  # I1 and I2: what a resolved type adds to an even or an odd level
    0: {"L": 0, "R": 1, "AN": 2, "EN": 2},
    1: {"L": 1, "R": 0, "AN": 1, "EN": 1},
}


def kinds_of(text: str) -> list[str]:
    """Return the bidirectional type of each character; unassigned ones count as L."""
    return [bidirectional(sign) or "L" for sign in text]


def base_level(text: str, default: int = 0) -> int:
    """Return 1 if the first strong character is right-to-left, else 0 (P2, P3)."""
    strong = first_strong(kinds_of(text))
    return default if strong is None else int(strong in {"R", "AL"})


@lru_cache(maxsize=16384)
def levels(text: str, base: int) -> tuple[int, ...]:
    """Return the embedding level of each character of one paragraph.

    Args:
        text: A paragraph, without the sign that ends it.
        base: 0 for a left-to-right paragraph, 1 for a right-to-left one.
    """
    kinds = kinds_of(text)
    if BRACKETS.isdisjoint(text):
        return _levels_without_brackets(tuple(kinds), base)
    return tuple(levels_of_kinds(text, kinds, base))


@lru_cache(maxsize=4096)
def _levels_without_brackets(kinds: tuple[str, ...], base: int) -> tuple[int, ...]:
    """As `levels`; the letters do not matter: all hours are alike, all telephones."""
    return tuple(levels_of_kinds(" " * len(kinds), list(kinds), base))


def levels_of_kinds(text: str, kinds: list[str], base: int) -> list[int]:
    """As `levels`, for given types; rules X1 to I2."""
    if _PLAIN[base].issuperset(kinds):
        return [base] * len(kinds)
    types = list(kinds)
    explicit = explicit_levels(types, base)
    found = list(explicit)
    for run in run_sequences(kinds, explicit, base):
        resolve(text, kinds, types, run)
        above = _ABOVE[run.level & 1]
        for i in run.positions:
            found[i] = run.level + above[types[i]]
    for i, kind in enumerate(kinds):
        if kind in REMOVED:
            found[i] = found[i - 1] if i else base
    return found


def line_levels(kinds: Sequence[str], found: Sequence[int], base: int) -> list[int]:
    """Set separators and the spaces before them or at the line's end to `base` (L1)."""
    line = list(found)
    trailing = True
    for i in range(len(line) - 1, -1, -1):
        if kinds[i] in {"B", "S"}:
            trailing = True
        elif kinds[i] not in _TRAILING:
            trailing = False
        if trailing:
            line[i] = base
    return line


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the positions of the items from left to right (L2)."""
    order = list(range(len(found)))
    highest, lowest = max(found, default=0), min(found, default=0)
    if highest == lowest:  # most lines
        return order[::-1] if highest & 1 else order
    lowest_odd = lowest if lowest & 1 else lowest + 1
    for level in range(highest, lowest_odd - 1, -1):
        i = 0
        while i < len(order):
            j = i
            while j < len(order) and found[order[j]] >= level:
                j += 1
            if j > i:
                order[i:j] = order[i:j][::-1]
            i = j + 1
    return order
