"""Promises that a moved match has left behind: still due by its old day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.commitments import (
    goes_along,
    is_out_of_step,
    may_go_along,
    shifted,
)
from sportsec.domain.life_cycle import AHEAD
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import CommitmentRow, commitments_of
from sportsec.queries.kept_days import open_due_days
from sportsec.queries.written_at import moves_in_time, written_at
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work

_DUE = "due_on"


@dataclass(frozen=True, slots=True)
class OldDay:
    """A due day that was set before the match moved.

    Args:
        row: The promise or decision.
        due_on: As it is.
        days: By how many the match has moved since, below 0 to an earlier one.
        new_day: As far from the match as it was, but never over already.
        goes_along: Whether it is thought to follow the match.
        suits: Whether it may stay: it is late, or lies as before on its side of the
            match day.
        is_late: Whether its day is over already.
    """

    row: CommitmentRow
    due_on: date
    days: int
    new_day: date
    goes_along: bool
    suits: bool
    is_late: bool


def old_days(work: Work, fixture_id: UUID) -> tuple[OldDay, ...]:
    """Return the open promises and decisions that may move along with a match.

    They are all whose due day was set before it moved and would be another one that is
    not over yet, by due day. Who set it later, or said that it stays, knew the new day.
    """
    before = list(_set_before(work, fixture_id))
    if not before:
        return ()
    today = local_day(work)
    rows = {row.id: row for row in commitments_of(work, fixture_id=fixture_id)}
    found = []
    for key, due_on, was, now in before:
        if may_go_along(due_on, was, now, today):
            days = (now - was).days
            new_day = shifted(due_on, days, today)
            follows = goes_along(due_on, was, now, today)
            # Of a late one it was said once that it stays late: that is enough.
            late = due_on < today
            suits = late or not is_out_of_step(due_on, was, now)
            found.append(OldDay(rows[key], due_on, days, new_day, follows, suits, late))
    return tuple(found)


def left_behind(work: Work, fixture_id: UUID) -> int:
    """Return how many of them are thought to follow the match, and have not yet."""
    return sum(each.goes_along for each in old_days(work, fixture_id))


# ---- inside


def _set_before(
    work: Work, fixture_id: UUID
) -> Iterator[tuple[UUID, date, date, date]]:
    """Yield each open due day set before the match moved: whose, and both its days.

    None of a match that is over or called off.
    """
    query = select(Fixture.kick_off_date, Fixture.status)
    match = work.session.execute(query.where(Fixture.id == fixture_id)).first()
    if match is None or match.status not in AHEAD:
        return
    now = match.kick_off_date
    moves = moves_in_time(work, fixture_id) if now >= local_day(work) else []
    for key, due_on in open_due_days(work, fixture_id).items() if moves else ():
        set_at = written_at(work.connection, Commitment, key, _DUE)
        was = next((each.was for each in moves if each.stamp > set_at), now)
        if was != now:
            yield key, due_on, was, now
