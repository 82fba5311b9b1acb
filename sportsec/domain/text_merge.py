"""A proposal for a text that two people changed: what both added to what stood there.

Only ever offered to be edited. Nothing is decided by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

#: Words, the spaces between them, ends of lines.
_WORDS = re.compile(r"\n|[^\S\n]+|\S+")

#: From where to where in the words before, and what stands there now.
Change = tuple[tuple[int, int], tuple[str, ...]]


def merged_text(base: str, one: str, other: str) -> str | None:
    """Return the text with the changes of both.

    What both added at the same place stands on lines of its own.

    Returns:
        None where both changed the same words, so that there is nothing to propose.
    """
    before = _WORDS.findall(base)
    first, second = _changes(before, one), _changes(before, other)
    mine, theirs = _additions(first), _additions(second)
    changes = dict((*first, *second))
    for place in mine.keys() & theirs.keys():
        if mine[place] != theirs[place]:
            changes[place] = (*mine[place], "\n", *theirs[place])
    if _collide(first, second):
        return None
    text = list(before)
    for (start, end), words in sorted(changes.items(), reverse=True):
        text[start:end] = words
    return "".join(text)


def _changes(before: Sequence[str], text: str) -> list[Change]:
    after = _WORDS.findall(text)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        ((start, end), tuple(after[new_start:new_end]))
        for tag, start, end, new_start, new_end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _additions(changes: Sequence[Change]) -> dict[tuple[int, int], tuple[str, ...]]:
    return {place: words for place, words in changes if place[0] == place[1]}


def _collide(first: Sequence[Change], second: Sequence[Change]) -> bool:
    """Say whether two changes touch the same words otherwise than by adding there."""
    return any(
        one != other
        and (one[0] != other[0] or one[0][0] != one[0][1])
        and one[0][0] <= other[0][1]
        and other[0][0] <= one[0][1]
        for one in first
        for other in second
    )
