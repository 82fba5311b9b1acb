"""What the record has of the two publics of matches, before sides are exchanged."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from sportsec.domain.calendar_moves import plan_after_move
from sportsec.domain.fixtures import FixtureDraft
from sportsec.domain.intake.comparison_words import describe
from sportsec.domain.problems import Problem
from sportsec.domain.sides import (
    OF_ONE_SIDE,
    SideFigures,
    are_exchanged,
    is_still_at,
    told,
    turned,
)
from sportsec.queries.risk_categories import categories_in_force
from sportsec.store.tables.clubs import Club
from sportsec.store.tables.fixtures import Estimate, Fixture
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


def side_figures(work: Work, ids: Collection[UUID]) -> dict[UUID, SideFigures]:
    """Return what hangs on the sides of each match."""
    if not ids:
        return {}
    query = select(
        *(Fixture.id, Fixture.tickets_sold_home, Fixture.tickets_sold_away),
        *(Fixture.away_allocation, Fixture.travelling_stewards, Fixture.actual_away),
        *(Fixture.away_station, Fixture.away_route),
        *(Fixture.attendance_regime, Fixture.travel_regime, Fixture.plan_status),
    ).where(Fixture.id.in_(ids))
    estimated = {each.fixture_id for each in estimates_of_sides(work, ids)}
    rated = categories_in_force(work, ids)
    found = {}
    for key, *known, plan in work.session.execute(query):
        is_ordered = plan_after_move(plan) is not plan
        marks = key in estimated, key in rated, is_ordered
        found[key] = SideFigures._make((*known, *marks))
    return found


def exchange_problems(
    work: Work, fixture_id: UUID, draft: FixtureDraft, *, seen: FixtureDraft
) -> list[Problem]:
    """Say what it means for a match that a draft exchanges its home and away, if so.

    All of it at the away club: that is where an officer sees that he exchanged them.

    Args:
        seen: The match as it was shown to the officer.

    Raises:
        NotFound: It was deleted.
    """
    was = seen.home_club_id, seen.away_club_id
    if not are_exchanged(was, (draft.home_club_id, draft.away_club_id)):
        return []
    match = work.get(Fixture, fixture_id)
    found = (
        *describe(turned(was, (match.home_score, match.away_score)), {}),
        *_still_at(work, draft),
        *told(side_figures(work, [fixture_id])[fixture_id]),
    )
    return [replace(each, field="away_club_id") for each in found]


def estimates_of_sides(work: Work, ids: Collection[UUID]) -> list[Estimate]:
    """Return the live estimates of the public of one side of some matches."""
    query = select(Estimate).where(
        Estimate.fixture_id.in_(ids),
        Estimate.kind.in_(OF_ONE_SIDE),
        Estimate.deleted_at.is_(None),
    )
    return list(work.session.scalars(query))


def _still_at(work: Work, draft: FixtureDraft) -> Iterator[Problem]:
    """Say that the stadium is the visitors' now."""
    if draft.is_neutral or draft.venue_id is None or draft.away_club_id is None:
        return
    away = work.session.get(Club, draft.away_club_id)
    venue = work.session.get(Venue, draft.venue_id)
    if away is not None and venue is not None and away.home_venue_id == venue.id:
        yield is_still_at(venue.name, away.name)
