"""What the estimates of a match and the tickets of its visitors were before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from uuid import UUID

from sportsec.domain.fixtures import EstimateKind
from sportsec.domain.old_figures import FormerFigure
from sportsec.store.journal.shape import shapes
from sportsec.store.journal.values import value_of
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work

_ALLOTTED = "away_allocation"
#: Every value that a column of a record was given, whatever became of it.
_GIVEN = "SELECT kind, val FROM journal_op WHERE row = ?1 AND (kind = 'I' OR col = ?2)"
_ESTIMATED = """SELECT kind, persons FROM estimate
WHERE fixture_id = ? AND persons IS NOT NULL ORDER BY kind, id"""
_ESTIMATED_AT = """SELECT e.kind, max(a.hlc) FROM estimate e
JOIN journal_op o ON o.row = e.id JOIN journal_act a ON a.act = o.act
WHERE e.fixture_id = ? GROUP BY e.kind"""
_ALLOTTED_AT = """SELECT max(a.hlc) FROM journal_op o
JOIN journal_act a ON a.act = o.act WHERE o.row = ?1 AND (o.kind = 'I' OR o.col = ?2)"""


def former_figures(
    work: Work, fixture: Fixture, latest: Mapping[EstimateKind, int]
) -> tuple[FormerFigure, ...]:
    """Return what estimates and the allotment of a match were, and are no more.

    Not what another figure of the match is now: who reads it there takes it for that.

    Args:
        latest: The latest estimate of each kind, in persons.
    """
    allotted = fixture.away_allocation
    sold = (fixture.tickets_sold_home, fixture.tickets_sold_away)
    now = {*latest.values(), allotted, *sold, fixture.capacity_allowed}
    found = [
        FormerFigure(kind, was, latest[kind])
        for kind, was in _estimated(work, fixture.id)
        if kind in latest and was not in now
    ]
    if allotted is not None:
        were = _allotted(work, fixture.id)
        found += [FormerFigure(None, was, allotted) for was in were if was not in now]
    return tuple(dict.fromkeys(found))


def figures_changed_at(
    work: Work, fixture_id: UUID
) -> Mapping[EstimateKind | None, int]:
    """Return the stamp of the last act on each kind of estimate, and on the allotment.

    Acts that are not sealed yet do not count: nothing was written after them.

    Returns:
        None is the key of the allotment.
    """
    driver = work.connection
    rows = driver.execute(_ESTIMATED_AT, (fixture_id.bytes,)).fetchall()
    found: dict[EstimateKind | None, int] = {
        EstimateKind(kind): stamp for kind, stamp in rows
    }
    asked = fixture_id.bytes, _ALLOTTED
    (stamp,) = driver.execute(_ALLOTTED_AT, asked).fetchone()
    return found if stamp is None else {**found, None: stamp}


def _estimated(work: Work, fixture_id: UUID) -> list[tuple[EstimateKind, int]]:
    """Return all estimates of a match that were ever made, those taken back as well."""
    rows = work.connection.execute(_ESTIMATED, (fixture_id.bytes,)).fetchall()
    return [(EstimateKind(kind), persons) for kind, persons in rows]


def _allotted(work: Work, fixture_id: UUID) -> Iterator[int]:
    fields = shapes()[Fixture.__tablename__].registers[_ALLOTTED]
    given = work.connection.execute(_GIVEN, (fixture_id.bytes, _ALLOTTED)).fetchall()
    for kind, val in given:
        (tickets,) = value_of(kind, val, _ALLOTTED, fields)
        if tickets is not None:
            yield tickets
