"""Where the cell is, as far as its stadiums tell."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from sportsec.domain.folding import fold
from sportsec.domain.words import LANGUAGES, Words
from sportsec.queries.cells import own_cell
from sportsec.store.tables.venues import Venue
from sportsec.store.work import Work


class Point(NamedTuple):
    """A place on the map, in degrees, north and east positive."""

    latitude: float
    longitude: float


def region_point(work: Work) -> Point | None:
    """Return the middle of the stadiums of the cell's city, else of all.

    The sun sets within two minutes for all of a city, which is what it is used for.

    Returns:
        None where no stadium has a place on the map.
    """
    names = own_city(work)
    query = select(Venue.city, Venue.latitude, Venue.longitude).where(
        Venue.deleted_at.is_(None),
        Venue.latitude.is_not(None),
        Venue.longitude.is_not(None),
    )
    known = work.session.execute(query).all()
    own = [row for row in known if names & spellings(row[0])]
    points = [(row[1], row[2]) for row in own or known]
    if not points:
        return None
    north, east = zip(*points, strict=True)
    return Point(sum(north) / len(points), sum(east) / len(points))


def own_city(work: Work) -> set[str]:
    """Return the spellings of the city where the cell sits; empty if not entered."""
    cell = own_cell(work)
    return spellings(cell.draft.city) if cell is not None else set()


def spellings(name: Words) -> set[str]:
    """Return how a name is written in each language, folded for comparison."""
    return {fold(getattr(name, code)) for code in LANGUAGES} - {""}
