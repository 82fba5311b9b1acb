"""JSON of a cover sheet: one spelling of each value, and a strict way to read it."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from sportsec.domain.errors import BadFile
from sportsec.domain.exchange_refusals import FileRefusal

_HEX = re.compile(r"(?:[0-9a-f]{2})*")


def encode(value: object) -> bytes:
    """Return the one spelling of a value (RFC 8785 for what we use of JSON)."""
    text = json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return text.encode()


def decode(data: bytes) -> dict[str, Any]:
    """Return the object that `data` spells.

    Raises:
        BadFile: No JSON object, a name twice, a fraction, or another spelling of it.
    """
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_without_doubles,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        if isinstance(value, dict) and encode(value) == data:
            return value
    except (ValueError, RecursionError):  # ValueError: of JSON and of Unicode
        pass
    raise refusal("")


def refusal(place: str) -> BadFile:
    """Return the refusal of a cover sheet that is wrong at `place`."""
    return BadFile(FileRefusal.BAD_COVER, place=place or "{}")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs)
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


class Sheet:
    """One object of a cover sheet, read name by name.

    Args:
        place: Where it is in the whole, for refusals: "sender.name".
        loose: Whether names that nobody asked for are let pass.
    """

    def __init__(self, value: object, place: str = "", *, loose: bool = False) -> None:
        if not isinstance(value, dict):
            raise refusal(place)
        self._values: dict[str, Any] = value
        self._place = place
        self._loose = loose
        self._asked: set[str] = set()

    def text(self, name: str, most: int, pattern: str = r"[^\0]*") -> str:
        """Return a text of at most `most` letters that is `pattern` as a whole."""
        value = self._take(name)
        if not isinstance(value, str) or len(value) > most:
            raise refusal(self.place_of(name))
        if not re.fullmatch(pattern, value, re.DOTALL):
            raise refusal(self.place_of(name))
        return value

    def number(self, name: str, least: int, most: int) -> int:
        """Return a whole number."""
        return checked_number(self._take(name), least, most, self.place_of(name))

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._take(name)
        if not isinstance(value, bool):
            raise refusal(self.place_of(name))
        return value

    def binary(self, name: str, size: int) -> bytes:
        """Return bytes of exactly this size, written in hexadecimal."""
        return checked_hex(self._take(name), size, self.place_of(name))

    def part(self, name: str) -> Sheet:
        """Return the object under a name."""
        return Sheet(self._take(name), self.place_of(name), loose=self._loose)

    def entries(self, name: str, most: int) -> list[tuple[str, Any]]:
        """Return names and values of an object whose names are data."""
        value = self._take(name)
        if not isinstance(value, dict) or len(value) > most:
            raise refusal(self.place_of(name))
        return list(value.items())

    def members(self, name: str, most: int) -> list[Any]:
        """Return the members of a list."""
        value = self._take(name)
        if not isinstance(value, list) or len(value) > most:
            raise refusal(self.place_of(name))
        return value

    def is_null(self, name: str) -> bool:
        """Say whether nothing stands under a name, and be done with it if so."""
        if name in self._values and self._values[name] is None:
            self._asked.add(name)
            return True
        return False

    def done(self) -> None:
        """Refuse what was not asked for."""
        unknown = sorted(set(self._values) - self._asked)
        if unknown and not self._loose:
            raise refusal(self.place_of(unknown[0]))

    def place_of(self, name: str) -> str:
        """Return the place of a name, as refusals say it."""
        short = name if len(name) <= 40 else f"{name[:40]}…"
        return f"{self._place}.{short}" if self._place else short

    def _take(self, name: str) -> Any:
        self._asked.add(name)
        if name not in self._values:
            raise refusal(self.place_of(name))
        return self._values[name]


def checked_number(value: object, least: int, most: int, place: str) -> int:
    """Return a value that must be a whole number in a range."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise refusal(place)
    if not least <= value <= most:
        raise refusal(place)
    return value


def checked_hex(value: object, size: int, place: str) -> bytes:
    """Return the bytes of a value that must be so many, in hexadecimal."""
    if not isinstance(value, str) or len(value) != 2 * size:
        raise refusal(place)
    if not _HEX.fullmatch(value):
        raise refusal(place)
    return bytes.fromhex(value)
