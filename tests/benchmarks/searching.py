"""Search in the whole record against the bare query of the index of words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sportsec.domain.folding import fold
from sportsec.queries.search import search
from sportsec.store.work import Work
from tests.benchmarks.cells import cell_with_contacts
from tests.benchmarks.harness import Figure, compare

CONTACTS = 30_000
TARGET = 2.0
#: Typed by officers: a rare name, a frequent one, two clubs, an Arabic name.
TEXTS = ("bastion", "karim", "atlas ocean", "الصخيري")
REPEATS = 20

_BARE = """
SELECT n.kind, n.record, n.folded FROM name_search s
JOIN name_index n ON n.rowid = s.rowid WHERE s.folded MATCH ? LIMIT 60
"""


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure each text by itself."""
    workspace = cell_with_contacts(folder / "search", CONTACTS)
    with workspace.reading() as work:
        for text in TEXTS:
            yield compare(
                f"search “{text}”",
                TARGET,
                lambda text=text: _ours(work, text),
                lambda text=text: _bare(work, text),
                rounds=rounds,
                note=f"{REPEATS} searches in {CONTACTS:,} names ÷ bare FTS queries",
            )
    workspace.close()


def _ours(work: Work, text: str) -> None:
    for _ in range(REPEATS):
        search(work, text)


def _bare(work: Work, text: str) -> None:
    raw = work.session.connection().connection.driver_connection
    query = " ".join(f'"{word}"' for word in fold(text).split())
    for _ in range(REPEATS):
        raw.execute(_BARE, (query,)).fetchall()
