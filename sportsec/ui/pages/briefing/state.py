"""What the briefing tab decides: languages on offer, name of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sportsec.ui.file_names import clubs_in_name

#: The papers on offer: one language, or two side by side (product.md F2).
CHOICES: tuple[tuple[str, ...], ...] = (
    *(("ar",), ("fr",), ("en",)),
    *(("ar", "fr"), ("ar", "en"), ("fr", "en")),
)


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
    clubs = clubs_in_name(paper.home, paper.away)
    languages = "+".join(paper.languages)
    return f"{paper.day:%Y-%m-%d}_{clubs}_v{paper.version}_{languages}.pdf"
