"""Promises that a moved match has left behind: still due by its old day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.commitments import is_out_of_step
from sportsec.domain.life_cycle import AHEAD
from sportsec.queries.clock import local_day
from sportsec.queries.kept_days import open_due_days
from sportsec.queries.written_at import moves_in_time, written_at
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work

_DUE = "due_on"


def left_behind(work: Work, fixture_id: UUID) -> Mapping[int, Sequence[UUID]]:
    """Return open promises and decisions whose due day goes by an old day of a match.

    That is one set before the match moved: who set it later knew the new day.

    Returns:
        The promises by how many days the match has moved since, below 0 to an earlier
        one; nothing for a match that is over or called off.
    """
    query = select(Fixture.kick_off_date, Fixture.status)
    match = work.session.execute(query.where(Fixture.id == fixture_id)).first()
    if match is None or match.status not in AHEAD:
        return {}
    now = match.kick_off_date
    moves = moves_in_time(work, fixture_id) if now >= local_day(work) else []
    found: dict[int, list[UUID]] = {}
    for key, due_on in open_due_days(work, fixture_id).items() if moves else ():
        set_at = written_at(work.connection, Commitment, key, _DUE)
        was = next((each.was for each in moves if each.stamp > set_at), now)
        if was != now and is_out_of_step(due_on, was, now):
            found.setdefault((now - was).days, []).append(key)
    return found
