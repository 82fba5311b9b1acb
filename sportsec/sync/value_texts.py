"""Texts and real numbers of a file: only what every part of the program can read."""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

_LOWEST, _HIGHEST = -(1 << 63), (1 << 63) - 1


def is_good_value(value: Any, *, is_json: bool) -> bool:
    """Say whether a value can be kept.

    Args:
        value: A text or real number as SQLite gave it.
        is_json: Whether it must be a JSON object of plain values, read alike by every
            reader: no name twice, no number that one of them would round.
    """
    if isinstance(value, float):
        return not is_json and math.isfinite(value)
    if not is_json:
        return "\0" not in value
    try:
        found = json.loads(
            value, object_pairs_hook=_without_doubles, parse_constant=_no_number
        )
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and all(map(_is_plain, found.values()))


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return "\0" not in value and _is_unicode(value)
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, int):
        return _LOWEST <= value <= _HIGHEST
    return value is None


def _is_unicode(text: str) -> bool:
    """Say whether a text has no halves of letters, which JSON can spell."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
