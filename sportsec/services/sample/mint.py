"""Chance and identifiers that come out the same for the same day."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TypeVar
from uuid import UUID

T = TypeVar("T")


class Mint:
    """Makes identifiers (UUIDv7) and draws lots, both derived from keys.

    Args:
        today: Day the season is built for; its first moment is in every identifier.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        moment = datetime(today.year, today.month, today.day, tzinfo=UTC)
        self._milliseconds = int(moment.timestamp() * 1000)

    def id(self, kind: str, *key: object) -> UUID:
        """Return the identifier of a record, known by its kind and key."""
        text = "\x1f".join(("sample", kind, *map(str, key)))
        value = int.from_bytes(sha256(text.encode()).digest()[:10], "big")
        value |= self._milliseconds << 80
        value = value & ~(0xF << 76) | 0x7 << 76
        value = value & ~(0x3 << 62) | 0x2 << 62
        return UUID(int=value)


def lot(*key: object) -> random.Random:
    """Return a source of chance that depends on the key alone."""
    return random.Random("\x1f".join(map(str, key)))  # noqa: S311 - nothing secret


def pick(choices: Sequence[T], *key: object) -> T:
    """Return one of the choices, always the same for the same key."""
    return choices[lot(*key).randrange(len(choices))]
