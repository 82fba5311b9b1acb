"""Reading a programme file away from the screen, with its summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sportsec.domain.intake.programme import Programme
from sportsec.domain.intake.summary import Summary, summarise
from sportsec.ui.pages.intake.state import Answers


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was read, and what it holds in figures."""

    programme: Programme
    summary: Summary


def read_file(
    path: Path,
    answers: Answers,
    progress: Callable[[float | None, str], None],
    text: str,
) -> ReadFile:
    """Read a file, in the lane without a database.

    Raises:
        BadFile: It cannot be used.
    """
    # The readers of all formats are loaded with the first file, not with the page.
    from sportsec.tabular.reading import read_programme  # noqa: PLC0415

    progress(None, text)
    programme = read_programme(
        path,
        mapping=answers.mapping,
        day_first=answers.day_first,
        season=answers.season or None,
        day=answers.day,
    )
    progress(0.7, text)
    return ReadFile(programme, summarise(programme))
