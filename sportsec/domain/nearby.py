"""What may be wrong between a match and others near it: clubs, stadium, the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sportsec.domain.away import places_in
from sportsec.domain.fixtures import FixtureDraft, TravelRegime
from sportsec.domain.problems import Problem, warning
from sportsec.domain.words import N_, Words

#: Rest between two matches of a club: a proposal of ours, competitions have their own.
MIN_REST = timedelta(hours=48)
#: What is said of another match of the club that lies nearer than that.
TOO_NEAR = N_("Less than two days from {home} – {away}, on {day}")
_ON_THE_WAY = {
    "away_station": N_(
        "The same station that day as the away public of {home} – {away}"
    ),
    "away_route": N_("The same road that day as the away public of {home} – {away}"),
}


@dataclass(frozen=True, slots=True)
class NearbyFixture:
    """Another match close in time that shares a club, the venue or the way there."""

    kick_off_date: date
    kick_off_at: datetime | None
    home_club_id: UUID | None
    away_club_id: UUID | None
    venue_id: UUID | None
    home: Words
    away: Words
    travel_regime: TravelRegime = TravelRegime.ALLOWED
    away_station: str = ""
    away_route: str = ""


def check_nearby(
    draft: FixtureDraft, nearby: Sequence[NearbyFixture]
) -> Iterator[Problem]:
    """Say what speaks against a match beside others within `MIN_REST`."""
    pair = {draft.home_club_id, draft.away_club_id}
    for other in nearby:
        facts = {
            "home": other.home,
            "away": other.away,
            "day": other.kick_off_date,
        }
        same_day = other.kick_off_date == draft.kick_off_date
        if pair == {other.home_club_id, other.away_club_id}:
            text = N_("{home} – {away} is already in the agenda, on {day}")
            yield warning("away_club_id", text, **facts)
        elif same_day:
            yield from _check_clubs(pair, other)
            yield from _check_ground(draft, other)
        elif pair & {other.home_club_id, other.away_club_id} - {None}:
            yield warning("kick_off_date", TOO_NEAR, **facts)
        if same_day:
            yield from _check_journey(draft, other)


def _check_clubs(pair: set[UUID | None], other: NearbyFixture) -> Iterator[Problem]:
    """No club plays twice on one day."""
    sides = {other.home_club_id: other.home, other.away_club_id: other.away}
    for club in pair & sides.keys() - {None}:
        text = N_("{club} already plays that day: {home} – {away}")
        facts = {"club": sides[club], "home": other.home, "away": other.away}
        yield warning("kick_off_date", text, **facts)


def _check_ground(draft: FixtureDraft, other: NearbyFixture) -> Iterator[Problem]:
    """A stadium holds one match a day."""
    if draft.venue_id and draft.venue_id == other.venue_id:
        text = N_("The same day at this stadium: {home} – {away}")
        yield warning("venue_id", text, home=other.home, away=other.away)


def _check_journey(draft: FixtureDraft, other: NearbyFixture) -> Iterator[Problem]:
    """Two away publics must not meet on their way (domain.md §2.8)."""
    if TravelRegime.BANNED in (draft.travel_regime, other.travel_regime):
        return
    for field, text in _ON_THE_WAY.items():
        if places_in(getattr(draft, field)) & places_in(getattr(other, field)):
            yield warning(field, text, home=other.home, away=other.away)
