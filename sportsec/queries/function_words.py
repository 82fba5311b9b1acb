"""The functions of people that words mean, in any language of the program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sportsec.domain.people import ContactRole
from sportsec.i18n.labels import called_in_all_languages

#: Shorter words are those of the function only as they stand: "du", "of".
_LEAST_BEGUN = 3


@cache
def called() -> tuple[tuple[ContactRole, str], ...]:
    """Return each function with each thing that it is called, folded."""
    return tuple(
        (role, name) for role in ContactRole for name in called_in_all_languages(role)
    )


def parted(words: Sequence[str], name: str) -> tuple[list[str], list[str]]:
    """Return the words that are of what a function is called, and the others.

    Args:
        words: Folded, as is the name.
    """
    parts = name.split()
    meant = [word for word in words if any(_means(word, part) for part in parts)]
    return meant, [word for word in words if word not in meant]


def functions_called(word: str) -> list[ContactRole]:
    """Return the functions of whose names a word is one, or the beginning of one.

    Shorter words than of three letters mean none: they stand in too many.
    """
    if len(word) < _LEAST_BEGUN:
        return []
    return [*dict.fromkeys(role for role, name in called() if parted([word], name)[0])]


def _means(word: str, part: str) -> bool:
    return word == part or (len(word) >= _LEAST_BEGUN and part.startswith(word))
