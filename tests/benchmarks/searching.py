"""Search in the whole record against bare queries of the index of words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sportsec.domain.folding import fold
from sportsec.queries.clock import local_day
from sportsec.queries.search import search, search_plainly
from sportsec.store.work import Work
from sportsec.store.workspace import Workspace
from sportsec.ui.frame.finder import MOST_SHOWN
from tests.benchmarks.cells import cell_with_contacts
from tests.benchmarks.harness import Figure, compare

_SMALL = 100_000
TARGET = 2.0
#: Typed by officers: a rare name, frequent ones in both scripts.
NAMES = ("bastion", "karim", "الصخيري")
#: The first two letters of a word.
BEGUN = ("ka", "كر")
#: One letter is left out: the floor asks for the word as it is spelt too.
MISSPELT = {"agadr": "agadir", "casablnca": "casablanca"}
CLUBS = ("atlas", "casablanca", "atlas ocean")
#: These find matches too, so that the floor must ask for them as well.
WITH_MATCHES = {*CLUBS, *BEGUN, *MISSPELT}
REPEATS = 20

#: As many names as the search looks at, with all that it shows of a name.
_NAMES = """
SELECT n.kind, n.record, n.folded, n.title_ar, n.title_fr, n.title_en, n.beside_ar,
 n.beside_fr, n.beside_en, body.title_ar, body.title_fr, body.title_en
FROM name_search s JOIN name_index n ON n.rowid = s.rowid
LEFT JOIN name_index body ON body.record = n.body
WHERE s.folded MATCH ? LIMIT 60
"""
_MEANT = """(SELECT n.record FROM name_search s JOIN name_index n ON n.rowid = s.rowid
 WHERE s.folded MATCH ?{0} AND n.kind = '{1}')"""
#: Of two letters, which stand anywhere: trigrams would read the names of people too.
_MEANT_SHORT = """(SELECT record FROM name_index
 WHERE kind = '{1}' AND instr(folded, ?{0}) > 0)"""
#: Five matches of the clubs, venues or competitions that every word finds.
_MATCHES = """
SELECT f.id, f.kick_off_date, home.name_ar, home.name_fr, home.name_en,
 away.name_ar, away.name_fr, away.name_en
FROM fixture f LEFT JOIN club home ON home.id = f.home_club_id
LEFT JOIN club away ON away.id = f.away_club_id
WHERE f.deleted_at IS NULL AND f.kick_off_date >= ?1 AND {}
ORDER BY f.kick_off_date, f.kick_off_at, f.id LIMIT 5
"""


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure each text by itself."""
    workspace = cell_with_contacts(folder / "search", _SMALL)
    yield from of(workspace, _SMALL, rounds)
    workspace.close()


def of(workspace: Workspace, names: int, rounds: int) -> Iterator[Figure]:
    """Measure the search among so many names."""
    with workspace.reading() as work:
        for text in (*NAMES, *CLUBS, *BEGUN, *MISSPELT):
            compared = "names and matches" if text in WITH_MATCHES else "names"
            yield compare(
                f"search “{text}”",
                TARGET,
                partial(_ours, work, text),
                partial(_bare, work, text),
                rounds=rounds,
                note=f"{REPEATS} × in {names:,} names ÷ bare FTS of {compared}",
            )


def _ours(work: Work, text: str) -> None:
    for _ in range(REPEATS):
        search_plainly(work, text, MOST_SHOWN, ())
        if text in MISSPELT:
            search(work, text, MOST_SHOWN)


def _bare(work: Work, text: str) -> None:
    raw: Any = work.session.connection().connection.driver_connection
    blank = " " if text in BEGUN else ""
    spelt = dict.fromkeys((text, MISSPELT.get(text, text)))
    asked = [[f'"{blank}{word}"' for word in fold(each).split()] for each in spelt]
    words = asked[-1]
    day = local_day(work).isoformat()
    meant = _MEANT_SHORT if text in BEGUN else _MEANT
    fits = " AND ".join(_fits(meant, at) for at in range(2, len(words) + 2))
    matches = _MATCHES.format(fits)
    for _ in range(REPEATS):
        for each in asked:
            raw.execute(_NAMES, (" ".join(each),)).fetchall()
        if text in WITH_MATCHES:
            named = [text] if text in BEGUN else words
            raw.execute(matches, (day, *named)).fetchall()


def _fits(meant: str, place: int) -> str:
    """Return the test that a match has what a word finds."""
    arms = zip(
        ("home_club_id", "away_club_id", "venue_id", "competition_id"),
        ("club", "club", "venue", "competition"),
        strict=True,
    )
    tests = (f"f.{column} IN {meant.format(place, kind)}" for column, kind in arms)
    return f"({' OR '.join(tests)})"
