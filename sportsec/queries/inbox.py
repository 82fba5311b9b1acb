"""How much is to be decided, and the pairs of records among it."""

from __future__ import annotations

from sportsec.domain.exchange_received import TwinPair
from sportsec.queries.conflicts import count_questions
from sportsec.queries.twins import count_twins, propose_twins
from sportsec.store.work import Work

_OTHERS = """SELECT 1 FROM journal_replica
WHERE number <> (SELECT self FROM journal_state) LIMIT 1"""


def count_inbox(work: Work) -> int:
    """Return how many answers are waited for: fields that go together need one."""
    return count_questions(work) + (count_twins(work) if _met_others(work) else 0)


def open_twins(work: Work) -> list[TwinPair]:
    """Return the pairs to decide; a cell that received nothing has none to look for."""
    return propose_twins(work) if _met_others(work) else []


def _met_others(work: Work) -> bool:
    return work.connection.execute(_OTHERS).fetchone() is not None
