"""Search in the whole record: people, clubs, places, units, and their matches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.i18n.formats import short_date
from sportsec.queries.named import TRIGRAM, phrase
from sportsec.queries.search_matches import FoundMatch, find_matches
from sportsec.store.work import Work

#: Names looked at before the best are chosen; more would not help a reader.
_LOOKED_AT = 60
#: Matches shown beside the names.
_MATCHES = 5
#: The driver prepares these once; it would take longer than answering them.
_HOLDING = """SELECT n.rowid, n.folded
 FROM name_search s CROSS JOIN name_index n ON n.rowid = s.rowid
 WHERE s.name_search MATCH ?1"""
_ANY = "SELECT n.rowid, n.folded FROM name_index n WHERE ?1 = ''"
_SHOWN = """SELECT n.rowid, n.kind, n.record, n.title_ar, n.title_fr, n.title_en,
 coalesce(body.title_ar, n.beside_ar), coalesce(body.title_fr, n.beside_fr),
 coalesce(body.title_en, n.beside_en)
FROM name_index n LEFT JOIN name_index body ON body.record = n.body
WHERE n.rowid IN ({})"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found.

    Args:
        kind: Its table, such as "club".
        subtitle: What tells it from its namesakes.
    """

    kind: str
    id: UUID
    title: Words
    subtitle: Words


def search(work: Work, text: str, limit: int = 20) -> list[Hit]:
    """Return the records whose names hold every word typed, the best first.

    A name that begins with the words comes before one that holds them elsewhere.
    Matches follow: those to come first, then the latest played.

    Args:
        text: In any script, with or without vowel signs and accents.
    """
    words = fold(text).split()
    if not words:
        return []
    work.session.flush()
    driver = work.session.connection().connection.driver_connection
    names = _best(driver, words)
    found = find_matches(work, words, _MATCHES, maybe_round=not names)
    kept = names[: max(limit - len(found), 0)]
    return [*_named(driver, kept), *map(_hit, found)]


def _best(driver: Any, words: Sequence[str]) -> list[int]:
    """Return the rows of the index whose names hold all words, the best first."""
    phrases = [phrase(word) for word in words if len(word) >= TRIGRAM]
    short = [word for word in words if len(word) < TRIGRAM]
    query = _HOLDING if phrases else _ANY
    for place in range(len(short)):
        query += f" AND instr(n.folded, ?{place + 2}) > 0"
    taken = (" ".join(phrases), *short)
    found = driver.execute(f"{query} LIMIT {_LOOKED_AT}", taken).fetchall()
    typed = " " + " ".join(words)
    ranked = sorted((_rank(folded, typed), row) for row, folded in found)
    return [row for _, row in ranked]


def _rank(folded: str, typed: str) -> tuple[int, int]:
    """Return how far a name is from what was typed; smaller is better."""
    if folded.startswith(typed[1:]):
        return 0, len(folded)
    return (1 if typed in folded else 2), len(folded)


def _named(driver: Any, rows: Sequence[int]) -> Iterator[Hit]:
    """Read what is shown of rows of the index, in their order."""
    if not rows:
        return
    places = ", ".join("?" * len(rows))
    found = {row[0]: row for row in driver.execute(_SHOWN.format(places), rows)}
    for one in rows:
        _, kind, record, ar, fr, en, *beside = found[one]
        yield Hit(kind, UUID(bytes=record), Words(ar, fr, en), Words(*beside))


def _hit(match: FoundMatch) -> Hit:
    sides = (f"{match.home.pick(code)} – {match.away.pick(code)}" for code in LANGUAGES)
    day = short_date(match.day)
    return Hit("fixture", match.id, Words(*sides), Words(day, day, day))
