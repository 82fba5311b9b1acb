"""Texts, promises and decisions of a match that were written before it moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.old_times import OldTime, check_old_text, old_time
from sportsec.domain.order_texts import OrderText, TextIn, in_one
from sportsec.domain.problems import Problem
from sportsec.domain.words import LANGUAGES
from sportsec.queries.clock import local_day
from sportsec.queries.commitments import open_wordings
from sportsec.queries.order_texts import order_plan, order_problems
from sportsec.queries.written_at import (
    Move,
    confirmed_at,
    is_as_before,
    moves_in_time,
    written_at,
)
from sportsec.store.base import Record
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.liaison import Commitment
from sportsec.store.work import Work

#: Says of a value in which time of the match it was written; None for that of now.
_Written = Callable[[type[Record], UUID, str], OldTime | None]


def text_warnings(work: Work, fixture_id: UUID) -> list[Problem]:
    """Say what may no longer be true in the texts of an order, whatever the reason.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    old, now = old_texts(work, fixture_id), order_problems(work, fixture_id)
    return in_one([*old, *now])


def old_texts(work: Work, fixture_id: UUID) -> list[Problem]:
    """Say which texts of an order may hold hours or days from before a move.

    Each language counts by itself: one is written anew, another forgotten.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    fixture = work.get(Fixture, fixture_id)
    written = _written(work, fixture)
    if written is None:
        return []
    plan = order_plan(work, fixture)
    found: list[Problem] = []
    for which in OrderText:
        for code in LANGUAGES:
            text = getattr(getattr(fixture, which.value), code)
            if not text:
                continue
            old = written(Fixture, fixture.id, f"{which.value}_{code}")
            if old is not None:
                found += check_old_text(TextIn(which, (code,)), text, old, plan)
    return in_one(found)


def old_promises(work: Work, fixture_id: UUID) -> Sequence[UUID]:
    """Return open promises and decisions whose wording may hold hours of before.

    Raises:
        NotFound: The fixture does not exist or was deleted.
    """
    written = _written(work, work.get(Fixture, fixture_id))
    if written is None:
        return []
    found = []
    for key, wording in open_wordings(work, fixture_id):
        old = written(Commitment, key, "wording")
        if old is not None and old.may_be_in(wording):
            found.append(key)
    return found


def _written(work: Work, fixture: Fixture) -> _Written | None:
    """Return what knows when values were written; None where no move matters."""
    is_ahead = fixture.status in AHEAD and fixture.kick_off_date >= local_day(work)
    moves = moves_in_time(work, fixture.id) if is_ahead else []
    if not moves:
        return None

    def written(kind: type[Record], record: UUID, column: str) -> OldTime | None:
        at = written_at(work.connection, kind, record, column)
        move = next((each for each in moves if each.stamp > at), None)
        move = move or _brought_back(work, moves, kind, record, column)
        if move is None:
            return None
        now = fixture.kick_off_date, fixture.kick_off_at
        return old_time(move.was, move.was_at, *now, fixture.kick_off_zone)

    return written


def _brought_back(
    work: Work, moves: Sequence[Move], kind: type[Record], record: UUID, column: str
) -> Move | None:
    """Return the first move before which a value was what it is again.

    None if somebody said since that it is right.
    """
    driver = work.connection
    said = confirmed_at(driver, kind, record, column) or 0
    for each in moves:
        if each.stamp > said and is_as_before(driver, kind, record, column, each.stamp):
            return each
    return None
