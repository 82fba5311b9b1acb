"""The matches that the words typed mean, for the search in the whole record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sportsec.queries.agenda_search import Hits, add_rounds, named_by
from sportsec.queries.search_hits import Hit, match_hit

#: Index ranges merged in one statement; beyond them the calendar is walked instead.
_MAX_RANGES = 60
#: No more than an index holds, in its order: a range is read as far as it is needed.
_RANGE = """SELECT id, kick_off_date, kick_off_at FROM fixture
 WHERE deleted_at IS NULL AND kick_off_date {} ?1 AND """
_OF_IDS = """SELECT id, kick_off_date, kick_off_at FROM fixture
 WHERE deleted_at IS NULL AND id IN ({})"""
_OF_DAY = """SELECT id, kick_off_date, kick_off_at FROM fixture
 WHERE deleted_at IS NULL AND kick_off_date = ?1"""
#: The limit is written out: a bound one has SQLite prepare all anew each time.
_SHOWN = """
SELECT one.id, one.kick_off_date, home.name_ar, home.name_fr, home.name_en,
 away.name_ar, away.name_fr, away.name_en
FROM ({ranges} ORDER BY 2 {way}, 3 {way}, 1 {way} LIMIT {limit}) one
CROSS JOIN fixture ON fixture.id = one.id
LEFT JOIN club home ON home.id = fixture.home_club_id
LEFT JOIN club away ON away.id = fixture.away_club_id
ORDER BY one.kick_off_date {way}, one.kick_off_at {way}, one.id {way}"""


def find_matches(
    driver: Any, words: Sequence[str], today: date, limit: int, *, maybe_round: bool
) -> list[Hit]:
    """Return matches that every word fits: those to come first, then the latest.

    A word fits a match by its clubs, venue or competition; one that names none of
    them, or has a digit, may be the round beside another that does.

    Args:
        words: Folded ones.
        today: Of the officer.
        maybe_round: Whether the words may also mean nothing but a round.
    """
    hits = named_by(driver, words)
    named = [len(each) > 0 for each in hits]
    is_open = not all(named) or any(map(_has_digit, words))
    if is_open and (maybe_round or any(named)):
        add_rounds(driver, words, hits)
    if not all(map(len, hits)):
        return []
    hits.sort(key=len)
    day = today.isoformat()
    found = list(_read(driver, hits, (">=", "ASC"), day, limit))
    if len(found) < limit:
        found += _read(driver, hits, ("<", "DESC"), day, limit - len(found))
    return found


def matches_on(driver: Any, day: date, limit: int) -> list[Hit]:
    """Return matches of a day, by kick-off."""
    query = _shown(_OF_DAY, "ASC", limit)
    found = driver.execute(query, (day.isoformat(),))
    return [match_hit(*row) for row in found]


def read_matches(driver: Any, ids: Sequence[UUID]) -> list[Hit]:
    """Return those of some matches that are there, in any order."""
    ranges = _OF_IDS.format(", ".join("?" * len(ids)))
    query = _shown(ranges, "ASC", len(ids))
    found = driver.execute(query, [each.bytes for each in ids])
    return [match_hit(*row) for row in found]


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _read(
    driver: Any, hits: Sequence[Hits], direction: tuple[str, str], day: str, limit: int
) -> Iterator[Hit]:
    """Walk the matches of the rarest word by kick-off, away from a day."""
    since, way = direction
    taken: list[str | bytes | int] = [day]
    rarest, *others = [_tests(each, taken) for each in hits]
    beside = "".join(f" AND ({' OR '.join(tests)})" for tests in others)
    if len(rarest) > _MAX_RANGES:
        rarest = [f"({' OR '.join(rarest)})"]
    ranges = " UNION ".join(_RANGE.format(since) + one + beside for one in rarest)
    for row in driver.execute(_shown(ranges, way, limit), taken):
        yield match_hit(*row)


@lru_cache(maxsize=100)
def _shown(ranges: str, way: str, limit: int) -> str:
    """Return the statement that reads the first matches of some ranges."""
    return _SHOWN.format(ranges=ranges, way=way, limit=limit)


def _tests(hits: Hits, taken: list[str | bytes | int]) -> list[str]:
    """Return a test of a match for each value, which is added to those taken."""
    tests = []
    for column, value in hits.values():
        taken.append(value.bytes if isinstance(value, UUID) else value)
        tests.append(f"{column} = ?{len(taken)}")
    return tests
