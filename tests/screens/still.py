"""Makes clock and chance stand still, so that pictures are the same on every day.

Import it before anything of the program: modules keep the `datetime` they find.
"""

from __future__ import annotations

import datetime as dt
import os
import random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

#: A Friday of the sample season, in the afternoon.
MOMENT = dt.datetime(2026, 11, 27, 13, 24, tzinfo=dt.UTC)
OFFICER = "officer"

_Real = dt.datetime
_chance = random.Random("screens")


class _AsReal(type(_Real)):
    """Takes every `datetime` for one of ours."""

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, _Real)

    def __subclasscheck__(cls, subclass: type) -> bool:
        return issubclass(subclass, _Real)


class _Still(_Real, metaclass=_AsReal):
    """Makes real moments, but knows only one present."""

    def __new__(cls, *args: Any, **named: Any) -> Any:
        return _Real(*args, **named)

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Any:
        """Return the moment."""
        here = MOMENT.astimezone(tz)
        return here if tz is not None else here.replace(tzinfo=None)


def hold_still() -> None:
    """Stop the clock, and let chance draw the same each time."""
    dt.datetime = _Still  # type: ignore[misc]
    os.urandom = _chance.randbytes
    random._urandom = _chance.randbytes  # type: ignore[attr-defined]
    Ed25519PrivateKey.generate = classmethod(_key)  # type: ignore[assignment]
    for name in ("LOGNAME", "USER", "USERNAME"):
        os.environ[name] = OFFICER


def _key(_cls: type) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(_chance.randbytes(32))
