"""Who acts, and how records are named."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from uuid import UUID, uuid5

from sportsec.domain.words import N_

#: Namespace of identifiers derived from a natural key (link rows, code lists), so
#: that two cells which add the same one make the same record.
NAMESPACE = UUID("5bd7b5b2-2f0c-5f0c-9d3e-6a6f7f1f5a10")

#: What an officer is told who gives himself a name; and how long that may be.
SIGNED = N_(
    "What you do is signed with it in the history. Left empty, it is the name of your"
    " login on this PC."
)
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever carries out an act.

    Args:
        name: As it will stand in the history of a record.
    """

    name: str


_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Return a new UUIDv7 (RFC 9562): unique across cells, in order of their making.

    Two made in the same millisecond are in order too, within one process.
    """
    global _last  # noqa: PLW0603 - the order is the process's
    milliseconds = time.time_ns() // 1_000_000
    value = int.from_bytes(os.urandom(10), "big")
    value |= (milliseconds & ((1 << 48) - 1)) << 80
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    with _lock:
        _last = value if value > _last else _last + 1
        return UUID(int=_last)


def natural_id(kind: str, *key: str) -> UUID:
    """Return the identifier of a link row or code: the same in every cell.

    Never for personal data: it could be guessed back from the identifier.
    """
    return uuid5(NAMESPACE, "\x1f".join((kind, *key)))
