"""What hangs on the sides of a match, once home and away are exchanged.

By a line of a programme or by hand: it is the same, and said in the same words. What
the record keeps for a club goes with the club. What was noted of the visitors, or
estimated of one of the publics, was so for other visitors: nobody can turn it into
what holds now, and it would read as true. It is taken away, and that is said before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from sportsec.domain.fixtures import AttendanceRegime, EstimateKind, TravelRegime
from sportsec.domain.intake.preview import Change
from sportsec.domain.problems import Level, Problem
from sportsec.domain.words import N_, Words

#: Estimates of one public; that of the whole public stays.
OF_ONE_SIDE = (
    EstimateKind.HOME,
    EstimateKind.AWAY_TICKETED,
    EstimateKind.AWAY_TICKETLESS,
)

_SOLD = N_("The tickets sold go with their club")
_OF_VISITORS = {
    "away_allocation": N_("Tickets of the visitors: {old} → none"),
    "travelling_stewards": N_("Stewards of the visitors: {old} → none"),
    "actual_away": N_("Visitors counted: {old} → none"),
    "away_station": N_("Station of the visitors: {old} → none"),
    "away_route": N_("Roads of the visitors: {old} → none"),
}
_ESTIMATES = N_("The estimates of each public are taken away")
_RATED = N_("Its rating was made for the other sides: rate it anew")
_ORDERED = N_("The order was for the other sides: it is to be approved anew")
_LIMITS = N_("Who may come and travel stays as it was decided: look at it again")
_STAYS_AT = N_("No stadium given: it stays {venue}, the home stadium of {away}")
_IS_STILL_AT = N_("It stays at {venue}, the home stadium of {away}")

#: The home and the away club of a match.
Sides = tuple[UUID | None, UUID | None]
#: Goals of the home and of the away club.
Goals = tuple[int | None, int | None]


class SideFigures(NamedTuple):
    """What the record has of the two publics of a match; None or "" where unknown.

    Args:
        tickets_sold_home, tickets_sold_away: Tickets.
        away_allocation: Tickets.
        travelling_stewards, actual_away: Persons.
        is_estimated: Whether a public of one side was estimated.
        is_rated: Whether a category was decided.
        is_ordered: Whether the order is approved, and nobody is on the ground yet.
    """

    tickets_sold_home: int | None
    tickets_sold_away: int | None
    away_allocation: int | None
    travelling_stewards: int | None
    actual_away: int | None
    away_station: str
    away_route: str
    attendance_regime: AttendanceRegime
    travel_regime: TravelRegime
    is_estimated: bool = False
    is_rated: bool = False
    is_ordered: bool = False


def are_exchanged(was: Sides, now: Sides) -> bool:
    """Say whether the clubs of a match changed places; another club is no exchange."""
    return was != now and now == was[::-1]


def has_changed_sides(was: Sides, now: Sides) -> bool:
    """Say whether a club stands on the other side than before, whoever the other is."""
    (home, away), (home_now, away_now) = was, now
    return (home is not None and home == away_now) or (
        away is not None and away == home_now
    )


def turned(sides: Sides, goals: Goals) -> tuple[Change, ...]:
    """Return what an exchange by hand is: the clubs, each with its goals."""
    named = (
        *(("home_club_id", *sides), ("away_club_id", *sides[::-1])),
        *(("home_score", *goals), ("away_score", *goals[::-1])),
    )
    return tuple(Change(*each) for each in named if each[1] != each[2])


def carried(figures: SideFigures) -> tuple[Change, ...]:
    """Return what exchanged sides change besides the clubs and the score."""
    home, away = figures.tickets_sold_home, figures.tickets_sold_away
    sold = ("tickets_sold_home", home, away), ("tickets_sold_away", away, home)
    changes = [Change(*each) for each in sold if home != away]
    for field in _OF_VISITORS:
        old = getattr(figures, field)
        if old is not None and old != "":
            changes.append(Change(field, old, "" if isinstance(old, str) else None))
    return tuple(changes)


def told(figures: SideFigures) -> Iterator[Problem]:
    """Yield what becomes of each of it, and what the officer is to look at again."""
    if figures.is_estimated:
        yield Problem("estimates", _ESTIMATES, Level.WARN)
    changes = carried(figures)
    for field, old, _new in changes:
        if field in _OF_VISITORS:
            yield Problem(field, _OF_VISITORS[field], Level.WARN, {"old": old})
    if figures.is_rated:
        yield Problem("risk", _RATED, Level.WARN)
    if figures.is_ordered:
        yield Problem("plan_status", _ORDERED, Level.WARN)
    free = AttendanceRegime.OPEN, TravelRegime.ALLOWED
    if (figures.attendance_regime, figures.travel_regime) != free:
        yield Problem("travel_regime", _LIMITS, Level.WARN)
    if any(field not in _OF_VISITORS for field, *_ in changes):
        yield Problem("tickets_sold_home", _SOLD, Level.WARN)


def stays_at(venue: Words, away: Words) -> Problem:
    """Say that a match stays on the ground of what is now the away club."""
    return Problem("venue", _STAYS_AT, Level.WARN, {"venue": venue, "away": away})


def is_still_at(venue: Words, away: Words) -> Problem:
    """Say the same where nobody could have given another stadium."""
    return Problem("venue", _IS_STILL_AT, Level.WARN, {"venue": venue, "away": away})
