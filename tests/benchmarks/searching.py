"""Search in the whole record against bare queries of the index of words.

Whatever is typed, both are asked for all that is shown: names, matches of what bears
the name, and of meetings and calls, which have none, their day and their match.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from sportsec.domain.folding import fold
from sportsec.queries.clock import local_day
from sportsec.queries.search import search_nearly, search_plainly
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
#: These find matches too.
CLUBS = ("atlas", "casablanca", "atlas ocean")
REPEATS = 20

#: As many names as the search looks at, with all that it shows of a name.
_NAMES = """
SELECT n.kind, n.record, n.folded, n.title_ar, n.title_fr, n.title_en, n.beside_ar,
 n.beside_fr, n.beside_en, body.title_ar, body.title_fr, body.title_en
FROM name_search s JOIN name_index n ON n.rowid = s.rowid
LEFT JOIN name_index body ON body.record = n.body
WHERE s.folded MATCH ? LIMIT 60
"""
#: Looked for in their few names: trigrams would read those of people, too.
_MEANT = """(SELECT record FROM name_index
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
#: What is shown of the meetings and calls among the names.
_SIDES = """one.fixture_id, home.name_ar, home.name_fr, home.name_en, away.name_ar,
 away.name_fr, away.name_en"""
_JOINED = """LEFT JOIN fixture f ON f.id = one.fixture_id
LEFT JOIN club home ON home.id = f.home_club_id
LEFT JOIN club away ON away.id = f.away_club_id"""
_TOLD = {
    "meeting": f"""SELECT one.id, one.kind, one.meets_at, one.place, {_SIDES}
FROM meeting one {_JOINED} WHERE one.id IN ({{}})""",
    "liaison_entry": f"""SELECT one.id, one.kind, one.happened_at, one.gist,
 one.with_whom, contact.name_ar, contact.name_latin, {_SIDES}
FROM liaison_entry one {_JOINED} LEFT JOIN contact ON contact.id = one.contact_id
WHERE one.id IN ({{}})""",
}


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure each text by itself."""
    workspace = cell_with_contacts(folder / "search", _SMALL)
    yield from of(workspace, _SMALL, rounds)
    workspace.close()


def of(workspace: Workspace, names: int, rounds: int) -> Iterator[Figure]:
    """Measure the search among so many names: all texts, then each by itself."""
    note = f"{REPEATS} × in {names:,} names ÷ bare FTS of names and matches"
    with workspace.reading() as work:
        each = [
            compare(
                f"search “{text}”",
                TARGET,
                partial(_ours, work, text),
                partial(_bare, work, text),
                rounds=rounds,
                note=note,
            )
            for text in (*NAMES, *CLUBS, *BEGUN, *MISSPELT)
        ]
    ours = map(sum, zip(*(one.ours for one in each), strict=True))
    floor = map(sum, zip(*(one.floor for one in each), strict=True))
    yield Figure("search of all texts", TARGET, tuple(ours), tuple(floor), note)
    yield from each


def _ours(work: Work, text: str) -> None:
    for _ in range(REPEATS):
        plain = search_plainly(work, text, MOST_SHOWN, ())
        if text in MISSPELT:
            search_nearly(work, text, MOST_SHOWN, plain)


def _bare(work: Work, text: str) -> None:
    raw: Any = work.session.connection().connection.driver_connection
    day = local_day(work).isoformat()
    blank = " " if text in BEGUN else ""
    for _ in range(REPEATS):
        for spelt in dict.fromkeys((text, MISSPELT.get(text, text))):
            words = fold(spelt).split()
            asked = " ".join(f'"{blank}{word}"' for word in words)
            _tell(raw, raw.execute(_NAMES, (asked,)).fetchall())
            fits = " AND ".join(map(_fits, range(2, len(words) + 2)))
            raw.execute(_MATCHES.format(fits), (day, *words)).fetchall()


def _tell(raw: Any, names: Sequence[tuple[Any, ...]]) -> None:
    for table, query in _TOLD.items():
        records = [record for kind, record, *_ in names if kind == table]
        if records:
            marks = ", ".join("?" * len(records))
            raw.execute(query.format(marks), records).fetchall()


def _fits(place: int) -> str:
    """Return the test that a match has what a word finds."""
    arms = zip(
        ("home_club_id", "away_club_id", "venue_id", "competition_id"),
        ("club", "club", "venue", "competition"),
        strict=True,
    )
    tests = (f"f.{column} IN {_MEANT.format(place, kind)}" for column, kind in arms)
    return f"({' OR '.join(tests)})"
