"""Columns of the tables that are edited in place, and how a cell is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sportsec.domain.words import Words
from sportsec.ui.language import translator
from sportsec.ui.widgets.field import latin_digits

#: A text that is no value of the cell.
NO_VALUE = object()


@dataclass(frozen=True, slots=True)
class EditColumn:
    """One column.

    Args:
        text: What the cell says, from the id and the draft.
        field: Attribute that typing changes; "" for a column that is computed.
        read: Turns what was typed into a value, or `NO_VALUE`.
        choices: Value and text of each thing that can be chosen instead of typed.
        level: Draws the text as a badge.
        is_spare: Gives its room to the others while it says nothing of any part.
    """

    header: str
    text: Callable[[UUID, Any], str]
    field: str = ""
    read: Callable[[Any, str], Any] = lambda _old, text: text
    choices: Sequence[tuple[Any, str]] = ()
    align: str = "start"
    level: Callable[[UUID, Any], str | None] | None = None
    width: int = 90
    is_spare: bool = False


def read_text(_old: Any, text: str) -> Any:
    """Take a text without spaces round it."""
    return text.strip()


def read_words(old: Words, text: str) -> Words:
    """Put a text into the language of the screen; the other languages stay."""
    return replace(old, **{translator().language: text.strip()})


def read_whole(_old: Any, text: str) -> Any:
    """Take a whole number of persons or things; empty is not known."""
    digits = "".join(latin_digits(text).split())
    if not digits:
        return None
    return int(digits) if digits.isdecimal() else NO_VALUE


def read_decimal(_old: Any, text: str) -> Any:
    """Take a number with a comma or a point; empty is not known."""
    digits = "".join(latin_digits(text).split()).replace(",", ".")
    if not digits:
        return None
    try:
        number = float(digits)
    except ValueError:
        return NO_VALUE
    return number if 0 <= number < float("inf") else NO_VALUE
