"""Names of the files that papers are saved in: every file system takes them."""

from __future__ import annotations

import re
import unicodedata

#: Signs that some file system refuses, and what a name is better without.
_REFUSED = re.compile(r"[\s\x00-\x1f\x7f<>:\"/\\|?*-]+")
#: Letters of each club: a name of 255 bytes is the longest everywhere.
_LONGEST = 50


def clubs_in_name(home: str, away: str) -> str:
    """Return both clubs of a match as the name of its file holds them."""
    return "-".join(_plain(name) for name in (home, away))


def _plain(name: str) -> str:
    """Return the name as it is written, its words joined by hyphens."""
    letters = unicodedata.normalize("NFC", name)
    seen = "".join(each for each in letters if unicodedata.category(each) != "Cf")
    return _REFUSED.sub("-", seen)[:_LONGEST].strip("-. ") or "x"
