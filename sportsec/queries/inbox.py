"""How much waits for a decision, and the pairs among it."""

from __future__ import annotations

from sportsec.domain.exchange_received import TwinPair
from sportsec.queries.conflicts import count_conflicts
from sportsec.queries.twins import propose_twins
from sportsec.store.work import Work

_OTHERS = """SELECT 1 FROM journal_replica
WHERE number <> (SELECT self FROM journal_state) LIMIT 1"""


def count_inbox(work: Work) -> int:
    """Return how many conflicts and pairs are open."""
    return count_conflicts(work) + len(open_twins(work))


def open_twins(work: Work) -> list[TwinPair]:
    """Return the pairs to decide; a cell that received nothing has none to look for."""
    if work.connection.execute(_OTHERS).fetchone() is None:
        return []
    return propose_twins(work)
