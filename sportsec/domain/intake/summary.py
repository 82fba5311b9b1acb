"""What a programme holds in figures, and what is suspicious about it as a whole.

A file can be technically perfect and wrong: eight matches repeated thirty times,
another sport's list. The officer sees this before anything is taken in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sportsec.domain.folding import fold
from sportsec.domain.intake.programme import Programme, ProgrammeLine
from sportsec.domain.intake.suspicions import suspicions
from sportsec.domain.intake.teams import is_placeholder
from sportsec.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Summary:
    """A programme in figures.

    Args:
        lines: All lines, readable or not.
        matches: Lines that name two clubs and a day.
        teams: Each club as written, with the number of its matches; most first.
        rounds: Each round with the number of its matches, in the order of the file.
        first: Day of the first match; None when no day is known.
        last: Day of the last match.
        without_hour: Matches whose hour is not given.
        duplicates: Numbers of lines that hold the same match, per match.
        warnings: What is suspicious, gravest first; `WARN` only.
    """

    lines: int
    matches: int
    teams: tuple[tuple[str, int], ...]
    rounds: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    without_hour: int
    duplicates: tuple[tuple[int, ...], ...]
    warnings: tuple[Problem, ...]

    @property
    def matches_per_team(self) -> tuple[int, int]:
        """Fewest and most matches of a club; zeros when there is none."""
        counts = [count for _, count in self.teams]
        return (min(counts), max(counts)) if counts else (0, 0)


def summarise(programme: Programme) -> Summary:
    """Count what a programme holds and say what is suspicious about it."""
    matches = [line for line in programme.lines if line.home and line.away]
    days = [line.date for line in matches if line.date is not None]
    duplicates = _duplicates(matches)
    return Summary(
        lines=len(programme.lines),
        matches=sum(1 for line in matches if not line.is_blocked),
        teams=_teams(matches),
        rounds=tuple(Counter(line.round for line in matches if line.round).items()),
        first=min(days, default=None),
        last=max(days, default=None),
        without_hour=sum(1 for line in matches if line.time is None),
        duplicates=duplicates,
        warnings=(*programme.notices, *suspicions(programme, matches, duplicates)),
    )


def _teams(matches: Sequence[ProgrammeLine]) -> tuple[tuple[str, int], ...]:
    """Count matches per club: spellings that fold alike are one."""
    counts: Counter[str] = Counter()
    for line in matches:
        counts[line.home] += 1
        counts[line.away] += 1
    shown: dict[str, str] = {}
    folded: Counter[str] = Counter()
    for name, count in counts.items():
        if not is_placeholder(name):
            key = fold(name)
            shown.setdefault(key, name)
            folded[key] += count
    return tuple((shown[key], count) for key, count in folded.most_common())


def _duplicates(matches: Sequence[ProgrammeLine]) -> tuple[tuple[int, ...], ...]:
    """Return the line numbers of matches that stand more than once, day and all."""
    where: dict[tuple[object, ...], list[int]] = {}
    for line in matches:
        if line.date is not None and not is_placeholder(line.home):
            key = (line.home, line.away, line.date, line.competition)
            where.setdefault(key, []).append(line.number)
    return tuple(tuple(numbers) for numbers in where.values() if len(numbers) > 1)
