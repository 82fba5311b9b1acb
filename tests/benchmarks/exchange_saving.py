"""What the journal adds to a save: the same flush with it and without."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select

from sportsec.domain.words import N_
from sportsec.store.engine import connect
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.workspace import DATABASE, Workspace
from tests.benchmarks.cells import cell_with_matches
from tests.benchmarks.exchange_floors import without_triggers
from tests.benchmarks.harness import Figure, clock, compare

TARGET = 1.6
MATCHES = 5_000
#: Saves of one round: the disk's own moods even out, and each has its part of carrying
#: the log over into the file.
_SAVES = 100


def figures(folder: Path, rounds: int) -> Iterator[Figure]:
    """Measure a form with one field changed, and a list with a hundred.

    The floor is the program without its journal: the same session reads the record,
    writes it and commits to the same disk as safely, but no trigger notes the change
    and no act is sealed.
    """
    ours = cell_with_matches(folder / "saving", MATCHES)
    bare = _without_journal(cell_with_matches(folder / "bare", MATCHES))
    for count, name in ((1, "save of one field"), (100, "save of 100 records")):
        yield compare(
            *(name, TARGET, _saving(ours, count), _saving(bare, count)),
            rounds=rounds,
            note=f"read, write, commit ÷ the same without journal; {_SAVES} saves",
        )
    bare.identity = ours.identity
    ours.close()
    bare.close()


def _saving(workspace: Workspace, count: int, seed: int = 0) -> Callable[[], float]:
    """Return what saves some matches again and again, other ones each time."""
    with workspace.reading() as work:
        query = select(Fixture.id).where(Fixture.deleted_at.is_(None))
        records = itertools.cycle(work.session.scalars(query).all())
    numbers = itertools.count(seed * 100_000)

    def save() -> None:
        with workspace.writing() as work:
            for record in itertools.islice(records, count):
                work.get(Fixture, record).capacity_allowed = next(numbers)
            work.commit(N_("Match changed"))

    def saves() -> float:
        return clock(lambda: [save() for _ in range(_SAVES)])

    return saves


def _without_journal(workspace: Workspace) -> Workspace:
    """Let a workspace write no journal: no triggers, nobody to seal."""
    connection = connect(workspace.folder / DATABASE)
    without_triggers(connection)
    connection.close()
    nobody: Any = None
    workspace.identity = nobody
    return workspace
