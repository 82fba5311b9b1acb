"""What the record has of the two publics of matches, before sides are exchanged."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.intake.sides import OF_ONE_SIDE, SideFigures
from sportsec.queries.risk_categories import categories_in_force
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.work import Work


def side_figures(work: Work, ids: Collection[UUID]) -> dict[UUID, SideFigures]:
    """Return what hangs on the sides of each match."""
    if not ids:
        return {}
    query = select(
        *(Fixture.id, Fixture.tickets_sold_home, Fixture.tickets_sold_away),
        *(Fixture.away_allocation, Fixture.travelling_stewards, Fixture.actual_away),
        *(Fixture.away_station, Fixture.away_route),
        *(Fixture.attendance_regime, Fixture.travel_regime),
    ).where(Fixture.id.in_(ids))
    estimated = {each.fixture_id for each in estimates_of_sides(work, ids)}
    rated = categories_in_force(work, ids)
    return {
        row[0]: SideFigures._make((*row[1:], row[0] in estimated, row[0] in rated))
        for row in work.session.execute(query)
    }


def estimates_of_sides(work: Work, ids: Collection[UUID]) -> list[Estimate]:
    """Return the live estimates of the public of one side of some matches."""
    query = select(Estimate).where(
        Estimate.fixture_id.in_(ids),
        Estimate.kind.in_(OF_ONE_SIDE),
        Estimate.deleted_at.is_(None),
    )
    return list(work.session.scalars(query))
