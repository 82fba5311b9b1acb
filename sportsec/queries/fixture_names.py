"""What matches name: their clubs, stadium, competition and season."""

from __future__ import annotations

from typing import TypeVarTuple

from sqlalchemy import Select
from sqlalchemy.orm import aliased

from sportsec.store.tables.clubs import Club
from sportsec.store.tables.competitions import Competition, Season
from sportsec.store.tables.fixtures import Fixture
from sportsec.store.tables.venues import Venue

Row = TypeVarTuple("Row")

#: The two clubs of a match, in queries that go through `with_names`.
HOME, AWAY = aliased(Club, name="home"), aliased(Club, name="away")


def with_names(query: Select[*Row]) -> Select[*Row]:
    """Join to a query of matches what they name; what is not known yet is None.

    A match counts also while its clubs are unknown, as in a cup not drawn yet. SQLite
    leaves out the joins of which nothing is read.
    """
    return (
        query.outerjoin(HOME, Fixture.home_club_id == HOME.id)
        .outerjoin(AWAY, Fixture.away_club_id == AWAY.id)
        .outerjoin(Venue, Fixture.venue_id == Venue.id)
        .outerjoin(Competition, Fixture.competition_id == Competition.id)
        .outerjoin(Season, Fixture.season_id == Season.id)
    )
