"""How many promises and decisions of each match are to be kept by now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from sportsec.domain.commitments import CommitmentState
from sportsec.queries.clock import local_day
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work


@dataclass(frozen=True, slots=True)
class DuePromises:
    """How many promises and decisions of a match are open although due.

    Args:
        late: Whose day has passed.
        due: To be kept today.
    """

    late: int = 0
    due: int = 0


def due_promises(work: Work, ids: Collection[UUID]) -> Mapping[UUID, DuePromises]:
    """Return how many promises of matches are due; a match without any is absent."""
    today = local_day(work)
    own, every = Commitment, func.count(Commitment.id)
    query = (
        select(
            own.fixture_id,
            every.filter(own.due_on < today),
            every.filter(own.due_on == today),
        )
        .where(own.fixture_id.in_(ids), own.due_on <= today)
        .where(own.deleted_at.is_(None), own.state == CommitmentState.OPEN)
        .group_by(own.fixture_id)
    )
    rows = work.session.execute(query)
    return {match: DuePromises(late, due) for match, late, due in rows if match}
