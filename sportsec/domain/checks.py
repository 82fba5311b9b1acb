"""Small rules that several nouns share: names, ranges, dates, twins."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from sportsec.domain.folding import fold
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import LANGUAGES, N_, Words


def check_name(name: Words, twin: Words | None = None) -> list[Problem]:
    """Demand a name in one language; warn of one that is taken or in other letters.

    Args:
        twin: Name of another record that reads the same.
    """
    if not name:
        return [Problem("name", N_("Give a name in at least one language"))]
    found = check_letters("name", name.ar, "name", name.fr, name.en)
    if twin is not None:
        text = N_("{name} already exists: is it the same?")
        found.insert(0, Problem("name", text, Level.WARN, {"name": twin}))
    return found


def check_letters(
    arabic_field: str, arabic: str, latin_field: str, *latin: str
) -> list[Problem]:
    """Warn of a name that was written in the field of other letters."""
    found = []
    if _lacks("ARABIC", arabic):
        text = N_("The Arabic name has no Arabic letter")
        found.append(Problem(arabic_field, text, Level.WARN))
    if any(_lacks("LATIN", each) for each in latin):
        text = N_("The Latin name has no Latin letter")
        found.append(Problem(latin_field, text, Level.WARN))
    return found


def check_range(
    low_field: str, low: int | None, high_field: str, high: int | None
) -> list[Problem]:
    """Demand low ≤ high; a single figure stands for both ends."""
    if low is not None and high is not None and low > high:
        text = N_("The lower figure is above the higher one")
        return [Problem(low_field, text), Problem(high_field, text)]
    return []


def check_not_future(field: str, day: date | None, today: date) -> list[Problem]:
    """Refuse a day that has not come yet for something that has happened."""
    if day is not None and day > today:
        return [Problem(field, N_("This day has not come yet"))]
    return []


def folded_names(name: Words) -> set[str]:
    """Return the search keys of a name in its languages."""
    return {fold(getattr(name, code)) for code in LANGUAGES} - {""}


def repeated(codes: Iterable[str]) -> set[str]:
    """Return the folded codes that occur more than once; empty ones do not count."""
    seen: set[str] = set()
    twice: set[str] = set()
    for code in map(fold, codes):
        (twice if code in seen else seen).add(code)
    return twice - {""}


def _lacks(script: str, name: str) -> bool:
    """Say whether a name has letters, but none of a script; figures are of any."""
    letters = [unicodedata.name(sign, "") for sign in name if sign.isalpha()]
    return bool(letters) and not any(one.startswith(script) for one in letters)
