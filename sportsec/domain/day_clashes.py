"""Where matches get in each other's way: one stadium, one unit, one station, no rest.

The rules of one match against its neighbours are in `fixture_rules`; these look at all
matches of some days at once, for the calendar.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import (
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice, pairwise
from uuid import UUID

from sportsec.domain.fixtures import FixtureStatus
from sportsec.domain.nearby import MIN_REST


class Clash(StrEnum):
    """How two matches get in each other's way, the gravest first."""

    VENUE = "venue"
    STAFF = "staff"
    STATION = "station"
    ROUTE = "route"
    REST = "rest"
    CITY = "city"


#: Matches named with each clash; beyond them a list says no more than a few do.
NAMED = 4
#: Matches that are not played on the day written bind nobody.
OFF = frozenset(
    {FixtureStatus.POSTPONED, FixtureStatus.CANCELLED, FixtureStatus.AWARDED}
)


@dataclass(frozen=True, slots=True)
class DayMatch:
    """What the rules need of a match.

    Args:
        city: Folded; empty where it is not known.
        clubs: Home and away.
        staff: Units and leaders that are planned for it.
        stations, route: Where and by which roads its away public comes; folded.
    """

    id: UUID
    day: date
    at: datetime | None
    status: FixtureStatus
    venue_id: UUID | None = None
    city: str = ""
    clubs: Collection[UUID] = ()
    staff: Collection[UUID] = ()
    stations: Collection[str] = ()
    route: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Clashes:
    """What each match clashes with, by kind: the first few others of each."""

    by_match: Mapping[UUID, Mapping[Clash, Sequence[UUID]]] = field(
        default_factory=dict
    )

    def kinds(self, match: UUID) -> tuple[Clash, ...]:
        """Return how a match clashes, the gravest first."""
        found = self.by_match.get(match, {})
        return tuple(kind for kind in Clash if kind in found)


def find_clashes(matches: Iterable[DayMatch]) -> Clashes:
    """Find the clashes among matches. What is off clashes with nothing.

    Two at one stadium are in one city as well: only the graver is told.
    """
    played = [match for match in matches if match.status not in OFF]
    found: dict[UUID, dict[Clash, dict[UUID, None]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for kind, groups in _same_day(played).items():
        for group in groups:
            for one in group:
                for other in _others(kind, one, group):
                    found[one.id][kind][other.id] = None
    for one, other in without_rest(played):
        found[one.id][Clash.REST][other.id] = None
        found[other.id][Clash.REST][one.id] = None
    return Clashes(
        {
            match: {kind: tuple(others)[:NAMED] for kind, others in kinds.items()}
            for match, kinds in found.items()
        }
    )


def _others(
    kind: Clash, one: DayMatch, group: Iterable[DayMatch]
) -> Iterator[DayMatch]:
    """Return the first few of a group that clash with a match of it."""
    return islice(
        (
            other
            for other in group
            if other is not one
            and (kind is not Clash.CITY or one.venue_id != other.venue_id)
        ),
        NAMED,
    )


def _same_day(matches: Iterable[DayMatch]) -> dict[Clash, list[list[DayMatch]]]:
    """Group the matches that share something on one day."""
    shared: dict[Clash, dict[Hashable, list[DayMatch]]] = {
        kind: defaultdict(list) for kind in Clash if kind is not Clash.REST
    }
    for match in matches:
        for kind, things in _needed(match).items():
            for one in things:
                shared[kind][match.day, one].append(match)
    return {
        kind: [group for group in groups.values() if len(group) > 1]
        for kind, groups in shared.items()
    }


def _needed(match: DayMatch) -> dict[Clash, Collection[Hashable]]:
    """Return what a match takes for itself on its day."""
    return {
        Clash.VENUE: {match.venue_id} - {None},
        Clash.STAFF: set(match.staff),
        Clash.STATION: set(match.stations),
        Clash.ROUTE: set(match.route),
        Clash.CITY: {match.city} - {""},
    }


def without_rest(
    matches: Iterable[DayMatch],
) -> Iterable[tuple[DayMatch, DayMatch]]:
    """Yield matches of one club that lie less than `MIN_REST` apart.

    What is off is not to be among them.
    """
    of_club: dict[UUID, list[DayMatch]] = defaultdict(list)
    for match in matches:
        for club in set(match.clubs):
            of_club[club].append(match)
    for played in of_club.values():
        played.sort(key=lambda match: (match.day, match.id))
        for one, other in pairwise(played):
            if _gap(one, other) < MIN_REST:
                yield one, other


def _gap(one: DayMatch, other: DayMatch) -> timedelta:
    if one.at is not None and other.at is not None:
        return abs(other.at - one.at)
    return other.day - one.day
