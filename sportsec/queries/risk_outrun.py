"""Which ratings in force the figures of the public contradict, for any matches."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.life_cycle import AHEAD
from sportsec.domain.problems import Problem
from sportsec.domain.risk_checks import COUNTED
from sportsec.domain.risk_outrun import Heard, Outrun, outrun, outrun_problem
from sportsec.domain.risk_record import findings
from sportsec.queries.clock import local_day
from sportsec.queries.risk import grids, items_of
from sportsec.queries.risk_categories import ratings_in_force
from sportsec.queries.risk_record import figures_records
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.work import Work

#: Of the first and of the last act on each row: an estimate is never written again,
#: and what is decided is never touched again.
_STAMPS = """SELECT o.row, min(a.hlc), max(a.hlc) FROM journal_op o
JOIN journal_act a ON a.act = o.act
WHERE o.row IN (SELECT unhex(value) FROM json_each(?)) GROUP BY o.row"""


def outrun_ratings(
    work: Work, ids: Collection[UUID]
) -> Mapping[UUID, tuple[Outrun, ...]]:
    """Return what the figures say otherwise than the ratings in force.

    Matches of which they say the same are missing, and such as are not ahead: a rating
    is for the match to come.
    """
    query = select(Fixture).where(
        Fixture.id.in_(ids),
        Fixture.status.in_(AHEAD),
        Fixture.kick_off_date >= local_day(work),
    )
    matches = {match.id: match for match in work.session.scalars(query)}
    rated = ratings_in_force(work, list(matches))
    if not rated:
        return {}
    used = grids(work, {row.grid_id for row in rated.values()})
    items = items_of(work, [row.id for row in rated.values()], COUNTED)
    heard = _heard(work, list(rated))
    stamps = _stamps(work, [row.id for row in rated.values()])
    figures = figures_records(work, [matches[match] for match in rated])
    found = {}
    for match, row in rated.items():
        if row.grid_id in used:
            found[match] = outrun(
                used[row.grid_id].factors,
                items[row.id],
                stamps.get(row.id, (None, None))[1],
                findings(figures[match]),
                heard[match],
            )
    return {match: each for match, each in found.items() if each}


def outrun_problems(work: Work, fixture_id: UUID) -> tuple[Problem, ...]:
    """Return as warnings what the figures of a match hold against its rating."""
    found = outrun_ratings(work, [fixture_id]).get(fixture_id, ())
    return tuple(map(outrun_problem, found))


def _heard(work: Work, ids: Collection[UUID]) -> Mapping[UUID, list[Heard]]:
    """Return the estimates of matches, the latest last, as a rating looks at them."""
    own = Estimate
    query = (
        select(own.id, own.fixture_id, own.kind, own.estimated_on, own.source)
        .where(own.fixture_id.in_(ids), own.deleted_at.is_(None))
        .where(own.persons.is_not(None))
        .order_by(own.estimated_on, own.id)
    )
    rows = work.session.execute(query).all()
    stamps = _stamps(work, [row[0] for row in rows])
    found: dict[UUID, list[Heard]] = defaultdict(list)
    for key, fixture_id, kind, said_on, source in rows:
        if fixture_id is not None:
            stamp = stamps.get(key, (None, None))[0]
            found[fixture_id].append(Heard(kind, said_on, source, stamp))
    return found


def _stamps(
    work: Work, rows: Collection[UUID]
) -> Mapping[UUID, tuple[int | None, int | None]]:
    """Return the stamps of the first and the last act on each row that has any."""
    asked = json.dumps([row.hex for row in rows])
    found = work.connection.execute(_STAMPS, (asked,))
    return {UUID(bytes=row): (first, last) for row, first, last in found}
