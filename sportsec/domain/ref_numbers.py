"""Reference numbers of matches: cell / season / number, printed on every paper."""

from __future__ import annotations

DIGITS = 3


def ref_stem(prefix: str, season: str) -> str:
    """Return what all numbers of a season begin with: "CAS/2026-2027/"."""
    return "/".join(part for part in (prefix, season) if part) + "/"


def ref_no(stem: str, sequence: int) -> str:
    """Return a reference number: "CAS/2026-2027/014"."""
    return f"{stem}{sequence:0{DIGITS}d}"


def sequence_of(number: str, stem: str) -> int:
    """Return the running number within the season; 0 for a foreign reference."""
    running = number.removeprefix(stem)
    return int(running) if number != running and running.isdecimal() else 0
