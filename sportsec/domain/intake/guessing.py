"""Which column means what: from its heading, checked against what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import combinations

from sportsec.domain.folding import fold
from sportsec.domain.intake.calendar_words import BLANKS
from sportsec.domain.intake.dates import read_date
from sportsec.domain.intake.headings import meanings
from sportsec.domain.intake.mapping import Field, Mapping
from sportsec.domain.intake.programme import Cell
from sportsec.domain.intake.rounds import looks_like_round
from sportsec.domain.intake.scores import SpoiltScore, read_goals, read_score
from sportsec.domain.intake.statuses import read_status
from sportsec.domain.intake.teams import split_sides
from sportsec.domain.intake.times import read_time

#: So many rows are enough to know a column.
SAMPLE = 200
_TRUE_OR_FALSE = frozenset(
    ["true", "false", "yes", "no", "oui", "non", "0", "1", "نعم", "لا", "vrai", "faux"]
)


#: Fields that any text may fill.
_ANY_TEXT = frozenset(
    {
        *(Field.HOME, Field.AWAY, Field.VENUE, Field.LEG, Field.COMPETITION),
        *(Field.SEASON, Field.REMARK, Field.UID),
    }
)


@dataclass(slots=True)
class _Profile:
    """Shares, 0 to 1, of a column's filled cells that read as each kind."""

    filled: int = 0
    texts: float = 0
    rounds: float = 0
    values: set[str] = field(default_factory=set)
    repeats: bool = False
    shares: dict[Field, float] = field(default_factory=dict)


def guess_mapping(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Mapping:
    """Guess the mapping of a table.

    Args:
        headings: Empty when the table has none.
        rows: Some of its rows, without the headings.
    """
    width = max((len(row) for row in (headings, *rows)), default=0)
    profiles = [_profile(column, rows) for column in range(width)]
    pairs = _by_heading(headings, profiles)
    mapping = Mapping.of(pairs)
    found = {each for _, each in mapping.columns}
    open_columns = [
        column
        for column in range(width)
        if mapping.field(column) is None
        and not (column < len(headings) and fold(headings[column]) and found)
    ]
    if not mapping.names_teams and (found or _has_days(open_columns, profiles)):
        pairs += _sides(open_columns, profiles, found)
    taken = {column for column, _ in pairs}
    free = [column for column in open_columns if column not in taken]
    mapping = Mapping.of(pairs + _by_content(free, profiles, found))
    if mapping.column(Field.ROUND) is None:
        # "Match Status/Championship" is what a real file calls its rounds.
        named = [c for c in range(width) if profiles[c].rounds >= 0.7]
        pairs = [*mapping.columns, *((column, Field.ROUND) for column in named)]
        mapping = Mapping.of(pairs)
    return mapping


def _has_days(columns: list[int], profiles: list[_Profile]) -> bool:
    """Say whether a column holds days or hours: else two names are no match."""
    return any(
        profiles[column].shares.get(kind, 0.0) >= 0.6
        for column in columns
        for kind in (Field.DATE, Field.TIME, Field.TEAMS)
    )


def _by_heading(
    headings: Sequence[str], profiles: list[_Profile]
) -> list[tuple[int, Field]]:
    """Return columns with the field of their heading, the surest first."""
    candidates = [
        (weight, -column, meaning)
        for column, heading in enumerate(headings)
        for meaning, said in meanings(heading)
        if (weight := _believed(meaning, said, profiles[column])) > 0
    ]
    candidates.sort(key=lambda each: each[:2], reverse=True)
    return [(-column, meaning) for _, column, meaning in candidates]


def _believed(meaning: Field, said: float, profile: _Profile) -> float:
    """Weigh what a heading says against what its cells hold; 0 to drop it."""
    share = profile.shares.get(meaning, 1.0 if meaning in _ANY_TEXT else 0.0)
    is_denied = bool(profile.filled) and share < 0.3
    if said < 1:
        names_rounds = meaning is not Field.ROUND and profile.rounds >= 0.7
        if is_denied or names_rounds:
            return 0
        weight = said + (0.5 * share if meaning not in _ANY_TEXT else 0.0)
    else:
        # With nothing better its cells are shown as unreadable.
        weight = 0.2 if is_denied else 1.0
    return weight - 0.1 * (not profile.filled)


def _by_content(
    free: list[int], profiles: list[_Profile], found: set[Field]
) -> list[tuple[int, Field]]:
    pairs = []
    for wanted, least in (
        (Field.DATE, 0.7),
        (Field.TIME, 0.7),
        (Field.ROUND, 0.7),
        (Field.SCORE, 0.7),
        (Field.STATUS, 0.9),
    ):
        if wanted in found:
            continue
        best = max(
            free, key=lambda c: (profiles[c].shares.get(wanted, 0.0), -c), default=None
        )
        if best is None or (wanted is Field.ROUND and not profiles[best].repeats):
            continue  # numbers that never come twice count the matches
        if profiles[best].shares.get(wanted, 0.0) >= least:
            pairs.append((best, wanted))
            free = [column for column in free if column != best]
    venue = [c for c in free if profiles[c].texts > 0.8 and len(profiles[c].values) > 1]
    if not found and len(venue) == 1:
        pairs.append((venue[0], Field.VENUE))
    return pairs


def _sides(
    free: list[int], profiles: list[_Profile], found: set[Field]
) -> list[tuple[int, Field]]:
    """Find the columns of the two sides: they name the same clubs."""
    for column in free:
        if profiles[column].shares.get(Field.TEAMS, 0.0) >= 0.8:
            return [(column, Field.TEAMS)]
    texts = [
        column
        for column in free
        if profiles[column].texts >= 0.8
        and _are_names(profiles[column].values)
        and len(profiles[column].values) >= min(2, profiles[column].filled)
        and max(
            (
                profiles[column].shares.get(each, 0.0)
                for each in (Field.DATE, Field.TIME, Field.ROUND, Field.STATUS)
            ),
            default=0.0,
        )
        < 0.5
    ]
    if len(texts) < 2 or found & {Field.HOME, Field.AWAY}:
        return []
    best = max(
        combinations(texts, 2),
        key=lambda pair: (_overlap(profiles, *pair), -pair[0], -pair[1]),
    )
    # On one matchday every club stands once; later the same ones come again.
    once = all(
        len(profiles[column].values) == profiles[column].filled for column in best
    )
    if _overlap(profiles, *best) < 0.3 and not once:
        return []
    return [(best[0], Field.HOME), (best[1], Field.AWAY)]


def _are_names(values: set[str]) -> bool:
    """Say whether texts could name clubs: short, and no lists or addresses."""
    odd = sum(1 for each in values if len(each) > 50 or any(c in each for c in ";,:/@"))
    return odd <= 0.1 * len(values)


def _overlap(profiles: list[_Profile], one: int, other: int) -> float:
    first, second = profiles[one].values, profiles[other].values
    return len(first & second) / max(1, min(len(first), len(second)))


def _profile(column: int, rows: Iterable[Sequence[Cell]]) -> _Profile:
    cells = [row[column] for row in rows if column < len(row)]
    filled = [cell for cell in cells if cell is not None and not _is_blank(cell)]
    profile = _Profile(filled=len(filled))
    if not filled:
        return profile
    kinds = {kind: [test(cell) for cell in filled] for kind, test in _TESTS.items()}
    profile.shares = {kind: sum(hits) / len(filled) for kind, hits in kinds.items()}
    words = [cell for cell in filled if isinstance(cell, str) and _has_letters(cell)]
    profile.texts = len(words) / len(filled)
    profile.rounds = sum(map(looks_like_round, words)) / len(filled)
    profile.values = {fold(word) for word in words}
    profile.repeats = len(set(filled)) * 2 <= len(filled)
    return profile


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell, str) and fold(cell) in BLANKS


