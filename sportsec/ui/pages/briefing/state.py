"""What the briefing tab decides: languages on offer, name of the file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

#: The papers on offer: one language, or two side by side (product.md F2).
CHOICES: tuple[tuple[str, ...], ...] = (
    *(("ar",), ("fr",), ("en",)),
    *(("ar", "fr"), ("ar", "en"), ("fr", "en")),
)

#: Signs that some file system refuses, and what a name is better without.
_REFUSED = re.compile(r"[\s\x00-\x1f\x7f<>:\"/\\|?*-]+")
#: Letters of each club: a name of 255 bytes is the longest everywhere.
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Paper:
    """What decides the name of a printed briefing."""

    home: str
    away: str
    day: date
    version: int
    languages: tuple[str, ...]


def file_name(paper: Paper) -> str:
    """Return a name that every file system takes and that sorts by date."""
    clubs = "-".join(_plain(name) for name in (paper.home, paper.away))
    languages = "+".join(paper.languages)
    return f"{paper.day:%Y-%m-%d}_{clubs}_v{paper.version}_{languages}.pdf"


def _plain(name: str) -> str:
    """Return the name as it is written, its words joined by hyphens."""
    letters = unicodedata.normalize("NFC", name)
    seen = "".join(each for each in letters if unicodedata.category(each) != "Cf")
    return _REFUSED.sub("-", seen)[:_LONGEST].strip("-. ") or "x"
