"""The order of codes as people read them: G2 before G10."""

from __future__ import annotations

import re

from sportsec.domain.folding import fold

_PARTS = re.compile(r"(\d+)")


def code_order(code: str) -> tuple[tuple[bool, int, str], ...]:
    """Return a key that sorts numbers inside codes by their value."""
    parts = (part for part in _PARTS.split(fold(code)) if part)
    return tuple(
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts
    )
