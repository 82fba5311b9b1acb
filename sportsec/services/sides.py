"""What becomes of matches whose home and away were exchanged, by a line or by hand."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sportsec.domain.calendar_moves import plan_after_move
from sportsec.domain.sides import Sides, carried, turned
from sportsec.queries.exchanged_sides import estimates_of_sides, side_figures
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.work import Work


def follow_exchange(work: Work, fixture: Fixture, was: Sides) -> None:
    """Let what hangs on the sides of a match follow clubs exchanged by hand.

    As when a line exchanges them: `queries.exchanged_sides.exchange_problems` says it
    before.

    Args:
        was: The home and the away club before.
    """
    figures = side_figures(work, [fixture.id])[fixture.id]
    goals = fixture.home_score, fixture.away_score
    for change in (*turned(was, goals), *carried(figures)):
        setattr(fixture, change.field, change.new)
    leave_sides(work, [fixture.id])


def leave_sides(work: Work, matches: Collection[UUID]) -> None:
    """Take away the estimates of one side of matches whose sides were exchanged.

    What was approved for the other sides is to be approved anew.
    """
    for estimate in estimates_of_sides(work, matches):
        work.delete(estimate)
    for key in matches:
        fixture = work.get(Fixture, key)
        fixture.plan_status = plan_after_move(fixture.plan_status)