def _has_letters(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) >= 2


def _reads(read: Callable[[str], object], cell: Cell) -> bool:
    try:
        return read(str(cell)) is not None
    except ValueError:
        return False


def is_date(cell: Cell) -> bool:
    """Say whether a cell reads as a day: serial numbers only from workbooks' cells."""
    if isinstance(cell, date | datetime):
        return True
    if isinstance(cell, bool | time):
        return False
    if isinstance(cell, int | float):
        return 20_000 <= cell < 80_000
    return _reads(read_date, cell or "")


def _is_round(cell: Cell) -> bool:
    return looks_like_round(str(cell)) or _is_goals(cell)


def _is_status(cell: Cell) -> bool:
    return read_status(str(cell))[0] is not None


def _is_both_sides(cell: Cell) -> bool:
    sides = split_sides(cell) if isinstance(cell, str) else None
    return sides is not None and _has_letters(sides.home) and _has_letters(sides.away)


def _is_time(cell: Cell) -> bool:
    if isinstance(cell, time | datetime):
        return True
    if isinstance(cell, float):
        return 0 <= cell < 1
    if not isinstance(cell, str):
        return False
    marked = any(mark in cell.lower() for mark in ":h.") or len(cell.strip()) == 4
    if marked and _reads(read_time, cell):
        return True
    try:
        found = read_date(cell)
    except ValueError:
        return False
    return found is not None and found.hour is not None


def _is_score(cell: Cell) -> bool:
    if isinstance(cell, time):
        return True
    try:
        return read_score(cell) is not None
    except SpoiltScore:
        return True
    except ValueError:
        return False


def _is_goals(cell: Cell) -> bool:
    try:
        return read_goals(cell) is not None
    except ValueError:
        return False


_TESTS: dict[Field, Callable[[Cell], bool]] = {
    Field.DATE: is_date,
    Field.TIME: _is_time,
    Field.SCORE: _is_score,
    Field.HOME_SCORE: _is_goals,
    Field.AWAY_SCORE: _is_goals,
    Field.ROUND: _is_round,
    Field.STATUS: _is_status,
    Field.TEAMS: _is_both_sides,
    Field.NEUTRAL: lambda cell: fold(str(cell)) in _TRUE_OR_FALSE,
}
